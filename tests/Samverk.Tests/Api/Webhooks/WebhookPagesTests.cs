using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Samverk.Tests.Agreements;
using Samverk.Tests.House;
using Samverk.Tests.Organisations;

namespace Samverk.Tests.Api.Webhooks;

/// <summary>The pages where webhooks are kept, in a real browser and without one.</summary>
public sealed partial class WebhookPagesTests(WorldOnce once, Chromium chromium)
{
    const string All = "/administration/webhookar";

    [Fact]
    public async Task Every_page_passes_axe_and_holds_its_width_on_a_desk_and_on_a_phone()
    {
        await using var world = await once.Copy();
        await using var receiver = await Receiver.Start();
        var hook = await Hooked.On(world, "Askviks kommun", receiver.Address);
        Assert.Null(await hook.Keep((k, by) => k.Try(hook.Id, by, default)));
        await Hooked.DoAll(world);
        receiver.Answer = HttpStatusCode.ServiceUnavailable;
        await (await Adopting.Begin(world)).RecommendShortly(1);
        Assert.Null(await hook.Keep((k, by) => k.Try(hook.Id, by, default)));
        await Hooked.DoAll(world);
        await using var site = await TestSite.Over(world);
        List<string> faults = [];
        foreach (var width in new[] { 1280, 375 })
        {
            await using var context = await chromium.As(await world.Administrator(), site, width);
            var page = await context.NewPageAsync();
            page.Console += (_, message) =>
            {
                if (message.Type == "error")
                    faults.Add($"{page.Url} console: {message.Text}");
            };
            foreach (var address in new[] { "/administration", All, $"{All}/{hook.Id}", "/api" })
            {
                if ((await page.GotoAsync(address))?.Status is not 200 and var status)
                    faults.Add($"{address} answers {status}");
                faults.AddRange((await Axe.Faults(page)).Select(fault => $"{address} {width}: {fault}"));
                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over)
                    faults.Add($"{address} is {over} px too wide at {width}");
                if (Environment.GetEnvironmentVariable("SAMVERK_LOOK") is { Length: > 0 } look)
                    await page.ScreenshotAsync(new() { Path = Path.Combine(look, $"{address.Trim('/').Replace('/', '_')}-{width}.png"), FullPage = true });
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task An_administrator_adds_one_sees_its_secret_once_tries_it_and_takes_it_away()
    {
        await using var world = await once.Copy();
        await using var receiver = await Receiver.Start();
        await using var site = await TestSite.Over(world, "--Webhooks:Hosts", "127.0.0.1");
        using var browser = site.Browser(await world.Administrator());
        var organisation = $"{await world.Organisation("Askviks kommun")}";
        (string, string)[] typed = [("_handler", "lagg-till"), ("organisation", organisation), ("namn", "Diariet"), ("handelse", "adoption.requested"), ("handelse", "minutes.dispatched")];
        var wrong = await (await TestSite.Post(browser, All, All, [.. typed, ("adress", "http://diariet.example/")])).Content.ReadAsStringAsync();
        Assert.Contains("Adressen ska börja med https://", WebUtility.HtmlDecode(wrong), StringComparison.Ordinal);
        Assert.Contains("value=\"http://diariet.example/\"", wrong, StringComparison.Ordinal);
        Assert.Equal(2, Ticked().Count(wrong));
        var added = await (await TestSite.Post(browser, All, All, [.. typed, ("adress", receiver.Address)])).Content.ReadAsStringAsync();
        var secret = WebUtility.HtmlDecode(Secret().Match(added).Value);
        var own = Own().Match(added).Value;
        Assert.DoesNotContain("whsec_", await browser.GetStringAsync(own), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await TestSite.Post(browser, own, own, ("_handler", "prova"))).StatusCode);
        await Until.So(() => Task.FromResult(receiver.Messages.Count == 1), () => "The try did not come.");
        Assert.Equal(Receiver.Signed(secret, receiver.Messages[0]), receiver.Messages[0].Signature);
        await Until.So(async () => (await browser.GetStringAsync(own)).Contains("Mottaget", StringComparison.Ordinal), () => "The page does not say that it came.");
        Assert.Equal(HttpStatusCode.Redirect, (await TestSite.Post(browser, own, own, ("_handler", "pausa"))).StatusCode);
        Assert.Contains("Pausad", await browser.GetStringAsync(own), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await TestSite.Post(browser, own, own, ("_handler", "ta-bort"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(own)).StatusCode);
        Assert.Contains("Inga webhookar än", await browser.GetStringAsync(All), StringComparison.Ordinal);
    }

    [GeneratedRegex("whsec_[^<]+")]
    private static partial Regex Secret();

    [GeneratedRegex("/administration/webhookar/[0-9a-f-]{36}")]
    private static partial Regex Own();

    [GeneratedRegex("name=\"handelse\"[^>]* checked")]
    private static partial Regex Ticked();
}
