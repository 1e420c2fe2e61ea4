using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Agreements;
using Samverk.Agreements.Ledger;
using Samverk.Agreements.Texts;
using Samverk.Organisations;
using Samverk.Organisations.ApiAccess;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Agreements;

/// <summary>From a joint recommendation to a decision in every party.</summary>
[Trait("database", "both")]
public sealed class LedgerTests(WorldOnce once)
{
    [Fact]
    public async Task Adjusted_minutes_that_recommend_a_text_ask_every_party_and_it_is_in_force_when_all_have_adopted()
    {
        await using var world = await once.Copy();
        var adopting = await Adopting.Begin(world);
        var held = await adopting.Recommend(1);
        var asked = await adopting.View();
        Assert.Equal((AgreementState.Adopting, 4), (asked.State, asked.Ledger.Count));
        Assert.All(asked.Ledger, a => Assert.Equal((AdoptionState.Waiting, 1), (a.State, a.Version)));
        Assert.Equal(held.Meeting, asked.Round!.Meeting);
        Assert.Equal((await world.In(s => s.GetRequiredService<TextLists>().Of(adopting.Agreement, adopting.By, default)))[0].Seal, asked.Round.TextSeal);
        foreach (var party in Adopting.Parties[..3])
            Assert.Null(await adopting.Decide(party, AdoptionState.Adopted));
        Assert.Equal(AgreementState.Adopting, (await adopting.View()).State);
        Assert.Null(await adopting.Decide(Adopting.Parties[3], AdoptionState.Adopted));
        var inForce = await adopting.View();
        Assert.Equal((AgreementState.InForce, 1, world.Clock.Today()), (inForce.State, inForce.VersionInForce, inForce.InForceFrom!.Value));
        Assert.Contains(await History(world, adopting), h => h == nameof(AgreementTookEffect));
        // The register says it, and the minutes that recommended it are among its mentions.
        var row = await world.In(s => s.GetRequiredService<AgreementsLists>().Agreement(adopting.Agreement, default));
        Assert.Equal((AgreementState.InForce, 1), (row!.State, row.Mentions));
    }

    [Fact]
    public async Task A_no_halts_it_and_a_revised_text_is_adopted_anew_by_each_unless_a_party_says_that_its_decision_holds()
    {
        await using var world = await once.Copy();
        var adopting = await Adopting.Begin(world);
        await adopting.RecommendShortly(1);
        Assert.Null(await adopting.Decide(Adopting.Parties[0], AdoptionState.Adopted));
        Assert.Null(await adopting.Decide(Adopting.Parties[1], AdoptionState.Adopted));
        Assert.Null(await adopting.Decide(Adopting.Parties[3], AdoptionState.Declined, condition: "Kostnaden är inte utredd."));
        Assert.Equal(EffectState.Halted, (await adopting.View()).Effect!.State);
        var old = await adopting.Of(Adopting.Parties[2]);
        await adopting.Revise("# Syfte\nTrygg hemgång inom fem dagar.", "Kvarnberga bad om längre tid.");
        await adopting.RecommendShortly(2);
        var second = await adopting.View();
        Assert.All(second.Ledger, a => Assert.Equal((AdoptionState.Waiting, 2), (a.State, a.Version)));
        Assert.Equal("adoption-closed", (await world.In(async s => await s.GetRequiredService<AdoptionKeeper>().Decide(old.Id, new(AdoptionState.Adopted, "Socialnämnden", world.Clock.Today(), "1", "SN 1", null), null, null, await adopting.Registrar(Adopting.Parties[2]), default)))?.Code);
        // The region stands by its decision, on this day; nobody else has said anything.
        world.Clock.At = world.Clock.At.AddDays(7);
        var (region, registrar) = (await adopting.Of(Adopting.Parties[0]), await adopting.Registrar(Adopting.Parties[0]));
        Assert.Equal(1, (await world.In(s => s.GetRequiredService<LedgerLists>().Adoption(region.Id, registrar, default)))!.CarryVersion);
        Assert.Null(await world.In(s => s.GetRequiredService<AdoptionKeeper>().Carry(region.Id, registrar, default)));
        var carried = await adopting.Of(Adopting.Parties[0]);
        Assert.Equal((AdoptionState.Adopted, world.Clock.Today().AddDays(-7), world.Clock.Today()), (carried.State, carried.DecidedOn!.Value, carried.CountsFrom!.Value));
        var (declined, theirs) = (await adopting.Of(Adopting.Parties[3]), await adopting.Registrar(Adopting.Parties[3]));
        Assert.Equal("nothing-to-carry", (await world.In(s => s.GetRequiredService<AdoptionKeeper>().Carry(declined.Id, theirs, default)))?.Code);
        foreach (var party in Adopting.Parties[1..])
            Assert.Null(await adopting.Decide(party, AdoptionState.Adopted));
        Assert.Equal((AgreementState.InForce, 2), ((await adopting.View()).State, (await adopting.View()).VersionInForce));
    }

