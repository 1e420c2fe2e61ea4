using Microsoft.Playwright;
using Samverk.Tests.House;

namespace Samverk.Tests.Search;

/// <summary>Searching in a real browser: with the keyboard alone, and without script.</summary>
public sealed class SearchPagesTests(WorldOnce once, Chromium chromium)
{
    [Fact]
    public async Task Suggestions_are_chosen_with_the_keyboard_alone()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        await using var context = await chromium.As(await world.Actor("Maria Sandelin"), site);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/moten");
        await page.Keyboard.PressAsync("/");
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "Sök i allt" });
        await Assertions.Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("björn åk");
        var options = page.GetByRole(AriaRole.Option);
        await Assertions.Expect(options.First).ToContainTextAsync("Björn Åkerlind");
        Assert.InRange(await options.CountAsync(), 1, 8);
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-activedescendant", (await options.First.GetAttributeAsync("id"))!);
        Assert.Empty(await Axe.Faults(page));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Björn Åkerlind");
    }

    [Fact]
    public async Task Esc_closes_the_suggestions_and_Enter_searches()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        await using var context = await chromium.As(await world.Actor("Maria Sandelin"), site);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sok");
        var field = page.GetByRole(AriaRole.Combobox);
        await field.FillAsync("utskriv");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
        await field.FillAsync("utskrivning");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sök: utskrivning");
        Assert.True(await page.Locator("mark").CountAsync() > 5);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task Results_filters_and_proposals_work_without_script_and_pass_axe(int width)
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        await using var context = await chromium.As(await world.Actor("Maria Sandelin"), site, width, script: false);
        await using var scripted = await chromium.As(await world.Actor("Maria Sandelin"), site, width);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sok");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("utskrivnig");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sök", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "utskrivning", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sök: utskrivning");
        foreach (var address in new[] { "/sok", "/sok?q=utskrivnig", "/sok?q=utskrivning&slag=Decision", "/sok?q=utskrivning+kvicksilver", "/sok?q=%3Cscript%3E" })
        {
            var checkedPage = await scripted.NewPageAsync();
            await checkedPage.GotoAsync(address);
            Assert.Empty((await Axe.Faults(checkedPage)).Select(fault => $"{address} {fault}"));
            Assert.Equal(0, await checkedPage.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            await checkedPage.CloseAsync();
        }
    }
}
