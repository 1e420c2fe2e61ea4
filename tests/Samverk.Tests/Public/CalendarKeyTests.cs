using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Public;

[Trait("database", "both")]
public sealed partial class CalendarKeyTests(WorldOnce once)
{
    [Fact]
    public async Task A_person_makes_an_address_that_shows_the_meetings_of_their_bodies_until_they_make_another_or_take_it_back()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Björn Åkerlind"));
        using var program = site.Browser();
        var first = await Make(browser);
        var calendar = await program.GetStringAsync(first);
        Assert.Contains("SUMMARY:Samverkansrådet", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("Björn", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("SUMMARY:E-hälsogruppen", calendar, StringComparison.Ordinal);
        Assert.Contains("no-store", (await program.GetAsync(first)).Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(first, await browser.GetStringAsync("/jag"), StringComparison.Ordinal);

        var second = await Make(browser);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(second)).StatusCode);
        using var revoked = await TestSite.Post(browser, "/jag", "/jag", ("_handler", "kalender"), ("kalender", "aterkalla"));
        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(second)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(second.Replace("/kalender/", "/kalender/x", StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task The_database_has_only_what_the_key_can_not_be_made_from()
    {
        await using var world = await once.Copy();
        var actor = await world.Actor("Björn Åkerlind");
        var key = await world.In(s => s.GetRequiredService<CalendarKeys>().Make(actor, default));
        var row = await world.In(s => s.GetRequiredService<SamverkDb>().Set<CalendarKey>().SingleAsync());
        Assert.Equal(32, row.KeyHash.Length);
        Assert.NotEqual(System.Text.Encoding.UTF8.GetBytes(key), row.KeyHash);
        Assert.True(key.Length >= 43);
    }

    static async Task<string> Make(HttpClient browser)
    {
        using var answer = await TestSite.Post(browser, "/jag", "/jag", ("_handler", "kalender"), ("kalender", "skapa"));
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        return Address().Match(html) is { Success: true } found ? found.Value : throw new InvalidOperationException("No address on the page");
    }

    [GeneratedRegex("http://127[^\"]*/publikt/bergslunda/kalender/[^\"]*\\.ics")]
    private static partial Regex Address();
}
