using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Import;
using Samverk.Organisations;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Operation;

/// <summary>Two processes over one PostgreSQL, behind a proxy that lets them take turns.</summary>
[Trait("database", "postgres")]
public sealed partial class TwoNodesTests(WorldOnce once)
{
    static readonly (string, string)[] ShortLease = [("Outbox__LeaseSeconds", "3"), ("Limits__CostlyPerMinute", "10000")];

    [Fact]
    public async Task Two_nodes_that_start_at_once_on_an_empty_database_begin_with_one_schema_and_one_key()
    {
        var place = TestDatabase.Empty();
        var other = place with { Folder = Directory.CreateTempSubdirectory("samverk-test").FullName };
        var starting = new[] { SamverkProcess.Serve(place), SamverkProcess.Serve(other) };
        await using (var one = await starting[0])
        await using (var two = await starting[1])
        {
            await using var world = new TestWorld(place);
            await using var scope = world.Services.CreateAsyncScope();
            Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<SamverkDb>().Set<ProtectionKey>().CountAsync());
            foreach (var node in new[] { one, two })
            {
                using var browser = new HttpClient { BaseAddress = node.Address };
                Assert.Equal("ok", await browser.GetStringAsync(new Uri("/halsa/redo", UriKind.Relative)));
            }
        }
        Directory.Delete(other.Folder, recursive: true);
        TestDatabase.Drop(place);
    }

    [Fact]
    public async Task Two_nodes_serve_one_session_and_one_that_is_killed_loses_nothing_that_was_acknowledged()
    {
        await using var world = await once.Copy();
        // The World's documents are read; what is left of their reading is due on the World's day, whatever day it is here.
        await world.In(s => s.GetRequiredService<SamverkDb>().Set<OutboxRow>().ExecuteDeleteAsync());
        var starting = new[] { SamverkProcess.Serve(world.Place, ShortLease), SamverkProcess.Serve(world.Place, ShortLease) };
        await using var one = await starting[0];
        await using var two = await starting[1];
        await using var proxy = await ReverseProxy.Before(one.Address, two.Address);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = proxy.Address };
        await SignIn(world, browser);

        // The session holds whoever answers.
        var before = proxy.Answered;
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri("/importera", UriKind.Relative))).StatusCode);
        Assert.Equal([5, 5], proxy.Answered.Zip(before, (now, then) => now - then));

        // Each file is sent twice at the same time, to a node each: kept once, read once.
        var token = await Token(browser, "/importera");
        var acknowledged = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 40), new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (i, _) => await Task.WhenAll(Send(browser, token, i, acknowledged), Send(browser, token, i, acknowledged)));
        Assert.Equal(80, acknowledged.Count);
        await AllRead(world);
        await EachOnce(world, acknowledged, mostInterrupted: 0);

        // One is killed in the middle of writes; who got no answer sends again, as a person does.
        var next = 1000;
        var sending = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var i && i < 1060)
                while (!await Send(browser, token, i, acknowledged)) { }
        })).ToList();
        await Until.So(() => Task.FromResult(acknowledged.Count >= 95 || sending.TrueForAll(s => s.IsCompleted)), () => "Nothing is sent.");
        Assert.False(sending.TrueForAll(s => s.IsCompleted));
        one.Kill();
        await Task.WhenAll(sending);
        Assert.True(one.HasEnded);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri("/importera", UriKind.Relative))).StatusCode);
        await AllRead(world);
        // A node does one row at a time, so a killed one leaves at most one to be taken over.
        await EachOnce(world, acknowledged, mostInterrupted: 1);
    }

    static async Task SignIn(TestWorld world, HttpClient browser)
    {
        var people = await world.In(s => s.GetRequiredService<AreaDirectory>().People(default));
        Actor? importer = null;
        foreach (var person in people)
            if (await world.Actor(person.Id) is { MayImport: true } found)
                importer = found;
        var form = new Dictionary<string, string> { ["__RequestVerificationToken"] = await Token(browser, "/logga-in"), ["person"] = importer!.Person.ToString() };
        using var answer = await browser.PostAsync(new Uri("/logga-in/person", UriKind.Relative), new FormUrlEncodedContent(form));
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    static async Task<string> Token(HttpClient browser, string page) =>
        WebUtility.HtmlDecode(TokenField().Match(await browser.GetStringAsync(new Uri(page, UriKind.Relative))).Groups["token"].Value);

    /// <returns>Whether it was acknowledged.</returns>
    static async Task<bool> Send(HttpClient browser, string token, int number, ConcurrentBag<string> acknowledged)
    {
        var bytes = Encoding.UTF8.GetBytes($"Minnesanteckningar\nArbetsgrupp {number}\n\nDatum: 2022-03-{1 + number % 28:00}\n\n1. Punkt {number}\nGruppen beslutar att prova {number}.\n");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), "filer", $"{number}.txt" },
        };
        using var answer = await browser.PostAsync(new Uri("/importera", UriKind.Relative), form);
        if (answer.StatusCode == HttpStatusCode.BadGateway)
            return false;
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location?.OriginalString.Contains("nej=", StringComparison.Ordinal) == false, $"{answer.StatusCode} {answer.Headers.Location}");
        acknowledged.Add(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        return true;
    }

    static Task AllRead(TestWorld world) => Until.So(
        async () => !await world.In(s => s.GetRequiredService<SamverkDb>().Set<OutboxRow>().AnyAsync(r => r.DoneAt == null)), () => "What waits is not done.");

    static Task EachOnce(TestWorld world, IReadOnlyCollection<string> acknowledged, int mostInterrupted) => world.In(async s =>
    {
        var db = s.GetRequiredService<SamverkDb>();
        var kept = await db.Set<Document>().ToListAsync();
        Assert.Equal(kept.Count, kept.Select(d => d.Sha256).Distinct().Count());
        Assert.Empty(acknowledged.Except(kept.Select(d => d.Sha256)));
        var sent = kept.Where(d => acknowledged.Contains(d.Sha256)).Select(d => d.Id).ToHashSet();
        foreach (var id in sent)
            Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(await s.GetRequiredService<Importing>().Content(id, default))), acknowledged);
        Assert.Equal(sent.Count, await db.Set<HistoryRow>().CountAsync(r => sent.Contains(r.Subject) && r.Kind == nameof(DocumentReceived)));
        var rows = await db.Set<OutboxRow>().Where(r => sent.Contains(r.About)).ToListAsync();
        Assert.Equal(sent.Count, rows.Count);
        Assert.InRange(rows.Sum(r => r.Attempts), rows.Count, rows.Count + mostInterrupted);
        Assert.Equal(sent.Count, await db.Set<Samverk.Import.Reading>().CountAsync(r => sent.Contains(r.Document)));
        Assert.Null((await Verification.Walk(db)).Broken);
    });

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]*)""", RegexOptions.NonBacktracking)]
    private static partial Regex TokenField();
}
