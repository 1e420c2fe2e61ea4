using Samverk.Shared;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Organisations.ApiAccess;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Security;

namespace Samverk.Tests.Api;

/// <summary>Who comes with a token, what it lets them, and when it no longer holds.</summary>
[Trait("database", "both")]
public sealed class TokenTests(WorldOnce once)
{
    const string Secretary = "Maria Sandelin";

    [Fact]
    public async Task A_token_is_its_person_in_its_area_and_the_database_has_only_its_hash()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var secretary = await world.Actor(Secretary);
        var secret = await site.Token(secretary);
        using var program = With(site, secret);
        var me = (await program.GetFromJsonAsync<JsonObject>("/api/v1/me"))!;
        Assert.Equal((Secretary, $"{secretary.Person}", "Bergslunda", true), ((string)me["name"]!, (string)me["id"]!, (string)me["area"]!, (bool)me["mayImport"]!));
        await world.In(async s =>
        {
            var row = await s.GetRequiredService<SamverkDb>().Set<AccessToken>().SingleAsync();
            Assert.Equal(new TokenSecret(secret).Hash, row.SecretHash);
            Assert.Equal(new(2026, 11, 24), row.UsedOn);
            var told = await s.GetRequiredService<SamverkDb>().Set<HistoryRow>().Where(h => h.Kind == nameof(TokenGiven)).SingleAsync();
            Assert.DoesNotContain(secret, told.Told, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_cookie_opens_nothing_to_a_program_and_a_token_no_page()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var secretary = await world.Actor(Secretary);
        using var browser = site.Browser(secretary);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/v1/meetings")).StatusCode);
        using var form = new MultipartFormDataContent { { new ByteArrayContent("Protokoll"u8.ToArray()), "file", "a.txt" } };
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync("/api/v1/imports", form)).StatusCode);
        using var program = await site.Program(secretary);
        Assert.Equal(HttpStatusCode.Redirect, (await program.GetAsync("/moten")).StatusCode);
    }

