using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Plans;

/// <summary>What people do with assignments; each act is a row.</summary>
public sealed class AssignmentKeeper(SamverkDb db, Work work, AssigneeFinder finder, Origin origin, TimeProvider clock)
{
    public Task<Refusal?> Accept(Guid id, Actor actor, CancellationToken ct) => On(id, a => a.Accept(actor, clock.Now()), ct);

    /// <summary>Tells how it went. It waits for the body's next meeting.</summary>
    public Task<Refusal?> Report(Guid id, string text, Actor actor, CancellationToken ct) => On(id, a => a.MakeReport(actor, text, clock.Now()), ct);

    /// <summary>The secretary says that the body has approved the report. Adjusted minutes that say so do it by themselves.</summary>
    public Task<Refusal?> Approve(Guid id, Actor actor, CancellationToken ct) => On(id, a => a.Approve(actor, null, clock.Now()), ct);

    /// <param name="who">A person, an organisation or a role of the body, by name.</param>
    public async Task<Refusal?> Forward(Guid id, string who, string? text, Actor actor, CancellationToken ct)
    {
        if (TextRules.Trimmed(who) is null || TextRules.OneLine(who, "Namnet") is not null)
            return new("assignee-missing", "Skriv vem som ska ha uppdraget.");
        var to = await finder.Find(who, null, ct);
        return to is { Person: null, Organisation: null, Role: null }
            ? new("assignee-unknown", $"”{to.Name}” är ingen i området, eller flera. Skriv hela namnet på en person eller en organisation, eller Sekreteraren eller Ordföranden.")
            : await On(id, a => a.Forward(actor, to, text, clock.Now()), ct);
    }

    public Task<Refusal?> Withdraw(Guid id, string reason, Actor actor, CancellationToken ct) => On(id, a => a.Withdraw(actor, reason, clock.Now()), ct);

    Task<Refusal?> On(Guid id, Action<Assignment> act, CancellationToken ct) => work.Do(async () =>
    {
        await db.OneAtATime(ct);
        var assignment = await db.Assignment(id, ct);
        assignment.ReachedAt(origin.Server);
        act(assignment);
    }, ct);
}