    [Fact]
    public async Task Another_principal_sees_the_outcome_and_never_the_internals()
    {
        await using var world = await once.Copy();
        var adopting = await Adopting.Begin(world);
        await adopting.RecommendShortly(1);
        Assert.Null(await adopting.Decide(Adopting.Parties[2], AdoptionState.Adopted, paper: new("Tjänsteskrivelse finns.", "Utdrag.pdf", "application/pdf", "%PDF-1.7"u8.ToArray())));
        var id = (await adopting.Of(Adopting.Parties[2])).Id;
        var own = (await world.In(async s => await s.GetRequiredService<LedgerLists>().Adoption(id, await adopting.Registrar(Adopting.Parties[2]), default)))!;
        Assert.Equal("Tjänsteskrivelse finns.", Assert.Single(own.Papers).Note);
        Assert.NotEmpty(own.Acts);
        foreach (var other in new[] { await adopting.Registrar(Adopting.Parties[1]), adopting.By, await world.Actor("Leila Mansour") })
        {
            var seen = (await world.In(s => s.GetRequiredService<LedgerLists>().Adoption(id, other, default)))!;
            Assert.Equal((AdoptionState.Adopted, "Socialnämnden", "104", "SN 2026-231"), (seen.Row.State, seen.Row.Committee, seen.Row.Paragraph, seen.Row.CaseNumber));
            Assert.Empty(seen.Papers);
            Assert.Empty(seen.Acts);
            Assert.False(seen.MayDecide);
            Assert.Null(await world.In(s => s.GetRequiredService<LedgerLists>().Paper(id, own.Papers[0].Id, other, default)));
            Assert.Equal("may-not-adopt", (await world.In(s => s.GetRequiredService<AdoptionKeeper>().Undo(id, other, default)))?.Code);
        }
    }

    [Fact]
    public async Task A_decision_is_whole_or_refused_in_words_and_can_be_changed_until_it_binds()
    {
        await using var world = await once.Copy();
        var adopting = await Adopting.Begin(world, EffectRule.Default with { Kind = EffectKind.Number, Number = 2 });
        await adopting.RecommendShortly(1);
        var (id, registrar) = ((await adopting.Of(Adopting.Parties[1])).Id, await adopting.Registrar(Adopting.Parties[1]));
        var whole = new PartyDecision(AdoptionState.Adopted, "Kommunstyrelsen", world.Clock.Today(), "12", "KS 2026-7", null);
        async Task<string?> Say(PartyDecision d) => (await world.In(s => s.GetRequiredService<AdoptionKeeper>().Decide(id, d, null, null, registrar, default)))?.Code;
        Assert.Equal("outcome-missing", await Say(whole with { Outcome = AdoptionState.Waiting }));
        Assert.Equal("committee-missing", await Say(whole with { Committee = " " }));
        Assert.Equal("day-missing", await Say(whole with { On = null }));
        Assert.Equal("decided-ahead", await Say(whole with { On = world.Clock.Today().AddDays(1) }));
        Assert.Equal("paragraph-missing", await Say(whole with { Paragraph = "§ " }));
        Assert.Equal("case-number-missing", await Say(whole with { CaseNumber = null }));
        Assert.Equal("condition-missing", await Say(whole with { Outcome = AdoptionState.AdoptedWithCondition }));
        Assert.Equal(AdoptionState.Waiting, (await adopting.Of(Adopting.Parties[1])).State);
        Assert.Null(await Say(whole with { Outcome = AdoptionState.ReferredBack, Condition = "Vad kostar det?" }));
        Assert.Null(await Say(whole));
        Assert.Null(await Say(whole));
        Assert.Null(await world.In(s => s.GetRequiredService<AdoptionKeeper>().Undo(id, registrar, default)));
        Assert.Null(await Say(whole));
        Assert.Null(await adopting.Decide(Adopting.Parties[0], AdoptionState.Adopted));
        Assert.Equal(AgreementState.InForce, (await adopting.View()).State);
        Assert.Equal("in-force", await Say(whole with { Outcome = AdoptionState.Declined }));
        Assert.Equal("in-force", (await world.In(s => s.GetRequiredService<AdoptionKeeper>().Undo(id, registrar, default)))?.Code);
        Assert.Null(await Say(whole with { CaseNumber = "KS 2026-17" }));
        // Those who had not answered still may.
        Assert.Null(await adopting.Decide(Adopting.Parties[3], AdoptionState.Declined));
        Assert.Equal(AgreementState.InForce, (await adopting.View()).State);
    }