    [Fact]
    public async Task What_is_no_token_that_holds_is_nobody()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var (secretary, secret) = (await world.Actor(Secretary), await site.Token(await world.Actor(Secretary)));
        foreach (var wrong in new[] { "Bearer", "Bearer x", $"Basic {secret}", $"Bearer {secret}x", $"Bearer {secret[..^1]}{(secret[^1] == 'A' ? 'Q' : 'A')}", $"Bearer {TokenSecret.New(secretary.Area).Text}", $"Bearer {TokenSecret.New(Ids.Next()).Text}", $"Bearer samverk_{new string('!', 65)}", $"Bearer {secret} {secret}" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
            Assert.True(request.Headers.TryAddWithoutValidation("Authorization", wrong));
            using var anybody = site.Browser();
            using var answer = await anybody.SendAsync(request);
            Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest, wrong);
        }
        using var right = With(site, secret);
        Assert.Equal(HttpStatusCode.OK, (await right.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task It_ends_by_its_day_by_being_revoked_and_with_what_its_person_may()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var secretary = await world.Actor(Secretary);
        var (short1, revoked) = (await site.Token(secretary), await site.Token(secretary));
        await world.In(async s =>
        {
            var token = await s.GetRequiredService<SamverkDb>().Set<AccessToken>().OrderByDescending(t => t.Id).FirstAsync();
            var stranger = (await world.Actor((await world.In(x => x.GetRequiredService<AreaDirectory>().People(default))).First(p => p.Name != Secretary).Id))!;
            Assert.Equal("may-not-administer", (await s.GetRequiredService<TokenKeeper>().Revoke(token.Id, stranger with { Functions = [] }, default))?.Code);
            Assert.Null(await s.GetRequiredService<TokenKeeper>().Revoke(token.Id, secretary, default));
        });
        Assert.Equal(HttpStatusCode.Unauthorized, (await With(site, revoked).GetAsync("/api/v1/me")).StatusCode);
        using var program = With(site, short1);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/meetings")).StatusCode);
        world.Clock.At += TimeSpan.FromDays(31);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/meetings")).StatusCode);
        var placeless = (await Everybody(world)).First(a => !a.HasPlace);
        using var nobody = await site.Program(placeless);
        Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync("/api/v1/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await nobody.GetAsync("/api/v1/meetings")).StatusCode);
    }

    [Fact]
    public async Task One_that_only_reads_hands_nothing_over_and_none_does_more_than_that()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var administrator = (await world.Actor(await Target.Administrator(world)))!;
        using var reader = await site.Program(administrator, TokenScope.Read);
        using var form = new MultipartFormDataContent { { new ByteArrayContent("Protokoll"u8.ToArray()), "file", "a.txt" } };
        var refused = await reader.PostAsync("/api/v1/imports", form);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("may-not-import", (string)(await refused.Content.ReadFromJsonAsync<JsonObject>())!["code"]!);
        foreach (var scope in Enum.GetValues<TokenScope>())
            Assert.Equal(
                scope switch
                {
                    TokenScope.ReadAndImport => ["everyone", "signed-in", "read", "import"],
                    TokenScope.ReadAndRegister => ["everyone", "signed-in", "read", "report-assignment", "keep-assignment", "dispute"],
                    _ => ["everyone", "signed-in", "read"],
                },
                Permission.All.Where(p => p.Holds(administrator with { Scope = scope }, default)).Select(p => p.Code));
    }

    [Fact]
    public async Task What_is_done_with_a_token_is_told_as_the_persons_with_the_tokens_name()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var secretary = await world.Actor(Secretary);
        using var program = await site.Program(secretary);
        using var form = new MultipartFormDataContent { { new ByteArrayContent("Protokoll fört vid möte den 5 maj 2026"u8.ToArray()), "file", "med-nyckel.txt" } };
        var answer = await program.PostAsync("/api/v1/imports", form);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var batch = Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
        await world.In(async s =>
        {
            var db = s.GetRequiredService<SamverkDb>();
            var row = await db.Set<HistoryRow>().SingleAsync(h => h.Subject == batch);
            Assert.Equal(secretary.Person, row.By);
            Assert.StartsWith("API-nyckeln Prov", (await db.Set<HistoryOrigin>().SingleAsync(o => o.Number == row.Number)).Browser, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_system_reads_under_its_own_name_until_it_is_disconnected()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var administrator = (await world.Actor(await Target.Administrator(world)))!;
        var (system, secret) = await world.In(async s =>
        {
            var keeper = s.GetRequiredService<TokenKeeper>();
            var (id, no) = await keeper.Connect("Ärendesystemet", (await s.GetRequiredService<AreaDirectory>().Organisations(default))[0].Id, administrator, default);
            Assert.Null(no);
            return (id, (await keeper.GiveSystem(id, new("Diariet", TokenScope.ReadAndImport, 30), administrator, default)).Secret!.Text);
        });
        using var program = With(site, secret);
        var me = (await program.GetFromJsonAsync<JsonObject>("/api/v1/me"))!;
        Assert.Equal(("Ärendesystemet", true), ((string)me["name"]!, (bool)me["isSystem"]!));
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/decisions")).StatusCode);
        using var form = new MultipartFormDataContent { { new ByteArrayContent("Protokoll fört vid möte den 6 maj 2026"u8.ToArray()), "file", "fran-systemet.txt" } };
        var handed = await program.PostAsync("/api/v1/imports", form);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(handed.Headers.Location)).StatusCode);
        await world.In(async s =>
        {
            var batch = Guid.Parse(handed.Headers.Location!.ToString().Split('/')[^1]);
            var story = await s.GetRequiredService<HistoryLists>().Of([batch], null, 10, withLog: true, default);
            Assert.Equal(("Ärendesystemet", "Region Bergslunda"), (story.Lines[0].Who, story.Lines[0].For));
            Assert.Null(await s.GetRequiredService<TokenKeeper>().Disconnect(system, administrator, default));
        });
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/decisions")).StatusCode);
    }

    [Fact]
    public async Task The_command_line_makes_one_for_a_known_address_and_in_a_demo_for_a_role()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        foreach (var (role, mayImport) in new[] { ("administrator", true), ("secretary", true), ("registrar", false), ("member", false) })
        {
            var (code, said, wrong) = await Command(world, "--demo", role);
            Assert.True(code == 0, wrong);
            using var program = With(site, said.Trim());
            Assert.Equal(mayImport, (bool)(await program.GetFromJsonAsync<JsonObject>("/api/v1/me"))!["mayImport"]!);
        }
        await world.In(async s => { await s.GetRequiredService<SamverkDb>().Set<Person>().Where(p => p.Name == Secretary).ExecuteUpdateAsync(p => p.SetProperty(x => x.Mail, "maria.sandelin@bergslunda.example")); });
        var (_, byMail, _) = await Command(world, "--person", "Maria.Sandelin@bergslunda.example", "--read", "--days", "30");
        using var reader = With(site, byMail.Trim());
        Assert.False((bool)(await reader.GetFromJsonAsync<JsonObject>("/api/v1/me"))!["mayImport"]!);
        foreach (var wrong in new string[][] { [], ["--demo", "kung"], ["--person", "ingen@askvik.example"], ["--person", Secretary, "--demo", "member"], ["--person", Secretary, "--days", "4000"], ["--person", Secretary, "--days", "x"], ["--person"] })
            Assert.Equal((2, ""), await Command(world, wrong) is var (code, said, _) ? (code, said) : default);
    }

    [Fact]
    public async Task Outside_a_demo_nobody_is_made_a_role()
    {
        await using var world = await once.Copy();
        await world.In(async s => { await s.GetRequiredService<SamverkDb>().Set<Mark>().ExecuteDeleteAsync(); });
        Assert.Equal(2, (await Command(world, "--demo", "administrator")).Code);
    }

    static async Task<(int Code, string Said, string Wrong)> Command(TestWorld world, params string[] args)
    {
        await using var scope = world.Services.CreateAsyncScope();
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await TokenCommand.Run(args, scope.ServiceProvider, output, error, default);
        return (code, output.ToString(), error.ToString());
    }

    static async Task<List<Actor>> Everybody(TestWorld world)
    {
        List<Actor> all = [];
        foreach (var person in await world.In(s => s.GetRequiredService<AreaDirectory>().People(default)))
            all.Add((await world.Actor(person.Id))!);
        return all;
    }

    static HttpClient With(TestSite site, string secret)
    {
        var program = site.Browser();
        program.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        return program;
    }
}
