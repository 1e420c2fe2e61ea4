using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Plans.Working;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Plans;

/// <summary>Which assignments a list shows.</summary>
public enum AssignmentView { Open, Overdue, Reported, All }

public sealed record AssignmentRow(Guid Id, Guid Meeting, Guid Body, DateOnly GivenOn, string? Item, string Text, string? Assignee, Guid? AssigneePerson, string? Due, DateOnly? DueLast, DateTimeOffset? ReportedAt, Span Source)
{
    public AssignmentKind Kind { get; init; }
    public AssignmentState State { get; init; }
    public Guid? AssigneeOrganisation { get; init; }

    public bool IsOpen => State is AssignmentState.Given or AssignmentState.Accepted or AssignmentState.Forwarded;

    /// <summary>Whole days after the last day; 0 when it is not late or no longer open.</summary>
    public int DaysLate(DateOnly today) => IsOpen && DueLast is { } last && last < today ? today.DayNumber - last.DayNumber : 0;

    /// <summary>As it may be shown anywhere: without the names of those with protected identity.</summary>
    internal AssignmentRow Without(NameMask names) => names.IsEmpty ? this : this with { Text = names.Of(Text), Assignee = names.Name(AssigneePerson, Assignee) };
}

public sealed record DeadlineRow(Guid Id, Guid Meeting, DateOnly On, Guid Body, string? Item, string What, string Date, DateOnly Last, Span Source);

/// <summary>One thing that was done with an assignment.</summary>
/// <param name="To">Who had it from then on.</param>
/// <param name="Meeting">The meeting that said so.</param>
public sealed record AssignmentActRow(AssignmentState State, string? Text, DateTimeOffset At, Guid? By, string? To, Guid? Meeting);

/// <summary>An assignment with what has been said of it, and what somebody may do with it.</summary>
/// <param name="Report">The latest report; null when there is none, or when it was passed on since.</param>
public sealed record AssignmentDetails(AssignmentRow Row, string? Report, Guid? ReportedBy, Refusal? MayReport)
{
    public required IReadOnlyList<AssignmentActRow> Acts { get; init; }
    public required Refusal? MayAccept { get; init; }
    public required Refusal? MayApprove { get; init; }
    public required Refusal? MayForward { get; init; }
    public required Refusal? MayWithdraw { get; init; }
}

/// <summary>The registers of assignments and deadlines.</summary>
public sealed class PlansLists(SamverkDb db, ProtectedNames names)
{
    const int MostActs = 200;

    /// <summary>A body's or a person's, in the order that the view is read in.</summary>
    public async Task<Listed<AssignmentRow>> Assignments(AssignmentView view, DateOnly today, Guid? person, Guid? body, int most, CancellationToken ct)
    {
        var narrowed = Narrowed(view, today).Where(a => (person == null || a.AssigneePerson == person) && (body == null || a.Body == body));
        var sorted = view is AssignmentView.Open or AssignmentView.Overdue ? narrowed.OrderBy(a => a.DueOrder).ThenBy(a => a.Id) : narrowed.OrderByDescending(a => a.On).ThenBy(a => a.Id);
        return new(await Safe(sorted.Take(most), ct), await narrowed.CountAsync(ct));
    }

    public Task<int> Count(AssignmentView view, DateOnly today, Guid? person, CancellationToken ct) => Narrowed(view, today).CountAsync(a => person == null || a.AssigneePerson == person, ct);

    /// <summary>What somebody owes, across bodies: their own, their organisation's where they answer for it, and their roles'. The first due first.</summary>
    public async Task<Listed<AssignmentRow>> OwedBy(Actor actor, int most, CancellationToken ct)
    {
        var owed = Live().Where(PlanQueries.IsOpen).Where(PlanQueries.OwedBy(actor));
        return new(await Safe(owed.OrderBy(a => a.DueOrder).ThenBy(a => a.Id).Take(most), ct), await owed.CountAsync(ct));
    }

    /// <summary>What somebody helps another with; the first due first.</summary>
    public Task<List<AssignmentRow>> HelpedBy(Actor actor, int most, CancellationToken ct) =>
        Safe(Live().Where(PlanQueries.IsOpen).Where(a => db.Set<Coworker>().Where(c => c.Person == actor.Person && c.LeftAt == null).Select(c => c.Assignment).Contains(a.Id)).OrderBy(a => a.DueOrder).ThenBy(a => a.Id).Take(most), ct);

