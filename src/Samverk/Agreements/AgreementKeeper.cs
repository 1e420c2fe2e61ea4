using Microsoft.EntityFrameworkCore;
using Samverk.Agreements.Ledger;
using Samverk.Agreements.Texts;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements;

/// <summary>What the keepers of an agreement do with it: put it up, change what is said of it, say whom it binds, take the steps of its life.</summary>
public sealed class AgreementKeeper
{
    readonly SamverkDb db;
    readonly Work work;
    readonly AreaDirectory directory;
    readonly AgreementDays days;
    readonly TimeProvider clock;

    internal AgreementKeeper(SamverkDb db, Work work, AreaDirectory directory, AgreementDays days, TimeProvider clock) => (this.db, this.work, this.directory, this.days, this.clock) = (db, work, directory, days, clock);

    /// <summary>Puts up an agreement with its first text. One that minutes have told of already becomes this one.</summary>
    /// <param name="text">Null when nothing is written yet.</param>
    /// <returns>The agreement's id, when it went well.</returns>
    public async Task<(Guid? Id, Refusal? Refusal)> Create(AgreementFacts facts, string? text, Actor actor, CancellationToken ct)
    {
        Guid? id = null;
        var refusal = await work.Do(async () =>
        {
            Refusal.Heed(facts.Fault() ?? actor.May(Permission.KeepAgreement, new(Body: facts.Body)));
            var body = await directory.Body(facts.Body, ct) ?? throw new RefusedException(new("body-missing", "Organet finns inte. Välj i listan."));
            await CheckRelations(Guid.Empty, facts, ct);
            var folded = Agreement.FoldName(facts.Name);
            var agreement = await db.Set<Agreement>().AsTracking().SingleOrDefaultAsync(a => a.Folded == folded, ct) ?? db.Add(new Agreement(body, facts.Name.Trim(), clock.Now(), actor.Person)).Entity;
            agreement.Keep(facts, body, clock.Now(), actor.Person, actor.Name);
            if (TextRules.Trimmed(text) is { } words)
                db.Add(new AgreementText(agreement, 1, words, null, clock.Now(), actor.Person));
            id = agreement.Id;
        }, ct);
        return (refusal is null ? id : null, refusal);
    }

    /// <param name="edition">What the writer had before them.</param>
    public Task<Refusal?> Change(Guid id, AgreementFacts facts, int edition, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        var agreement = await db.Kept(id, actor, ct);
        Refusal.Heed(actor.May(Permission.KeepAgreement, new(Body: facts.Body)));
        await CheckRelations(id, facts, ct);
        var folded = Agreement.FoldName(facts.Name);
        Refusal.Heed(await db.Set<Agreement>().AnyAsync(a => a.Id != id && a.Folded == folded, ct) ? new("name-taken", "Det finns redan en överenskommelse med det namnet. Lägg till det som skiljer dem åt.") : null);
        var names = await NamesIn(agreement.Facts(), facts, ct);
        agreement.Change(facts, edition, id => names.GetValueOrDefault(id, "–"), clock.Now(), actor.Person);
        await days.Look(agreement, ct);
    }, ct);

    /// <summary>Says whom it binds, who stands outside, and when it takes effect.</summary>
    public Task<Refusal?> Bind(Guid id, IReadOnlyList<ProposedParty> parties, EffectRule rule, int edition, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        await db.OneAtATime(ct);
        var agreement = await db.Kept(id, actor, ct);
        var open = await db.Set<AdoptionRound>().Where(r => r.Agreement == id && r.ClosedAt == null).ToListAsync(ct);
        agreement.Bind(parties, rule, open.Exists(r => r.IsAsking(agreement.VersionInForce)), edition, clock.Now(), actor.Person);
    }, ct);

    /// <summary>Takes a step by hand.</summary>
    /// <param name="on">The day that it counts from.</param>
    public Task<Refusal?> Step(Guid id, AgreementActKind kind, DateOnly? on, string? words, DateOnly? validTo, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        await db.OneAtATime(ct);
        var agreement = await db.Kept(id, actor, ct);
        Refusal.Heed(!AgreementLife.ByHand.Contains(kind) ? new("step-odd", "Det steget följer av protokoll och antaganden.")
            : on is null ? new("day-missing", "Skriv dagen som 2026-11-24.")
            : on > clock.Today() ? new("day-ahead", "Dagen är efter i dag. Skriv en dag som har varit.") : null);
        if (kind == AgreementActKind.Extended)
            agreement.Extend(validTo, on!.Value, words, clock.Now(), actor.Person, actor.Name);
        else
            agreement.Step(kind, on!.Value, words, clock.Now(), actor.Person, actor.Name);
        if (kind is AgreementActKind.Fell or AgreementActKind.Terminated)
            await days.Close(id, ct);
        await days.Look(agreement, ct);
    }, ct);

    async Task<Dictionary<Guid, string>> NamesIn(AgreementFacts before, AgreementFacts after, CancellationToken ct)
    {
        List<Guid> related = [.. before.Agreements(), .. after.Agreements()];
        var names = await db.Set<Agreement>().Where(a => related.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        foreach (var body in (await directory.Bodies(ct)).Where(b => b.Id == before.Body || b.Id == after.Body))
            names[body.Id] = body.Name;
        if (before.Responsible != after.Responsible)
            foreach (var person in (await directory.People(ct)).Where(p => p.Id == before.Responsible || p.Id == after.Responsible))
                names[person.Id] = person.Name;
        return names;
    }

    async Task CheckRelations(Guid self, AgreementFacts facts, CancellationToken ct)
    {
        var named = new[] { facts.Replaces, facts.Under }.OfType<Guid>().Distinct().ToList();
        Refusal.Heed(named.Contains(self) ? new("relation-self", "En överenskommelse kan inte ersätta eller stå under sig själv.")
            : await db.Set<Agreement>().CountAsync(a => named.Contains(a.Id), ct) < named.Count ? new("relation-missing", "Överenskommelsen som du valde finns inte. Läs om sidan.") : null);
    }
}

static class KeptAgreements
{
    static Refusal NoAgreement { get; } = new("no-agreement", "Överenskommelsen finns inte, eller sköts inte här.");

    /// <summary>The agreement itself, to be changed by somebody who may.</summary>
    public static async Task<Agreement> Kept(this SamverkDb db, Guid id, Actor actor, CancellationToken ct)
    {
        var agreement = await db.Set<Agreement>().AsTracking().SingleOrDefaultAsync(a => a.Id == id && a.KeptOn != null, ct) ?? throw new RefusedException(NoAgreement);
        Refusal.Heed(actor.May(Permission.KeepAgreement, new(Body: agreement.Body)));
        return agreement;
    }
}
