using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Ledger;

/// <summary>One party's adoption, as everybody in the area sees it.</summary>
/// <param name="ClosedAt">When another text took its place.</param>
public sealed record AdoptionRow(Guid Id, Guid Agreement, string AgreementName, Guid Round, int Version, Guid Organisation, string OrganisationName, AdoptionState State, string? Committee, DateOnly? DecidedOn, DateOnly? CountsFrom, string? Paragraph,
    string? CaseNumber, string? Condition, DateOnly? PlannedOn, string? PlannedCommittee, DateOnly OpenedOn, DateOnly AnswerBy, DateOnly? RemindedOn, int Reminders, DateTimeOffset? SentAt, DateTimeOffset? RegisteredAt,
    DateTimeOffset? ClosedAt)
{
    /// <summary>The party has something to do.</summary>
    public bool IsWaiting => ClosedAt is null && State.IsUndecided();

    /// <summary>It has said when it decides, and that day has not been: it is left alone until then.</summary>
    public bool HasDayAhead(DateOnly today) => PlannedOn >= today;

    public PartyAnswer Answer => new(Organisation, State, CountsFrom);

    /// <summary>From when the round opened to the decision, or to today.</summary>
    public int Days(DateOnly today) => (State == AdoptionState.Waiting || DecidedOn is null ? today : DecidedOn.Value).DayNumber - OpenedOn.DayNumber;

    /// <summary>Why it is late; null when it isn't.</summary>
    public string? LateOn(DateOnly today) =>
        !IsWaiting || (PlannedOn ?? AnswerBy) >= today ? null : PlannedOn is { } planned ? $"Skulle tas {planned.InWords()}" : $"Svar senast {AnswerBy.InWords()}";
}

/// <summary>What only the party itself sees.</summary>
public sealed record PaperRow(Guid Id, string? Note, string? FileName, DateTimeOffset At, string ByName);

public sealed record AdoptionActRow(AdoptionActKind Kind, DateTimeOffset At, string? ByName, string? Words);

/// <summary>An adoption with all that its reader may see and do.</summary>
/// <param name="Papers">Empty to other principals.</param>
/// <param name="Acts">Empty to other principals.</param>
/// <param name="CarryVersion">The version that the party adopted before, and can say holds for this one; null when there is none.</param>
/// <param name="Committees">What the party has called its committees before, the latest first.</param>
public sealed record AdoptionView(AdoptionRow Row, int Edition, bool MayDecide, int? CarryVersion, IReadOnlyList<PaperRow> Papers, IReadOnlyList<AdoptionActRow> Acts, IReadOnlyList<string> Committees, Guid? Meeting, string? Item, Refusal? Closed);

/// <summary>Reads the adoption ledger.</summary>
public sealed class LedgerLists(SamverkDb db)
{
    internal const int MostWaiting = 50, MostCommittees = 8;

    /// <summary>The ledger of one text: one row for each party, in the order of their names. The newest round of the version.</summary>
    public Task<List<AdoptionRow>> OfRound(Guid round, CancellationToken ct) => db.Set<Adoption>().Where(a => a.Round == round).OrderBy(a => a.OrganisationSort).Rows(db).ToListAsync(ct);

    /// <summary>Everybody's answers about every text of an agreement, the newest text first.</summary>
    public Task<List<AdoptionRow>> OfAgreement(Guid agreement, CancellationToken ct) =>
        db.Set<Adoption>().Where(a => a.Agreement == agreement).OrderByDescending(a => a.Version).ThenByDescending(a => a.OpenedOn).ThenBy(a => a.OrganisationSort).Rows(db).ToListAsync(ct);