    /// <summary>What somebody has reported, and a body has not yet approved; the latest first.</summary>
    public async Task<Listed<AssignmentRow>> ReportedBy(Actor actor, int most, CancellationToken ct)
    {
        var reported = Live().Where(a => a.State == AssignmentState.Reported).Where(PlanQueries.OwedBy(actor));
        return new(await Safe(reported.OrderByDescending(a => a.ReportedAt).ThenBy(a => a.Id).Take(most), ct), await reported.CountAsync(ct));
    }

    /// <summary>Open assignments whose last day lies within a span of days.</summary>
    public async Task<Listed<AssignmentRow>> Due(DateOnly from, DateOnly to, int most, CancellationToken ct)
    {
        var due = Live().Where(PlanQueries.IsOpen).Where(a => a.DueLast >= from && a.DueLast <= to);
        return new(await Safe(due.OrderBy(a => a.DueLast).Take(most), ct), await due.CountAsync(ct));
    }

    /// <summary>Open assignments of a body whose last day is no later than one, the earliest first.</summary>
    public Task<List<AssignmentRow>> DueFor(Guid body, DateOnly until, int most, CancellationToken ct) =>
        Safe(Live().Where(PlanQueries.IsOpen).Where(a => a.Body == body && a.DueLast != null && a.DueOrder <= until).OrderBy(a => a.DueOrder).ThenBy(a => a.Id).Take(most), ct);

    /// <summary>As they may be shown anywhere, in the order of the minutes.</summary>
    public Task<List<AssignmentRow>> OfMeeting(Guid meeting, CancellationToken ct) => Safe(Live().Where(a => a.Meeting == meeting).OrderBy(a => a.Id), ct);

    /// <summary>Of several meetings, as they may be shown anywhere; no more than so many.</summary>
    public Task<List<AssignmentRow>> OfMeetings(IReadOnlyCollection<Guid> meetings, int most, CancellationToken ct) =>
        Safe(Live().Where(a => meetings.Contains(a.Meeting)).OrderByDescending(a => a.On).ThenBy(a => a.Id).Take(most), ct);

    /// <summary>As the minutes have them: for the meeting's own page alone.</summary>
    public Task<List<AssignmentRow>> OnMeetingsPage(Guid meeting, CancellationToken ct) => Live().Where(a => a.Meeting == meeting).OrderBy(a => a.Id).Rows().ToListAsync(ct);

    /// <summary>What a meeting was told of and approved, under which § and with what was told, as they may be shown anywhere.</summary>
    public async Task<IReadOnlyList<(AssignmentRow Row, string? Item, string? Report)>> ApprovedAt(Guid meeting, CancellationToken ct)
    {
        var acts = await db.Set<AssignmentAct>().Where(x => x.Meeting == meeting && x.State == AssignmentState.Approved).OrderBy(x => x.Id).Select(x => new { x.Assignment, x.Item }).ToListAsync(ct);
        var ids = acts.ConvertAll(x => x.Assignment);
        if (ids.Count == 0)
            return [];
        var (rows, reports) = (await Safe(Live().Where(a => ids.Contains(a.Id)), ct), await Reports(ids, ct));
        return [.. from act in acts join row in rows on act.Assignment equals row.Id select (row, act.Item, reports.GetValueOrDefault(row.Id))];
    }

