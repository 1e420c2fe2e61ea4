using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Disputes;

/// <summary>A party that owes its position at the step where a dispute is.</summary>
/// <param name="HasDraft">Something is written; always false to others than the party.</param>
public sealed record WaitingPosition(Guid Dispute, Guid Party, string PartyName, string Subject, string AgreementName, string StepName, DateOnly AskedOn, DateOnly LastDay, bool HasDraft);

/// <summary>A dispute that waits for the body at its step, or, when the time there is out, for the keeper of the agreement.</summary>
public sealed record WaitingDispute(Guid Dispute, string Subject, string AgreementName, string StepName, Guid? StepBody, DateOnly LastDay);

/// <summary>What waits in disputes, by those that it waits for.</summary>
public sealed class DisputeLists(SamverkDb db, ProtectedNames names, TimeProvider clock)
{
    const int Most = 50;

    /// <summary>Positions that those owe that this person writes for, the one due first first.</summary>
    public async Task<IReadOnlyList<WaitingPosition>> WaitingFor(Actor actor, CancellationToken ct)
    {
        var own = actor.WritesFor();
        return own.Count == 0 ? [] : await Owed(own, ct);
    }

    /// <summary>Positions that a party owes: whether it has begun is not told.</summary>
    public async Task<IReadOnlyList<WaitingPosition>> WaitingOf(Guid organisation, CancellationToken ct) => (await Owed([organisation], ct)).ConvertAll(w => w with { HasDraft = false });

    async Task<List<WaitingPosition>> Owed(IReadOnlyList<Guid> parties, CancellationToken ct)
    {
        var mask = await names.Mask(ct);
        var positions = db.Set<Position>();
        var owed = await (from p in db.Set<DisputeParty>()
                          join d in db.Set<Dispute>() on p.Dispute equals d.Id
                          where parties.Contains(p.Organisation) && d.State == DisputeState.Running && !positions.Any(s => s.Dispute == d.Id && s.Step == d.Step && s.Organisation == p.Organisation && s.SentAt != null)
                          orderby d.LastDay, d.Id, p.Organisation
                          select new WaitingPosition(d.Id, p.Organisation, p.Name, d.Subject, db.Set<Agreement>().Where(a => a.Id == d.Agreement).Select(a => a.Name).First(), d.Steps.Where(s => s.Position == d.Step).Select(s => s.Name).First(),
                              d.StartedOn, d.LastDay, positions.Any(s => s.Dispute == d.Id && s.Step == d.Step && s.Organisation == p.Organisation))).Take(Most).ToListAsync(ct);
        return owed.ConvertAll(w => w with { Subject = mask.Of(w.Subject), AgreementName = mask.Of(w.AgreementName), StepName = mask.Of(w.StepName) });
    }

    /// <summary>Disputes that lie at a body that this person leads, or whose time is out at their step and whose agreement they keep as secretary.</summary>
    public async Task<IReadOnlyList<WaitingDispute>> WaitingAt(Actor actor, CancellationToken ct)
    {
        List<Guid> led = [.. actor.Standings.Select(s => s.Body).Distinct()], kept = [.. actor.SecretaryOf];
        if (led.Count == 0)
            return [];
        var (mask, today) = (await names.Mask(ct), clock.Today());
        var waiting = await db.Set<Dispute>().Where(d => d.State == DisputeState.Running && ((d.StepBody != null && led.Contains(d.StepBody.Value)) || (d.LastDay < today && kept.Contains(d.Body))))
            .OrderBy(d => d.LastDay).ThenBy(d => d.Id).Take(Most)
            .Select(d => new WaitingDispute(d.Id, d.Subject, db.Set<Agreement>().Where(a => a.Id == d.Agreement).Select(a => a.Name).First(), d.Steps.Where(s => s.Position == d.Step).Select(s => s.Name).First(), d.StepBody, d.LastDay)).ToListAsync(ct);
        return waiting.ConvertAll(w => w with { Subject = mask.Of(w.Subject), AgreementName = mask.Of(w.AgreementName), StepName = mask.Of(w.StepName) });
    }
}
