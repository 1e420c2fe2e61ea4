using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Ledger;

/// <summary>A file or a note that a party keeps to itself with its decision.</summary>
public sealed record OwnPaper(string? Note, string? FileName, string? FileType, byte[]? Bytes)
{
    public bool IsEmpty => TextRules.Trimmed(Note) is null && Bytes is null;
}

/// <summary>What the registrar or coordinator of a party does with its adoption: by page, by a link in a mail, by another program.</summary>
public sealed class AdoptionKeeper
{
    readonly SamverkDb db;
    readonly Work work;
    readonly AgreementDays days;
    readonly TimeProvider clock;

    internal AdoptionKeeper(SamverkDb db, Work work, AgreementDays days, TimeProvider clock) => (this.db, this.work, this.days, this.clock) = (db, work, days, clock);

    internal static Refusal NoAdoption { get; } = new("no-adoption", "Antagandet finns inte.");

    /// <summary>Writes the party's decision, and what it makes of the agreement.</summary>
    /// <param name="edition">What the writer had before them; null from a program, which says it all again.</param>
    public Task<Refusal?> Decide(Guid id, PartyDecision decision, OwnPaper? paper, int? edition, Actor actor, CancellationToken ct) => Write(id, actor, (adoption, binds) =>
    {
        Refusal.Heed(edition is null || edition == adoption.Edition ? null : new("stale", "Någon annan hos er har skrivit i samma ärende. Läs om sidan och gör om din ändring."));
        adoption.Decide(decision, binds, clock.Today(), clock.Now(), actor.Person, actor.Name);
        if (paper is { IsEmpty: false })
            db.Add(new AdoptionPaper(adoption, TextRules.Trimmed(paper.Note), paper.FileName, paper.FileType, paper.Bytes, clock.Now(), actor.Person, actor.Name));
        return Task.CompletedTask;
    }, ct);

    /// <summary>Says when the party expects to decide.</summary>
    public Task<Refusal?> Plan(Guid id, DateOnly? on, string? committee, Actor actor, CancellationToken ct) => Write(id, actor, (adoption, _) =>
    {
        adoption.Plan(on, committee, clock.Today(), clock.Now(), actor.Person, actor.Name);
        return Task.CompletedTask;
    }, ct);

    /// <summary>Takes back what was registered.</summary>
    public Task<Refusal?> Undo(Guid id, Actor actor, CancellationToken ct) => Write(id, actor, (adoption, binds) =>
    {
        adoption.Undo(binds, clock.Now(), actor.Person, actor.Name);
        return Task.CompletedTask;
    }, ct);

    /// <summary>Says, for the party, that its decision about the text before holds for this one too.</summary>
    public Task<Refusal?> Carry(Guid id, Actor actor, CancellationToken ct) => Write(id, actor, async (adoption, _) =>
        adoption.Carry(await db.Set<Adoption>().SingleOrDefaultAsync(a => a.Id == adoption.Before, ct) ?? throw new RefusedException(new("nothing-to-carry", "Det finns inget tidigare beslut att låta gälla.")),
            clock.Today(), clock.Now(), actor.Person, actor.Name), ct);

    /// <summary>Keeps a file or a note that no other principal sees.</summary>
    public Task<Refusal?> Keep(Guid id, OwnPaper paper, Actor actor, CancellationToken ct) => Write(id, actor, (adoption, _) =>
    {
        db.Add(new AdoptionPaper(adoption, TextRules.Trimmed(paper.Note), paper.FileName, paper.FileType, paper.Bytes, clock.Now(), actor.Person, actor.Name));
        return Task.CompletedTask;
    }, ct);

    Task<Refusal?> Write(Guid id, Actor actor, Func<Adoption, bool, Task> verb, CancellationToken ct) => work.Do(async () =>
    {
        // Two answers at once must see each other, or neither would meet the rule.
        await db.OneAtATime(ct);
        var adoption = await db.Set<Adoption>().AsTracking().SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new RefusedException(NoAdoption);
        Refusal.Heed(actor.May(Permission.Adopt, new(Organisation: adoption.Organisation)));
        var round = await db.Set<AdoptionRound>().AsTracking().SingleAsync(r => r.Id == adoption.Round, ct);
        var agreement = await db.Set<Agreement>().AsTracking().SingleAsync(a => a.Id == adoption.Agreement, ct);
        var effect = round.Effect(agreement.Rule);
        await verb(adoption, agreement.VersionInForce == round.Version && effect.Parties.TryGetValue(adoption.Organisation, out var since) && since <= clock.Today());
        await days.Look(agreement, ct);
    }, ct);
}
