using Microsoft.Playwright;
using Samverk.Organisations;
using Samverk.Tests.Disclosure;
using Samverk.Tests.House;
using Samverk.Tests.Organisations;

namespace Samverk.Tests.Pages;

/// <summary>The pages where people are protected and forgotten, what is old is removed and records are given out, in a real browser.</summary>
public sealed class CarePagesTests(WorldOnce once, Chromium chromium)
{
    [Fact]
    public async Task Every_page_passes_axe_and_holds_its_width_on_a_desk_and_on_a_phone()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var by = await world.Administrator();
        var (open, answered) = await Requests(world, by);
        var (council, seated) = (await world.Body("SR"), await world.Person("Farid Rahimi"));
        Assert.Null(await world.Said<Samverk.Organisations.Protection.IdentityKeeper>(k => k.Protect(seated, by, default)));
        var away = await world.Person("Torsten Ahlqvist");
        string[] pages =
        [
            "/administration", "/administration/gallring", "/personer", $"/personer/{seated}", $"/personer/{seated}/andra", $"/personer/{seated}/anonymisera", $"/personer/{away}/anonymisera", $"/organ/{council.Id}", "/logga-in",
            "/utlamnande", "/utlamnande?visa=alla", "/utlamnande/ny", $"/utlamnande/{open}", $"/utlamnande/{open}/besvara", $"/utlamnande/{answered}", $"/utlamnande/{answered}/beslut",
        ];
        List<string> faults = [];
        foreach (var width in new[] { 1280, 375 })
        {
            await using var context = await chromium.As(by, site, width);
            var page = await context.NewPageAsync();
            page.Console += (_, message) =>
            {
                if (message.Type == "error")
                    faults.Add($"{page.Url} console: {message.Text}");
            };
            foreach (var address in pages)
            {
                if ((await page.GotoAsync(address))?.Status is not 200 and var status)
                    faults.Add($"{address} answers {status}");
                faults.AddRange((await Axe.Faults(page)).Select(fault => $"{address} {width}: {fault}"));
                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over)
                    faults.Add($"{address} is {over} px too wide at {width}");
                if (await page.Locator("h1").CountAsync() != 1)
                    faults.Add($"{address} has not one h1");
                if (Environment.GetEnvironmentVariable("SAMVERK_LOOK") is { Length: > 0 } look)
                    await page.ScreenshotAsync(new() { Path = Path.Combine(look, $"{address.Trim('/').Replace('/', '_').Replace('?', '_')}-{width}.png"), FullPage = true });
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_registrar_answers_a_request_without_JavaScript()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        await using var context = await chromium.As(await world.Actor("Christer Palm"), site, 375, script: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/utlamnande/ny");
        await page.GetByLabel("Begäran").FillAsync("Protokollet från det senaste mötet med Samverkansrådet");
        await page.GetByLabel("Möten från").FillAsync("2026-09-01");
        await page.GetByLabel("Till", new() { Exact = true }).FillAsync("2026-08-01");
        await page.GetByRole(AriaRole.Button, new() { NameString = "Lägg in och leta" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Sista dagen är före den första");
        await Assertions.Expect(page.GetByLabel("Begäran")).ToHaveValueAsync("Protokollet från det senaste mötet med Samverkansrådet");
        await page.GetByLabel("Till", new() { Exact = true }).FillAsync("2026-09-30");
        await page.GetByRole(AriaRole.Button, new() { NameString = "Lägg in och leta" }).ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameString = "SR 2026:", Exact = false }).First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { NameString = "Ta med valda" }).ClickAsync();
        await page.GetByLabel("Beslut", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Lämnas inte ut" });
        await page.GetByRole(AriaRole.Button, new() { NameString = "Spara och gå till beslutet" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Skriv lag och paragraf");
        await page.GoBackAsync();
        await page.GetByLabel("Beslut", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Lämnas inte ut" });
        await page.GetByLabel("Lag och paragraf").FillAsync("25 kap. 1 § OSL");
        await page.GetByLabel("Skäl", new() { Exact = true }).FillAsync("Rör en enskild.");
        await page.GetByRole(AriaRole.Button, new() { NameString = "Spara och gå till beslutet" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Så överklagar du");
        await page.GetByRole(AriaRole.Button, new() { NameString = "Besvara begäran" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Status)).ToContainTextAsync("Begäran är besvarad.");
        await page.GetByRole(AriaRole.Link, new() { NameString = "Läs beslutet" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("25 kap. 1 § OSL. Rör en enskild.");
    }

    static async Task<(Guid Open, Guid Answered)> Requests(TestWorld world, Actor by)
    {
        var open = await DisclosureTests.Receive(world, by, from: new(2026, 9, 1));
        await DisclosureTests.Take(world, open, by);
        var answered = await DisclosureTests.Receive(world, by, from: new(2026, 9, 1));
        await DisclosureTests.Answered(world, answered, by);
        return (open, answered);
    }
}
