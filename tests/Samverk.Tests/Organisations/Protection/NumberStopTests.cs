using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Organisations.Protection;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Organisations.Protection;

/// <summary>A personnummer that is typed into any form is stopped before it is saved.</summary>
[Trait("database", "both")]
public sealed partial class NumberStopTests(WorldOnce once)
{
    const string Page = "/administration/organ/nytt", Number = "640823-9801", Other = "640883-9808";

    static (string, string)[] Body(string host, string name, string purpose = "ÄH") =>
        [("_handler", "organ"), ("namn", name), ("kod", purpose), ("slag", "styrgrupp"), ("vard", host)];

    static Task<bool> HasBody(TestWorld world, string word) =>
        world.In(async s => (await s.GetRequiredService<AreaDirectory>().Bodies(default)).Any(b => b.Name.Contains(word, StringComparison.Ordinal)));

    static async Task<string> Host(HttpClient browser)
    {
        var page = await browser.GetStringAsync(Page);
        return Option().Match(page[page.IndexOf("name=\"vard\"", StringComparison.Ordinal)..]).Groups[1].Value;
    }

    static Task<List<HistoryRow>> Said(TestWorld world) =>
        world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().Where(r => r.Kind == nameof(NumberSaidToBeElse)).ToListAsync());

    static string TickIn(string html) => WebUtility.HtmlDecode(Ticked().Match(html).Groups[1].Value);

    [Fact]
    public async Task It_is_stopped_with_what_was_typed_kept_and_a_tick_sends_it_all_the_same()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var actor = await world.Actor("Linda Ekroth");
        using var browser = site.Browser(actor);
        var host = await Host(browser);
        var name = $"Gruppen kring {Number} & dess vård";

        var stopped = await TestSite.Post(browser, Page, Page, Body(host, name));
        var html = await stopped.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stopped.StatusCode);
        Assert.Contains("Det här liknar ett personnummer.", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#namn\">fältet Organets namn", html, StringComparison.Ordinal);
        Assert.Contains($"value=\"Gruppen kring {Number} &amp; dess vård\"", html, StringComparison.Ordinal);
        Assert.False(await HasBody(world, "Gruppen kring"));
        Assert.Empty(await Said(world));

        // The tick is about this number and no other.
        var another = await TestSite.Post(browser, Page, Page, [.. Body(host, name.Replace(Number, Other, StringComparison.Ordinal)), (NumberStop.Tick, TickIn(html))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, another.StatusCode);
        var forged = await TestSite.Post(browser, Page, Page, [.. Body(host, name), (NumberStop.Tick, "ja")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.StatusCode);
        Assert.False(await HasBody(world, "Gruppen kring"));

        var sent = await TestSite.Post(browser, Page, Page, [.. Body(host, name), (NumberStop.Tick, TickIn(html))]);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.True(await HasBody(world, "Gruppen kring"));
        var row = Assert.Single(await Said(world));
        Assert.Equal(actor.Person, row.By);
        Assert.Contains("fältet Organets namn på /administration/organ/nytt", row.Told, StringComparison.Ordinal);
        Assert.DoesNotContain("9801", row.Told + row.Folded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_page_has_no_form_for_any_more_can_still_be_sent()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Linda Ekroth"));
        var stopped = await TestSite.Post(browser, Page, Page, ("_handler", "borta"), ("text", Number));
        var html = await stopped.Content.ReadAsStringAsync();
        Assert.Contains("action=\"/administration/organ/nytt\"", html, StringComparison.Ordinal);
        Assert.Contains($"<p>{Number}</p>", html, StringComparison.Ordinal);
        Assert.NotEqual("", TickIn(html));
    }

    [Fact]
    public async Task The_page_that_is_shown_again_asks_its_own_permission()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var member = await world.In(async s =>
        {
            var area = s.GetRequiredService<CurrentArea>().Id;
            var db = s.GetRequiredService<SamverkDb>();
            var person = db.Add(new Person(area, "Nils-Erik Lind", null, null, world.Clock.At, null)).Entity;
            await db.SaveChangesAsync();
            return (await s.GetRequiredService<Actors>().Find(person.Id, world.Clock.Today(), default))!;
        });
        using var browser = site.Browser(member);
        var token = await TestSite.Token(browser, "/konto");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/konto") { Content = new FormUrlEncodedContent([new(token.Name, token.Value), new("_handler", "avsluta"), new("inloggning", Number)]) };
        request.Headers.Referrer = new Uri(site.Address + Page);
        var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_without_our_token_and_a_stranger_get_no_page()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Linda Ekroth"));
        var forged = await TestSite.PostWith(browser, ("", ""), Page, ("_handler", "organ"), ("namn", Number));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var stranger = site.Browser();
        Assert.Equal("/logga-in", (await TestSite.PostWith(stranger, ("", ""), Page, ("namn", Number))).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_script_is_told_in_words()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Linda Ekroth"));
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "cors");
        var answer = await TestSite.Post(browser, Page, Page, ("_handler", "organ"), ("namn", Number));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("Texten har något som liknar ett personnummer. Inget har sparats.", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("640823-9801", "6408239801")]
    [InlineData("se 19640823-9801, och 640883-9808.", "196408239801,6408839808")]
    [InlineData("0701740605 och 070-174 06 05", "")]
    [InlineData("dnr 2026-00123, 212000-2510, 2026-11-24 13:00", "")]
    public void Numbers_are_found_in_a_text(string text, string numbers) => Assert.Equal(numbers, string.Join(',', PersonalNumber.In(text)));

    [GeneratedRegex("name=\"_annat-an-personnummer\" value=\"([^\"]+)\"")]
    private static partial Regex Ticked();

    [GeneratedRegex("""<option value="([^"]+)""")]
    private static partial Regex Option();
}
