using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Disclosure;

/// <param name="Days">How long it has waited, or waited for its answer.</param>
sealed record RequestRow(Guid Id, Guid Owner, string What, string? CaseNumber, DateOnly ReceivedOn, RequestState State, int Days);

/// <summary>The register of requests, of those that somebody may see.</summary>
sealed class RequestLists(SamverkDb db, TimeProvider clock)
{
    /// <summary>Those that wait, the longest waiting first; the others the latest first.</summary>
    /// <param name="state">Null for all.</param>
    public async Task<Listed<RequestRow>> Requests(RequestState? state, Actor actor, int page, int size, CancellationToken ct)
    {
        var seen = Disclosure.Requests.SeenBy(db, actor).Where(r => state == null || (r.AnsweredAt == null) == (state == RequestState.Open));
        var sorted = state == RequestState.Open ? seen.OrderBy(r => r.ReceivedOn).ThenBy(r => r.Id) : seen.OrderByDescending(r => r.ReceivedOn).ThenBy(r => r.Id);
        var rows = await sorted.Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return new([.. rows.Select(r => new RequestRow(r.Id, r.Owner, r.What, r.CaseNumber, r.ReceivedOn, r.State, r.Waited(clock.Today())))], await seen.CountAsync(ct));
    }

    public Task<int> Open(Actor actor, CancellationToken ct) => Disclosure.Requests.SeenBy(db, actor).CountAsync(r => r.AnsweredAt == null, ct);

    /// <returns>Null when there is none, or none that the actor may see.</returns>
    public Task<DisclosureRequest?> Request(Guid id, Actor actor, CancellationToken ct) =>
        Disclosure.Requests.SeenBy(db, actor).Include(r => r.Items.OrderBy(i => i.Position)).SingleOrDefaultAsync(r => r.Id == id, ct);
}

/// <summary>What other rooms may ask about requests.</summary>
public sealed class Disclosures(SamverkDb db)
{
    /// <returns>The day that a request came in; null when there is none, or none that the actor may see.</returns>
    public Task<DateOnly?> ReceivedOn(Guid request, Actor actor, CancellationToken ct) => Requests.SeenBy(db, actor).Where(r => r.Id == request).Select(r => (DateOnly?)r.ReceivedOn).SingleOrDefaultAsync(ct);
}
