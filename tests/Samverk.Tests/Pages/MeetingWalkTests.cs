using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samverk.Meetings;
using Samverk.Meetings.Desk;
using Samverk.Pdf;
using Samverk.Tests.House;
using Samverk.Tests.Meetings.Desk;
using static Microsoft.Playwright.Assertions;

namespace Samverk.Tests.Pages;

/// <summary>A meeting walked by those who hold it, each in a browser of their own.</summary>
[Trait("database", "both")]
public sealed class MeetingWalkTests(WorldOnce once, Chromium chromium)
{
    // What has to go through a server and another browser.
    static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 30_000 };

    [Fact]
    public async Task From_agenda_to_sealed_minutes()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var held = await Held.Today(world);
        await using var secretaryAt = await chromium.As(held.By, site);
        await using var chairAt = await chromium.As(await world.Actor(Held.Chair), site);
        await using var adjusterAt = await chromium.As(await world.Actor(Held.Adjuster), site, width: 375);
        var (secretary, chair, adjuster) = (await secretaryAt.NewPageAsync(), await chairAt.NewPageAsync(), await adjusterAt.NewPageAsync());

        await secretary.GotoAsync($"/moten/{held.Meeting}");
        await Press(secretary, AriaRole.Link, "Skriv dagordningen");
        await secretary.GetByLabel("Rubrik").FillAsync("Fast vårdkontakt, förslag till arbetssätt");
        await secretary.GetByLabel("Slag", new() { Exact = true }).SelectOptionAsync("Decision");
        await secretary.GetByLabel("Förslag till beslut").FillAsync("ställer sig bakom arbetssättet.");
        await Press(secretary, AriaRole.Button, "Lägg till");
        await Expect(secretary.GetByRole(AriaRole.Rowheader, new() { NameString = "Fast vårdkontakt" })).ToBeVisibleAsync();
        await Press(secretary, AriaRole.Button, "Öppna mötet");

        await Press(secretary, AriaRole.Button, "Alla väntade är här");
        await adjuster.GotoAsync($"/moten/{held.Meeting}/folj");
        await Press(secretary, AriaRole.Button, "Klar, gå till § 2");
        await Expect(adjuster.GetByRole(AriaRole.Heading, new() { NameString = "Val av justerare" })).ToBeVisibleAsync(Patient);
        await Press(secretary, AriaRole.Button, "Val");
        await secretary.GetByRole(AriaRole.Checkbox, new() { NameString = Held.Adjuster }).CheckAsync();
        await Press(secretary, AriaRole.Button, "Klar, gå till § 3");
        await secretary.GetByRole(AriaRole.Link, new() { NameString = "Fast vårdkontakt" }).ClickAsync();
        await secretary.GetByRole(AriaRole.Button, new() { NameRegex = new("^Ta upp §") }).ClickAsync();
        await Press(secretary, AriaRole.Button, "Text");
        await secretary.RunAndWaitForResponseAsync(() => secretary.Locator("textarea").First.FillAsync("Vårdcentralen utser kontakten inom tre dagar."), answer => answer.Url.Contains("/anteckningar/", StringComparison.Ordinal) && answer.Ok);
        // Saved by itself, and the follower sees it.
        await Expect(secretary.Locator("[data-said]")).ToContainTextAsync("sparades");
        await Expect(adjuster.GetByText("Vårdcentralen utser kontakten inom tre dagar.")).ToBeVisibleAsync(Patient);
        await Press(secretary, AriaRole.Button, "Beslut");
        await Expect(secretary.GetByLabel("Ledningsgruppen Nära vård", new() { Exact = true })).ToHaveValueAsync("ställer sig bakom arbetssättet.");
        await Press(secretary, AriaRole.Button, "Avsluta mötet");
        await Press(secretary, AriaRole.Link, "Läs hela protokollet");
        await Expect(secretary.GetByText("Ledningsgruppen Nära vård ställer sig bakom arbetssättet.")).ToBeVisibleAsync();
        await Press(secretary, AriaRole.Button, "Skicka för justering");
        await secretary.WaitForURLAsync("**/justering?gjort=skickat");

        foreach (var page in new[] { chair, adjuster })
        {
            await page.GotoAsync("/");
            await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Justera") }).First.ClickAsync();
            await page.GetByLabel("Jag har läst protokollet och det stämmer").CheckAsync();
            await Press(page, AriaRole.Button, "Justera protokollet");
        }
        await Expect(adjuster.GetByText("Alla har nu justerat, och det är förseglat.")).ToBeVisibleAsync();
        var answer = await adjusterAt.APIRequest.GetAsync($"/protokoll/{held.Meeting}/protokoll.pdf");
        Assert.True(PdfSeals.Read(await answer.BodyAsync()).IsWhole);
        Assert.Equal(MeetingState.Adjusted, (await held.View()).State);
    }

    [Fact]
    public async Task Two_writers_never_overwrite_each_other_and_both_texts_are_shown()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var held = await Held.Open(world, "Läget i kommunerna");
        await held.Write("Läget i kommunerna", new TextNote("Kommunerna redovisar läget."));
        var number = (await held.Items()).Single(i => i.Title == "Läget i kommunerna").Number;
        await using var one = await chromium.As(held.By, site, script: false);
        await using var other = await chromium.As(held.By, site, script: false);
        var (first, second) = (await one.NewPageAsync(), await other.NewPageAsync());
        foreach (var page in new[] { first, second })
            await page.GotoAsync($"/moten/{held.Meeting}/protokollsbord?punkt={number}");
        await first.Locator("textarea").First.FillAsync("Tolv kommuner redovisar läget.");
        await Press(first, AriaRole.Button, "Fråga");
        await second.Locator("textarea").First.FillAsync("Elva kommuner redovisar läget.");
        await Press(second, AriaRole.Button, "Fråga");
        await Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync("Tolv kommuner redovisar läget.");
        await Expect(second.Locator("textarea").First).ToHaveValueAsync("Elva kommuner redovisar läget.");
        await Press(second, AriaRole.Button, "Behåll min text");
        await Expect(second.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        var notes = await world.In(s => s.GetRequiredService<DeskLists>().AllNotes(held.Meeting, default));
        Assert.Contains(notes, n => n.Content == new TextNote("Elva kommuner redovisar läget."));
    }

    [Fact]
    public async Task What_was_typed_without_contact_is_kept_in_the_browser_and_saved_when_it_is_back()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var held = await Held.Open(world, "Läget i kommunerna");
        await held.Write("Läget i kommunerna", new TextNote("Kommunerna redovisar läget."));
        var number = (await held.Items()).Single(i => i.Title == "Läget i kommunerna").Number;
        await using var at = await chromium.As(held.By, site);
        var page = await at.NewPageAsync();
        await page.GotoAsync($"/moten/{held.Meeting}/protokollsbord?punkt={number}");
        await at.SetOfflineAsync(true);
        await page.Locator("textarea").First.FillAsync("Skrivet utan kontakt.");
        await Expect(page.Locator("[data-said]")).ToContainTextAsync("Ingen kontakt sedan", new() { Timeout = 30_000 });
        await at.SetOfflineAsync(false);
        // The page is closed before it has been saved: what was typed is still in the browser.
        await page.RunAndWaitForResponseAsync(() => page.ReloadAsync(), answer => answer.Url.Contains("/anteckningar/", StringComparison.Ordinal) && answer.Ok);
        var notes = await world.In(s => s.GetRequiredService<DeskLists>().AllNotes(held.Meeting, default));
        Assert.Contains(notes, n => n.Content == new TextNote("Skrivet utan kontakt."));
    }

    static Task Press(IPage page, AriaRole role, string name) => page.GetByRole(role, new() { NameString = name, Exact = true }).First.ClickAsync();
}
