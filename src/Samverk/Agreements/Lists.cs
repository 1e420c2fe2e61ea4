using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samverk.Agreements.Consulting;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements;

/// <param name="State">What its acts say, or its newest mention with a state; null where it is only mentioned.</param>
/// <param name="First">When minutes first mentioned it; where none has, when it was put up.</param>
public sealed record AgreementRow(Guid Id, string Name, AgreementKind Kind, AgreementState? State, bool NeedsRevision, int Mentions, DateOnly First, DateOnly Latest);

public sealed record MentionRow(Guid Agreement, Guid Meeting, Guid Body, DateOnly On, string? Item, string Name, AgreementState? State, bool NeedsRevision, Span Source);

/// <summary>A consultation, one that is kept here or one that only minutes tell of.</summary>
/// <param name="Meeting">Null for one that is kept here.</param>
/// <param name="On">The day of the meeting, or the day that it was sent out.</param>
/// <param name="Until">The last day of anybody.</param>
/// <param name="Agreement">Null for one that only minutes tell of.</param>
public sealed record ConsultationRow(Guid Id, Guid? Meeting, Guid Body, DateOnly On, string? Item, string Subject, string? Deadline, DateOnly? DeadlineLast, string? RespondTo, Span Source,
    Guid? Agreement, int? Version, DateTimeOffset? OpenedAt, DateOnly? Until, DateTimeOffset? CompiledAt, int Asked, int Answered)
{
    /// <summary>Its own page, or the minutes that tell of it.</summary>
    public string Address => Agreement is null ? $"/moten/{Meeting:D}" : ConsultationPages.Of(Id);

    public ConsultationState State(DateOnly today) => ConsultationLife.Of(Agreement is not null, OpenedAt, Until, CompiledAt, today);

    /// <summary>As it may be shown anywhere: without the names of those with protected identity.</summary>
    internal ConsultationRow Without(NameMask names) => names.IsEmpty ? this : this with { Subject = names.Of(Subject), RespondTo = names.Of(RespondTo) };
}

/// <summary>The registers of agreements and consultations, as far as recorded facts tell.</summary>
public sealed class AgreementsLists(SamverkDb db, ProtectedNames names)
{
    public Task<AgreementRow?> Agreement(Guid id, CancellationToken ct) =>
        db.Set<Agreement>().Live(db).Where(a => a.Id == id).Rows(db).SingleOrDefaultAsync(ct);

    /// <summary>Newest first.</summary>
    public Task<List<MentionRow>> Mentions(Guid agreement, CancellationToken ct) => db.Set<AgreementMention>().Live(db).Where(m => m.Agreement == agreement).OrderByDescending(m => m.On).Rows().ToListAsync(ct);

    public Task<List<MentionRow>> OfMeeting(Guid meeting, CancellationToken ct) => db.Set<AgreementMention>().Live(db).Where(m => m.Meeting == meeting).OrderBy(m => m.Id).Rows().ToListAsync(ct);

    /// <returns>Null when there is no such consultation in the register.</returns>
    public async Task<ConsultationRow?> Consultation(Guid id, CancellationToken ct) =>
        (await db.Set<Consultation>().Live(db).Where(c => c.Id == id).Rows(db).SingleOrDefaultAsync(ct))?.Without(await names.Mask(ct));

    /// <summary>As the minutes have them: for the meeting's own page alone.</summary>
    public Task<List<ConsultationRow>> ConsultationsOnMeetingsPage(Guid meeting, CancellationToken ct) => db.Set<Consultation>().Live(db).Where(c => c.Meeting == meeting).OrderBy(c => c.Id).Rows(db).ToListAsync(ct);

    /// <summary>As they may be shown anywhere.</summary>
    public async Task<List<ConsultationRow>> ConsultationsOfMeeting(Guid meeting, CancellationToken ct)
    {
        var mask = await names.Mask(ct);
        return (await ConsultationsOnMeetingsPage(meeting, ct)).ConvertAll(c => c.Without(mask));
    }

