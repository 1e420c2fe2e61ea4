using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samverk.Organisations;
using Samverk.Organisations.SigningIn;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Organisations.SigningIn;

/// <summary>A lapsed session never loses what was typed.</summary>
[Trait("database", "both")]
public sealed partial class KeptFormTests(WorldOnce once, Chromium chromium)
{
    const string Page = "/administration/organ/nytt";

    static readonly (string, string)[] NewBody = [("_handler", "organ"), ("namn", "Gruppen för äldres hälsa & \"trygghet\""), ("kod", "ÄH"), ("slag", "styrgrupp")];

    /// <summary>Reads the form's page, is away for eleven hours, and sends the form.</summary>
    static async Task<HttpResponseMessage> SendLate(TestWorld world, TestSite site, HttpClient browser, params (string Name, string Value)[] typed)
    {
        var token = Token().Match(await browser.GetStringAsync(Page)).Groups[1].Value;
        world.Clock.At += TimeSpan.FromHours(11);
        using var request = new HttpRequestMessage(HttpMethod.Post, Page);
        request.Headers.Referrer = new Uri(site.Address + Page);
        request.Content = new FormUrlEncodedContent(typed.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await browser.SendAsync(request);
    }

    static Task<HttpResponseMessage> SignIn(HttpClient browser, Guid person) => TestSite.Post(browser, "/logga-in", "/logga-in/person", ("person", $"{person}"), ("till", Page));

    static Task<int> Kept(TestWorld world) => world.In(s => s.GetRequiredService<SamverkDb>().Set<KeptForm>().CountAsync());

    [Fact]
    public async Task What_was_sent_too_late_stands_in_the_form_again_and_can_be_sent()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var actor = await world.Actor("Linda Ekroth");
        using var browser = site.Browser(actor);
        var late = await SendLate(world, site, browser, NewBody);
        Assert.Equal("/logga-in?till=%2Fadministration%2Forgan%2Fnytt&kvar=ja", late.Headers.Location!.OriginalString);
        Assert.Contains("Det du skrev är kvar", WebUtility.HtmlDecode(await browser.GetStringAsync(late.Headers.Location)), StringComparison.Ordinal);
        Assert.DoesNotContain(await world.In(s => s.GetRequiredService<AreaDirectory>().Bodies(default)), b => b.Code == "ÄH");
        // What is kept can't be read in the database.
        Assert.DoesNotContain("äldres"u8.ToArray(), await world.In(s => s.GetRequiredService<SamverkDb>().Set<KeptForm>().Select(f => f.Content).ToListAsync()));

        await SignIn(browser, actor.Person);
        var page = await browser.GetStringAsync(Page);
        Assert.Contains("Det du skrev är kvar.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Gruppen för äldres hälsa &amp; &quot;trygghet&quot;\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"styrgrupp\"", page, StringComparison.Ordinal);
        var host = Option().Match(page[page.IndexOf("name=\"vard\"", StringComparison.Ordinal)..]).Groups[1].Value;

        var sent = await TestSite.Post(browser, Page, Page, [.. NewBody, ("vard", host)]);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains(await world.In(s => s.GetRequiredService<AreaDirectory>().Bodies(default)), b => b.Code == "ÄH");
        Assert.Equal(0, await Kept(world));
        Assert.DoesNotContain("Det du skrev är kvar", await browser.GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_gets_it_and_after_a_day_nobody_does()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var actor = await world.Actor("Linda Ekroth");
        using var browser = site.Browser(actor);
        await SendLate(world, site, browser, NewBody);
        var other = await world.In(async s =>
        {
            var db = s.GetRequiredService<SamverkDb>();
            var second = (await s.GetRequiredService<AreaDirectory>().People(default)).First(p => p.Id != actor.Person);
            db.Add(new Function(actor.Area, second.Id, FunctionKind.Administrator, null, new(2026, 1, 1), null));
            await db.SaveChangesAsync();
            return second.Id;
        });
        await SignIn(browser, other);
        Assert.DoesNotContain("Gruppen för äldres", await browser.GetStringAsync(Page), StringComparison.Ordinal);
        // The same person in another browser has not the key.
        using var elsewhere = site.Browser(actor);
        Assert.DoesNotContain("Gruppen för äldres", await elsewhere.GetStringAsync(Page), StringComparison.Ordinal);
        await SignIn(browser, actor.Person);
        Assert.Contains("Gruppen för äldres", await browser.GetStringAsync(Page), StringComparison.Ordinal);
        world.Clock.At += TimeSpan.FromDays(1);
        await SignIn(browser, actor.Person);
        Assert.DoesNotContain("Gruppen för äldres", await browser.GetStringAsync(Page), StringComparison.Ordinal);
        Assert.Equal(0, await Kept(world));
    }

    [Fact]
    public async Task What_is_too_much_is_not_kept_and_a_stranger_keeps_nothing()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Linda Ekroth"));
        var late = await SendLate(world, site, browser, ("_handler", "organ"), ("namn", new string('n', KeptForms.MostBytes)));
        Assert.Contains("kvar=nej", late.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("för stort för att sparas", WebUtility.HtmlDecode(await browser.GetStringAsync(late.Headers.Location)), StringComparison.Ordinal);
        using var stranger = site.Browser();
        var asked = await stranger.PostAsync(Page, new FormUrlEncodedContent([new("namn", "Något")]));
        Assert.Equal("/logga-in", asked.Headers.Location!.OriginalString);
        Assert.Equal(0, await Kept(world));
    }

    [Fact]
    public async Task It_can_be_thrown_away()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var actor = await world.Actor("Linda Ekroth");
        using var browser = site.Browser(actor);
        await SendLate(world, site, browser, NewBody);
        await SignIn(browser, actor.Person);
        var thrown = await TestSite.Post(browser, Page, KeptFormsOnPages.Discard);
        Assert.Equal(Page, thrown.Headers.Location!.OriginalString);
        Assert.Equal(0, await Kept(world));
        Assert.DoesNotContain("Det du skrev är kvar", await browser.GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_field_is_filled_and_what_has_no_place_is_told()
    {
        const string Html = """
            <main><div class="head"></div><form method="post" action="/annat"><input name="a"></form>
            <details><form method="post" action="/dit"><input name="a"><input name="a"><input type="checkbox" name="b" value="1" checked><input type="checkbox" name="b" value="2">
            <input type="radio" name="c" value="x" checked><input type="radio" name="c" value="y"><textarea name="d">förr</textarea>
            <select name="e"><option value="1" selected>1<option value="2">2</select><input type="file" name="f"><button name="g" value="h">Skicka</button></form></details></main>
            """;
        var filled = FilledPage.Of(Html, new("/sida?x=1", "/dit", [new("a", "ett"), new("a", "två"), new("b", "2"), new("c", "y"), new("d", "nu\n<script>"), new("e", "2"), new("borta", "<b>kvar</b>")]), ("t", "v"));
        Assert.Contains("<form method=\"post\" action=\"/annat\"><input name=\"a\"></form>", filled, StringComparison.Ordinal);
        Assert.Contains("<input name=\"a\" value=\"ett\"><input name=\"a\" value=\"två\">", filled, StringComparison.Ordinal);
        Assert.Contains("name=\"b\" value=\"1\"><input type=\"checkbox\" name=\"b\" value=\"2\" checked", filled, StringComparison.Ordinal);
        Assert.Contains("name=\"c\" value=\"x\"><input type=\"radio\" name=\"c\" value=\"y\" checked", filled, StringComparison.Ordinal);
        Assert.Contains("nu\n&lt;script&gt;</textarea>", filled, StringComparison.Ordinal);
        Assert.Contains("<option value=\"1\">1</option><option value=\"2\" selected", filled, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;kvar&lt;/b&gt;", filled, StringComparison.Ordinal);
        Assert.Contains("<details open", filled, StringComparison.Ordinal);
        Assert.Contains("href=\"#kvar\"", filled, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_browser_it_is_a_walk_of_three_steps()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        await using var context = await chromium.As(await world.Actor("Linda Ekroth"), site, script: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(Page);
        await page.Locator("#namn").FillAsync("Gruppen för äldres hälsa");
        await page.Locator("#kod").FillAsync("ÄH");
        await page.Locator("#over").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        var parent = await page.Locator("#over").InputValueAsync();
        world.Clock.At += TimeSpan.FromHours(11);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till organ", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Det du skrev är kvar i en dag")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Logga in som Linda Ekroth" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Det du skrev är kvar.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#namn")).ToHaveValueAsync("Gruppen för äldres hälsa");
        await Assertions.Expect(page.Locator("#over")).ToHaveValueAsync(parent);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till organ", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Organet är tillagt.")).ToBeVisibleAsync();
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]*)""")]
    private static partial Regex Token();

    [GeneratedRegex("""<option value="([^"]+)""")]
    private static partial Regex Option();
}
