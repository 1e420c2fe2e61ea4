using Microsoft.EntityFrameworkCore;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Plans;

/// <param name="Person">Who the assignee is, when somebody has said so.</param>
public sealed record RecordedAssignment(string? Item, string Text, string? Assignee, Guid? Person, DayOrMonth? Due, Span Source)
{
    public AssignmentKind Kind { get; init; }
    public Guid? Organisation { get; init; }
    public StandingKind? Role { get; init; }
}

public sealed record RecordedDeadline(string? Item, DayOrMonth Date, string What, Span Source);

/// <summary>What other rooms may ask of and put into the record of assignments. Verbs are called within a unit of work.</summary>
public sealed class PlansRecord(SamverkDb db, Origin origin, TimeProvider clock)
{
    /// <summary>Puts the assignments and deadlines of confirmed minutes into the record.</summary>
    public void Record(BodyInfo body, Guid meeting, DateOnly on, IEnumerable<RecordedAssignment> assignments, IEnumerable<RecordedDeadline> deadlines)
    {
        foreach (var given in assignments)
            Remind(db.Add(new Assignment(body, meeting, on, given)).Entity);
        db.AddRange(deadlines.Select(d => new Deadline(body, meeting, on, d)));
    }

    /// <summary>Opens what a body gave somebody to do at a meeting that was held here; whoever has it is told.</summary>
    public Guid Give(BodyInfo body, Guid meeting, DateOnly on, RecordedAssignment given, DateTimeOffset at, Guid? by)
    {
        var assignment = db.Add(new Assignment(body, meeting, on, given)).Entity;
        assignment.Give(at, by);
        Remind(assignment);
        return assignment.Id;
    }

    /// <summary>Records the report back on one assignment.</summary>
    public async Task Report(Guid id, Actor actor, string text, DateTimeOffset at, CancellationToken ct) => (await db.Assignment(id, ct)).MakeReport(actor, text, at);

    /// <summary>Records that the assignments of a meeting whose text begins so were reported at a meeting, which approved.</summary>
    /// <returns>False when the meeting has no such assignment that is still open.</returns>
    public async Task<bool> Report(Guid meeting, string beginning, Actor actor, string report, DateTimeOffset at, CancellationToken ct)
    {
        var open = await db.Set<Assignment>().AsTracking().Where(PlanQueries.IsOpen).Where(a => a.Meeting == meeting && a.Text.StartsWith(beginning)).ToListAsync(ct);
        foreach (var assignment in open)
        {
            assignment.MakeReport(actor, report, at);
            assignment.Approve(actor, null, at);
        }
        return open.Count > 0;
    }

    /// <summary>Why a meeting's recording can't be undone: somebody has acted on an assignment of it.</summary>
    public async Task<Refusal?> MayWithdraw(Guid meeting, CancellationToken ct)
    {
        var acted = await db.Set<Assignment>().Where(a => a.Meeting == meeting && a.State != AssignmentState.Given).OrderBy(a => a.Id).Select(a => new { a.Text, a.ReportedAt }).FirstOrDefaultAsync(ct);
        return acted is null ? null : new("acted-on", $"Inläsningen kan inte ångras, uppdraget ”{Shorten(acted.Text)}” är redan {(acted.ReportedAt is null ? "påbörjat" : "redovisat")}.");
    }

    void Remind(Assignment assignment)
    {
        assignment.ReachedAt(origin.Server);
        db.AddRange(AssignmentLetters.Times(assignment, clock.Now()));
    }

    static string Shorten(string text) => text.Length <= 80 ? text : text[..80] + " …";
}

static class FoundAssignments
{
    /// <summary>The assignment that an address is of; null when it is of none.</summary>
    public static async Task<Assignment?> AssignmentAt(this SamverkDb db, string? address, CancellationToken ct) =>
        AssignmentPages.IdOf(address) is { } id ? await db.Set<Assignment>().AsTracking().Live(db).SingleOrDefaultAsync(a => a.Id == id, ct) : null;

    /// <summary>The assignment itself, to be acted on; a refusal when it is in no register.</summary>
    public static async Task<Assignment> Assignment(this SamverkDb db, Guid id, CancellationToken ct) =>
        await db.Set<Assignment>().AsTracking().Live(db).SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new RefusedException(new("no-assignment", "Uppdraget finns inte."));
}

/// <summary>When a recording is undone, its assignments and deadlines leave the registers.</summary>
sealed class WhenMeetingWithdrawn(SamverkDb db) : IHear<MeetingWithdrawn>
{
    public Task Hear(MeetingWithdrawn happening, CancellationToken ct)
    {
        db.Add(new WithdrawnMeeting(db.Area, happening.Meeting, happening.At, happening.By));
        return Task.CompletedTask;
    }
}
