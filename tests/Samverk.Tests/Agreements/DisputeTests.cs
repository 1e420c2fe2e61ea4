using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Agreements;
using Samverk.Agreements.Disputes;
using Samverk.Organisations;
using Samverk.Organisations.ApiAccess;
using Samverk.Organisations.Protection;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;
using Samverk.Tests.House;
using Samverk.Tests.Organisations;

namespace Samverk.Tests.Agreements;

/// <summary>A matter that the parties of an agreement see differently: who raises it, what each party says at each step, and how it goes up and ends.</summary>
[Trait("database", "both")]
public sealed class DisputeTests(WorldOnce once)
{
    const string Region = Disputing.Region, Granåker = Disputing.Granåker, Askvik = Disputing.Askvik;

    [Fact]
    public async Task A_ladder_is_set_by_those_who_keep_the_agreement_and_a_dispute_keeps_the_one_that_it_was_raised_with()
    {
        await using var world = await once.Copy();
        var adopting = await Disputing.InForce(world, hasLadder: false);
        var (said, registrar) = (await Disputing.Said(world), await Disputing.Person(world, Granåker));
        Assert.Equal("no-ladder", (await Disputing.Raise(world, adopting, said, registrar)).Refusal?.Code);
        LadderStep[] steps = [new(null, " Enhetscheferna ", 10), new(await Disputing.Body(world, "SR"), "något annat", 30)];
        Assert.Equal("may-not-keep-agreement", (await Disputing.SetLadder(world, adopting, steps, actor: registrar))?.Code);
        Assert.Equal("body-missing", (await Disputing.SetLadder(world, adopting, [new(Ids.Next(), "Organet", 10)]))?.Code);
        Assert.Null(await Disputing.SetLadder(world, adopting, steps));
        var (number, kept) = await world.In(s => s.GetRequiredService<DisputeViews>().Ladder(adopting.Agreement, default));
        Assert.Equal((1, "Enhetscheferna", 10), (number, kept[0].Name, kept[0].Days));
        Assert.Equal("stale", (await Disputing.SetLadder(world, adopting, steps[..1], number: 0))?.Code);
        // The same again is no change, and no row.
        Assert.Null(await Disputing.SetLadder(world, adopting, steps));
        var (id, no) = await Disputing.Raise(world, adopting, said, registrar);
        Assert.Null(no);
        Assert.Null(await Disputing.SetLadder(world, adopting, []));
        Assert.Equal("no-ladder", (await Disputing.Raise(world, adopting, said, registrar)).Refusal?.Code);
        var view = await new Disputing(world, adopting, id!.Value).View();
        Assert.Equal([("Enhetscheferna", 10), (kept[1].Name, 30)], view.Steps.Select(s => (s.Name, s.Days)));
        var told = await world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().Where(h => h.Subject == adopting.Agreement && h.Kind == nameof(LadderSet)).OrderBy(h => h.Number).ToListAsync());
        Assert.Equal([(null, $"Enhetscheferna tio dagar, sedan {kept[1].Name} 30 dagar"), ($"Enhetscheferna tio dagar, sedan {kept[1].Name} 30 dagar", (string?)null)], told.Select(h => h.Happening()!.Changed[0]).Select(c => (c.Before, c.After)));
    }

    [Fact]
    public async Task A_dispute_is_raised_by_a_party_or_the_keeper_about_an_agreement_in_force_and_begins_at_the_lowest_step()
    {
        await using var world = await once.Copy();
        var notInForce = await Adopting.Begin(world, name: "Överenskommelse om något annat");
        Assert.Equal("not-in-force", (await Disputing.Raise(world, notInForce, await Disputing.Said(world), await Disputing.Person(world, Granåker))).Refusal?.Code);
        var adopting = await Disputing.InForce(world);
        var (said, registrar) = (await Disputing.Said(world), await Disputing.Person(world, Granåker));
        async Task<string?> Refused(RaisedDispute raised, Actor? by = null) => (await Disputing.Raise(world, adopting, raised, by ?? registrar)).Refusal?.Code;
        Assert.Equal("subject-missing", await Refused(said with { Subject = " " }));
        Assert.Equal("subject-odd", await Refused(said with { Subject = "Två\nrader" }));
        Assert.Equal("about-missing", await Refused(said with { About = "" }));
        Assert.Equal("tried-missing", await Refused(said with { Tried = "" }));
        Assert.Equal("parties-few", await Refused(said with { Parties = [said.For!.Value, said.For.Value] }));
        Assert.Equal("not-a-party", await Refused(said with { Parties = [said.For!.Value, await world.Organisation("Tallmora kommun")] }));
        Assert.Equal("raiser-outside", await Refused(said with { Parties = [await world.Organisation(Region), await world.Organisation(Askvik)] }));
        Assert.Equal("may-not-dispute", await Refused(said, await Disputing.Person(world, Region)));
        Assert.Equal("may-not-dispute", await Refused(said, adopting.By));
        Assert.Equal("may-not-keep-agreement", await Refused(said with { For = null }, registrar));
        var (id, no) = await Disputing.Raise(world, adopting, said, registrar);
        Assert.Null(no);
        var view = await new Disputing(world, adopting, id!.Value).View(await Disputing.Person(world, Askvik));
        Assert.Equal((DisputeState.Running, 0, new DateOnly(2026, 11, 24), new DateOnly(2026, 12, 4)), (view.State, view.Step, view.StartedOn, view.LastDay));
        Assert.Equal([Region, Granåker], view.Parties.Select(p => p.Name));
        Assert.Equal((registrar.Name, said.For, 1), (view.RaisedByName, view.RaisedFor, view.Version));
        Assert.Empty(view.May);
        Assert.Null((await Disputing.Raise(world, adopting, said with { For = null }, adopting.By)).Refusal);
    }

    [Fact]
    public async Task A_position_is_the_partys_own_until_it_is_sent_and_never_changes_after()
    {
        await using var world = await once.Copy();
        var disputing = await Disputing.Begin(world);
        var (granåker, region, askvik) = (await disputing.Registrar(Granåker), await disputing.Registrar(Region), await disputing.Registrar(Askvik));
        Assert.Equal("may-not-dispute", (await disputing.Write(Granåker, "Vardagar.", isSent: false, region))?.Code);
        Assert.Equal("may-not-dispute", (await disputing.Write(Granåker, "Vardagar.", isSent: true, disputing.Keeper))?.Code);
        Assert.Equal("not-a-party", (await disputing.Write(Askvik, "Vardagar.", isSent: false, askvik))?.Code);
        Assert.Null(await disputing.Write(Granåker, "Vardagar.", isSent: false, granåker, 0));
        Assert.Equal("stale", (await disputing.Write(Granåker, "Alla dagar.", isSent: false, granåker, 0))?.Code);
        foreach (var other in new[] { region, askvik, disputing.Keeper })
            Assert.Empty((await disputing.View(other)).Positions);
        Assert.Equal("Vardagar.", Assert.Single((await disputing.View(granåker)).Positions).Words);
        Assert.Equal([Region, Granåker], (await disputing.View()).Silent.Select(p => p.Name));

        Assert.Equal("position-missing", (await disputing.Write(Granåker, " ", isSent: true, granåker, 1))?.Code);
        Assert.Null(await disputing.Write(Granåker, "Vardagar, alltid.", isSent: true, granåker, 1));
        Assert.Equal(("Vardagar, alltid.", granåker.Name), (await disputing.View(askvik)).Positions.Select(p => (p.Words, p.SentByName)).Single());
        Assert.Equal([Region], (await disputing.View()).Silent.Select(p => p.Name));
        // More is another version, and the first stays as it was sent.
        Assert.Null(await disputing.Write(Granåker, "Och inte röda dagar.", isSent: false, granåker, 0));
        Assert.Single((await disputing.View(askvik)).Positions);
        Assert.Null(await disputing.Write(Granåker, "Och inte röda dagar.", isSent: true, granåker, 1));
        Assert.Equal([(2, "Och inte röda dagar."), (1, "Vardagar, alltid.")], (await disputing.View(askvik)).Positions.Select(p => (p.Number, p.Words)));
        Assert.Equal(2, (await disputing.History()).Count(h => h == nameof(PositionSent)));
    }

    [Fact]
    public async Task A_position_belongs_to_its_step_and_silence_there_stays_silence()
    {
        await using var world = await once.Copy();
        var disputing = await Disputing.Begin(world);
        var (granåker, region) = (await disputing.Registrar(Granåker), await disputing.Registrar(Region));
        Assert.Null(await disputing.Write(Granåker, "Vardagar.", isSent: true, granåker));
        Assert.Null(await disputing.Act(DisputeActKind.SentUp, granåker));
        Assert.Equal(2, (await disputing.View()).Silent.Count());
        Assert.Null(await disputing.Write(Region, "Alla dagar.", isSent: true, region));
        var view = await disputing.View();
        Assert.Empty(view.Sent(0, await world.Organisation(Region)));
        Assert.Equal("Alla dagar.", Assert.Single(view.Sent(1, await world.Organisation(Region))).Words);
        Assert.Equal([Granåker], view.Silent.Select(p => p.Name));
    }

    [Fact]
    public async Task It_is_sent_up_with_a_reason_before_the_last_day_and_freely_after_it_by_a_party_or_the_keeper()
    {
        await using var world = await once.Copy();
        var disputing = await Disputing.Begin(world);
        var (granåker, leader) = (await disputing.Registrar(Granåker), await disputing.Leader("OU"));
        Assert.Equal("may-not-dispute", (await disputing.Act(DisputeActKind.SentUp, await disputing.Registrar(Askvik)))?.Code);
        Assert.Equal("may-not-dispute", (await disputing.Act(DisputeActKind.SentUp, leader))?.Code);
        Assert.Equal("words-missing", (await disputing.Act(DisputeActKind.SentUp, granåker, words: null))?.Code);
        Assert.Equal("stale", (await disputing.Act(DisputeActKind.SentUp, granåker, seen: 7))?.Code);
        Assert.Null(await disputing.Act(DisputeActKind.SentUp, granåker, "Det rör alla enheter.", seen: 1));
        var view = await disputing.View();
        Assert.Equal((1, new DateOnly(2026, 11, 24), new DateOnly(2026, 12, 8)), (view.Step, view.StartedOn, view.LastDay));
        Assert.Equal(("Det rör alla enheter.", await world.Organisation(Granåker)), (view.Acts[^1].Words, view.Acts[^1].For));
        await Disputing.Until(world, new(2026, 12, 9));
        Assert.Null(await disputing.Act(DisputeActKind.SentUp, disputing.Keeper, words: null));
        view = await disputing.View();
        Assert.Equal((2, new DateOnly(2026, 12, 9), new DateOnly(2027, 1, 8)), (view.Step, view.StartedOn, view.LastDay));
        Assert.Null(view.Acts[^1].For);
        Assert.Equal("at-the-top", (await disputing.Act(DisputeActKind.SentUp, granåker))?.Code);
    }

    [Fact]
    public async Task The_body_at_the_step_recommends_and_decides_and_nobody_else_and_its_meeting_is_linked()
    {
        await using var world = await once.Copy();
        var disputing = await Disputing.Begin(world);
        var (granåker, leader) = (await disputing.Registrar(Granåker), await disputing.Leader("OU"));
        Assert.Equal("no-body-here", (await disputing.Act(DisputeActKind.Decided, disputing.Keeper))?.Code);
        Assert.Equal("may-not-dispute", (await disputing.Act(DisputeActKind.Decided, leader))?.Code);
        Assert.Null(await disputing.Act(DisputeActKind.SentUp, granåker));
        Assert.Equal("may-not-dispute", (await disputing.Act(DisputeActKind.Recommended, granåker))?.Code);
        var meetings = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Samverk.Meetings.Meeting>().Select(m => new { m.Id, m.Body }).ToListAsync());
        var ou = await Disputing.Body(world, "OU");
        Assert.Equal("meeting-of-another", (await disputing.Act(DisputeActKind.Recommended, leader, meeting: meetings.First(m => m.Body != ou).Id))?.Code);
        Assert.Null(await disputing.Act(DisputeActKind.Recommended, leader, "Räkna alla dagar till nyår."));
        Assert.Equal(DisputeState.Running, (await disputing.View()).State);
        Assert.Equal("day-ahead", (await disputing.Act(DisputeActKind.Decided, leader, on: world.Clock.Today().AddDays(1)))?.Code);
        Assert.Equal("day-before-step", (await disputing.Act(DisputeActKind.Decided, leader, on: world.Clock.Today().AddDays(-1)))?.Code);
        var own = (await world.In(s => s.GetRequiredService<Samverk.Meetings.MeetingsLists>().OfBody(ou, 1, default))).Rows[0].Id;
        Assert.Null(await disputing.Act(DisputeActKind.Decided, leader, "Alla dagar räknas.", meeting: own));
        var view = await disputing.View();
        Assert.Equal((DisputeState.Decided, world.Clock.Today()), (view.State, view.EndedOn));
        Assert.Equal((DisputeActKind.Decided, "Alla dagar räknas.", own), (view.Acts[^1].Kind, view.Acts[^1].Words, view.Acts[^1].Meeting));
        Assert.Empty(view.May);
        foreach (var kind in Enum.GetValues<DisputeActKind>().Where(k => k != DisputeActKind.Raised))
            Assert.NotNull(await disputing.Act(kind, disputing.Keeper));
        Assert.Equal("dispute-ended", (await disputing.Write(Granåker, "Vänta!", isSent: true, granåker))?.Code);
    }

    [Fact]
    public async Task It_is_withdrawn_by_whoever_raised_it_settled_by_the_parties_and_closed_at_the_top_by_its_keeper()
    {
        await using var world = await once.Copy();
        var withdrawn = await Disputing.Begin(world);
        var (granåker, region, keeper) = (await withdrawn.Registrar(Granåker), await withdrawn.Registrar(Region), withdrawn.Keeper);
        Assert.Equal("may-not-withdraw", (await withdrawn.Act(DisputeActKind.Withdrawn, region))?.Code);
        Assert.Equal("may-not-withdraw", (await withdrawn.Act(DisputeActKind.Withdrawn, keeper))?.Code);
        Assert.Equal("words-missing", (await withdrawn.Act(DisputeActKind.Withdrawn, granåker, words: " "))?.Code);
        Assert.Null(await withdrawn.Act(DisputeActKind.Withdrawn, granåker));

        async Task<Disputing> Another() => new(world, withdrawn.Agreement, (await Disputing.Raise(world, withdrawn.Agreement, await Disputing.Said(world), granåker)).Id!.Value);
        var settled = await Another();
        Assert.Equal("may-not-dispute", (await settled.Act(DisputeActKind.Settled, await settled.Registrar(Askvik)))?.Code);
        Assert.Null(await settled.Act(DisputeActKind.Settled, region, "Båda sätten prövas i tre månader."));
        var closed = await Another();
        Assert.Equal("not-at-the-top", (await closed.Act(DisputeActKind.Closed, keeper))?.Code);
        Assert.Null(await closed.Act(DisputeActKind.SentUp, granåker));
        Assert.Null(await closed.Act(DisputeActKind.SentUp, region));
        Assert.Equal("may-not-dispute", (await closed.Act(DisputeActKind.Closed, granåker))?.Code);
        Assert.Null(await closed.Act(DisputeActKind.Closed, keeper, "Rådet kom inte längre."));
        Assert.Equal([DisputeState.Withdrawn, DisputeState.Settled, DisputeState.Closed], [(await withdrawn.View()).State, (await settled.View()).State, (await closed.View()).State]);
        Assert.Equal([nameof(DisputeRaised), nameof(DisputeSentUp), nameof(DisputeSentUp), nameof(DisputeEnded)], await closed.History());
        var kept = await world.In(async s => (await Pages(s, "ar", "2026")).Where(d => new[] { withdrawn.Id, settled.Id, closed.Id }.Contains(d.Id)).Select(d => d.State).Order().ToList());
        Assert.Equal([DisputeState.Settled, DisputeState.Withdrawn, DisputeState.Closed], kept);
    }

    [Fact]
    public async Task The_register_is_narrowed_by_state_body_party_and_period()
    {
        await using var world = await once.Copy();
        var disputing = await Disputing.Begin(world);
        await Disputing.Until(world, new(2026, 12, 1));
        Assert.Null(await disputing.Act(DisputeActKind.SentUp, await disputing.Registrar(Granåker)));
        var (ou, sr, granåker) = (await Disputing.Body(world, "OU"), await Disputing.Body(world, "SR"), await world.Organisation(Granåker));
        Task<bool> Has(string filter, string value) => world.In(async s => (await Pages(s, filter, value)).Any(d => d.Id == disputing.Id));
        Assert.True(await Has("lage", "running"));
        Assert.False(await Has("lage", "settled"));
        Assert.True(await Has("organ", $"{ou}"));
        Assert.False(await Has("organ", $"{sr}"));
        Assert.True(await Has("huvudman", $"{granåker}"));
        Assert.False(await Has("huvudman", $"{await world.Organisation(Askvik)}"));
        Assert.True(await Has("fran", "2026-11-24"));
        Assert.False(await Has("fran", "2026-11-25"));
        Assert.False(await Has("sent", "true"));
        await Disputing.Until(world, new(2026, 12, 16));
        Assert.True(await Has("sent", "true"));
        var row = (await world.In(s => Pages(s, "huvudman", $"{granåker}"))).Single(d => d.Id == disputing.Id);
        Assert.Equal((2, 3, ou), (row.Step, row.Steps, row.StepBody!.Value));
        Assert.Equal([Granåker, Region], row.Parties);
    }

    static async Task<IReadOnlyList<DisputeRow>> Pages(IServiceProvider services, string filter, string value)
    {
        var register = services.GetRequiredService<Register<DisputeRow>>();
        await register.Prepare(default);
        return (await register.Page(Selection.All.With(filter, value), 100, default))!.Rows;
    }

    [Fact]
    public async Task A_protected_name_is_masked_wherever_the_dispute_is_read()
    {
        await using var world = await once.Copy();
        var adopting = await Disputing.InForce(world);
        var said = await Disputing.Said(world);
        var person = (await world.In(s => s.GetRequiredService<AreaDirectory>().People(default))).First(p => p.Name.Split(' ').Length == 2 && p.Organisation == said.For);
        var (id, _) = await Disputing.Raise(world, adopting, said with { Subject = $"Det som {person.Name} sa", About = $"{person.Name} menade vardagar.", Tried = $"Vi ringde {person.Name}." }, await Disputing.Person(world, Granåker));
        var disputing = new Disputing(world, adopting, id!.Value);
        Assert.Null(await disputing.Write(Region, $"Inte som {person.Name} tror.", isSent: true, await disputing.Registrar(Region)));
        Assert.Null(await disputing.Act(DisputeActKind.SentUp, disputing.Keeper, $"{person.Name} går i pension."));
        await using var site = await TestSite.Over(world);
        using var program = await site.Program(await disputing.Registrar(Askvik), TokenScope.Read);
        Task<string[]> Read() => Task.WhenAll(new[] { $"/api/v1/disputes/{id}", "/api/v1/disputes?limit=200", $"/api/v1/principals/{said.For}/waiting.atom", $"/api/v1/search?q=vardagar&kind=dispute" }.Select(a => program.GetStringAsync(a)));
        Assert.Contains((await Read()).Take(3), text => text.Contains(person.Name, StringComparison.Ordinal));
        Assert.Null(await world.In(async s => await s.GetRequiredService<IdentityKeeper>().Protect(person.Id, (await world.Actor("Linda Ekroth"))!, default)));
        await world.Services.GetRequiredService<Outbox>().DoAll(default);
        Assert.All(await Read(), text => Assert.DoesNotContain(person.Name, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_reads_disputes_and_sends_its_partys_position_with_a_token_that_may()
    {
        await using var world = await once.Copy();
        var disputing = await Disputing.Begin(world);
        await using var site = await TestSite.Over(world);
        var address = $"/api/v1/disputes/{disputing.Id}";
        using var program = await site.Program(await disputing.Registrar(Granåker), TokenScope.ReadAndRegister);
        using var reading = await site.Program(await disputing.Registrar(Granåker), TokenScope.Read);
        using var others = await site.Program(await disputing.Registrar(Askvik), TokenScope.ReadAndRegister);
        var position = new { text = "Vardagar.", caseNumber = "KS 2026/12" };
        Assert.Equal(HttpStatusCode.Forbidden, (await reading.PostAsJsonAsync($"{address}/position", position)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await others.PostAsJsonAsync($"{address}/position", position)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await program.PostAsJsonAsync($"{address}/position", new { caseNumber = "1" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.PostAsJsonAsync($"{address}/position", new { text = " " })).StatusCode);
        // What waits for a principal, for its own case system to pick up, until it is sent.
        var granåker = await world.Organisation(Granåker);
        async Task<bool> Waits() => (await reading.GetStringAsync($"/api/v1/principals/{granåker}/waiting.atom")).Contains($"/tvister/{disputing.Id}/standpunkt", StringComparison.Ordinal);
        Assert.True(await Waits());
        Assert.Equal(HttpStatusCode.OK, (await program.PostAsJsonAsync($"{address}/position", position)).StatusCode);
        Assert.False(await Waits());
        var read = JsonNode.Parse(await others.GetStringAsync(address))!;
        Assert.Equal(("Vardagar.", "KS 2026/12", "running", 0), ((string?)read["positions"]![0]!["text"], (string?)read["positions"]![0]!["caseNumber"], (string?)read["state"], (int)read["step"]!));
        var listed = JsonNode.Parse(await others.GetStringAsync($"/api/v1/disputes?state=running&principal={granåker}&limit=200"))!["items"]!.AsArray();
        Assert.Contains(listed, d => (string?)d!["id"] == disputing.Id.ToString());
    }
}
