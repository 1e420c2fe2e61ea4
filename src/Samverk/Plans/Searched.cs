using Microsoft.EntityFrameworkCore;
using Samverk.Storage;

namespace Samverk.Plans;

/// <summary>An assignment with what a search finds in it.</summary>
public sealed record SearchedAssignment(Guid Id, Guid Meeting, Guid Body, DateOnly GivenOn, string? Item, string Text, string? Assignee, string? Report);

/// <summary>What is in the record of assignments and deadlines, many at a time, for the room that searches.</summary>
public sealed class PlansSearched(SamverkDb db)
{
    public Task<List<SearchedAssignment>> Assignments(IReadOnlyList<Guid> meetings, CancellationToken ct) =>
        db.Set<Assignment>().Live(db).Where(a => meetings.Contains(a.Meeting)).OrderBy(a => a.Id)
            .Select(a => new SearchedAssignment(a.Id, a.Meeting, a.Body, a.On, a.Item, a.Text, a.Assignee, db.Set<AssignmentAct>().Where(x => x.Assignment == a.Id && x.State == AssignmentState.Reported).OrderByDescending(x => x.Id).Select(x => x.Text).FirstOrDefault())).ToListAsync(ct);

    public Task<List<DeadlineRow>> Deadlines(IReadOnlyList<Guid> meetings, CancellationToken ct) =>
        db.Set<Deadline>().Live(db).Where(d => meetings.Contains(d.Meeting)).OrderBy(d => d.DateLast).ThenBy(d => d.Id).Rows().ToListAsync(ct);

    /// <summary>The meetings that gave these assignments.</summary>
    public Task<List<Guid>> MeetingsOf(IReadOnlyList<Guid> assignments, CancellationToken ct) =>
        db.Set<Assignment>().Where(a => assignments.Contains(a.Id)).Select(a => a.Meeting).Distinct().ToListAsync(ct);
}
