using Microsoft.Playwright;
using Samverk.Agreements.Disputes;
using Samverk.Tests.Agreements;
using Samverk.Tests.House;
using static Microsoft.Playwright.Assertions;

namespace Samverk.Tests.Pages;

/// <summary>A keeper and two parties, each in a browser of their own: from the ladder by a dispute with positions, sent up, to what the parties agreed on.</summary>
[Trait("database", "both")]
public sealed class DisputeWalkTests(WorldOnce once, Chromium chromium)
{
    [Fact]
    public async Task From_a_ladder_by_a_dispute_and_positions_and_the_next_step_to_a_settlement()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var adopting = await Disputing.InForce(world, hasLadder: false);
        await using (var keeperAt = await chromium.As(adopting.By, site))
        {
            var keeper = await keeperAt.NewPageAsync();
            await keeper.GotoAsync($"/overenskommelser/{adopting.Agreement}");
            await Press(keeper, AriaRole.Link, "Bestäm tvistetrappa");
            await keeper.GetByLabel("Vad parternas enheter kallas").FillAsync("Enhetscheferna");
            await keeper.GetByLabel("Dagar i steg 1").FillAsync("10");
            await keeper.GetByLabel("Organ i steg 2").SelectOptionAsync($"{await Disputing.Body(world, "SR")}");
            await Sound(keeper);
            await Press(keeper, AriaRole.Button, "Spara");
            await Expect(keeper.GetByLabel("Dagar i steg 2")).ToHaveAttributeAsync("aria-invalid", "true");
            await Expect(keeper.GetByLabel("Vad parternas enheter kallas")).ToHaveValueAsync("Enhetscheferna");
            await Sound(keeper);
            await keeper.GetByLabel("Dagar i steg 2").FillAsync("30");
            await Press(keeper, AriaRole.Button, "Spara");
            await Expect(keeper.GetByText("Tvistetrappan är sparad.")).ToBeVisibleAsync();
            await Sound(keeper);
        }
        await using var granåkerAt = await chromium.As(await Disputing.Person(world, Disputing.Granåker), site);
        var page = await granåkerAt.NewPageAsync();
        await page.GotoAsync($"/overenskommelser/{adopting.Agreement}");
        await Press(page, AriaRole.Link, "Anmäl tvist");
        await page.GetByLabel("Tvisten i en rad").FillAsync(Disputing.Subject);
        await page.GetByLabel("Vad ser ni olika på?").FillAsync("Vi räknar vardagar.");
        await page.GetByRole(AriaRole.Checkbox, new() { NameString = "Jag har läst igenom" }).CheckAsync();
        await Sound(page);
        // What is missing is said where it is, and nothing that was typed is lost.
        await Press(page, AriaRole.Button, "Anmäl tvisten");
        await Expect(page.GetByLabel("Vad har ni prövat?")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByLabel("Vad ser ni olika på?")).ToHaveValueAsync("Vi räknar vardagar.");
        await page.GetByLabel("Vad har ni prövat?").FillAsync("Enhetscheferna har talats vid.");
        await page.GetByRole(AriaRole.Checkbox, new() { NameString = "Jag har läst igenom" }).CheckAsync();
        await Press(page, AriaRole.Button, "Anmäl tvisten");
        await Expect(page.GetByText("En tvist är mellan minst två parter.").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameString = Disputing.Region }).CheckAsync();
        // A personnummer stops everything, and is asked about.
        await page.GetByLabel("Vad har ni prövat?").FillAsync("Vi talade om 19121212-1212.");
        await page.GetByRole(AriaRole.Checkbox, new() { NameString = "Jag har läst igenom" }).CheckAsync();
        await Press(page, AriaRole.Button, "Anmäl tvisten");
        await Expect(page.GetByText("personnummer").First).ToBeVisibleAsync();
        await page.GetByLabel("Vad har ni prövat?").FillAsync("Enhetscheferna har talats vid.");
        await page.GetByRole(AriaRole.Checkbox, new() { NameString = "Jag har läst igenom" }).CheckAsync();
        await Press(page, AriaRole.Button, "Anmäl tvisten");
        await Expect(page.GetByText("Tvisten är anmäld.")).ToBeVisibleAsync();
        await Sound(page);
        var disputing = new Disputing(world, adopting, Guid.Parse(new Uri(page.Url).Segments[^1]));

        await OnAPhone(site, disputing, Disputing.Region, "Vi räknar alla dagar.");
        await page.ReloadAsync();
        await Expect(page.GetByText("Vi räknar alla dagar.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Har inte skickat sin ståndpunkt")).ToHaveCountAsync(1);

        await Press(page, AriaRole.Link, "Skicka vidare");
        await page.GetByRole(AriaRole.Checkbox, new() { NameString = "Jag har läst igenom" }).CheckAsync();
        await Sound(page);
        await Press(page, AriaRole.Button, "Skicka vidare");
        await Expect(page.GetByLabel("Skäl", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByLabel("Skäl", new() { Exact = true }).FillAsync("Det rör hela länet.");
        await page.GetByRole(AriaRole.Checkbox, new() { NameString = "Jag har läst igenom" }).CheckAsync();
        await Press(page, AriaRole.Button, "Skicka vidare");
        await Expect(page.GetByText("Tvisten är skickad vidare.")).ToBeVisibleAsync();
        await Sound(page);

        await OnAPhone(site, disputing, Disputing.Granåker, "Vardagar.");
        await page.GotoAsync($"/tvister/{disputing.Id}");
        await Press(page, AriaRole.Link, "Skriv utfall");
        await Sound(page);
        await page.GetByLabel("Vad det blev, eller varför").FillAsync("Alla dagar räknas till nyår, sedan vardagar.");
        await page.GetByRole(AriaRole.Checkbox, new() { NameString = "Jag har läst igenom" }).CheckAsync();
        await Press(page, AriaRole.Button, "Spara utfallet");
        await Expect(page.GetByText("Välj vad som hände.").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Radio, new() { NameString = "Parterna kom överens" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { NameString = "Jag har läst igenom" }).CheckAsync();
        await Press(page, AriaRole.Button, "Spara utfallet");
        await Expect(page.GetByText("Utfallet är sparat.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Ingen ståndpunkt")).ToHaveCountAsync(2);
        await Sound(page);
        Assert.Equal((DisputeState.Settled, 1), ((await disputing.View()).State, (await disputing.View()).Step));
        await page.GotoAsync("/tvister?lage=settled");
        await Expect(page.GetByRole(AriaRole.Link, new() { NameString = Disputing.Subject })).ToBeVisibleAsync();
        await Sound(page);
        await using var phoneAt = await chromium.As(adopting.By, site, width: 375);
        var phone = await phoneAt.NewPageAsync();
        foreach (var address in new[] { "/tvister", $"/tvister/{disputing.Id}", $"/overenskommelser/{adopting.Agreement}", $"/overenskommelser/{adopting.Agreement}/tvist", $"/overenskommelser/{adopting.Agreement}/tvistetrappa" })
        {
            await phone.GotoAsync(address);
            await Sound(phone);
        }
    }

    // On a phone, from what waits: a draft first, which only the party reads, and then sent.
    async Task OnAPhone(TestSite site, Disputing disputing, string party, string words)
    {
        await using var at = await chromium.As(await disputing.Registrar(party), site, width: 375);
        var phone = await at.NewPageAsync();
        await phone.GotoAsync("/");
        await phone.GetByRole(AriaRole.Link, new() { NameString = $"Skriv ståndpunkt i tvisten {Disputing.Subject}, {party}" }).ClickAsync();
        await phone.GetByLabel("Er ståndpunkt").FillAsync(words);
        await Sound(phone);
        await Press(phone, AriaRole.Button, "Spara utkast");
        await Expect(phone.GetByText("Utkastet är sparat.")).ToBeVisibleAsync();
        Assert.DoesNotContain(words, (await disputing.View()).Positions.Select(p => p.Words));
        await phone.GetByRole(AriaRole.Checkbox, new() { NameString = "Jag har läst igenom" }).CheckAsync();
        await Press(phone, AriaRole.Button, "Skicka ståndpunkten");
        await Expect(phone.GetByRole(AriaRole.Heading, new() { NameString = "Ståndpunkten är skickad" })).ToBeVisibleAsync();
        await Sound(phone);
    }

    static async Task Sound(IPage page)
    {
        Assert.Empty(await Axe.Faults(page));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, $"too wide at {page.Url}");
    }

    static Task Press(IPage page, AriaRole role, string name) => page.GetByRole(role, new() { NameString = name }).First.ClickAsync();
}
