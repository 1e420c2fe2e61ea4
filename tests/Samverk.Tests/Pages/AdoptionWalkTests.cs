using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samverk.Agreements;
using Samverk.Meetings.Desk;
using Samverk.Storage;
using Samverk.Tests.Agreements;
using Samverk.Tests.House;
using Samverk.Tests.Meetings.Desk;
using static Microsoft.Playwright.Assertions;

namespace Samverk.Tests.Pages;

/// <summary>Four principals and a body, each in a browser of their own: from a recommendation to in force, with one refusal and a revised text.</summary>
[Trait("database", "both")]
public sealed class AdoptionWalkTests(WorldOnce once, Chromium chromium)
{
    [Fact]
    public async Task From_recommendation_to_in_force_with_one_refusal_and_a_revised_text()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var secretary = await world.Actor(Held.Secretary);
        await using var secretaryAt = await chromium.As(secretary, site);
        var page = await secretaryAt.NewPageAsync();

        await page.GotoAsync("/overenskommelser");
        await Press(page, AriaRole.Link, "Lägg upp en överenskommelse");
        await page.GetByLabel("Namn", new() { Exact = true }).FillAsync(Adopting.Name);
        await page.GetByLabel("Ansvarigt organ").SelectOptionAsync(new SelectOptionValue { Label = "Ledningsgruppen Nära vård" });
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("# Syfte\nTrygg hemgång inom tre dagar.");
        await Press(page, AriaRole.Button, "Lägg upp");
        var agreement = Guid.Parse(new Uri(page.Url).Segments[^1]);
        var adopting = new Adopting(world, secretary, agreement);

        await Press(page, AriaRole.Link, "Välj parter");
        foreach (var row in await page.Locator("tbody tr").AllAsync())
        {
            var name = await row.GetByRole(AriaRole.Rowheader).InnerTextAsync();
            await row.Locator("select").SelectOptionAsync(Adopting.Parties.Contains(name) ? "part" : name == "Tallmora kommun" ? "utanfor" : "nej");
        }
        await page.GetByLabel("Skäl att Tallmora kommun står utanför").FillAsync("Har en egen lösning.");
        await Press(page, AriaRole.Button, "Spara");
        await Expect(page.GetByText("Gäller när alla fyra har antagit").First).ToBeVisibleAsync();
        await Press(page, AriaRole.Link, "Öppna texten");
        await Press(page, AriaRole.Button, "Lås version 1");
        await Expect(page.GetByRole(AriaRole.Link, new() { NameString = "Hämta PDF" })).ToBeVisibleAsync();

        // The desk binds the recommendation to the locked text.
        var held = await Held.Open(world, "Trygg hemgång");
        await page.GotoAsync($"/moten/{held.Meeting}/protokollsbord?punkt={(await held.Items()).Single(i => i.Title == "Trygg hemgång").Number}");
        await Press(page, AriaRole.Button, NoteKind.Recommendation.Words());
        await page.GetByLabel("Text som rekommenderas").SelectOptionAsync(new SelectOptionValue { Label = $"{Adopting.Name}, version 1" });
        // Saved by itself.
        await Until.So(async () => (await world.In(s => s.GetRequiredService<SamverkDb>().Set<Note>().ToListAsync())).Exists(n => n.Content is RecommendationNote { Of: { } of } && of == agreement), () => "The recommendation is not saved.");
        await held.Seal();
        await page.GotoAsync($"/overenskommelser/{agreement}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameString = "Parternas beslut om version 1" })).ToBeVisibleAsync();

        foreach (var party in Adopting.Parties[..3])
            await Decide(site, adopting, party, "^Antog *Hela texten", null);
        await Decide(site, adopting, Adopting.Parties[3], "^Antog inte", "Kostnaden är inte utredd.");
        await page.ReloadAsync();
        await Expect(page.GetByText("Kvarnberga kommun har sagt nej till version 1.")).ToBeVisibleAsync();
        Assert.Empty(await Axe.Faults(page));

        await Press(page, AriaRole.Link, "Ny version");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("# Syfte\nTrygg hemgång inom fem dagar.");
        await page.GetByLabel("Vad som är nytt, och varför").FillAsync("Kvarnberga bad om längre tid.");
        await Press(page, AriaRole.Button, "Spara");
        await Expect(page.Locator("ins")).ToContainTextAsync("fem");
        await Press(page, AriaRole.Button, "Lås version 2");
        await adopting.RecommendShortly(2);

        // The region stands by its decision; the others decide anew.
        await using (var at = await chromium.As(await adopting.Registrar(Adopting.Parties[0]), site, width: 375))
        {
            var phone = await at.NewPageAsync();
            await phone.GotoAsync($"/antaganden/{(await adopting.Of(Adopting.Parties[0])).Id}");
            await Press(phone, AriaRole.Button, "Låt beslutet gälla version 2");
            await Expect(phone.GetByRole(AriaRole.Heading, new() { NameString = "Beslutet är registrerat" })).ToBeVisibleAsync();
        }
        foreach (var party in Adopting.Parties[1..])
            await Decide(site, adopting, party, "^Antog *Hela texten", null);
        await page.GotoAsync($"/overenskommelser/{agreement}");
        await Expect(page.GetByText("Gäller sedan 24 november 2026, tills vidare.")).ToBeVisibleAsync();
        Assert.Equal((AgreementState.InForce, 2), ((await adopting.View()).State, (await adopting.View()).VersionInForce));
        await page.GotoAsync("/overenskommelser/matris?visa=alla");
        await Expect(page.GetByRole(AriaRole.Link, new() { NameString = Adopting.Name })).ToBeVisibleAsync();
        Assert.Empty(await Axe.Faults(page));
    }

    // On a phone, from the link of the letter.
    async Task Decide(TestSite site, Adopting adopting, string party, string outcome, string? why)
    {
        await using var at = await chromium.As(await adopting.Registrar(party), site, width: 375);
        var phone = await at.NewPageAsync();
        await phone.GotoAsync($"/antaganden/{(await adopting.Of(party)).Id}");
        await phone.GetByRole(AriaRole.Radio, new() { NameRegex = new(outcome) }).CheckAsync();
        if (why is not null)
            await phone.GetByLabel("Förbehåll, eller varför").FillAsync(why);
        await phone.GetByLabel("Vem beslutade").FillAsync("Socialnämnden");
        await phone.GetByLabel("Beslutsdatum").FillAsync("2026-11-24");
        await phone.GetByLabel("Paragraf", new() { Exact = true }).FillAsync("104");
        await phone.GetByLabel("Ert diarienummer").FillAsync("SN 2026-231");
        Assert.Empty(await Axe.Faults(phone));
        Assert.True(await phone.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, $"too wide at {phone.Url}");
        await Press(phone, AriaRole.Button, "Registrera beslutet");
        await Expect(phone.GetByRole(AriaRole.Heading, new() { NameString = "Beslutet är registrerat" })).ToBeVisibleAsync();
        Assert.Empty(await Axe.Faults(phone));
    }

    static Task Press(IPage page, AriaRole role, string name) => page.GetByRole(role, new() { NameString = name }).First.ClickAsync();
}
