using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Import;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Import.Files;

namespace Samverk.Tests.Operation;

/// <summary>Each thing that can be wrong is made wrong, and the doctor says so.</summary>
[Trait("database", "both")]
public sealed class DoctorTests(WorldOnce once)
{
    [Fact]
    public async Task Nothing_is_wrong_with_the_World()
    {
        await using var world = await once.Copy();
        var (code, said) = await Ask(world, full: true);
        Assert.True(code == 0 && said.Contains("Inget är fel", StringComparison.Ordinal), said);
    }

    [Theory]
    [InlineData("update storage_history set told = 'ändrat' where number = 7", "bruten vid rad 7 ")]
    [InlineData("update import_chunk set bytes = (select bytes from import_chunk order by document desc limit 1) where document = (select min(document::text) from import_chunk)::uuid", "inte längre som det kom in")]
    [InlineData("drop index ix_storage_outbox_done_at_due", "ix_storage_outbox_done_at_due")]
    [InlineData("alter table storage_mark drop column value", "storage_mark.value")]
    [InlineData("update storage_outbox set done_at = null, due = '2026-11-24T10:00:00.000Z'", "har väntat i mer än 15 minuter")]
    [InlineData("update storage_outbox set done_at = null, due = '2030-01-01T00:00:00.000Z', problem = 'servern svarade inte'", "servern svarade inte")]
    [InlineData("insert into storage_schema (number, name) values (9000, '9000_framtid')", "schema 9000")]
    [InlineData("delete from storage_schema", "schema 0")]
    [InlineData("drop table storage_schema", "inga tabeller")]
    public async Task What_is_wrong_in_the_database_is_said(string harm, string words)
    {
        await using var world = await once.Copy();
        await world.In(Queue);
        await TestDatabase.Harm(world, harm);
        var (code, said) = await Ask(world, full: true);
        Assert.Equal(1, code);
        Assert.Contains(words, said);
    }

    [Fact]
    public async Task The_quick_look_sees_the_end_of_a_history_and_not_its_beginning()
    {
        await using var world = await once.Copy();
        await world.In(s => s.GetRequiredService<SamverkDb>().Database.ExecuteSqlRawAsync("update storage_history set told = 'ändrat' where number = 7"));
        await world.In(async s =>
        {
            var db = s.GetRequiredService<SamverkDb>();
            Assert.Null((await Verification.Walk(db, 100, default)).Broken);
            Assert.Equal(100, (await Verification.Walk(db, 100, default)).Rows);
            await db.Database.ExecuteSqlRawAsync("delete from storage_history where number = (select max(number) - 50 from storage_history)");
            Assert.Contains("saknas", (await Verification.Walk(db, 100, default)).Broken);
        });
    }

