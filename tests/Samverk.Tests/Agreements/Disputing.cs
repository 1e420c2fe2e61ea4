using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Agreements;
using Samverk.Agreements.Disputes;
using Samverk.Mail;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Organisations;

namespace Samverk.Tests.Agreements;

/// <summary>What tests do with a dispute of the World: between the region and Granåker, about a text of Nära vård's that is in force, up by the units, the county's operative group and the council.</summary>
sealed class Disputing(TestWorld world, Adopting adopting, Guid id)
{
    public const string Region = "Region Bergslunda", Granåker = "Granåkers kommun", Askvik = "Askviks kommun", Subject = "Hemgång på helger", Units = "Enhetscheferna";

    public Guid Id => id;
    public Actor Keeper => adopting.By;
    public Adopting Agreement => adopting;

    /// <summary>An agreement in force, with a ladder.</summary>
    public static async Task<Adopting> InForce(TestWorld world, bool hasLadder = true)
    {
        var adopting = await Adopting.Begin(world);
        await world.In(s => s.GetRequiredService<Work>().Must(async () => (await s.GetRequiredService<SamverkDb>().Set<Agreement>().AsTracking().SingleAsync(a => a.Id == adopting.Agreement)).TakeEffect(1, world.Clock.Today(), world.Clock.Now())));
        if (hasLadder)
            Assert.Null(await SetLadder(world, adopting, [new(null, Units, 10), new(await Body(world, "OU"), "", 14), new(await Body(world, "SR"), "", 30)]));
        return adopting;
    }

    public static async Task<Disputing> Begin(TestWorld world, string? by = Granåker)
    {
        var adopting = await InForce(world);
        var actor = by is null ? adopting.By : await Person(world, by);
        var (id, no) = await Raise(world, adopting, await Said(world, by), actor);
        Assert.Null(no);
        return new(world, adopting, id!.Value);
    }

    public static async Task<RaisedDispute> Said(TestWorld world, string? by = Granåker) => new(by is null ? null : await world.Organisation(by), Subject, "Granåker menar att tre dagar räknas i vardagar.", "Enhetscheferna har talats vid.", [await world.Organisation(Granåker), await world.Organisation(Region)]);

    public static Task<(Guid? Id, Refusal? Refusal)> Raise(TestWorld world, Adopting adopting, RaisedDispute raised, Actor actor) => world.In(s => s.GetRequiredService<DisputeKeeper>().Raise(adopting.Agreement, raised, "http://test", actor, default));

    public static async Task<Refusal?> SetLadder(TestWorld world, Adopting adopting, IReadOnlyList<LadderStep> steps, int? number = null, Actor? actor = null)
    {
        var known = number ?? (await world.In(s => s.GetRequiredService<DisputeViews>().Ladder(adopting.Agreement, default))).Number;
        return await world.In(s => s.GetRequiredService<LadderKeeper>().Set(adopting.Agreement, steps, known, actor ?? adopting.By, default));
    }

    public static async Task<Guid> Body(TestWorld world, string code) => (await world.In(s => s.GetRequiredService<AreaDirectory>().Bodies(default))).Single(b => b.Code == code).Id;

    public async Task<DisputeView> View(Actor? actor = null) => (await world.In(s => s.GetRequiredService<DisputeViews>().One(id, actor ?? Keeper, default)))!;

    public async Task<Refusal?> Write(string party, string? words, bool isSent, Actor actor, int? edition = null)
    {
        var organisation = await world.Organisation(party);
        return await world.In(s => s.GetRequiredService<DisputeKeeper>().Write(id, organisation, new(words, "KS 2026-77"), isSent, edition, actor, default));
    }

    public Task<Refusal?> Act(DisputeActKind kind, Actor actor, string? words = "Så blev det.", DateOnly? on = null, Guid? meeting = null, int? seen = null) =>
        world.In(s => s.GetRequiredService<DisputeKeeper>().Act(id, new(kind, DisputeLife.HasOwnDay(kind) ? on ?? world.Clock.Today() : null, words, meeting, meeting is null ? null : "4"), seen, actor, default));

    public Task<Actor> Registrar(string organisation) => Person(world, organisation);

    public static async Task<Actor> Person(TestWorld world, string organisation)
    {
        var function = (await world.In(s => s.GetRequiredService<PlaceLists>().ReachedFunctions(new(2026, 11, 24), default))).First(f => f.Kind == FunctionKind.Registrar && f.OrganisationName == organisation);
        return (await world.Actor(function.Person))!;
    }

    /// <summary>Somebody who leads the body, and keeps no agreement of Nära vård's.</summary>
    public async Task<Actor> Leader(string body)
    {
        var of = await Body(world, body);
        foreach (var standing in await world.In(s => s.GetRequiredService<BodyMembers>().Standings(of, world.Clock.Today(), default)))
            if ((await world.Actor(standing.Person)) is { } actor && actor.May(Permission.KeepAgreement, new(Body: (await View()).Body)) is not null)
                return actor;
        throw new InvalidOperationException($"{body} has nobody of its own");
    }

    public Task<List<string>> Subjects(string? to = null) => world.In(s => s.GetRequiredService<SamverkDb>().Set<Message>().Where(m => m.About == id && (to == null || m.ToName.StartsWith(to))).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Select(m => m.Subject).ToListAsync());

    public Task<List<string>> History() => world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().Where(h => h.Subject == id).OrderBy(h => h.Number).Select(h => h.Kind).ToListAsync());

    /// <summary>Lets the days pass, the outbox doing its work.</summary>
    public static Task Until(TestWorld world, DateOnly day) => LedgerTests.Until(world, day);
}
