using Microsoft.Extensions.DependencyInjection;
using Samverk.Agreements.Disputes;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Organisations;

namespace Samverk.Tests.Agreements;

/// <summary>What waits in a dispute, and the letters: what is done is told, who owes a position is reminded, the keeper is told when the time is out; and it ends when it is answered or over.</summary>
[Trait("database", "both")]
public sealed class DisputeLetterTests(WorldOnce once)
{
    const string Region = Disputing.Region, Granåker = Disputing.Granåker;
    const string Told = $"Tvist: {Disputing.Subject}", Reminded = $"Påminnelse om ståndpunkt: {Disputing.Subject}", Late = $"Tiden är ute: {Disputing.Subject}";

    [Fact]
    public async Task The_parties_and_the_keeper_are_told_that_it_is_raised_and_the_parties_and_the_body_that_it_has_come()
    {
        await using var world = await once.Copy();
        var disputing = await Disputing.Begin(world);
        await world.Services.GetRequiredService<Outbox>().DoAll(default);
        Assert.Equal([Told], await disputing.Subjects(Region));
        Assert.Equal([Told], await disputing.Subjects(Granåker));
        Assert.Equal([Told], await disputing.Subjects((await disputing.View()).BodyName));
        // Nothing more is told of the same act, however often it is looked.
        await world.In(s => s.GetRequiredService<DisputeDays>().Look(disputing.Id, default));
        Assert.Equal(3, (await disputing.Subjects()).Count);
        Assert.Null(await disputing.Act(DisputeActKind.SentUp, await disputing.Registrar(Granåker)));
        await world.Services.GetRequiredService<Outbox>().DoAll(default);
        Assert.Equal([Told, Told], await disputing.Subjects(Region));
        Assert.Equal([Told], await disputing.Subjects((await disputing.View()).Here.Name));
    }

    [Fact]
    public async Task A_party_that_owes_a_position_is_reminded_before_the_last_day_and_what_is_sent_ends_it()
    {
        await using var world = await once.Copy();
        var disputing = await Disputing.Begin(world);
        async Task<(int Region, int Granåker)> Reminders() => ((await disputing.Subjects(Region)).Count(s => s == Reminded), (await disputing.Subjects(Granåker)).Count(s => s == Reminded));
        // The step has until 4 December.
        await Disputing.Until(world, new(2026, 11, 26));
        Assert.Equal((0, 0), await Reminders());
        await Disputing.Until(world, new(2026, 11, 27));
        Assert.Equal((1, 1), await Reminders());
        Assert.Null(await disputing.Write(Region, "Alla dagar.", isSent: true, await disputing.Registrar(Region)));
        await Disputing.Until(world, new(2026, 12, 3));
        Assert.Equal((1, 2), await Reminders());
        Assert.Equal((1, 2), ((await disputing.View()).Parties[0].Reminders, (await disputing.View()).Parties[1].Reminders));
        await Disputing.Until(world, new(2026, 12, 4));
        Assert.Equal((1, 2), await Reminders());
        Assert.Equal(3, (await disputing.History()).Count(h => h == nameof(PositionReminded)));
    }

    [Fact]
    public async Task The_keeper_is_told_once_for_each_step_that_its_time_is_out_and_nothing_comes_when_it_has_ended()
    {
        await using var world = await once.Copy();
        var disputing = await Disputing.Begin(world);
        var keeper = (await disputing.View()).BodyName;
        async Task<int> Lates() => (await disputing.Subjects()).Count(s => s == Late);
        await Disputing.Until(world, new(2026, 12, 4));
        Assert.Equal(0, await Lates());
        await Disputing.Until(world, new(2026, 12, 5));
        Assert.Equal([Told, Late], await disputing.Subjects(keeper));
        await Disputing.Until(world, new(2026, 12, 8));
        Assert.Equal(1, await Lates());
        Assert.Null(await disputing.Act(DisputeActKind.SentUp, disputing.Keeper, words: null));
        // The next step has until 22 December.
        await Disputing.Until(world, new(2026, 12, 23));
        Assert.Equal(2, await Lates());
        Assert.Equal(2, (await disputing.History()).Count(h => h == nameof(DisputeTimeOut)));
        Assert.Null(await disputing.Act(DisputeActKind.Settled, disputing.Keeper));
        await Disputing.Until(world, new(2026, 12, 24));
        var count = (await disputing.Subjects()).Count;
        await Disputing.Until(world, new(2027, 3, 1));
        Assert.Equal((count, 2), ((await disputing.Subjects()).Count, await Lates()));
    }

    [Fact]
    public async Task What_waits_is_seen_by_the_party_that_owes_the_body_that_has_it_and_the_keeper_when_the_time_is_out()
    {
        await using var world = await once.Copy();
        var disputing = await Disputing.Begin(world);
        var (granåker, region, leader) = (await disputing.Registrar(Granåker), await disputing.Registrar(Region), await disputing.Leader("OU"));
        Task<bool> Owes(Samverk.Organisations.Actor actor) => world.In(async s => (await s.GetRequiredService<DisputeLists>().WaitingFor(actor, default)).Any(w => w.Dispute == disputing.Id));
        Task<bool> Has(Samverk.Organisations.Actor actor) => world.In(async s => (await s.GetRequiredService<DisputeLists>().WaitingAt(actor, default)).Any(w => w.Dispute == disputing.Id));
        Assert.Equal((true, true, false), (await Owes(granåker), await Owes(region), await Owes(disputing.Keeper)));
        Assert.Null(await disputing.Write(Granåker, "Vardagar.", isSent: false, granåker));
        Assert.True((await world.In(s => s.GetRequiredService<DisputeLists>().WaitingFor(granåker, default))).Single(w => w.Dispute == disputing.Id).HasDraft);
        Assert.False((await world.In(async s => await s.GetRequiredService<DisputeLists>().WaitingOf(await world.Organisation(Granåker), default))).Single(w => w.Dispute == disputing.Id).HasDraft);
        Assert.Null(await disputing.Write(Granåker, "Vardagar.", isSent: true, granåker));
        Assert.Equal((false, true), (await Owes(granåker), await Owes(region)));
        Assert.Equal((false, false), (await Has(leader), await Has(disputing.Keeper)));
        await Disputing.Until(world, new(2026, 12, 5));
        Assert.Equal((false, true, true), (await Has(leader), await Has(disputing.Keeper), await Owes(region)));
        Assert.Null(await disputing.Act(DisputeActKind.SentUp, disputing.Keeper, words: null));
        Assert.Equal((true, false, true), (await Has(leader), await Has(disputing.Keeper), await Owes(granåker)));
        Assert.Null(await disputing.Act(DisputeActKind.Settled, region));
        Assert.Equal((false, false, false), (await Has(leader), await Has(disputing.Keeper), await Owes(granåker)));
    }
}
