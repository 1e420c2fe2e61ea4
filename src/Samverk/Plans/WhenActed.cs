using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Backlog;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Plans;

/// <summary>
/// A report waits in the body's backlog, from which the next agenda is made, until the body has said what it thinks.
/// Whoever gets an assignment is told by a letter.
/// </summary>
sealed class WhenActed(SamverkDb db, BacklogBook backlogs) : IHear<AssignmentGiven>, IHear<AssignmentReported>, IHear<AssignmentApproved>, IHear<AssignmentForwarded>, IHear<AssignmentWithdrawn>
{
    public Task Hear(AssignmentGiven happening, CancellationToken ct) => Tell(happening.Assignment, happening.At);

    public async Task Hear(AssignmentReported happening, CancellationToken ct)
    {
        // One that was approved in the same piece of work waits for nothing; one that is on an agenda already is taken up there.
        var assignment = db.Set<Assignment>().Local.FirstOrDefault(a => a.Id == happening.Assignment) ?? await db.Set<Assignment>().SingleAsync(a => a.Id == happening.Assignment, ct);
        if (assignment.State != AssignmentState.Reported || await backlogs.IsTaken(happening.Body, AssignmentPages.Of(happening.Assignment), ct))
            return;
        var what = assignment.Kind == AssignmentKind.Question ? "Svar på frågan" : "Redovisning";
        var matter = BacklogMatter.Of(BacklogKind.ReportBack, $"{what}: {assignment.Text}", assignment.Assignee, AssignmentPages.Of(assignment.Id));
        await backlogs.Put(happening.Body, matter with { Text = happening.Report, DueOn = assignment.DueLast }, happening.At, happening.By, ct);
    }

    public Task Hear(AssignmentApproved happening, CancellationToken ct) => Leave(happening.Assignment, happening.Body, "Redovisningen är godkänd", happening, ct);

    public async Task Hear(AssignmentForwarded happening, CancellationToken ct)
    {
        await Leave(happening.Assignment, happening.Body, "Uppdraget är skickat vidare", happening, ct);
        await Tell(happening.Assignment, happening.At);
    }

    public Task Hear(AssignmentWithdrawn happening, CancellationToken ct) => Leave(happening.Assignment, happening.Body, "Uppdraget är återtaget", happening, ct);

    Task Leave(Guid assignment, Guid body, string why, Happening happening, CancellationToken ct) =>
        backlogs.Withdraw(body, BacklogKind.ReportBack, AssignmentPages.Of(assignment), why, happening.At, happening.By, ct);

    Task Tell(Guid assignment, DateTimeOffset at)
    {
        db.Add(new OutboxRow(db.Area, AssignmentLetters.TellKind, assignment, at));
        return Task.CompletedTask;
    }
}
