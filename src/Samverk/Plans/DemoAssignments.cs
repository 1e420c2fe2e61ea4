using Microsoft.EntityFrameworkCore;
using Samverk.Storage;

namespace Samverk.Plans;

/// <summary>Assignments of the World: acted on by the verbs that people use, by a clock of their own, and with letters that nobody is there to get.</summary>
public sealed class DemoAssignments(SamverkDb db, Work work, AssigneeFinder finder, Origin origin)
{
    static readonly string[] Letters = [AssignmentLetters.TellKind, AssignmentLetters.RemindKind, AssignmentLetters.LateKind];

    public AssignmentKeeper At(TimeProvider then) => new(db, work, finder, origin, then);

    /// <summary>The open assignments of a meeting, in the order of its minutes.</summary>
    public Task<List<Guid>> Of(Guid meeting, CancellationToken ct) => db.Set<Assignment>().Live(db).Where(PlanQueries.IsOpen).Where(a => a.Meeting == meeting).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(ct);

    public Task LetNobodyBeTold(CancellationToken ct) => work.Must(() => db.Set<OutboxRow>().Where(r => r.Area == db.Area && Letters.Contains(r.Kind)).ExecuteDeleteAsync(ct), ct);
}