    [Fact, SupportedOSPlatform("linux")]
    public async Task What_others_can_read_is_said()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "SQLite");
        await using var world = await once.Copy();
        File.SetUnixFileMode(world.Place.DatabaseFile!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        File.SetUnixFileMode(world.Place.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        var (code, said) = await Ask(world);
        Assert.Equal(1, code);
        Assert.Contains($"chmod 600 {world.Place.DatabaseFile}", said);
        Assert.Contains($"chmod 700 {world.Place.Folder}", said);
    }

    [Fact]
    public async Task A_folder_or_a_database_that_is_not_there_is_said_and_none_is_made()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"samverk-saknas-{Ids.Next():N}");
        var place = new DataPlace(folder, TestDatabase.IsPostgres ? TestDatabase.Server + ";Database=samverk_finns_inte" : $"Data Source={folder}/samverk.db");
        var (code, said, _) = await SamverkProcess.Run(place, ["doctor"]);
        Assert.Equal(1, code);
        Assert.Contains($"Datamappen {folder} finns inte", said);
        Assert.Contains(TestDatabase.IsPostgres ? "går inte att nå" : "samverk.db finns inte", said);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_demo_that_would_be_open_to_the_network_is_said_however_the_address_is_given()
    {
        await using var world = await once.Copy();
        foreach (var setting in new[] { ("ASPNETCORE_URLS", "http://0.0.0.0:8080"), ("ASPNETCORE_HTTP_PORTS", "8080"), ("Kestrel__Endpoints__Http__Url", "http://*:5000") })
        {
            var (code, said, _) = await SamverkProcess.Run(world.Place, ["doctor"], setting);
            Assert.True(code == 1 && said.Contains("är en demo, men", StringComparison.Ordinal), said);
        }
        var (refused, _, complained) = await SamverkProcess.Run(world.Place, ["serve"], ("ASPNETCORE_HTTP_PORTS", "0"));
        Assert.Equal(2, refused);
        Assert.Contains("demodatabas", complained);
    }

    [Fact]
    public async Task Programs_that_are_missing_are_said()
    {
        List<Finding> findings = await ImportChecks.Tools("/finns/inte").ToListAsync();
        Assert.Equal(3, findings.Count);
        Assert.True(Assert.Single(findings, f => f.IsWrong).Do.Contains("poppler-utils", StringComparison.Ordinal));
        Tools.Need("pdftotext", "prlimit");
        Assert.DoesNotContain(await ImportChecks.Tools(null).ToListAsync(), f => f.IsWrong);
    }

    [Fact]
    public async Task Files_that_the_build_left_out_are_said()
    {
        var folder = Directory.CreateTempSubdirectory("samverk-test").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "wwwroot"));
        var finding = Assert.Single(await ServerChecks.Assets(folder).ToListAsync());
        Assert.Contains("lib/designsystemet.css", finding.What);
        Directory.Delete(folder, recursive: true);
        Assert.Empty(await ServerChecks.Assets(AppContext.BaseDirectory).ToListAsync());
    }

    [Fact]
    public async Task A_mail_server_and_a_provider_that_do_not_answer_are_said_and_those_that_do_are_not()
    {
        await using var provider = WebApplication.CreateSlimBuilder().Build();
        provider.Urls.Add("http://127.0.0.1:0");
        provider.MapGet("/.well-known/openid-configuration", (HttpContext http) => Results.Json(new { issuer = $"http://{http.Request.Host}" }));
        provider.MapGet("/annan/.well-known/openid-configuration", () => Results.Json(new { issuer = "http://nagon.annan" }));
        await provider.StartAsync();
        using var mail = new TcpListener(IPAddress.Loopback, 0);
        mail.Start();
        var greeting = Task.Run(async () =>
        {
            using var caller = await mail.AcceptTcpClientAsync();
            await caller.GetStream().WriteAsync("220 post ESMTP\r\n"u8.ToArray());
        });
        var address = provider.Urls.Single();

        Assert.Empty(await Outside(
            ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{((IPEndPoint)mail.LocalEndpoint).Port}"), ("Mail:From", "samverkan@bergslunda.example"),
            ("SignIn:Providers:0:Issuer", address), ("SignIn:Providers:0:ClientId", "samverk")));
        await greeting;
        mail.Stop();

        var findings = await Outside(
            ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{((IPEndPoint)mail.LocalEndpoint).Port}"),
            ("SignIn:Providers:0:Issuer", address + "/annan"), ("SignIn:Providers:0:ClientId", "samverk"),
            ("SignIn:Providers:1:Issuer", "http://127.0.0.1:9"), ("SignIn:Providers:2:Issuer", "inget"), ("SignIn:Providers:2:ClientId", "samverk"));
        Assert.All(findings, f => Assert.True(f.IsWrong));
        foreach (var words in new[] { $"hos {address}/annan svarar inte som den ska: den säger", "hos http://127.0.0.1:9 svarar", "hos inget svarar", "Mail__From saknas", "Mejlservern 127.0.0.1:", "SignIn__Providers__1__ClientId saknas" })
            Assert.Single(findings, f => f.What.Contains(words, StringComparison.Ordinal));
        Assert.Equal(6, findings.Count);
    }

    static async Task<List<Finding>> Outside(params (string Name, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build());
        Samverk.Organisations.OutsideChecks.Add(services);
        await using var provider = services.BuildServiceProvider();
        List<Finding> findings = [];
        foreach (var check in provider.GetServices<Check>())
            findings.AddRange(await check.Look(provider, false, default).ToListAsync());
        return findings;
    }

    static async Task<(int Code, string Said)> Ask(TestWorld world, bool full = false)
    {
        await using var output = new StringWriter();
        return (await Doctor.Run(world.Services, full, output, default), output.ToString());
    }

    static async Task Queue(IServiceProvider s)
    {
        var db = s.GetRequiredService<SamverkDb>();
        db.Add(new OutboxRow(db.Area, Importing.ReadKind, Ids.Next(), TestWorld.Noon));
        await db.SaveChangesAsync();
    }
}
