using Microsoft.Extensions.DependencyInjection;
using Samverk.Agreements;
using Samverk.Agreements.Ledger;
using Samverk.Organisations;
using Samverk.Organisations.SigningIn;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Agreements;

/// <summary>What every principal decides for itself, without a common text of agreement.</summary>
[Trait("database", "both")]
public sealed class RecommendationTests(WorldOnce once)
{
    [Fact]
    public async Task What_somebody_outside_recommends_is_asked_of_every_principal_and_what_they_decided_is_reported_to_whoever_wants_to_know()
    {
        await using var world = await once.Copy();
        var asked = await Ask(world, "uppfoljning@radet.example");
        var view = await asked.View();
        Assert.Equal((AgreementKind.Recommendation, AgreementState.Adopting, "Rådet för vårdhygien", (Guid?)null), (view.Kind, view.State, view.Round!.BodyName, view.Round.Meeting));
        Assert.Equal(Adopting.Parties, view.Ledger.Select(a => a.OrganisationName));
        Assert.Null(await asked.Decide(Adopting.Parties[0], AdoptionState.Adopted));
        Assert.Null(await asked.Decide(Adopting.Parties[1], AdoptionState.Declined, condition: "Har egna rutiner."));
        Assert.Null(await asked.Decide(Adopting.Parties[2], AdoptionState.Adopted));
        Assert.Equal(AgreementState.Adopting, (await asked.View()).State);
        Assert.Null(await asked.Decide(Adopting.Parties[3], AdoptionState.Adopted));
        // A no stands in nobody else's way.
        Assert.Equal(AgreementState.InForce, (await asked.View()).State);

        await using var server = await Peer.Start("smtp.mjs");
        await using var site = await TestSite.Over(world, "--Mail:Host", "127.0.0.1", "--Mail:Port", $"{server.Ready.GetProperty("port").GetInt32()}", "--Mail:From", "samverk@bergslunda.example");
        Task<Refusal?> Report(Actor by) => site.Services.GetRequiredService<OneArea>().Do(by.Area, s => s.GetRequiredService<RoundSender>().Report(asked.Agreement, by, default));
        Assert.Equal("may-not-keep-agreement", (await Report(await asked.Registrar("Askviks kommun")))?.Code);
        Assert.Null(await Report(asked.By));
        await site.Services.GetRequiredService<Outbox>().DoAll(default);
        var mail = await ArrivedMail.Next(server);
        Assert.Contains("Fyra av fyra har svarat.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Askviks kommun: antog inte, Socialnämnden 2026-11-24 § 104, SN 2026-231. Har egna rutiner.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Askviks kommun", await PdfText.Of(mail.Parts.Single(p => p.Type.StartsWith("application/pdf", StringComparison.Ordinal)).Bytes), StringComparison.Ordinal);
        Assert.NotNull((await asked.View()).Round!.ReportedAt);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_nothing_is_reported_where_nobody_wants_to_know()
    {
        await using var world = await once.Copy();
        var asked = await Ask(world, null);
        Assert.Equal("report-nowhere", (await world.In(s => s.GetRequiredService<RoundSender>().Report(asked.Agreement, asked.By, default)))?.Code);
        var whole = await Facts(world, null) with { Name = "Rekommendation om basala hygienrutiner" };
        async Task<string?> Say(RecommendationFacts facts) => (await world.In(async s => await s.GetRequiredService<RecommendationKeeper>().Ask(facts, await Parties(s), asked.By, default))).Refusal?.Code;
        Assert.Equal("name-taken", await Say(await Facts(world, null)));
        Assert.Equal("text-missing", await Say(whole with { Decision = " " }));
        Assert.Equal("recommender-missing", await Say(whole with { RecommendedBy = "" }));
        Assert.Equal("day-missing", await Say(whole with { RecommendedOn = null }));
        Assert.Equal("day-ahead", await Say(whole with { RecommendedOn = world.Clock.Today().AddDays(1) }));
        Assert.Equal("deadline-odd", await Say(whole with { AnswerBy = world.Clock.Today() }));
        Assert.Equal("mail-odd", await Say(whole with { ReportTo = "rådet" }));
        Assert.Equal("parties-few", (await world.In(s => s.GetRequiredService<RecommendationKeeper>().Ask(whole, [], asked.By, default))).Refusal?.Code);
        Assert.Equal("may-not-keep-agreement", (await world.In(async s => await s.GetRequiredService<RecommendationKeeper>().Ask(whole, await Parties(s), await asked.Registrar("Askviks kommun"), default))).Refusal?.Code);
        Assert.Null(await Say(whole));
    }

    [Fact]
    public async Task Nobody_is_asked_any_more_about_what_has_expired()
    {
        await using var world = await once.Copy();
        var adopting = await Adopting.Begin(world, EffectRule.Default with { Kind = EffectKind.Each });
        await adopting.RecommendShortly(1);
        Assert.Null(await adopting.Decide(Adopting.Parties[0], AdoptionState.Adopted));
        var view = await adopting.View();
        Assert.True(view.IsAsking);
        Assert.Equal("round-open", (await adopting.Bind(EffectRule.Default))?.Code);
        Assert.Null(await world.In(s => s.GetRequiredService<AgreementKeeper>().Change(adopting.Agreement, view.Facts with { ValidTo = new(2027, 1, 31) }, view.Edition, adopting.By, default)));
        await LedgerTests.Until(world, new(2027, 2, 1));
        var ended = await adopting.View();
        Assert.Equal((AgreementState.Expired, false), (ended.State, ended.IsAsking));
        Assert.DoesNotContain(ended.Ledger, a => a.IsWaiting);
    }

    static async Task<Adopting> Ask(TestWorld world, string? reportTo)
    {
        var by = await world.Actor(Samverk.Tests.Meetings.Desk.Held.Secretary);
        var facts = await Facts(world, reportTo);
        var (id, no) = await world.In(async s => await s.GetRequiredService<RecommendationKeeper>().Ask(facts, await Parties(s), by!, default));
        Assert.Null(no);
        return new(world, by!, id!.Value);
    }

    static async Task<RecommendationFacts> Facts(TestWorld world, string? reportTo) => new("Rekommendation om gemensam vårdhygien",
        (await world.In(s => s.GetRequiredService<AreaDirectory>().Bodies(default))).Single(b => b.Code == "NV").Id, "Huvudmannen beslutar att följa de gemensamma rutinerna.", "Rådet för vårdhygien", new(2026, 11, 2), new(2027, 3, 1), reportTo);

    static async Task<List<ProposedParty>> Parties(IServiceProvider services) =>
        [.. (await services.GetRequiredService<AreaDirectory>().Organisations(default)).Where(o => Adopting.Parties.Contains(o.Name)).Select(o => new ProposedParty(o.Id, o.Name, IsOutside: false, null))];
}
