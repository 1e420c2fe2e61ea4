using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements;

/// <param name="State">What its newest mention with a state says; null where it is only mentioned.</param>
public sealed record AgreementRow(Guid Id, string Name, AgreementState? State, bool NeedsRevision, int Mentions, DateOnly First, DateOnly Latest);

public sealed record MentionRow(Guid Agreement, Guid Meeting, Guid Body, DateOnly On, string? Item, string Name, AgreementState? State, bool NeedsRevision, Span Source);

public sealed record ConsultationRow(Guid Id, Guid Meeting, Guid Body, DateOnly On, string? Item, string Subject, string? Deadline, DateOnly? DeadlineLast, string? RespondTo, Span Source);

/// <summary>The registers of agreements and consultations, as far as recorded facts tell.</summary>
public sealed class AgreementsLists(SamverkDb db)
{
    public async Task<Listed<AgreementRow>> Agreements(int page, int size, CancellationToken ct)
    {
        var live = db.Set<Agreement>().Where(a => LiveMentions().Any(m => m.Agreement == a.Id));
        return new(await Rows(live.OrderBy(a => a.NameSort).ThenBy(a => a.Id).Skip((page - 1) * size).Take(size)).ToListAsync(ct), await live.CountAsync(ct));
    }

    public Task<AgreementRow?> Agreement(Guid id, CancellationToken ct) =>
        Rows(db.Set<Agreement>().Where(a => a.Id == id && LiveMentions().Any(m => m.Agreement == a.Id))).SingleOrDefaultAsync(ct);

    /// <summary>Newest first.</summary>
    public Task<List<MentionRow>> Mentions(Guid agreement, CancellationToken ct) => Rows(LiveMentions().Where(m => m.Agreement == agreement).OrderByDescending(m => m.On)).ToListAsync(ct);

    public Task<List<MentionRow>> OfMeeting(Guid meeting, CancellationToken ct) => Rows(LiveMentions().Where(m => m.Meeting == meeting).OrderBy(m => m.Id)).ToListAsync(ct);

    /// <summary>Consultations by their last day, the latest first.</summary>
    public async Task<Listed<ConsultationRow>> Consultations(int page, int size, CancellationToken ct)
    {
        var live = LiveConsultations();
        return new(await Rows(live.OrderByDescending(c => c.DeadlineLast ?? c.On).ThenBy(c => c.Id).Skip((page - 1) * size).Take(size)).ToListAsync(ct), await live.CountAsync(ct));
    }

    /// <returns>Null when there is no such consultation in the register.</returns>
    public Task<ConsultationRow?> Consultation(Guid id, CancellationToken ct) => Rows(LiveConsultations().Where(c => c.Id == id)).SingleOrDefaultAsync(ct);

    public Task<List<ConsultationRow>> ConsultationsOfMeeting(Guid meeting, CancellationToken ct) => Rows(LiveConsultations().Where(c => c.Meeting == meeting).OrderBy(c => c.Id)).ToListAsync(ct);

    /// <summary>Consultations that close within a span of days, the nearest first.</summary>
    public Task<List<ConsultationRow>> Closing(DateOnly from, DateOnly to, int most, CancellationToken ct) =>
        Rows(LiveConsultations().Where(c => c.DeadlineLast >= from && c.DeadlineLast <= to).OrderBy(c => c.DeadlineLast).Take(most)).ToListAsync(ct);

    IQueryable<AgreementMention> LiveMentions() => db.Set<AgreementMention>().Where(m => !db.Set<WithdrawnMeeting>().Any(w => w.Meeting == m.Meeting));

    IQueryable<Consultation> LiveConsultations() => db.Set<Consultation>().Where(c => !db.Set<WithdrawnMeeting>().Any(w => w.Meeting == c.Meeting));

    IQueryable<AgreementRow> Rows(IQueryable<Agreement> agreements) => agreements.Select(a => new AgreementRow(a.Id, a.Name,
        LiveMentions().Where(m => m.Agreement == a.Id && m.State != null).OrderByDescending(m => m.On).Select(m => m.State).FirstOrDefault(),
        LiveMentions().Where(m => m.Agreement == a.Id).OrderByDescending(m => m.On).Select(m => m.NeedsRevision).FirstOrDefault(),
        LiveMentions().Count(m => m.Agreement == a.Id),
        LiveMentions().Where(m => m.Agreement == a.Id).Min(m => m.On),
        LiveMentions().Where(m => m.Agreement == a.Id).Max(m => m.On)));

    static IQueryable<MentionRow> Rows(IQueryable<AgreementMention> mentions) =>
        mentions.Select(m => new MentionRow(m.Agreement, m.Meeting, m.Body, m.On, m.Item, m.Name, m.State, m.NeedsRevision, m.Source));

    static IQueryable<ConsultationRow> Rows(IQueryable<Consultation> consultations) =>
        consultations.Select(c => new ConsultationRow(c.Id, c.Meeting, c.Body, c.On, c.Item, c.Subject, c.Deadline, c.DeadlineLast, c.RespondTo, c.Source));
}

public static class AgreementWords
{
    public static string Words(this AgreementState state) => state switch
    {
        AgreementState.Idea => "Idé",
        AgreementState.Preparing => "Tas fram",
        AgreementState.Consulting => "På remiss",
        AgreementState.Endorsed => "Förordad",
        AgreementState.Recommended => "Rekommenderad",
        AgreementState.Adopting => "Antas",
        AgreementState.InForce => "Gäller",
        AgreementState.Expired => "Har löpt ut",
        AgreementState.Terminated => "Uppsagd",
        AgreementState.Replaced => "Ersatt",
        AgreementState.Fallen => "Fallen",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