    [Fact]
    public async Task It_takes_effect_on_the_day_that_was_agreed_and_expires_on_its_last()
    {
        await using var world = await once.Copy();
        var adopting = await Adopting.Begin(world, EffectRule.Default with { From = new(2027, 1, 1) });
        await adopting.RecommendShortly(1);
        foreach (var party in Adopting.Parties)
            Assert.Null(await adopting.Decide(party, AdoptionState.Adopted));
        Assert.Equal((AgreementState.Adopting, EffectState.Met), ((await adopting.View()).State, (await adopting.View()).Effect!.State));
        await Until(world, new(2026, 12, 31));
        Assert.Equal(AgreementState.Adopting, (await adopting.View()).State);
        await Until(world, new(2027, 1, 1));
        var view = await adopting.View();
        Assert.Equal((AgreementState.InForce, new DateOnly(2027, 1, 1)), (view.State, view.InForceFrom!.Value));
        Assert.Null(await world.In(s => s.GetRequiredService<AgreementKeeper>().Change(adopting.Agreement, view.Facts with { ValidTo = new(2027, 6, 30) }, view.Edition, adopting.By, default)));
        await Until(world, new(2027, 6, 30));
        Assert.Equal(AgreementState.InForce, (await adopting.View()).State);
        await Until(world, new(2027, 7, 1));
        Assert.Equal(AgreementState.Expired, (await adopting.View()).State);
    }

    [Fact]
    public async Task What_it_replaces_holds_until_every_party_is_bound_by_the_new_one_or_has_said_no()
    {
        await using var world = await once.Copy();
        var former = await Adopting.Begin(world);
        await former.RecommendShortly(1);
        foreach (var party in Adopting.Parties)
            Assert.Null(await former.Decide(party, AdoptionState.Adopted));
        var next = await Adopting.Begin(world, EffectRule.Default with { Kind = EffectKind.Each }, "Överenskommelse om hemgång alla dagar", former.Agreement);
        await next.RecommendShortly(1);
        Assert.Null(await next.Decide(Adopting.Parties[0], AdoptionState.Adopted));
        Assert.Equal((AgreementState.InForce, AgreementState.InForce), ((await next.View()).State, (await former.View()).State));
        Assert.Null(await next.Decide(Adopting.Parties[1], AdoptionState.Adopted));
        Assert.Null(await next.Decide(Adopting.Parties[2], AdoptionState.Declined, condition: "Vi står kvar."));
        Assert.Equal(AgreementState.InForce, (await former.View()).State);
        Assert.Null(await next.Decide(Adopting.Parties[3], AdoptionState.Adopted));
        Assert.Equal((AgreementState.InForce, AgreementState.Replaced), ((await next.View()).State, (await former.View()).State));
    }

