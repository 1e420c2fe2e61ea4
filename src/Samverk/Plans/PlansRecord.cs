using Microsoft.EntityFrameworkCore;
using Samverk.Meetings;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Plans;

/// <param name="Person">Who the assignee is, when somebody has said so.</param>
public sealed record RecordedAssignment(string? Item, string Text, string? Assignee, Guid? Person, DayOrMonth? Due, Span Source);

public sealed record RecordedDeadline(string? Item, DayOrMonth Date, string What, Span Source);

/// <summary>What other rooms may ask of and put into the record of assignments. Verbs are called within a unit of work.</summary>
public sealed class PlansRecord(SamverkDb db)
{
    /// <summary>Puts the assignments and deadlines of confirmed minutes into the record.</summary>
    public void Record(BodyInfo body, Guid meeting, DateOnly on, IEnumerable<RecordedAssignment> assignments, IEnumerable<RecordedDeadline> deadlines)
    {
        db.AddRange(assignments.Select(a => new Assignment(body, meeting, on, a)));
        db.AddRange(deadlines.Select(d => new Deadline(body, meeting, on, d)));
    }

    /// <summary>Records the report back on one assignment.</summary>
    public async Task Report(Guid id, Actor actor, string text, DateTimeOffset at, CancellationToken ct)
    {
        var assignment = await db.Set<Assignment>().AsTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        Refusal.Heed(assignment is null ? new("no-assignment", "Uppdraget finns inte.") : null);
        assignment!.MakeReport(actor, text, at);
    }

    /// <summary>Records the report back on the assignments of a meeting whose text begins so.</summary>
    /// <returns>False when the meeting has no such assignment that is still open.</returns>
    public async Task<bool> Report(Guid meeting, string beginning, Actor actor, string report, DateTimeOffset at, CancellationToken ct)
    {
        var open = await db.Set<Assignment>().AsTracking().Where(a => a.Meeting == meeting && a.Report == null && a.Text.StartsWith(beginning)).ToListAsync(ct);
        foreach (var assignment in open)
            assignment.MakeReport(actor, report, at);
        return open.Count > 0;
    }

    /// <summary>Why a meeting's recording can't be undone: somebody has acted on an assignment of it.</summary>
    public async Task<Refusal?> MayWithdraw(Guid meeting, CancellationToken ct)
    {
        var acted = await db.Set<Assignment>().Where(a => a.Meeting == meeting && a.Report != null).Select(a => a.Text).FirstOrDefaultAsync(ct);
        return acted is null ? null : new("acted-on", $"Inläsningen kan inte ångras, uppdraget ”{Shorten(acted)}” är redan redovisat.");
    }

    static string Shorten(string text) => text.Length <= 80 ? text : text[..80] + " …";
}

/// <summary>What adjusted minutes give somebody to do is an assignment from then on.</summary>
sealed class WhenMinutesAdjusted(PlansRecord plans, MeetingsRecord meetings, AreaDirectory directory) : IHear<MinutesAdjusted>
{
    public async Task Hear(MinutesAdjusted happening, CancellationToken ct)
    {
        var given = (await meetings.Adjusted(happening.Text, ct)).All<AssignmentNote>()
            .Select(n => new RecordedAssignment(n.Item.Number, n.Content.Text, n.Content.Who, n.Content.Person, n.Content.Due is { } due ? DayOrMonth.Parse(due.Iso()) : null, Span.None));
        plans.Record((await directory.Body(happening.Body, ct))!, happening.Meeting, happening.On, given, []);
    }
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
