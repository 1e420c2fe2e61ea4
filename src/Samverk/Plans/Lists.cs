using Microsoft.EntityFrameworkCore;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Plans;

/// <summary>Which assignments a list shows.</summary>
public enum AssignmentView { Open, Overdue, Reported, All }

public sealed record AssignmentRow(Guid Id, Guid Meeting, Guid Body, DateOnly GivenOn, string? Item, string Text, string? Assignee, Guid? AssigneePerson, string? Due, DateOnly? DueLast, DateTimeOffset? ReportedAt, Span Source)
{
    /// <summary>Whole days after the last day; 0 when it is not late or already reported.</summary>
    public int DaysLate(DateOnly today) => ReportedAt is null && DueLast is { } last && last < today ? today.DayNumber - last.DayNumber : 0;

    /// <summary>As it may be shown anywhere: without the names of those with protected identity.</summary>
    internal AssignmentRow Without(NameMask names) => names.IsEmpty ? this : this with { Text = names.Of(Text), Assignee = names.Name(AssigneePerson, Assignee) };
}

public sealed record DeadlineRow(Guid Id, Guid Meeting, DateOnly On, Guid Body, string? Item, string What, string Date, DateOnly Last, Span Source);

/// <summary>An assignment with what has been said of it.</summary>
public sealed record AssignmentDetails(AssignmentRow Row, string? Report, Guid? ReportedBy, Refusal? MayReport);

/// <summary>The registers of assignments and deadlines.</summary>
public sealed class PlansLists(SamverkDb db, ProtectedNames names)
{
    /// <summary>A body's or a person's, in the order that the view is read in.</summary>
    public async Task<Listed<AssignmentRow>> Assignments(AssignmentView view, DateOnly today, Guid? person, Guid? body, int most, CancellationToken ct)
    {
        var narrowed = Narrowed(view, today, person, body);
        var sorted = view is AssignmentView.Open or AssignmentView.Overdue ? narrowed.OrderBy(a => a.DueOrder).ThenBy(a => a.Id) : narrowed.OrderByDescending(a => a.On).ThenBy(a => a.Id);
        return new(await Safe(sorted.Take(most), ct), await narrowed.CountAsync(ct));
    }

    public Task<int> Count(AssignmentView view, DateOnly today, Guid? person, CancellationToken ct) => Narrowed(view, today, person, null).CountAsync(ct);

    /// <summary>Open assignments whose last day lies within a span of days.</summary>
    public async Task<Listed<AssignmentRow>> Due(DateOnly from, DateOnly to, int most, CancellationToken ct)
    {
        var due = Live().Where(a => a.Report == null && a.DueLast >= from && a.DueLast <= to);
        return new(await Safe(due.OrderBy(a => a.DueLast).Take(most), ct), await due.CountAsync(ct));
    }

    /// <summary>Open assignments of a body whose last day is no later than one, the earliest first.</summary>
    public Task<List<AssignmentRow>> DueFor(Guid body, DateOnly until, int most, CancellationToken ct) =>
        Safe(Live().Where(a => a.Body == body && a.Report == null && a.DueLast != null && a.DueOrder <= until).OrderBy(a => a.DueOrder).ThenBy(a => a.Id).Take(most), ct);

    /// <summary>As they may be shown anywhere, in the order of the minutes.</summary>
    public Task<List<AssignmentRow>> OfMeeting(Guid meeting, CancellationToken ct) => Safe(Live().Where(a => a.Meeting == meeting).OrderBy(a => a.Id), ct);

    /// <summary>Of several meetings, as they may be shown anywhere; no more than so many.</summary>
    public Task<List<AssignmentRow>> OfMeetings(IReadOnlyCollection<Guid> meetings, int most, CancellationToken ct) =>
        Safe(Live().Where(a => meetings.Contains(a.Meeting)).OrderByDescending(a => a.On).ThenBy(a => a.Id).Take(most), ct);

    /// <summary>As the minutes have them: for the meeting's own page alone.</summary>
    public Task<List<AssignmentRow>> OnMeetingsPage(Guid meeting, CancellationToken ct) => Live().Where(a => a.Meeting == meeting).OrderBy(a => a.Id).Rows().ToListAsync(ct);

    /// <summary>As the minutes have them: for the meeting's own page alone.</summary>
    public Task<List<DeadlineRow>> DeadlinesOnMeetingsPage(Guid meeting, CancellationToken ct) =>
        db.Set<Deadline>().Live(db).Where(d => d.Meeting == meeting).OrderBy(d => d.DateLast).Rows().ToListAsync(ct);

    /// <summary>As they may be shown anywhere.</summary>
    public async Task<List<DeadlineRow>> DeadlinesOfMeeting(Guid meeting, CancellationToken ct)
    {
        var mask = await names.Mask(ct);
        return (await DeadlinesOnMeetingsPage(meeting, ct)).ConvertAll(d => d with { What = mask.Of(d.What) });
    }

    /// <returns>Null when there is no such assignment in the register.</returns>
    public async Task<AssignmentDetails?> Assignment(Guid id, Actor actor, CancellationToken ct)
    {
        var assignment = await Live().SingleOrDefaultAsync(a => a.Id == id, ct);
        return assignment is null ? null
            : new((await Safe(Live().Where(a => a.Id == id), ct))[0], (await names.Mask(ct)).Of(assignment.Report?.Text), assignment.Report?.By, assignment.MayReport(actor));
    }

    /// <summary>Without the names of those with protected identity.</summary>
    async Task<List<AssignmentRow>> Safe(IQueryable<Assignment> assignments, CancellationToken ct)
    {
        var (rows, mask) = (await assignments.Rows().ToListAsync(ct), await names.Mask(ct));
        return mask.IsEmpty ? rows : rows.ConvertAll(a => a.Without(mask));
    }

    IQueryable<Assignment> Live() => db.Set<Assignment>().Live(db);

    IQueryable<Assignment> Narrowed(AssignmentView view, DateOnly today, Guid? person, Guid? body)
    {
        var assignments = view switch
        {
            AssignmentView.Open => Live().Where(a => a.Report == null),
            AssignmentView.Overdue => Live().Where(a => a.Report == null && a.DueLast < today),
            AssignmentView.Reported => Live().Where(a => a.Report != null),
            _ => Live(),
        };
        return assignments.Where(a => (person == null || a.AssigneePerson == person) && (body == null || a.Body == body));
    }
}

/// <summary>How lists and registers read assignments and deadlines: none of a meeting whose recording was undone.</summary>
static class PlanQueries
{
    public static IQueryable<T> Live<T>(this IQueryable<T> facts, SamverkDb db) where T : MeetingFact
    {
        var withdrawn = db.Set<WithdrawnMeeting>().Select(w => w.Meeting);
        return facts.Where(f => !withdrawn.Contains(f.Meeting));
    }

    public static IQueryable<AssignmentRow> Rows(this IQueryable<Assignment> assignments) => assignments.Select(a =>
        new AssignmentRow(a.Id, a.Meeting, a.Body, a.On, a.Item, a.Text, a.Assignee, a.AssigneePerson, a.Due, a.DueLast, a.Report == null ? null : a.Report.At, a.Source));

    public static IQueryable<DeadlineRow> Rows(this IQueryable<Deadline> deadlines) =>
        deadlines.Select(d => new DeadlineRow(d.Id, d.Meeting, d.On, d.Body, d.Item, d.What, d.Date, d.DateLast, d.Source));
}