    [Fact]
    public async Task Who_answers_for_it_and_what_it_replaces_are_told_by_name_in_its_history()
    {
        await using var world = await once.Copy();
        var former = await Adopting.Begin(world);
        var adopting = await Adopting.Begin(world, name: "Överenskommelse om hemgång alla dagar");
        var view = await adopting.View();
        Assert.Null(await world.In(s => s.GetRequiredService<AgreementKeeper>().Change(adopting.Agreement, view.Facts with { Responsible = adopting.By.Person, Replaces = former.Agreement }, view.Edition, adopting.By, default)));
        var told = await world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().Where(h => h.Subject == adopting.Agreement && h.Kind == nameof(AgreementChanged)).ToListAsync());
        Assert.Equal([("Ansvarig person", null, adopting.By.Name), ("Ersätter", (string?)null, (string?)Adopting.Name)], told.SelectMany(h => h.Happening()!.Changed).Select(c => (c.Field, c.Before, c.After)).Order());
    }

    [Fact]
    public async Task A_program_registers_with_a_token_that_may_and_reads_what_everybody_decided()
    {
        await using var world = await once.Copy();
        var adopting = await Adopting.Begin(world);
        await adopting.RecommendShortly(1);
        await using var site = await TestSite.Over(world);
        var address = $"/api/v1/adoptions/{(await adopting.Of(Adopting.Parties[1])).Id}/decision";
        var decision = new { outcome = "adoptedWithCondition", committee = "Kommunfullmäktige", date = "2026-11-23", paragraph = "104", caseNumber = "KS 2026/99", condition = "Kostnaden delas lika." };
        using var program = await site.Program(await adopting.Registrar(Adopting.Parties[1]), TokenScope.ReadAndRegister);
        using var reading = await site.Program(await adopting.Registrar(Adopting.Parties[1]), TokenScope.Read);
        using var others = await site.Program(await adopting.Registrar(Adopting.Parties[2]), TokenScope.ReadAndRegister);
        Assert.Equal(HttpStatusCode.Forbidden, (await reading.PostAsJsonAsync(address, decision)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await others.PostAsJsonAsync(address, decision)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await program.PostAsJsonAsync(address, new { outcome = "maybe" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.PostAsJsonAsync(address, new { outcome = "adopted" })).StatusCode);
        // Too much is refused, also when it comes in pieces and doesn't say how much it is.
        using var pieces = new StringContent(new string(' ', 50_000) + "{}", Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await program.PostAsync(address, pieces)).StatusCode);
        using var inPieces = new HttpRequestMessage(HttpMethod.Post, address) { Content = pieces };
        inPieces.Headers.TransferEncodingChunked = true;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await program.SendAsync(inPieces)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsJsonAsync(address, decision)).StatusCode);
        var agreement = JsonNode.Parse(await reading.GetStringAsync($"/api/v1/agreements/{adopting.Agreement}"))!;
        var told = agreement["adoptions"]!.AsArray().Single(a => (string?)a!["principal"]!["name"] == Adopting.Parties[1])!;
        Assert.Equal(("adoptedWithCondition", "Kommunfullmäktige", "2026-11-23", "104", "KS 2026/99"), ((string?)told["state"], (string?)told["committee"], (string?)told["date"], (string?)told["paragraph"], (string?)told["caseNumber"]));
        Assert.Equal(("adopting", "Tallmora kommun"), ((string?)agreement["state"], (string?)agreement["outsideParties"]![0]!["organisation"]!["name"]));
        // What waits for one principal, for its own case system to pick up.
        var organisation = (await adopting.Of(Adopting.Parties[2])).Organisation;
        var waiting = JsonNode.Parse(await reading.GetStringAsync($"/api/v1/adoptions?waiting=true&principal={organisation}"))!["items"]!.AsArray();
        Assert.Contains(waiting, w => (string?)w!["agreement"]!["id"] == adopting.Agreement.ToString());
        var asked = (await adopting.Of(Adopting.Parties[2])).Id;
        Assert.Contains($"urn:uuid:{asked}", await reading.GetStringAsync($"/api/v1/principals/{organisation}/waiting.atom"), StringComparison.Ordinal);
        Assert.Equal(await world.In(s => s.GetRequiredService<TextLists>().Pdf(adopting.Agreement, 1, default)), await reading.GetByteArrayAsync($"/api/v1/adoptions/{asked}/text.pdf"));
    }

    /// <summary>Lets the outbox do what falls due until a day.</summary>
    internal static async Task Until(TestWorld world, DateOnly day)
    {
        world.Clock.At = day.At(new(12, 0)).ToUniversalTime();
        await world.Services.GetRequiredService<Outbox>().DoAll(default);
    }

    static Task<List<string>> History(TestWorld world, Adopting adopting) =>
        world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().Where(h => h.Subject == adopting.Agreement).Select(h => h.Kind).ToListAsync());
}
