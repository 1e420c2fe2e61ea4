using Samverk.Tests.House;
using Samverk.Tests.Meetings;

namespace Samverk.Tests.Public;

/// <summary>The pages of the public site and of publishing, in a real browser.</summary>
public sealed class PublicPagesTests(WorldOnce once, Chromium chromium)
{
    [Fact]
    public async Task Every_public_page_passes_axe_and_holds_its_width_on_a_desk_and_on_a_phone()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        var pages = (await PublicCrawl.All(site, browser, 3)).Where(p => p.Value.Contains("<!DOCTYPE html>", StringComparison.OrdinalIgnoreCase)).Select(p => p.Key).GroupBy(PublicCrawl.Kind).Select(g => g.First()).Order().ToList();
        Assert.True(pages.Count >= 11, string.Join(' ', pages));
        var meeting = (await Publications.Recorded(world, published: false))[0];
        var shown = (await Publications.Recorded(world, published: true))[0];
        List<string> faults = [];
        foreach (var width in new[] { 1280, 375 })
        {
            await using var context = await chromium.As(null, site, width);
            await using var keeper = await chromium.As(await Publications.Administrator(world), site, width);
            var (nobody, administrator) = (await context.NewPageAsync(), await keeper.NewPageAsync());
            foreach (var (page, address) in pages.Select(p => (nobody, p)).Concat(new[] { "/publicera", $"/publicera/uppgifter?mote={meeting}", $"/publicera/{shown}/avpublicera", "/administration/synpunkter", "/jag" }.Select(p => (administrator, p))))
            {
                await page.GotoAsync(address);
                faults.AddRange((await Axe.Faults(page)).Select(fault => $"{address} {width}: {fault}"));
                var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (overflow > 0)
                    faults.Add($"{address} is {overflow} px too wide at {width}");
                if (await page.Locator("h1").CountAsync() != 1)
                    faults.Add($"{address} has not one h1");
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_secretary_chooses_decides_reads_what_becomes_public_and_publishes_without_script()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        await using var context = await chromium.As(await Publications.Administrator(world), site, script: false);
        var before = await Publications.Recorded(world, published: true);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/publicera");
        await page.Locator("input[name=mote]").Nth(0).CheckAsync();
        await page.Locator("input[name=mote]").Nth(1).CheckAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Gå igenom uppgifterna" }).ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Fortsätt" }).ClickAsync();
        Assert.Contains("blir synliga för alla", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(before.Count, (await Publications.Recorded(world, published: true)).Count);
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Publicera 2 protokoll" }).ClickAsync();
        Assert.Contains("Protokollen är publicerade.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var added = (await Publications.Recorded(world, published: true)).Except(before).ToList();
        Assert.Equal(2, added.Count);
        await page.GotoAsync($"/publikt/bergslunda/moten/{added[0]}");
        Assert.Contains("Inläst från original, justerat utanför systemet.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }
}
