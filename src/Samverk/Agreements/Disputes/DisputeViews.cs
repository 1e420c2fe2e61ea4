using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Disputes;

/// <summary>A step of a dispute's ladder.</summary>
/// <param name="Position">From 0.</param>
/// <param name="StartedOn">Null until the dispute comes to it.</param>
public sealed record DisputeStepRow(int Position, Guid? Body, string Name, int Days, DateOnly? StartedOn, DateOnly? LastDay);

/// <param name="IsOwn">The reader writes its positions.</param>
public sealed record DisputePartyRow(Guid Organisation, string Name, DateOnly? RemindedOn, int Reminders, bool IsOwn);

/// <param name="For">The party that it was done for; null for the keeper, and the body at the step.</param>
public sealed record DisputeActRow(DisputeActKind Kind, int Step, DateOnly On, string? Words, Guid? Meeting, string? Paragraph, DateTimeOffset At, string ByName, Guid? For);

/// <summary>A version of a party's position at one step.</summary>
public sealed record PositionRow(Guid Id, Guid Organisation, int Step, int Number, string? Words, string? CaseNumber, DateTimeOffset WrittenAt, DateTimeOffset? SentAt, string? SentByName, int Edition);

/// <summary>A dispute, as its reader may see it.</summary>
/// <param name="RaisedFor">The party that raised it; null where the keeper of the agreement did.</param>
/// <param name="Step">From 0: where it is, or where it ended.</param>
/// <param name="Positions">Those that are sent, and the reader's own drafts; the newest first.</param>
/// <param name="May">What the reader can do with it now.</param>
public sealed record DisputeView(Guid Id, Guid Agreement, string AgreementName, int Version, Guid Body, string BodyName, string Subject, string About, string Tried, Guid? RaisedFor, DateOnly RaisedOn, string RaisedByName,
    DisputeState State, int Step, DateOnly StartedOn, DateOnly LastDay, DateOnly? EndedOn, IReadOnlyList<DisputeStepRow> Steps, IReadOnlyList<DisputePartyRow> Parties, IReadOnlyList<DisputeActRow> Acts,
    IReadOnlyList<PositionRow> Positions, IReadOnlyList<DisputeActKind> May)
{
    public bool IsRunning => State == DisputeState.Running;

    public DisputeStepRow Here => Steps[Step];

    public bool IsAtTop => Step == Steps.Count - 1;

    public bool IsLate(DateOnly today) => IsRunning && LastDay < today;

    /// <summary>What a party has sent at a step, the newest first.</summary>
    public IEnumerable<PositionRow> Sent(int step, Guid party) => Positions.Where(p => p.Step == step && p.Organisation == party && p.SentAt is not null);

    /// <summary>Those who have not sent their position at the step where it is.</summary>
    public IEnumerable<DisputePartyRow> Silent => Parties.Where(p => !Sent(Step, p.Organisation).Any());

    public string PartyName(Guid organisation) => Parties.FirstOrDefault(p => p.Organisation == organisation)?.Name ?? "–";

    /// <summary>Who did an act, with the side that they did it for.</summary>
    public string Doer(DisputeActRow act) => act.For is { } party ? $"{act.ByName}, {PartyName(party)}" : act.ByName;
}

/// <summary>A dispute in a list.</summary>
/// <param name="StepName">Where it is, or where it ended.</param>
/// <param name="Step">From 1.</param>
public sealed record DisputeRow(Guid Id, Guid Agreement, string AgreementName, Guid Body, string Subject, DisputeState State, int Step, int Steps, string StepName, Guid? StepBody, Guid? RaisedFor, DateOnly RaisedOn, DateOnly StartedOn, DateOnly LastDay, DateOnly? EndedOn, IReadOnlyList<string> Parties)
{
    public bool IsLate(DateOnly today) => State == DisputeState.Running && LastDay < today;

    /// <summary>As it may be shown anywhere: without the names of those with protected identity.</summary>
    internal DisputeRow Without(NameMask names) => names.IsEmpty ? this : this with { Subject = names.Of(Subject), AgreementName = names.Of(AgreementName), StepName = names.Of(StepName) };
}

