using Microsoft.EntityFrameworkCore;
using Samverk.Agreements.Ledger;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements;

/// <param name="OutsideFor">Why it stands outside; null for a party.</param>
public sealed record PartyRow(Guid Organisation, string Name, bool IsRegion, string? OutsideFor);

public sealed record AgreementActRow(AgreementActKind Kind, DateOnly On, string? Words, int? Version, DateTimeOffset At, string? ByName);

/// <summary>One text before its parties.</summary>
/// <param name="Meeting">That recommended it; null where somebody outside did.</param>
/// <param name="ReportedAt">When the answers were last reported to whoever wants to know.</param>
public sealed record RoundRow(Guid Id, int Version, string TextSeal, Guid? Meeting, string BodyName, DateOnly RecommendedOn, string? Item, DateTimeOffset OpenedAt, DateOnly AnswerBy, DateTimeOffset? ReportedAt, bool IsOpen);

/// <summary>Another agreement that this one has to do with.</summary>
public sealed record RelatedRow(Guid Id, string Name);

/// <summary>An agreement that is kept here, with all that its page shows.</summary>
/// <param name="Ledger">The region first, then by name.</param>
/// <param name="Round">The newest; null until its parties have been asked.</param>
/// <param name="Effect">What the newest round's answers make of it.</param>
/// <param name="Under">The framework that it stands under.</param>
public sealed record AgreementView(Guid Id, string Name, AgreementKind Kind, AgreementState State, AgreementFacts Facts, EffectRule Rule, int Edition, DateOnly KeptOn, int? VersionInForce, DateOnly? InForceFrom, IReadOnlyList<PartyRow> Parties,
    IReadOnlyList<AgreementActRow> Acts, RoundRow? Round, IReadOnlyList<AdoptionRow> Ledger, Effect? Effect, RelatedRow? Replaces, RelatedRow? Under, IReadOnlyList<RelatedRow> ReplacedBy, IReadOnlyList<RelatedRow> Below, bool HasCertificate, bool MayKeep)
{
    public IEnumerable<PartyRow> Bound => Parties.Where(p => p.OutsideFor is null);

    /// <summary>Parties are asked about a text: it isn't in force, or it is and some have yet to answer.</summary>
    public bool IsAsking => Round is { IsOpen: true } && (Round.Version != VersionInForce || Ledger.Any(a => a.IsWaiting));

    /// <summary>The step that can't be taken now, and why; null when it can.</summary>
    public bool May(AgreementActKind kind) => AgreementLife.From(kind).Contains(State);

    /// <summary>How many of those asked have adopted, as the rule counts.</summary>
    public int Adopted => Ledger.Count(a => Rule.Counts(a.State));

    public string RuleWords => Rule.Words(Bound.Count(), id => Parties.FirstOrDefault(p => p.Organisation == id)?.Name ?? "–");
}

/// <summary>Reads agreements that are kept here.</summary>
public sealed class AgreementViews(SamverkDb db, AreaDirectory directory, LedgerLists ledger)
{
    /// <returns>Null when there is none, or only minutes tell of it.</returns>
    public async Task<AgreementView?> One(Guid id, Actor actor, CancellationToken ct)
    {
        if (await db.Set<Agreement>().SingleOrDefaultAsync(a => a.Id == id && a.KeptOn != null, ct) is not { } a)
            return null;
        var known = (await directory.Organisations(ct)).ToDictionary(o => o.Id);
        bool IsRegion(Guid organisation) => known.GetValueOrDefault(organisation)?.Kind == OrganisationKind.Region;
        var round = await Rounds(id).FirstOrDefaultAsync(ct);
        List<AdoptionRow> rows = round is null ? [] : [.. (await ledger.OfRound(round.Id, ct)).OrderBy(r => IsRegion(r.Organisation) ? 0 : 1)];
        var related = await db.Set<Agreement>().IgnoreAutoIncludes().Where(o => o.Id == a.Replaces || o.Id == a.Under || o.Replaces == id || o.Under == id)
            .OrderBy(o => o.NameSort).Select(o => new { Row = new RelatedRow(o.Id, o.Name), o.Replaces, o.Under }).Take(100).ToListAsync(ct);
        return new(id, a.Name, a.Kind, a.State!.Value, a.Facts(), a.Rule, a.Edition, a.KeptOn!.Value, a.VersionInForce, a.InForceFrom,
            [.. a.Parties.Select(p => new PartyRow(p.Organisation, known.GetValueOrDefault(p.Organisation)?.Name ?? "–", IsRegion(p.Organisation), p.OutsideFor)).OrderBy(p => p.IsRegion ? 0 : 1).ThenBy(p => p.Name, Swedish.Names)],
            [.. a.Acts.OrderBy(act => act.Position).Select(act => new AgreementActRow(act.Kind, act.On, act.Words, act.Version, act.At, act.ByName))],
            round, rows, round is null ? null : a.Rule.Of([.. rows.Select(r => r.Answer)]),
            related.Find(o => o.Row.Id == a.Replaces)?.Row, related.Find(o => o.Row.Id == a.Under)?.Row, [.. related.Where(o => o.Replaces == id).Select(o => o.Row)], [.. related.Where(o => o.Under == id).Select(o => o.Row)],
            await db.Set<EffectCertificate>().AnyAsync(c => c.Agreement == id, ct), actor.May(Permission.KeepAgreement, new(Body: a.Body)) is null);
    }

    /// <summary>Every text that has been before the parties, the newest first.</summary>
    public Task<List<RoundRow>> RoundsOf(Guid agreement, CancellationToken ct) => Rounds(agreement).ToListAsync(ct);

    /// <summary>Agreements that another can replace or stand under, by name.</summary>
    public Task<List<RelatedRow>> Choices(Guid? but, CancellationToken ct) =>
        db.Set<Agreement>().IgnoreAutoIncludes().Live(db).Where(a => a.Id != but).OrderBy(a => a.NameSort).Select(a => new RelatedRow(a.Id, a.Name)).Take(500).ToListAsync(ct);

    IQueryable<RoundRow> Rounds(Guid agreement) => db.Set<AdoptionRound>().IgnoreAutoIncludes().Where(r => r.Agreement == agreement).OrderByDescending(r => r.Number)
        .Select(r => new RoundRow(r.Id, r.Version, r.TextSeal, r.Meeting, r.BodyName, r.RecommendedOn, r.Item, r.OpenedAt, r.AnswerBy, r.ReportedAt, r.ClosedAt == null));
}
