using System.Net;
using System.Text.RegularExpressions;
using Samverk.Tests.House;
using Samverk.Tests.Security;

namespace Samverk.Tests.Api;

/// <summary>The pages where tokens and systems are made, and the page about the API.</summary>
public sealed partial class TokenPagesTests(WorldOnce once)
{
    [Fact]
    public async Task A_person_makes_a_token_sees_it_once_and_revokes_it()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Maria Sandelin"));
        var made = await TestSite.Post(browser, "/jag/nycklar", "/jag/nycklar", ("_handler", "skapa"), ("nyckel-namn", "Statistiken"), ("nyckel-dagar", "30"), ("nyckel-far", "Read"));
        var secret = Secret().Match(await made.Content.ReadAsStringAsync()).Value;
        Assert.NotEmpty(secret);
        using var program = site.Browser();
        program.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/meetings")).StatusCode);
        var page = await browser.GetStringAsync("/jag/nycklar");
        Assert.Contains("Statistiken", page, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await TestSite.Post(browser, "/jag/nycklar", "/jag/nycklar", ("_handler", "aterkalla"), ("nyckel", Token().Match(page).Groups[1].Value))).StatusCode);
        Assert.DoesNotContain("Statistiken", await browser.GetStringAsync("/jag/nycklar"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/meetings")).StatusCode);
    }

    [Theory]
    [InlineData("", "30", "saknas")]
    [InlineData("Statistiken", "4000", "högst 365 dagar")]
    [InlineData("Statistiken", "", "högst 365 dagar")]
    public async Task What_is_no_token_is_refused_in_words_and_what_was_typed_is_kept(string name, string days, string words)
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Maria Sandelin"));
        var html = await (await TestSite.Post(browser, "/jag/nycklar", "/jag/nycklar", ("_handler", "skapa"), ("nyckel-namn", name), ("nyckel-dagar", days), ("nyckel-far", "Read"))).Content.ReadAsStringAsync();
        Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{name}\"", html, StringComparison.Ordinal);
        Assert.Empty(Secret().Match(html).Value);
    }

    [Fact]
    public async Task An_administrator_connects_a_system_gives_it_a_token_and_revokes_anybodys()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var secretarys = await site.Program(await world.Actor("Maria Sandelin"));
        using var browser = site.Browser((await world.Actor(await Target.Administrator(world)))!);
        const string page = "/administration/system";
        var organisation = Option().Match(await browser.GetStringAsync(page)).Groups[1].Value;
        Assert.Equal(HttpStatusCode.Redirect, (await TestSite.Post(browser, page, page, ("_handler", "anslut"), ("system-namn", "Ärendesystemet"), ("system-organisation", organisation))).StatusCode);
        var system = System().Match(await browser.GetStringAsync(page)).Groups[1].Value;
        var made = await TestSite.Post(browser, page, page, ("_handler", "skapa"), ("nyckel-system", system), ("nyckel-namn", "Diariet"), ("nyckel-dagar", "365"), ("nyckel-far", "ReadAndImport"));
        using var program = site.Browser();
        program.DefaultRequestHeaders.Authorization = new("Bearer", Secret().Match(await made.Content.ReadAsStringAsync()).Value);
        Assert.Contains("Ärendesystemet", await program.GetStringAsync("/api/v1/me"), StringComparison.Ordinal);
        foreach (Match token in Token().Matches(await browser.GetStringAsync(page)))
            await TestSite.Post(browser, page, page, ("_handler", "aterkalla"), ("nyckel", token.Groups[1].Value));
        foreach (var stopped in new[] { program, secretarys })
            Assert.Equal(HttpStatusCode.Unauthorized, (await stopped.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task The_page_tells_every_address_that_the_document_has()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var anybody = site.Browser();
        var (page, document) = (await anybody.GetStringAsync("/api"), await anybody.GetStringAsync("/api/openapi.json"));
        var operations = OperationId().Matches(document).Select(m => m.Groups[1].Value).ToList();
        Assert.True(operations.Count > 20);
        Assert.All(operations, id => Assert.Contains($"id=\"{id}\"", page, StringComparison.Ordinal));
    }

    [GeneratedRegex("samverk_[A-Za-z0-9_-]{65}")]
    private static partial Regex Secret();

    [GeneratedRegex("name=\"nyckel\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"system\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex System();

    [GeneratedRegex("<option value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Option();

    [GeneratedRegex("\"operationId\": \"([A-Za-z]+)\"")]
    private static partial Regex OperationId();
}
