using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samverk.Meetings.Desk;
using Samverk.Meetings.Groups;
using Samverk.Meetings.Speaking;
using Samverk.Tests.House;
using Samverk.Tests.Meetings.Desk;
using static Microsoft.Playwright.Assertions;

namespace Samverk.Tests.Pages;

/// <summary>The speakers' list and a group discussion, walked by members on phones and the secretary at the desk.</summary>
[Trait("database", "both")]
public sealed class DiscussionWalkTests(WorldOnce once, Chromium chromium)
{
    const string Omar = "Omar Haddad", Sara = "Sara Malmros", Petra = "Petra Lindvik", Title = "Läget i kommunerna";

    // What has to go through a server and another browser.
    static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 30_000 };
    static readonly LocatorAssertionsToHaveTextOptions PatientText = new() { Timeout = 30_000 };

    [Fact]
    public async Task A_member_asks_for_the_floor_on_a_phone_and_is_given_it_at_the_desk_where_nothing_typed_is_lost()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var (held, number) = await Up(world);
        await held.Write(Title, new TextNote("Kommunerna redovisar läget."));
        await using var secretaryAt = await chromium.As(held.By, site);
        await using var omarAt = await chromium.As(await world.Actor(Omar), site, width: 375);
        await using var chairAt = await chromium.As(await world.Actor(Held.Chair), site, width: 375);
        var (secretary, omar, chair, screen) = (await secretaryAt.NewPageAsync(), await omarAt.NewPageAsync(), await chairAt.NewPageAsync(), await secretaryAt.NewPageAsync());
        await secretary.GotoAsync($"/moten/{held.Meeting}/protokollsbord?punkt={number}");
        await screen.GotoAsync($"/moten/{held.Meeting}/visning");
        await omar.GotoAsync($"/moten/{held.Meeting}/folj");
        await chair.GotoAsync($"/moten/{held.Meeting}/folj");
        await secretaryAt.RouteAsync("**/anteckningar/**", route => route.AbortAsync());
        await secretary.Locator("textarea").First.FillAsync("Det här är inte sparat.");
        await secretary.Locator("summary", new() { HasTextString = "Sätt upp någon" }).ClickAsync();

        await Press(omar, "Begär ordet");
        await Expect(omar.GetByText("Du är nummer 1 av 1 på talarlistan.")).ToBeVisibleAsync(Patient);
        await Expect(secretary.GetByRole(AriaRole.Button, new() { NameString = $"Ge ordet till {Omar}" })).ToBeVisibleAsync(Patient);
        // What the secretary has opened stays open, and what they choose there is put up without leaving the page.
        await secretary.GetByLabel("Vem", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = Sara });
        await Press(secretary, "Sätt upp");
        await Expect(screen.Locator("ol.people")).ToContainTextAsync(Sara, new() { Timeout = 30_000 });
        await chair.Locator("ol.people > li", new() { HasTextString = Sara }).Locator("summary").ClickAsync();
        await Press(chair, $"Flytta upp {Sara}");
        await Expect(secretary.GetByRole(AriaRole.Button, new() { NameString = $"Ge ordet till {Sara}" })).ToBeVisibleAsync(Patient);
        await Press(secretary, $"Ge ordet till {Sara}");
        await Expect(omar.GetByText($"{Sara}, ").First).ToBeVisibleAsync(Patient);
        await Press(omar, "Begär replik");
        await Expect(omar.GetByRole(AriaRole.Button, new() { NameString = "Ta tillbaka repliken" })).ToBeVisibleAsync(Patient);
        await Expect(secretary.Locator("ol.people > li").First).ToContainTextAsync("replik", new() { Timeout = 30_000 });
        await Press(secretary, $"Ge ordet till {Omar}");
        await Expect(omar.Locator(".actionbar p")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Du har ordet sedan"), PatientText);
        await Expect(screen.Locator(".floor")).ToContainTextAsync(Omar, new() { Timeout = 30_000 });
        await Expect(secretary.Locator("textarea").First).ToHaveValueAsync("Det här är inte sparat.");

        // The next item begins with an empty list.
        await secretaryAt.UnrouteAllAsync();
        await secretary.RunAndWaitForResponseAsync(() => secretary.GetByRole(AriaRole.Button, new() { NameRegex = new("^Klar, gå till") }).ClickAsync(), IsPage);
        await Expect(omar.GetByText("Ingen har begärt ordet.")).ToBeVisibleAsync(Patient);
        Assert.Contains(await world.In(s => s.GetRequiredService<DeskLists>().AllNotes(held.Meeting, default)), n => n.Content == new TextNote("Det här är inte sparat."));
    }

    [Fact]
    public async Task The_list_is_plain_forms_where_there_is_no_script()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var (held, number) = await Up(world);
        await held.Write(Title, new TextNote("Kommunerna redovisar läget."));
        await using var secretaryAt = await chromium.As(held.By, site, script: false);
        await using var omarAt = await chromium.As(await world.Actor(Omar), site, width: 375, script: false);
        var (secretary, omar) = (await secretaryAt.NewPageAsync(), await omarAt.NewPageAsync());
        await omar.GotoAsync($"/moten/{held.Meeting}/folj");
        await Press(omar, "Begär ordet");
        await Press(omar, "Ta tillbaka");
        await Press(omar, "Begär ordet");
        await Expect(omar.GetByText("Du är nummer 1 av 1 på talarlistan.")).ToBeVisibleAsync();
        await secretary.GotoAsync($"/moten/{held.Meeting}/protokollsbord?punkt={number}");
        await secretary.Locator("textarea").First.FillAsync("Skrivet innan ordet gavs.");
        await Press(secretary, $"Ge ordet till {Omar}");
        await Expect(secretary.Locator(".floor")).ToContainTextAsync(Omar);
        await Expect(secretary.Locator("textarea").First).ToHaveValueAsync("Skrivet innan ordet gavs.");
        await omar.ReloadAsync();
        await Expect(omar.Locator(".actionbar p")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Du har ordet sedan"));
        Assert.Contains(await world.In(s => s.GetRequiredService<DeskLists>().AllNotes(held.Meeting, default)), n => n.Content == new TextNote("Skrivet innan ordet gavs."));
    }

    [Fact]
    public async Task Groups_write_on_their_phones_at_once_and_all_of_it_is_collected_into_the_item()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var (held, number) = await Up(world);
        await using var secretaryAt = await chromium.As(held.By, site);
        await using var omarAt = await chromium.As(await world.Actor(Omar), site, width: 375);
        await using var saraAt = await chromium.As(await world.Actor(Sara), site, width: 375);
        var (secretary, omar, sara) = (await secretaryAt.NewPageAsync(), await omarAt.NewPageAsync(), await saraAt.NewPageAsync());
        await omar.GotoAsync($"/moten/{held.Meeting}/folj");
        await secretary.GotoAsync($"/moten/{held.Meeting}/protokollsbord?punkt={number}");
        await Press(secretary, "Gruppdiskussion");
        await secretary.GetByLabel("Grupper", new() { Exact = true }).FillAsync("2");
        await secretary.RunAndWaitForResponseAsync(() => Press(secretary, "Föreslå grupper"), IsPage);
        await secretary.GetByLabel("Fråga att svara på").FillAsync("Vad hindrar er?");
        foreach (var (name, group) in new[] { (Omar, "0"), (Sara, "0"), (Petra, "1") })
            await secretary.GetByLabel($"Grupp för {name}").SelectOptionAsync(group);
        await secretary.RunAndWaitForResponseAsync(() => Press(secretary, "Öppna"), IsPage);

        await omar.GetByRole(AriaRole.Link, new() { NameString = "Skriv i Grupp 1" }).ClickAsync();
        await Expect(omar.GetByText("Vad hindrar er?")).ToBeVisibleAsync();
        await sara.GotoAsync(omar.Url);
        await Typed(omar, "Gemensam introduktion");
        world.Clock.At += TimeSpan.FromMinutes(1);
        await sara.Locator("textarea").First.PressSequentiallyAsync("Samma ");
        // The other's note comes while one writes, and takes nothing of what one has written.
        await Expect(sara.GetByText("Gemensam introduktion")).ToBeVisibleAsync(Patient);
        await sara.Locator("textarea").First.PressSequentiallyAsync("blankett");
        await Expect(sara.Locator("textarea").First).ToHaveValueAsync("Samma blankett");
        await Expect(omar.GetByText("Samma blankett")).ToBeVisibleAsync(Patient);
        await omar.RunAndWaitForResponseAsync(() => Press(omar, "Spara och skriv en till"), IsPage);
        await Expect(omar.Locator("textarea")).ToHaveCountAsync(2);
        world.Clock.At += TimeSpan.FromMinutes(1);
        await Typed(omar, "Tidigare kallelser", last: true);
        await Expect(secretary.GetByText("tre anteckningar")).ToBeVisibleAsync(Patient);

        // A page that is closed before what is typed was saved finds it again.
        await omarAt.SetOfflineAsync(true);
        await omar.Locator("textarea").Last.FillAsync("Tidigare kallelser till alla");
        await Expect(omar.Locator("[data-said]")).ToContainTextAsync("Ingen kontakt sedan", new() { Timeout = 30_000 });
        await omarAt.SetOfflineAsync(false);
        await omar.RunAndWaitForResponseAsync(() => omar.ReloadAsync(), answer => answer.Url.Contains("/anteckningar/", StringComparison.Ordinal) && answer.Ok);

        await Press(secretary, "Ändra eller samla in");
        await secretary.RunAndWaitForResponseAsync(() => Press(secretary, "Samla in anteckningarna"), IsPage);
        await Expect(secretary.GetByLabel("Anteckningar, en på varje rad").First).ToHaveValueAsync("Gemensam introduktion\nSamma blankett\nTidigare kallelser till alla");
        await Expect(omar.GetByText("Här går det bara att läsa vad gruppen skrev.")).ToBeVisibleAsync(Patient);
        // Written after that: refused, told, and still there to be read aloud.
        await omar.Locator("textarea").Last.FillAsync("För sent");
        await Expect(omar.Locator("[data-said]")).ToContainTextAsync("redan insamlade", new() { Timeout = 30_000 });
        await Expect(omar.Locator("textarea").Last).ToHaveValueAsync("För sent");
        await omar.ReloadAsync();
        await Expect(omar.Locator("textarea")).ToHaveCountAsync(0);
        await Expect(omar.GetByText("Samma blankett")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Two_who_write_the_same_note_without_script_are_shown_both_texts()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var (held, _) = await Up(world);
        var item = (await held.Items()).Single(i => i.Title == Title).Id;
        var people = (await held.Participants()).ToDictionary(p => p.Name, p => p.Id);
        Assert.Null(await world.In(s => s.GetRequiredService<GroupWork>().Open(held.Meeting, item, new(null, null, [new(null, "Blå", [people[Omar], people[Sara]]), new(null, "Grön", [people[Petra]])]), held.By, default)));
        var by = await world.Actor(Omar);
        var group = await world.In(async s => (await s.GetRequiredService<GroupLists>().Of((await s.GetRequiredService<DeskLists>().Meeting(held.Meeting, by, default))!, by, default))[0].Groups[0].Id);
        await using var omarAt = await chromium.As(by, site, width: 375, script: false);
        await using var saraAt = await chromium.As(await world.Actor(Sara), site, width: 375, script: false);
        var (omar, sara) = (await omarAt.NewPageAsync(), await saraAt.NewPageAsync());
        await omar.GotoAsync($"/moten/{held.Meeting}/grupper/{group}");
        await omar.Locator("textarea").First.FillAsync("Gemensam introduktion");
        await Press(omar, "Spara och skriv en till");
        await sara.GotoAsync($"/moten/{held.Meeting}/grupper/{group}");
        world.Clock.At += TimeSpan.FromMinutes(1);
        await sara.Locator("textarea").First.FillAsync("Mitt eget");
        // What is typed is saved before the other's note is opened.
        await Press(sara, $"Ändra {Omar}s anteckning");
        await sara.Locator("textarea").First.FillAsync("Gemensam introduktion för alla");
        await omar.Locator("textarea").First.FillAsync("Gemensam introduktion i maj");
        await Press(omar, "Spara och skriv en till");
        await Press(sara, "Spara och skriv en till");
        await Expect(sara.GetByRole(AriaRole.Alert)).ToContainTextAsync("Gemensam introduktion i maj");
        await Expect(sara.Locator("textarea").First).ToHaveValueAsync("Gemensam introduktion för alla");
        await Press(sara, "Behåll min text");
        await Expect(sara.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        var lines = (await world.In(async s => await s.GetRequiredService<GroupLists>().Group((await s.GetRequiredService<DeskLists>().Meeting(held.Meeting, by, default))!, group, by, default)))!.Lines;
        Assert.Equal(["Gemensam introduktion för alla", "Mitt eget"], lines.Select(l => l.Text).Order());
    }

    /// <summary>The meeting with an item up, everybody there but the deputies; and the number of the item.</summary>
    static async Task<(Held Held, string Number)> Up(TestWorld world)
    {
        var held = await Held.Open(world, Title, "Rutin för helger");
        var item = (await held.Items()).Single(i => i.Title == Title);
        Assert.Null(await held.Desk(d => d.TakeUp(held.Meeting, item.Id, held.By, default)));
        return (held, item.Number);
    }

    static async Task Typed(IPage page, string text, bool last = false)
    {
        var note = last ? page.Locator("textarea").Last : page.Locator("textarea").First;
        await page.RunAndWaitForResponseAsync(() => note.FillAsync(text), answer => answer.Url.Contains("/anteckningar/", StringComparison.Ordinal) && answer.Ok);
    }

    static bool IsPage(IResponse answer) => answer is { Ok: true, Request.IsNavigationRequest: true, Request.Method: "GET" };

    static async Task Press(IPage page, string name)
    {
        var button = page.GetByRole(AriaRole.Button, new() { NameString = name, Exact = true });
        await (await button.CountAsync() > 0 ? button : page.GetByRole(AriaRole.Link, new() { NameString = name, Exact = true })).First.ClickAsync();
    }
}
