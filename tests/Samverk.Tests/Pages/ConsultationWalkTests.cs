using Microsoft.Playwright;
using Samverk.Agreements.Consulting;
using Samverk.Organisations;
using Samverk.Tests.Agreements;
using Samverk.Tests.House;
using Samverk.Tests.Meetings.Desk;
using static Microsoft.Playwright.Assertions;

namespace Samverk.Tests.Pages;

/// <summary>A secretary and three consultees, each in a browser of their own: from a locked text to a compilation, with longer time, silence and an answer by mail.</summary>
[Trait("database", "both")]
public sealed class ConsultationWalkTests(WorldOnce once, Chromium chromium)
{
    [Fact]
    public async Task From_a_locked_text_to_a_compilation_with_longer_time_silence_and_an_answer_by_mail()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var adopting = await Adopting.Begin(world);
        var secretary = await world.Actor(Held.Secretary);
        await using var secretaryAt = await chromium.As(secretary, site);
        var page = await secretaryAt.NewPageAsync();

        await page.GotoAsync($"/overenskommelser/{adopting.Agreement}");
        await Press(page, AriaRole.Link, "Ny remiss");
        await page.GetByLabel("Svar senast").FillAsync("2026-12-18");
        await page.GetByLabel("Vad ni vill veta").FillAsync("Vi vill veta om det går.");
        await page.GetByLabel("Frågor").FillAsync("Går det att göra på tre dagar?");
        await page.GetByLabel("Svar med mejl till").FillAsync("remisser@bergslunda.example");
        await page.GetByRole(AriaRole.Checkbox, new() { NameString = "Kvarnberga kommun" }).UncheckAsync();
        await page.GetByLabel("Andra", new() { Exact = true }).FillAsync($"{Asking.Union}; remiss@omsorgsfacket.example");
        await Sound(page);
        await Press(page, AriaRole.Button, "Spara");
        var id = Guid.Parse(new Uri(page.Url).Segments[^1]);
        var asking = new Asking(world, adopting, id);
        await Expect(page.GetByText("Den är inte utskickad än.")).ToBeVisibleAsync();
        await Sound(page);
        await Press(page, AriaRole.Link, "Ändra");
        await Expect(page.GetByLabel("Andra", new() { Exact = true })).ToHaveValueAsync($"{Asking.Union}; remiss@omsorgsfacket.example");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { NameString = "Kvarnberga kommun" })).Not.ToBeCheckedAsync();
        await Sound(page);
        await Press(page, AriaRole.Button, "Spara");
        await Expect(page.GetByText("Den är inte utskickad än.")).ToBeVisibleAsync();
        await Press(page, AriaRole.Link, "Skicka ut");
        await Sound(page);
        await Press(page, AriaRole.Button, "Skicka ut till");
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameString = "0 av 5 har svarat" })).ToBeVisibleAsync();

        await Alone(site, asking, "Granåkers kommun");
        await InTurns(site, asking);

        await page.GotoAsync($"/remisser/{id}");
        await Press(page, AriaRole.Link, "Skicka till fler");
        await Sound(page);
        await page.GetByRole(AriaRole.Checkbox, new() { NameString = "Örnsta kommun" }).CheckAsync();
        await Press(page, AriaRole.Button, "Skicka");
        await Expect(page.GetByText("Remissen är skickad till fler.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameString = "2 av 6 har svarat" })).ToBeVisibleAsync();

        // Tallmora stands outside and was asked too: it gets longer, and is silent all the same.
        await page.GotoAsync($"/remisser/{id}");
        await Press(page, AriaRole.Link, "Tallmora kommun");
        await page.GetByLabel("Ny sista dag").FillAsync("2026-12-22");
        await page.GetByLabel("Skäl").FillAsync("Nämnden sammanträder den 21 december.");
        await Press(page, AriaRole.Button, "Ge längre tid");
        await Expect(page.GetByText("De har fått längre tid")).ToBeVisibleAsync();
        await Sound(page);
        await page.GotoAsync($"/remisser/{id}");
        await Press(page, AriaRole.Link, Asking.Union);
        await Press(page, AriaRole.Link, "Registrera svar");
        await page.GetByLabel("Svaret kom").FillAsync("2026-11-24");
        await page.GetByRole(AriaRole.Radio, new() { NameString = "Avstyrker" }).CheckAsync();
        await page.GetByLabel("Synpunkter på helheten").FillAsync("Det saknas personal.");
        await Sound(page);
        await Press(page, AriaRole.Button, "Registrera svaret");
        await Expect(page.GetByText("Svaret är registrerat.")).ToBeVisibleAsync();
        await Sound(page);

        await Asking.Until(world, new(2026, 12, 23));
        await using var later = await chromium.As(secretary, site);
        page = await later.NewPageAsync();
        await page.GotoAsync($"/remisser/{id}");
        await Expect(page.GetByRole(AriaRole.Row, new() { NameString = "Tallmora kommun" })).ToContainTextAsync("Inget svar");
        await Sound(page);
        await page.GetByRole(AriaRole.Link, new() { NameString = "Sammanställ", Exact = true }).ClickAsync();
        await page.GetByLabel("Kommentar").First.FillAsync("Vi skriver fem dagar.");
        await page.GetByLabel("Leder till").First.SelectOptionAsync(new SelectOptionValue { Label = "Texten ändras" });
        await Sound(page);
        await Press(page, AriaRole.Button, "Spara");
        await adopting.Revise("# Syfte\nTrygg hemgång.\n\n# Ansvar\n- Fem dagar.", "Ändrat efter remissen.");
        await page.ReloadAsync();
        await Press(page, AriaRole.Button, "Sammanställningen är klar");
        foreach (var words in new[] { "Vi skriver fem dagar.", "Texten ändras", "Inget svar", "Det saknas personal.", "Tre dagar räcker inte." })
            await Expect(page.GetByText(words).First).ToBeVisibleAsync();
        await Sound(page);
        await Press(page, AriaRole.Link, "Se vad som är ändrat");
        await Expect(page.Locator("ins").First).ToContainTextAsync("Fem");
        Assert.Equal(ConsultationState.Compiled, (await asking.View()).State);
        await page.GotoAsync("/remisser?lage=compiled");
        await Expect(page.GetByRole(AriaRole.Link, new() { NameString = Adopting.Name })).ToBeVisibleAsync();
        await using var phone = await chromium.As(secretary, site, width: 375);
        var small = await phone.NewPageAsync();
        foreach (var address in new[] { $"/remisser/{id}", $"/remisser/{id}/sammanstallning", "/remisser" })
        {
            await small.GotoAsync(address);
            await Sound(small);
        }
    }

    // On a phone, from the link of the letter: the only one there sends it herself.
    async Task Alone(TestSite site, Asking asking, string name)
    {
        await using var at = await chromium.As(await asking.Person(name), site, width: 375);
        var phone = await at.NewPageAsync();
        await phone.GotoAsync($"/remisser/{asking.Id}/svar");
        await Sound(phone);
        await Press(phone, AriaRole.Button, "Skicka svaret");
        await Expect(phone.GetByText("Välj vad ni tycker i det stora hela.").First).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Radio, new() { NameString = "Tillstyrker med ändringar" }).CheckAsync();
        await phone.GetByLabel("Går det att göra på tre dagar?").FillAsync("Tre dagar räcker inte.");
        await phone.GetByText("Ansvar", new() { Exact = true }).First.ClickAsync();
        await phone.GetByLabel("Synpunkter på ”Ansvar”").FillAsync("Skriv fem dagar.");
        await Sound(phone);
        await Press(phone, AriaRole.Button, "Skicka svaret");
        await Expect(phone.GetByRole(AriaRole.Heading, new() { NameString = "Svaret är skickat" })).ToBeVisibleAsync();
        await Sound(phone);
    }

    // Where there are two, the one writes and hands in, the other approves and sends.
    async Task InTurns(TestSite site, Asking asking)
    {
        await using (var at = await chromium.As(await asking.Person("Askviks kommun"), site, width: 375))
        {
            var phone = await at.NewPageAsync();
            await phone.GotoAsync($"/remisser/{asking.Id}/svar");
            await phone.GetByRole(AriaRole.Radio, new() { NameRegex = new("^Tillstyrker *Texten") }).CheckAsync();
            await Press(phone, AriaRole.Button, "Spara utkast");
            await Expect(phone.GetByText("Utkastet är sparat.")).ToBeVisibleAsync();
            await Press(phone, AriaRole.Button, "Lämna för godkännande");
            await Expect(phone.GetByRole(AriaRole.Heading, new() { NameString = "Väntar på godkännande" })).ToBeVisibleAsync();
            await Sound(phone);
        }
        await using var other = await chromium.As(await asking.Person("Askviks kommun", FunctionKind.Coordinator), site, width: 375);
        var page = await other.NewPageAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { NameString = $"Svara på remissen om {Adopting.Name}" }).First.ClickAsync();
        await Sound(page);
        await Press(page, AriaRole.Button, "Godkänn och skicka");
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameString = "Svaret är skickat" })).ToBeVisibleAsync();
    }

    static async Task Sound(IPage page)
    {
        Assert.Empty(await Axe.Faults(page));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, $"too wide at {page.Url}");
    }

    static Task Press(IPage page, AriaRole role, string name) => page.GetByRole(role, new() { NameString = name }).First.ClickAsync();
}