    /// <summary>The latest report of each assignment that has one, as it may be shown anywhere.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Reports(IReadOnlyCollection<Guid> assignments, CancellationToken ct)
    {
        var (acts, mask) = (await db.Set<AssignmentAct>().Where(x => assignments.Contains(x.Assignment) && x.State == AssignmentState.Reported && x.Text != null)
            .OrderBy(x => x.Id).Select(x => new { x.Assignment, x.Text }).ToListAsync(ct), await names.Mask(ct));
        return acts.GroupBy(x => x.Assignment).ToDictionary(g => g.Key, g => mask.Of(g.Last().Text!));
    }

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
        if (await Live().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } assignment)
            return null;
        var mask = await names.Mask(ct);
        var acts = await db.Set<AssignmentAct>().Where(x => x.Assignment == id).OrderBy(x => x.Id).Take(MostActs)
            .Select(x => new { x.State, x.Text, x.At, x.By, x.ToName, x.ToPerson, x.Meeting }).ToListAsync(ct);
        var report = assignment.ReportedAt is null ? null : acts.FindLast(x => x.State == AssignmentState.Reported);
        return new((await Safe(Live().Where(a => a.Id == id), ct))[0], mask.Of(report?.Text), report?.By, assignment.MayReport(actor))
        {
            Acts = acts.ConvertAll(x => new AssignmentActRow(x.State, mask.Of(x.Text), x.At, x.By, mask.Name(x.ToPerson, x.ToName), x.Meeting)),
            MayAccept = assignment.MayAccept(actor),
            MayApprove = assignment.MayApprove(actor),
            MayForward = assignment.MayForward(actor),
            MayWithdraw = assignment.MayWithdraw(actor),
        };
    }

    /// <summary>Without the names of those with protected identity.</summary>
    async Task<List<AssignmentRow>> Safe(IQueryable<Assignment> assignments, CancellationToken ct)
    {
        var (rows, mask) = (await assignments.Rows().ToListAsync(ct), await names.Mask(ct));
        return mask.IsEmpty ? rows : rows.ConvertAll(a => a.Without(mask));
    }

    IQueryable<Assignment> Live() => db.Set<Assignment>().Live(db);

    IQueryable<Assignment> Narrowed(AssignmentView view, DateOnly today) => view switch
    {
        AssignmentView.Open => Live().Where(PlanQueries.IsOpen),
        AssignmentView.Overdue => Live().Where(PlanQueries.IsOpen).Where(a => a.DueLast < today),
        AssignmentView.Reported => Live().Where(a => a.ReportedAt != null),
        _ => Live(),
    };
}

/// <summary>How lists and registers read assignments and deadlines: none of a meeting whose recording was undone.</summary>
static class PlanQueries
{
    /// <summary>Somebody is still to report it.</summary>
    public static Expression<Func<Assignment, bool>> IsOpen { get; } = a => a.State == AssignmentState.Given || a.State == AssignmentState.Accepted || a.State == AssignmentState.Forwarded;

    /// <summary>It is theirs: their own, of an organisation that they register or coordinate for, or of a role that they have in the body.</summary>
    public static Expression<Func<Assignment, bool>> OwedBy(Actor actor)
    {
        var (person, organisations) = (actor.Person, actor.Functions.Where(f => f is { Kind: FunctionKind.Registrar or FunctionKind.Coordinator, Organisation: not null }).Select(f => f.Organisation)
            .Concat(actor.IsSystem ? [actor.Organisation] : []).Distinct().ToList());
        List<Guid> In(StandingKind kind) => [.. actor.Standings.Where(s => s.Kind == kind).Select(s => s.Body)];
        var (secretary, chair, vice) = (In(StandingKind.Secretary), In(StandingKind.Chair), In(StandingKind.ViceChair));
        return a => a.AssigneePerson == person || (a.AssigneeOrganisation != null && organisations.Contains(a.AssigneeOrganisation))
            || (a.AssigneeRole == StandingKind.Secretary && secretary.Contains(a.Body)) || (a.AssigneeRole == StandingKind.Chair && chair.Contains(a.Body)) || (a.AssigneeRole == StandingKind.ViceChair && vice.Contains(a.Body));
    }

    public static IQueryable<T> Live<T>(this IQueryable<T> facts, SamverkDb db) where T : MeetingFact
    {
        var withdrawn = db.Set<WithdrawnMeeting>().Select(w => w.Meeting);
        return facts.Where(f => !withdrawn.Contains(f.Meeting));
    }

    public static IQueryable<AssignmentRow> Rows(this IQueryable<Assignment> assignments) => assignments.Select(a =>
        new AssignmentRow(a.Id, a.Meeting, a.Body, a.On, a.Item, a.Text, a.Assignee, a.AssigneePerson, a.Due, a.DueLast, a.ReportedAt, a.Source) { Kind = a.Kind, State = a.State, AssigneeOrganisation = a.AssigneeOrganisation });

    public static IQueryable<DeadlineRow> Rows(this IQueryable<Deadline> deadlines) =>
        deadlines.Select(d => new DeadlineRow(d.Id, d.Meeting, d.On, d.Body, d.Item, d.What, d.Date, d.DateLast, d.Source));
}
