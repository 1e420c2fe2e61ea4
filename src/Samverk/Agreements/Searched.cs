using Microsoft.EntityFrameworkCore;
using Samverk.Agreements.Consulting;
using Samverk.Agreements.Disputes;
using Samverk.Storage;

namespace Samverk.Agreements;

/// <summary>An agreement with what a search finds in it.</summary>
/// <param name="Names">Every way that minutes write its name.</param>
/// <param name="Body">The body that dealt with it last.</param>
public sealed record SearchedAgreement(Guid Id, string Name, IReadOnlyList<string> Names, AgreementState? State, Guid Body, DateOnly Latest);

/// <summary>A dispute with what a search finds in it: what was said when it was raised, which never changes.</summary>
public sealed record SearchedDispute(Guid Id, Guid Agreement, Guid Body, DateOnly RaisedOn, string Subject, string About, string Tried);

/// <summary>What is in the record of agreements, consultations and disputes, many at a time, for the room that searches.</summary>
public sealed class AgreementsSearched(SamverkDb db)
{
    public Task<List<Guid>> All(CancellationToken ct) => db.Set<Agreement>().OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(ct);

    /// <summary>The agreements that meetings have dealt with, undone or not.</summary>
    public Task<List<Guid>> MentionedBy(IReadOnlyList<Guid> meetings, CancellationToken ct) =>
        db.Set<AgreementMention>().Where(m => meetings.Contains(m.Meeting)).Select(m => m.Agreement).Distinct().ToListAsync(ct);

    /// <summary>Those of them that the register shows.</summary>
    public async Task<List<SearchedAgreement>> Of(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var agreements = await db.Set<Agreement>().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Name, a.KeptOn, a.State, a.Body }).ToListAsync(ct);
        var mentions = (await db.Set<AgreementMention>().Live(db).Where(m => ids.Contains(m.Agreement))
            .OrderByDescending(m => m.On).ThenBy(m => m.Id).Select(m => new { m.Agreement, m.Name, m.State, m.Body, m.On }).ToListAsync(ct)).ToLookup(m => m.Agreement);
        return [.. from a in agreements
                   let all = mentions[a.Id].ToList()
                   where all.Count > 0 || a.KeptOn is not null
                   select new SearchedAgreement(a.Id, a.Name, [.. all.Select(m => m.Name).Prepend(a.Name).Distinct()], a.KeptOn is null ? all.Find(m => m.State is not null)?.State : a.State,
                       a.Body ?? all[0].Body, all.Count > 0 ? all[0].On : a.KeptOn!.Value)];
    }

    /// <summary>Disputes about agreements.</summary>
    public Task<List<SearchedDispute>> DisputesOf(IReadOnlyList<Guid> agreements, CancellationToken ct) =>
        db.Set<Dispute>().Where(d => agreements.Contains(d.Agreement)).OrderBy(d => d.Id).Select(d => new SearchedDispute(d.Id, d.Agreement, d.Body, d.RaisedOn, d.Subject, d.About, d.Tried)).ToListAsync(ct);

    public Task<List<ConsultationRow>> Consultations(IReadOnlyList<Guid> meetings, CancellationToken ct) =>
        db.Set<Consultation>().Live(db).Where(c => c.Meeting != null && meetings.Contains(c.Meeting.Value)).OrderBy(c => c.Id).Rows(db).ToListAsync(ct);

    /// <summary>Those of agreements that have been sent out.</summary>
    public Task<List<ConsultationRow>> ConsultationsOf(IReadOnlyList<Guid> agreements, CancellationToken ct) =>
        db.Set<Consultation>().Live(db).Where(c => c.Agreement != null && agreements.Contains(c.Agreement.Value)).OrderBy(c => c.Id).Rows(db).ToListAsync(ct);
}
