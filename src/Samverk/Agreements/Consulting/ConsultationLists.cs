using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Consulting;

/// <summary>A consultation that waits for somebody's answer.</summary>
/// <param name="State">None to others than those who answer for it, until it has answered.</param>
public sealed record WaitingConsultation(Guid Consultation, Guid Consultee, string Name, int Version, Guid Agreement, string ConsulteeName, ResponseState State, DateOnly AskedOn, DateOnly LastDay);

/// <summary>What waits for answers, by those who are to give them.</summary>
public sealed class ConsultationLists(SamverkDb db, TimeProvider clock)
{
    const int Most = 50;

    /// <summary>What waits for those that this person answers for, the one to be answered first first.</summary>
    public async Task<IReadOnlyList<WaitingConsultation>> WaitingFor(Actor actor, CancellationToken ct)
    {
        var (organisations, bodies) = (actor.RespondingOrganisations(), actor.RespondingBodies());
        return organisations.Count + bodies.Count == 0 ? []
            : await Rows(db.Set<Consultee>().Where(e => (e.Organisation != null && organisations.Contains(e.Organisation.Value)) || (e.Body != null && bodies.Contains(e.Body.Value)))).ToListAsync(ct);
    }

    /// <summary>What waits for an organisation, the one to be answered first first: how far it has come is not told.</summary>
    public async Task<IReadOnlyList<WaitingConsultation>> WaitingOf(Guid organisation, CancellationToken ct) =>
        (await Rows(db.Set<Consultee>().Where(e => e.Organisation == organisation)).ToListAsync(ct)).ConvertAll(w => w with { State = ResponseState.None });

    IQueryable<WaitingConsultation> Rows(IQueryable<Consultee> consultees)
    {
        var today = clock.Today();
        return (from e in consultees
                join c in db.Set<Consultation>() on e.Consultation equals c.Id
                where c.OpenedAt != null && c.CompiledAt == null && e.State != ResponseState.Sent && e.State != ResponseState.Abstained && (e.ExtendedTo ?? c.DeadlineLast) >= today
                orderby e.ExtendedTo ?? c.DeadlineLast, e.Id
                select new WaitingConsultation(c.Id, e.Id, c.Subject, c.Version ?? 0, c.Agreement ?? Guid.Empty, e.Name, e.State, c.On, e.ExtendedTo ?? c.DeadlineLast ?? today)).Take(Most);
    }
}