    /// <returns>Null when there is none.</returns>
    public async Task<AdoptionView?> Adoption(Guid id, Actor actor, CancellationToken ct)
    {
        if (await db.Set<Adoption>().Include(a => a.Acts).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } adoption)
            return null;
        var row = await db.Set<Adoption>().Where(a => a.Id == id).Rows(db).SingleAsync(ct);
        var round = await db.Set<AdoptionRound>().IgnoreAutoIncludes().Where(r => r.Id == adoption.Round).Select(r => new { r.Meeting, r.Item }).SingleAsync(ct);
        var may = actor.May(Permission.Adopt, new(Organisation: adoption.Organisation)) is null;
        var before = adoption.Before is { } carried && adoption.IsWaiting ? await db.Set<Adoption>().Where(a => a.Id == carried).Select(a => (int?)a.Version).SingleOrDefaultAsync(ct) : null;
        var papers = await db.Set<AdoptionPaper>().SeenBy(actor).Where(p => p.Adoption == id).OrderBy(p => p.At).Select(p => new PaperRow(p.Id, p.Note, p.FileName, p.At, p.ByName)).ToListAsync(ct);
        return new(row, adoption.Edition, may, before, papers, may ? [.. adoption.Acts.OrderBy(a => a.Position).Select(a => new AdoptionActRow(a.Kind, a.At, a.ByName, a.Words))] : [],
            may ? await Committees(adoption.Organisation, ct) : [], round.Meeting, round.Item, adoption.MayDecide());
    }

    /// <summary>A file that a party keeps to itself.</summary>
    /// <returns>Null when there is none that they may see.</returns>
    public async Task<(string Name, string Type, byte[] Bytes)?> Paper(Guid adoption, Guid id, Actor actor, CancellationToken ct) =>
        await db.Set<AdoptionPaper>().SeenBy(actor).Where(p => p.Adoption == adoption && p.Id == id && p.Bytes != null).Select(p => new { p.FileName, p.FileType, p.Bytes }).SingleOrDefaultAsync(ct) is { } paper
            ? (paper.FileName!, paper.FileType!, paper.Bytes!) : null;

    /// <summary>What waits for a decision by those that this person registers for, the one to be answered first first.</summary>
    public async Task<IReadOnlyList<AdoptionRow>> WaitingFor(Actor actor, CancellationToken ct)
    {
        var own = actor.Registers();
        return own.Count == 0 ? [] : await Waiting(own, ct);
    }

    /// <summary>What waits for a decision by a party, the one to be answered first first.</summary>
    public Task<List<AdoptionRow>> WaitingOf(Guid organisation, CancellationToken ct) => Waiting([organisation], ct);

    Task<List<AdoptionRow>> Waiting(IReadOnlyList<Guid> organisations, CancellationToken ct) =>
        db.Set<Adoption>().Where(LedgerQueries.IsWaiting).Where(a => organisations.Contains(a.Organisation))
            .OrderBy(a => a.AnswerBy).ThenBy(a => a.Id).Take(MostWaiting).Rows(db).ToListAsync(ct);

    async Task<IReadOnlyList<string>> Committees(Guid organisation, CancellationToken ct) =>
        [.. (await db.Set<Adoption>().Where(a => a.Organisation == organisation && a.Committee != null).OrderByDescending(a => a.DecidedOn).Select(a => a.Committee!).Take(100).ToListAsync(ct)).Distinct().Take(MostCommittees)];
}

static class LedgerQueries
{
    /// <summary><see cref="Adoption.IsWaiting"/>, to the database.</summary>
    public static Expression<Func<Adoption, bool>> IsWaiting { get; } = a => a.ClosedAt == null && (a.State == AdoptionState.Waiting || a.State == AdoptionState.ReferredBack);

    /// <summary>The organisations that somebody registers decisions for.</summary>
    public static IReadOnlyList<Guid> Registers(this Actor actor) =>
        [.. actor.Functions.Select(f => f.Organisation).Append(actor.IsSystem ? actor.Organisation : null).OfType<Guid>().Distinct().Where(o => actor.May(Permission.Register, new(Organisation: o)) is null || actor.May(Permission.Adopt, new(Organisation: o)) is null)];

    /// <summary>A party's own papers are for those who register its decisions, and nobody else.</summary>
    public static IQueryable<AdoptionPaper> SeenBy(this IQueryable<AdoptionPaper> papers, Actor actor)
    {
        var own = actor.Registers();
        return papers.Where(p => own.Contains(p.Owner));
    }

    public static IQueryable<AdoptionRow> Rows(this IQueryable<Adoption> adoptions, SamverkDb db)
    {
        Expression<Func<Adoption, AdoptionRow>> row = a => new AdoptionRow(a.Id, a.Agreement, db.Set<Agreement>().Where(g => g.Id == a.Agreement).Select(g => g.Name).First(), a.Round, a.Version, a.Organisation, a.OrganisationName, a.State,
            a.Committee, a.DecidedOn, a.CountsFrom, a.Paragraph, a.CaseNumber, a.Condition, a.PlannedOn, a.PlannedCommittee, a.OpenedOn, a.AnswerBy, a.RemindedOn, a.Reminders, a.SentAt, a.RegisteredAt, a.ClosedAt);
        return adoptions.IgnoreAutoIncludes().Select(row);
    }
}
