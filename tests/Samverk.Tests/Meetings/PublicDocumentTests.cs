using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings;
using Samverk.Meetings.Desk;
using Samverk.Meetings.Publishing;
using Samverk.Tests.House;
using Samverk.Tests.Meetings.Desk;

namespace Samverk.Tests.Meetings;

/// <summary>Minutes that were adjusted here, as everybody reads them.</summary>
[Trait("database", "both")]
public sealed class PublicDocumentTests(WorldOnce once)
{
    [Fact]
    public async Task What_is_public_is_the_adjusted_text_without_what_is_restricted_or_hidden()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, "Läget i kommunerna");
        Assert.Null(await held.Agenda(a => a.AddItem(held.Meeting, new("Ett enskilt ärende", ItemKind.Decision, null, null, null, new("25 kap. 1 § OSL", "Uppgifter om en enskild")), null, held.By, default)));
        await held.Write("Ett enskilt ärende", new DecisionNote(DecisionOutcome.Decision, "hemligheten beslutas."));
        await held.Write("Läget i kommunerna", new TextNote("Anhöriga som Zaida Kronqvist, zaida@lund.example, har skrivit till nämnden. Tolv kommuner redovisar."));
        await held.Seal();
        await using var site = await TestSite.Over(world);
        using var anybody = site.Browser();
        var address = $"/publikt/bergslunda/moten/{held.Meeting}/protokoll.pdf";
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(address)).StatusCode);
        var proposal = Assert.Single(await world.In(s => s.GetRequiredService<Publisher>().Propose([held.Meeting], held.By, default)));
        Assert.Contains(proposal.Found, f => f is { Kind: MaskKind.Name, Text: "Zaida Kronqvist", IsProposed: true });
        Assert.Contains(proposal.Found, f => f is { Kind: MaskKind.Email, Text: "zaida@lund.example", IsProposed: true });
        Assert.Null(await Publications.Publish(world, held.By, held.Meeting));
        var text = await PdfText.Of(await anybody.GetByteArrayAsync(address));
        Assert.Contains("Tolv kommuner redovisar.", text, StringComparison.Ordinal);
        Assert.Contains("Publik version av ett justerat protokoll", text, StringComparison.Ordinal);
        Assert.Contains("[namn dolt], [e-postadress dold]", text, StringComparison.Ordinal);
        Assert.Contains("Sekretess", text, StringComparison.Ordinal);
        foreach (var hidden in new[] { "Zaida", "Kronqvist", "zaida@", "hemligheten", "enskilt" })
            Assert.DoesNotContain(hidden, text, StringComparison.Ordinal);
        var page = await anybody.GetStringAsync($"/publikt/bergslunda/moten/{held.Meeting}");
        Assert.Contains("Justerat i Samverk.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Inläst från original", page, StringComparison.Ordinal);
        Assert.Null(await Publications.Withdraw(world, held.By, held.Meeting));
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(address)).StatusCode);
    }
}
