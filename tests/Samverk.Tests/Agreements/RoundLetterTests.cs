using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Agreements;
using Samverk.Agreements.Ledger;
using Samverk.Agreements.Texts;
using Samverk.Organisations;
using Samverk.Organisations.SigningIn;
using Samverk.Pdf;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Agreements;

/// <summary>The letters of a round: sent when somebody says so, reminding by rule, ended by an answer.</summary>
[Trait("database", "both")]
public sealed class RoundLetterTests(WorldOnce once)
{
    [Fact]
    public async Task Each_party_gets_the_sealed_text_the_cover_letter_and_the_extract_with_a_link_that_names_its_adoption()
    {
        await using var world = await once.Copy();
        var adopting = await Adopting.Begin(world);
        await adopting.Recommend(1);
        await using var server = await Peer.Start("smtp.mjs");
        await using var site = await TestSite.Over(world, "--Mail:Host", "127.0.0.1", "--Mail:Port", $"{server.Ready.GetProperty("port").GetInt32()}", "--Mail:From", "samverk@bergslunda.example");
        var to = (await adopting.View()).Ledger.Where(a => a.OrganisationName is "Askviks kommun").ToList();
        Task<Refusal?> Send(Actor by) => In(site, by, s => s.GetRequiredService<RoundSender>().Send(adopting.Agreement, [.. to.Select(a => a.Id)], "http://test", by, default));
        Assert.Equal("may-not-keep-agreement", (await Send(await adopting.Registrar("Askviks kommun")))?.Code);
        Assert.Null(await Send(adopting.By));
        Assert.Equal("nothing-chosen", (await Send(adopting.By))?.Code);
        await site.Services.GetRequiredService<Outbox>().DoAll(default);
        var mail = await ArrivedMail.Next(server);
        Assert.Contains($"http://test/antaganden/{to[0].Id}", mail.Text, StringComparison.Ordinal);
        var papers = mail.Parts.Where(p => p.Type.StartsWith("application/pdf", StringComparison.Ordinal)).Select(p => p.Bytes).ToList();
        Assert.Equal(3, papers.Count);
        Assert.Equal(await world.In(s => s.GetRequiredService<TextLists>().Pdf(adopting.Agreement, 1, default)), papers[0]);
        Assert.Contains("Följebrev", await PdfText.Of(papers[1]), StringComparison.Ordinal);
        Assert.Contains("Protokollsutdrag § ", await PdfText.Of(papers[2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_answer_is_reminded_by_rule_and_an_answer_ends_it()
    {
        await using var world = await once.Copy();
        var adopting = await Adopting.Begin(world);
        await adopting.RecommendShortly(1);
        var asked = (await adopting.View()).Ledger.Select(a => a.Id).ToList();
        Assert.Null(await world.In(s => s.GetRequiredService<RoundSender>().Send(adopting.Agreement, asked, "http://test", adopting.By, default)));
        Assert.Null(await adopting.Decide(Adopting.Parties[0], AdoptionState.Adopted));
        var planning = (await adopting.Of(Adopting.Parties[1]), await adopting.Registrar(Adopting.Parties[1]));
        Assert.Null(await world.In(s => s.GetRequiredService<AdoptionKeeper>().Plan(planning.Item1.Id, new(2027, 2, 20), "Kommunfullmäktige", planning.Item2, default)));
        var answerBy = (await adopting.View()).Round!.AnswerBy;
        await LedgerTests.Until(world, answerBy.AddDays(-15));
        Assert.All((await adopting.View()).Ledger, a => Assert.Equal(0, a.Reminders));
        await LedgerTests.Until(world, answerBy.AddDays(-14));
        Assert.Equal("0 1 1 0", await Reminders(adopting));
        Assert.Null(await adopting.Decide(Adopting.Parties[2], AdoptionState.Adopted));
        await LedgerTests.Until(world, new(2027, 2, 21));
        Assert.Equal("1 1 1 0", await Reminders(adopting));
        await LedgerTests.Until(world, answerBy.AddDays(1));
        Assert.Equal("1 1 2 0", await Reminders(adopting));
        // A party that is reminded by hand isn't reminded by rule the same day; whoever has answered is never.
        Assert.DoesNotContain(Adopting.Parties[0], (await world.In(async s => await s.GetRequiredService<RoundSender>().Receivers(await adopting.View(), reminding: true, default))).Select(r => r.Adoption.OrganisationName));
    }

    [Fact]
    public async Task When_it_is_in_force_a_sealed_certificate_says_so_and_only_those_who_have_not_answered_are_reminded()
    {
        await using var world = await once.Copy();
        var adopting = await Adopting.Begin(world, EffectRule.Default with { Kind = EffectKind.Number, Number = 3 });
        await adopting.RecommendShortly(1);
        var asked = (await adopting.View()).Ledger.Select(a => a.Id).ToList();
        Assert.Null(await world.In(s => s.GetRequiredService<RoundSender>().Send(adopting.Agreement, asked, "http://test", adopting.By, default)));
        foreach (var party in Adopting.Parties[..3])
            Assert.Null(await adopting.Decide(party, AdoptionState.Adopted));
        await LedgerTests.Until(world, new(2027, 6, 1));
        Assert.Equal("0 0 1 0", await Reminders(adopting));
        var pdf = (await world.In(s => s.GetRequiredService<Certificates>().Pdf(adopting.Agreement, default)))!;
        Assert.True(PdfSeals.Read(pdf).IsWhole);
        var text = await PdfText.Of(pdf);
        Assert.Contains("trygg hemgång, version 1, gäller från 24 november 2026", text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("SN 2026-231", text, StringComparison.Ordinal);
        // One more party: a new certificate, and the old one stays.
        Assert.Null(await adopting.Decide(Adopting.Parties[3], AdoptionState.Adopted));
        await LedgerTests.Until(world, new(2027, 6, 2));
        Assert.Equal([3, 4], await world.In(s => s.GetRequiredService<SamverkDb>().Set<EffectCertificate>().Where(c => c.Agreement == adopting.Agreement).OrderBy(c => c.At).Select(c => c.Parties).ToListAsync()));
    }

    // In the order of the parties' names: Askvik, Granåker, Kvarnberga, the region.
    static async Task<string> Reminders(Adopting adopting) => string.Join(' ', (await adopting.View()).Ledger.OrderBy(a => a.OrganisationName, Swedish.Names).Select(a => a.Reminders));

    static Task<T> In<T>(TestSite site, Actor actor, Func<IServiceProvider, Task<T>> act) => site.Services.GetRequiredService<OneArea>().Do(actor.Area, act);
}