    /// <summary>Consultations that close within a span of days, the nearest first.</summary>
    public async Task<List<ConsultationRow>> Closing(DateOnly from, DateOnly to, int most, CancellationToken ct)
    {
        var mask = await names.Mask(ct);
        return (await db.Set<Consultation>().Live(db).Where(c => c.Until >= from && c.Until <= to && c.CompiledAt == null).OrderBy(c => c.Until).Take(most).Rows(db).ToListAsync(ct)).ConvertAll(c => c.Without(mask));
    }
}

/// <summary>How lists and registers read agreements and consultations: nothing of a meeting whose recording was undone.</summary>
static class Mentions
{
    public static IQueryable<T> Live<T>(this IQueryable<T> facts, SamverkDb db) where T : MeetingFact
    {
        var withdrawn = db.Set<WithdrawnMeeting>().Select(w => w.Meeting);
        return facts.Where(f => !withdrawn.Contains(f.Meeting));
    }

    /// <summary>An agreement is in the register when it is kept here, and else as long as minutes mention it.</summary>
    public static IQueryable<Agreement> Live(this IQueryable<Agreement> agreements, SamverkDb db)
    {
        var mentions = db.Set<AgreementMention>().Live(db);
        return agreements.Where(a => a.KeptOn != null || mentions.Any(m => m.Agreement == a.Id));
    }

    /// <summary>What its acts say; where it isn't kept here, what the newest mention with a state says, null where it is only mentioned.</summary>
    public static Expression<Func<Agreement, AgreementState?>> StateOf(SamverkDb db)
    {
        var mentions = db.Set<AgreementMention>().Live(db);
        return a => a.KeptOn != null ? a.State : mentions.Where(m => m.Agreement == a.Id && m.State != null).OrderByDescending(m => m.On).Select(m => m.State).FirstOrDefault();
    }

    public static IQueryable<AgreementRow> Rows(this IQueryable<Agreement> agreements, SamverkDb db)
    {
        var mentions = db.Set<AgreementMention>().Live(db);
        return agreements.Select(a => new AgreementRow(a.Id, a.Name, a.Kind,
            a.KeptOn != null ? a.State : mentions.Where(m => m.Agreement == a.Id && m.State != null).OrderByDescending(m => m.On).Select(m => m.State).FirstOrDefault(),
            mentions.Where(m => m.Agreement == a.Id).OrderByDescending(m => m.On).Select(m => m.NeedsRevision).FirstOrDefault(),
            mentions.Count(m => m.Agreement == a.Id),
            mentions.Where(m => m.Agreement == a.Id).Min(m => (DateOnly?)m.On) ?? a.KeptOn ?? DateOnly.MinValue,
            mentions.Where(m => m.Agreement == a.Id).Max(m => (DateOnly?)m.On) ?? a.KeptOn ?? DateOnly.MinValue));
    }

    public static IQueryable<MentionRow> Rows(this IQueryable<AgreementMention> mentions) =>
        mentions.Select(m => new MentionRow(m.Agreement, m.Meeting, m.Body, m.On, m.Item, m.Name, m.State, m.NeedsRevision, m.Source));

    /// <summary>A consultation is in the register when it has been sent out, and else as long as minutes tell of it.</summary>
    public static IQueryable<Consultation> Live(this IQueryable<Consultation> consultations, SamverkDb db)
    {
        var withdrawn = db.Set<WithdrawnMeeting>().Select(w => w.Meeting);
        return consultations.Where(c => c.Agreement != null ? c.OpenedAt != null : !withdrawn.Contains(c.Meeting!.Value));
    }

    public static IQueryable<ConsultationRow> Rows(this IQueryable<Consultation> consultations, SamverkDb db)
    {
        var consultees = db.Set<Consultee>();
        return consultations.Select(c => new ConsultationRow(c.Id, c.Meeting, c.Body, c.On, c.Item, c.Subject, c.Deadline, c.DeadlineLast, c.RespondTo, c.Source, c.Agreement, c.Version, c.OpenedAt, c.Until, c.CompiledAt,
            consultees.Count(e => e.Consultation == c.Id), consultees.Count(e => e.Consultation == c.Id && (e.State == ResponseState.Sent || e.State == ResponseState.Abstained))));
    }
}