/// <summary>Reads disputes and ladders, each as its reader may see it and without protected names.</summary>
public sealed class DisputeViews(SamverkDb db, AreaDirectory directory, ProtectedNames names)
{
    /// <returns>Null when there is none.</returns>
    public async Task<DisputeView?> One(Guid id, Actor actor, CancellationToken ct)
    {
        if (await db.Disputes().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } d)
            return null;
        var (ladder, sides) = (d.Ladder(), d.Sides());
        return await View(d, await db.Set<Position>().SeenBy(actor).Where(p => p.Dispute == id).ToListAsync(ct), actor.WritesFor,
            [.. Enum.GetValues<DisputeActKind>().Where(kind => DisputeLife.May(kind, ladder, d.Here) is null && actor.MayDo(kind, sides) is null)], ct);
    }

    /// <summary>As the outbox writes letters about it.</summary>
    internal Task<DisputeView> Of(Dispute dispute, CancellationToken ct) => View(dispute, [], _ => false, [], ct);

    async Task<DisputeView> View(Dispute d, List<Position> positions, Func<Guid, bool> isOwn, IReadOnlyList<DisputeActKind> may, CancellationToken ct)
    {
        var mask = await names.Mask(ct);
        var agreement = await db.Set<Agreement>().IgnoreAutoIncludes().Where(a => a.Id == d.Agreement).Select(a => a.Name).SingleAsync(ct);
        return new(d.Id, d.Agreement, mask.Of(agreement), d.Version, d.Body, (await directory.Body(d.Body, ct))?.Name ?? "–", mask.Of(d.Subject), mask.Of(d.About), mask.Of(d.Tried), d.RaisedFor, d.RaisedOn, mask.Name(d.RaisedBy, d.RaisedByName),
            d.State, d.Step, d.StartedOn, d.LastDay, d.EndedOn, [.. d.Steps.OrderBy(s => s.Position).Select(s => new DisputeStepRow(s.Position, s.Body, mask.Of(s.Name), s.Days, s.StartedOn, s.LastDay))],
            [.. d.Parties.OrderBy(p => p.Name.StartsWith("Region", StringComparison.Ordinal) ? 0 : 1).ThenBy(p => p.Name, Swedish.Names).Select(p => new DisputePartyRow(p.Organisation, p.Name, p.RemindedOn, p.Reminders, isOwn(p.Organisation)))],
            [.. d.Acts.OrderBy(a => a.Position).Select(a => new DisputeActRow(a.Kind, a.Step, a.On, mask.Of(a.Words), a.Meeting, mask.Of(a.Paragraph), a.At, mask.Name(a.By, a.ByName), a.For))],
            // A draft is shown as it was typed, to those who write it: a mask would be saved in its place.
            [.. positions.OrderByDescending(p => p.Step).ThenByDescending(p => p.Number).Select(p => new PositionRow(p.Id, p.Organisation, p.Step, p.Number, p.SentAt is null ? p.Words : mask.Of(p.Words), p.CaseNumber, p.WrittenAt, p.SentAt, mask.Name(p.SentBy, p.SentByName), p.Edition))], may);
    }

    /// <summary>The ladder that holds, without protected names; no steps when there is none.</summary>
    /// <returns>With its number, for whoever changes it; 0 when none was ever set.</returns>
    public async Task<(int Number, IReadOnlyList<LadderStep> Steps)> Ladder(Guid agreement, CancellationToken ct) =>
        await db.LadderOf(agreement, ct) is { } ladder && await names.Mask(ct) is var mask ? (ladder.Number, [.. ladder.Steps.Select(s => s with { Name = mask.Of(s.Name) })]) : (0, []);

    /// <summary>Those about an agreement, those that run and the newest first.</summary>
    public Task<List<DisputeRow>> OfAgreement(Guid agreement, CancellationToken ct) => Rows(db.Set<Dispute>().Where(d => d.Agreement == agreement), ct);

    /// <summary>Those that run at a body, or that run about an agreement that it is responsible for.</summary>
    public Task<List<DisputeRow>> OfBody(Guid body, CancellationToken ct) => Rows(db.Set<Dispute>().Where(d => d.State == DisputeState.Running && (d.StepBody == body || d.Body == body)), ct);

    /// <summary>Those that run between an organisation and others.</summary>
    public Task<List<DisputeRow>> OfParty(Guid organisation, CancellationToken ct) =>
        Rows(db.Set<Dispute>().Where(d => d.State == DisputeState.Running && d.Parties.Any(p => p.Organisation == organisation)), ct);

    async Task<List<DisputeRow>> Rows(IQueryable<Dispute> disputes, CancellationToken ct)
    {
        var mask = await names.Mask(ct);
        return (await disputes.OrderBy(d => d.State == DisputeState.Running ? 0 : 1).ThenByDescending(d => d.RaisedOn).ThenByDescending(d => d.Id).Take(20).Rows(db).ToListAsync(ct)).ConvertAll(r => r.Without(mask));
    }
}

static class DisputeRows
{
    public static IQueryable<DisputeRow> Rows(this IQueryable<Dispute> disputes, SamverkDb db) => disputes.Select(d => new DisputeRow(d.Id, d.Agreement, db.Set<Agreement>().Where(a => a.Id == d.Agreement).Select(a => a.Name).First(), d.Body, d.Subject, d.State,
        d.Step + 1, d.Steps.Count, d.Steps.Where(s => s.Position == d.Step).Select(s => s.Name).First(), d.StepBody, d.RaisedFor, d.RaisedOn, d.StartedOn, d.LastDay, d.EndedOn, d.Parties.OrderBy(p => p.NameSort).Select(p => p.Name).ToList()));
}
