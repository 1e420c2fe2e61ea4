using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samverk.Meetings;
using Samverk.Meetings.Desk;
using Samverk.Pdf;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Meetings.Desk;
using static Microsoft.Playwright.Assertions;

namespace Samverk.Tests.Pages;

/// <summary>A meeting walked by those who hold it, each in a browser of their own.</summary>
[Trait("database", "both")]
public sealed partial class MeetingWalkTests(WorldOnce once, Chromium chromium)
{
    // What has to go through a server and another browser.
    static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 30_000 };

    [Fact]
    public async Task From_backlog_by_sealed_and_published_minutes_to_the_registrars_confirmation()
    {
        const string Matter = "Fast vårdkontakt, förslag till arbetssätt";
        await using var world = await once.Copy();
        await using var server = await Peer.Start("smtp.mjs");
        await using var site = await TestSite.Over(world, "--Mail:Host", "127.0.0.1", "--Mail:Port", $"{server.Ready.GetProperty("port").GetInt32()}", "--Mail:From", "samverk@bergslunda.example");
        var held = await Held.Today(world);
        await using var secretaryAt = await chromium.As(held.By, site);
        await using var chairAt = await chromium.As(await world.Actor(Held.Chair), site);
        await using var adjusterAt = await chromium.As(await world.Actor(Held.Adjuster), site, width: 375);
        await using var memberAt = await chromium.As(await world.Actor("Petra Lindvik"), site, width: 375);
        await using var registrarAt = await chromium.As(await world.Actor("Ulla Hagelin"), site, width: 375);
        var (secretary, chair, adjuster) = (await secretaryAt.NewPageAsync(), await chairAt.NewPageAsync(), await adjusterAt.NewPageAsync());
        var (member, registrar) = (await memberAt.NewPageAsync(), await registrarAt.NewPageAsync());

        await member.GotoAsync($"/organ/{(await held.View()).Body}/arenden");
        await member.GetByLabel("Rubrik").FillAsync(Matter);
        await PressAndArrive(member, "Anmäl ärendet");

        await secretary.GotoAsync($"/moten/{held.Meeting}");
        await Press(secretary, AriaRole.Link, "Skriv dagordningen");
        await Press(secretary, AriaRole.Button, $"Lägg till {Matter}");
        await Expect(secretary.GetByRole(AriaRole.Rowheader, new() { NameString = Matter })).ToBeVisibleAsync();
        await secretary.GetByRole(AriaRole.Link, new() { NameString = Matter, Exact = true }).ClickAsync();
        await secretary.GetByLabel("Slag", new() { Exact = true }).SelectOptionAsync("Decision");
        await secretary.GetByLabel("Förslag till beslut").FillAsync("ställer sig bakom arbetssättet.");
        await PressAndArrive(secretary, "Spara");
        await Press(secretary, AriaRole.Link, "Till kallelsen");
        await secretary.RunAndWaitForResponseAsync(() => secretary.GetByRole(AriaRole.Button, new() { NameRegex = new("^Skicka till .* mottagare$") }).ClickAsync(), IsPage);

        await member.GotoAsync($"/moten/{held.Meeting}/svar");
        await member.GetByLabel("Jag deltar på distans").CheckAsync();
        await PressAndArrive(member, "Svara");
        await chair.GotoAsync($"/moten/{held.Meeting}/kallelse");
        await Expect(chair.GetByText("En av", new() { Exact = false }).First).ToBeVisibleAsync();
        await secretary.GotoAsync($"/moten/{held.Meeting}/dagordning");
        await Press(secretary, AriaRole.Button, "Öppna mötet");

        await PressAndArrive(secretary, "Alla väntade är här");
        await adjuster.GotoAsync($"/moten/{held.Meeting}/folj");
        await member.GotoAsync($"/moten/{held.Meeting}/folj");
        await PressAndArrive(secretary, "Klar, gå till § 2");
        await Expect(adjuster.GetByRole(AriaRole.Heading, new() { NameString = "Val av justerare" })).ToBeVisibleAsync(Patient);
        await Press(secretary, AriaRole.Button, "Val");
        await secretary.GetByRole(AriaRole.Checkbox, new() { NameString = Held.Adjuster }).CheckAsync();
        await PressAndArrive(secretary, "Klar, gå till § 3");
        await secretary.GetByRole(AriaRole.Link, new() { NameString = "Fast vårdkontakt" }).ClickAsync();
        await secretary.RunAndWaitForResponseAsync(() => secretary.GetByRole(AriaRole.Button, new() { NameRegex = new("^Ta upp §") }).ClickAsync(), IsPage);
        await Expect(member.GetByRole(AriaRole.Heading, new() { NameString = Matter })).ToBeVisibleAsync(Patient);
        await Press(member, AriaRole.Button, "Begär ordet");
        await Expect(secretary.GetByText("Petra Lindvik").First).ToBeVisibleAsync(Patient);
        await Press(secretary, AriaRole.Button, "Text");
        await secretary.RunAndWaitForResponseAsync(() => secretary.Locator("textarea").First.FillAsync("Vårdcentralen utser kontakten inom tre dagar."), answer => answer.Url.Contains("/anteckningar/", StringComparison.Ordinal) && answer.Ok);
        // Saved by itself, and the follower sees it.
        await Expect(secretary.Locator("[data-said]")).ToContainTextAsync("sparades");
        await Expect(adjuster.GetByText("Vårdcentralen utser kontakten inom tre dagar.")).ToBeVisibleAsync(Patient);
        await Press(secretary, AriaRole.Button, "Beslut");
        await Expect(secretary.GetByLabel("Ledningsgruppen Nära vård", new() { Exact = true })).ToHaveValueAsync("ställer sig bakom arbetssättet.");
        world.Clock.At += TimeSpan.FromMinutes(50);
        await PressAndArrive(secretary, "Avsluta mötet");
        await Press(secretary, AriaRole.Link, "Läs hela protokollet");
        await Expect(secretary.GetByText("Ledningsgruppen Nära vård ställer sig bakom arbetssättet.")).ToBeVisibleAsync();
        await Press(secretary, AriaRole.Button, "Skicka för justering");
        await secretary.WaitForURLAsync("**/justering?gjort=skickat");

        foreach (var page in new[] { chair, adjuster })
        {
            await page.GotoAsync("/");
            await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Justera") }).First.ClickAsync();
            await page.GetByLabel("Jag har läst protokollet och det stämmer").CheckAsync();
            await PressAndArrive(page, "Justera protokollet");
        }
        await Expect(adjuster.GetByText("Alla har nu justerat, och det är förseglat.")).ToBeVisibleAsync();
        var answer = await adjusterAt.APIRequest.GetAsync($"/protokoll/{held.Meeting}/protokoll.pdf");
        Assert.True(PdfSeals.Read(await answer.BodyAsync()).IsWhole);
        Assert.Equal(MeetingState.Adjusted, (await held.View()).State);

        await secretary.GotoAsync($"/protokoll/{held.Meeting}");
        await Press(secretary, AriaRole.Link, "Publicera");
        await Press(secretary, AriaRole.Button, "Fortsätt");
        await PressAndArrive(secretary, "Publicera protokollet");
        await using var anybody = await chromium.As(null, site);
        var visitor = await anybody.NewPageAsync();
        await visitor.GotoAsync("/publikt/bergslunda/moten");
        await visitor.GetByRole(AriaRole.Link, new() { NameRegex = new("24 november 2026") }).First.ClickAsync();
        await Expect(visitor.GetByText("ställer sig bakom arbetssättet.").First).ToBeVisibleAsync();

        await secretary.GotoAsync($"/protokoll/{held.Meeting}");
        await Press(secretary, AriaRole.Link, "Expediera");
        await PressAndArrive(secretary, "Gå vidare");
        await secretary.RunAndWaitForResponseAsync(() => secretary.GetByRole(AriaRole.Button, new() { NameRegex = new("^Skicka till .* mottagare$") }).ClickAsync(), IsPage);
        // The registrar opens the link of the letter that came to the municipality's own mailbox, among all that have been called before.
        await site.Services.GetRequiredService<Outbox>().DoAll(default);
        ArrivedMail letter;
        do
            letter = await ArrivedMail.Next(server);
        while (!letter.To.EndsWith("@kvarnberga.example", StringComparison.Ordinal) || !letter.Text.Contains("/expedieringar/", StringComparison.Ordinal));
        Assert.True(PdfSeals.Read(letter.Part("application/pdf")!.Bytes).IsWhole);
        await registrar.GotoAsync(Link().Match(letter.Text).Value);
        await registrar.GetByLabel("Diarienummer hos Kvarnberga").FillAsync("SN 2026/311");
        await PressAndArrive(registrar, "Registrera");
        await Expect(registrar.GetByText("Tack. Avsändaren ser att protokollet är registrerat.")).ToBeVisibleAsync();
        await secretary.ReloadAsync();
        await Expect(secretary.GetByText("SN 2026/311")).ToBeVisibleAsync();
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

    [GeneratedRegex(@"http\S+/expedieringar/[0-9a-f-]+")]
    private static partial Regex Link();

    // Whoever presses the next button before the page has come stops the first.
    static async Task PressAndArrive(IPage page, string button) => await page.RunAndWaitForResponseAsync(() => Press(page, AriaRole.Button, button), IsPage);

    static bool IsPage(IResponse answer) => answer is { Ok: true, Request.IsNavigationRequest: true, Request.Method: "GET" };

    static Task Press(IPage page, AriaRole role, string name) => page.GetByRole(role, new() { NameString = name, Exact = true }).First.ClickAsync();
}
