using System.Text;
using Microsoft.Playwright;
using Samverk.Tests.House;

namespace Samverk.Tests.Pages;

/// <summary>The first working day, as a secretary walks it in a browser.</summary>
[Trait("database", "both")]
public sealed class FromDropToRegisterTests(WorldOnce once, Chromium chromium)
{
    const string Minutes = """
        Protokoll Samverkansrådet för hälsa, social välfärd och vård

        Tid: Fredag den 17 november 2023 kl. 9.30–12.00
        Plats: Sal Åsen, Regionhuset Stenvalla
        Vid protokollet: Maria Sandelin

        Närvarande ledamöter:
        Torsten Ahlqvist, ordförande	Region Bergslunda

        1. Mötet öppnas
        Ordföranden hälsar välkommen.

        2. Gemensam jourtelefon
        Rådet beslutar att inrätta en gemensam jourtelefon från den 1 mars 2024.

        3. Mötet avslutas
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_dropped_document_is_reviewed_confirmed_and_found_among_the_decisions(bool script)
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        await using var context = await chromium.As(await EveryPageTests.Secretary(world), site, script: script);
        var page = await context.NewPageAsync();
        await Walk(page, new() { Name = "sr-2023-11-17.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(Minutes) });
        await page.GotoAsync("/beslut?q=jourtelefon");
        await Assertions.Expect(page.GetByText("gemensam jourtelefon från den 1 mars 2024")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("samverkansrad-2017")]
    [InlineData("samverkansrad-2020")]
    public async Task Real_minutes_walk_the_same_way(string name)
    {
        var file = SharedMinutes(name + ".txt");
        Assert.SkipUnless(file is not null, "../shared/minutes is not here");
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        await using var context = await chromium.As(await EveryPageTests.Secretary(world), site);
        var page = await context.NewPageAsync();
        await Walk(page, new() { Name = name + ".txt", MimeType = "text/plain", Buffer = await File.ReadAllBytesAsync(file) });
        await page.GotoAsync("/beslut?q=dagordningen");
        await Assertions.Expect(page.GetByText("Dagordningen godkändes").First).ToBeVisibleAsync();
    }

    static async Task Walk(IPage page, FilePayload file)
    {
        await page.GotoAsync("/importera");
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg in" }).Or(page.GetByRole(AriaRole.Button, new() { Name = "Läs in" })).First.ClickAsync();
        var review = page.GetByRole(AriaRole.Link, new() { NameString = "Granska" }).First;
        for (var tries = 0; tries < 40 && !await review.IsVisibleAsync(); tries++)
        {
            await page.WaitForTimeoutAsync(250);
            await page.ReloadAsync();
        }
        await page.GotoAsync((await review.GetAttributeAsync("href"))!);
        // Whatever is asked is answered: the body is the council, remarks are seen.
        var body = page.Locator("select[name=Body]");
        if (await body.CountAsync() > 0 && await body.InputValueAsync() is "")
            await body.SelectOptionAsync(new SelectOptionValue { Label = "Samverkansrådet för hälsa, social välfärd och vård" });
        foreach (var remark in await page.Locator(".needs input[type=checkbox]").AllAsync())
            await remark.CheckAsync();
        foreach (var question in await page.Locator(".needs fieldset").AllAsync())
            if (await question.Locator("input[type=radio]:checked").CountAsync() == 0 && await question.Locator("input[type=radio]").CountAsync() > 0)
                await question.Locator("input[type=radio]").Last.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { NameString = "Bekräfta" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("bekräftad", new() { Exact = false }).First).ToBeVisibleAsync();
    }

    static string? SharedMinutes(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "shared", "minutes", name)))
                return Path.Combine(folder.FullName, "shared", "minutes", name);
        return null;
    }
}
