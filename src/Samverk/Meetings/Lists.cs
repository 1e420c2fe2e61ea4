using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings;

public sealed record MeetingRow(Guid Id, Guid Body, DateOnly On, TimeOnly? Start, TimeOnly? End, string? Place, MeetingFormat? Format, bool IsRecorded, int Decisions, bool IsPublished);

public sealed record DecisionRow(Guid Id, string Number, Guid Meeting, Guid Body, DateOnly On, string? Item, string? ItemTitle, string Text, DecisionOutcome Outcome);

/// <summary>What a register of decisions is narrowed to; empty lists do not narrow.</summary>
public sealed record DecisionFilter(string? Text, IReadOnlyList<int> Years, IReadOnlyList<Guid> Bodies, IReadOnlyList<DecisionOutcome> Outcomes);

public sealed record AttendanceRow(string Name, Guid? Person, string? OrganisationName, Guid? Organisation, AttendanceRole Role, Presence Presence, bool Digital, string? Note);

public sealed record ItemRow(string? Number, string Title, IReadOnlyList<string> Presenters, Span Source);

public sealed record SourcedDecision(Guid Id, string Number, string? Item, string Text, DecisionOutcome Outcome, Span Source);

public sealed record QuestionRow(string? Item, string? Text, IReadOnlyList<string> Answers, IReadOnlyList<string> Comments, Span Source);

public sealed record SourcedText(string? Item, string Text, Span Source);

/// <summary>A meeting with all its facts.</summary>
public sealed record MeetingView(Guid Id, Guid Body, DateOnly On, TimeOnly? Start, TimeOnly? End, string? Place, MeetingFormat? Format, string? MinutesKind, string? CaseNumber,
    string? Chair, string? Secretary, IReadOnlyList<string> Adjusters, DateOnly? AdjustedOn, Guid? Document, MeetingState State,
    IReadOnlyList<AttendanceRow> Attendance, IReadOnlyList<ItemRow> Items, IReadOnlyList<SourcedDecision> Decisions, IReadOnlyList<QuestionRow> Questions,
    IReadOnlyList<SourcedText> ProposedItems, IReadOnlyList<SourcedText> Attachments);

/// <summary>The registers of meetings and decisions: only what is live, bounded, newest first.</summary>
public sealed class MeetingsLists(SamverkDb db)
{
    public async Task<Listed<MeetingRow>> Meetings(IReadOnlyList<Guid> bodies, IReadOnlyList<int> years, bool? recorded, int page, int size, CancellationToken ct)
    {
        var meetings = Narrowed(bodies, years, recorded);
        var rows = Rows(meetings.OrderByDescending(m => m.On).ThenBy(m => m.Id).Skip((page - 1) * size).Take(size));
        return new(await rows.ToListAsync(ct), await meetings.CountAsync(ct));
    }

    public Task<List<Counted<int>>> MeetingYears(IReadOnlyList<Guid> bodies, bool? recorded, CancellationToken ct) =>
        Narrowed(bodies, [], recorded).GroupBy(m => m.On.Year).OrderByDescending(g => g.Key).Select(g => new Counted<int>(g.Key, g.Count())).ToListAsync(ct);

    public Task<List<Counted<Guid>>> MeetingBodies(IReadOnlyList<int> years, bool? recorded, CancellationToken ct) =>
        Narrowed([], years, recorded).GroupBy(m => m.Body).Select(g => new Counted<Guid>(g.Key, g.Count())).ToListAsync(ct);

    /// <summary>Planned meetings from a day on, the nearest first.</summary>
    public async Task<Listed<MeetingRow>> Coming(DateOnly from, Guid? body, int most, CancellationToken ct)
    {
        var coming = Live().Where(m => m.Document == null && m.On >= from && (body == null || m.Body == body));
        return new(await Rows(coming.OrderBy(m => m.On).ThenBy(m => m.Start).Take(most)).ToListAsync(ct), await coming.CountAsync(ct));
    }

    /// <summary>Meetings that a person attended, newest first.</summary>
    public async Task<Listed<MeetingRow>> AttendedBy(Guid person, int most, CancellationToken ct)
    {
        var attended = Live().Where(m => db.Set<Attendance>().Any(a => a.Meeting == m.Id && a.Person == person && a.Presence != Presence.Absent));
        return new(await Rows(attended.OrderByDescending(m => m.On).Take(most)).ToListAsync(ct), await attended.CountAsync(ct));
    }

    public async Task<Listed<DecisionRow>> Decisions(DecisionFilter filter, bool oldestFirst, int page, int size, CancellationToken ct)
    {
        var decisions = Narrowed(filter);
        var sorted = oldestFirst ? decisions.OrderBy(d => d.On).ThenBy(d => d.Position).ThenBy(d => d.Id) : decisions.OrderByDescending(d => d.On).ThenBy(d => d.Position).ThenBy(d => d.Id);
        return new(await Rows(sorted.Skip((page - 1) * size).Take(size)).ToListAsync(ct), await decisions.CountAsync(ct));
    }

    public Task<List<Counted<int>>> DecisionYears(DecisionFilter filter, CancellationToken ct) =>
        Narrowed(filter with { Years = [] }).GroupBy(d => d.On.Year).OrderByDescending(g => g.Key).Select(g => new Counted<int>(g.Key, g.Count())).ToListAsync(ct);

    public Task<List<Counted<Guid>>> DecisionBodies(DecisionFilter filter, CancellationToken ct) =>
        Narrowed(filter with { Bodies = [] }).GroupBy(d => d.Body).Select(g => new Counted<Guid>(g.Key, g.Count())).ToListAsync(ct);

    public Task<List<Counted<DecisionOutcome>>> DecisionOutcomes(DecisionFilter filter, CancellationToken ct) =>
        Narrowed(filter with { Outcomes = [] }).GroupBy(d => d.Outcome).Select(g => new Counted<DecisionOutcome>(g.Key, g.Count())).ToListAsync(ct);

    /// <returns>Null when there is no such decision in the register.</returns>
    public async Task<(DecisionRow Row, Guid? Document, Span Source)?> Decision(Guid id, CancellationToken ct)
    {
        if (await Rows(LiveDecisions().Where(d => d.Id == id)).SingleOrDefaultAsync(ct) is not { } row)
            return null;
        var source = await db.Set<Decision>().Where(d => d.Id == id).Select(d => d.Source).SingleAsync(ct);
        return (row, await db.Set<Meeting>().Where(m => m.Id == row.Meeting).Select(m => m.Document).SingleAsync(ct), source);
    }

    /// <returns>Null when there is no such meeting in the register.</returns>
    public async Task<MeetingView?> Meeting(Guid id, CancellationToken ct) =>
        await Live().Where(m => m.Id == id).WithFacts().SingleOrDefaultAsync(ct) is { } meeting ? meeting.View() : null;

    IQueryable<Meeting> Live() => db.Set<Meeting>().Live();

    // Asked the other way round, whether its meeting is live, a count would look at every decision's meeting.
    IQueryable<Decision> LiveDecisions()
    {
        var withdrawn = db.Set<Meeting>().Where(m => m.Withdrawal != null).Select(m => m.Id);
        return db.Set<Decision>().Where(d => !withdrawn.Contains(d.Meeting));
    }

    IQueryable<Meeting> Narrowed(IReadOnlyList<Guid> bodies, IReadOnlyList<int> years, bool? recorded)
    {
        var meetings = Live();
        if (bodies.Count > 0)
            meetings = meetings.Where(m => bodies.Contains(m.Body));
        if (years.Count > 0)
            meetings = meetings.Where(m => years.Contains(m.On.Year));
        return recorded is { } only ? meetings.Where(m => m.Document != null == only) : meetings;
    }

    IQueryable<Decision> Narrowed(DecisionFilter filter)
    {
        var decisions = LiveDecisions();
        foreach (var word in Swedish.Fold(filter.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            decisions = decisions.Where(d => d.TextFolded.Contains(word));
        if (filter.Years.Count > 0)
            decisions = decisions.Where(d => filter.Years.Contains(d.On.Year));
        if (filter.Bodies.Count > 0)
            decisions = decisions.Where(d => filter.Bodies.Contains(d.Body));
        return filter.Outcomes.Count > 0 ? decisions.Where(d => filter.Outcomes.Contains(d.Outcome)) : decisions;
    }

    IQueryable<MeetingRow> Rows(IQueryable<Meeting> meetings) =>
        meetings.Select(m => new MeetingRow(m.Id, m.Body, m.On, m.Start, m.End, m.Place, m.Format, m.Document != null, m.Decisions.Count, m.Publication != null));

    IQueryable<DecisionRow> Rows(IQueryable<Decision> decisions) =>
        decisions.Select(d => new DecisionRow(d.Id, d.Number, d.Meeting, d.Body, d.On, d.Item,
            db.Set<AgendaItem>().Where(i => i.Meeting == d.Meeting && i.Number == d.Item && d.Item != null).Select(i => i.Title).FirstOrDefault(), d.Text, d.Outcome));
}

static class MeetingViews
{
    public static IQueryable<Meeting> WithFacts(this IQueryable<Meeting> meetings) =>
        meetings.Include(m => m.Attendance).Include(m => m.Items).Include(m => m.Decisions).Include(m => m.Questions).Include(m => m.ProposedItems).Include(m => m.Attachments).AsSplitQuery();

    /// <summary>All of a meeting that was loaded with its facts.</summary>
    public static MeetingView View(this Meeting m) =>
        new(m.Id, m.Body, m.On, m.Start, m.End, m.Place, m.Format, m.MinutesKind, m.CaseNumber, m.Chair, m.Secretary, m.Adjusters, m.AdjustedOn, m.Document, m.State,
            [.. m.Attendance.OrderBy(a => a.Position).Select(a => new AttendanceRow(a.Name, a.Person, a.OrganisationName, a.Organisation, a.Role, a.Presence, a.Digital, a.Note))],
            [.. m.Items.OrderBy(i => i.Position).Select(i => new ItemRow(i.Number, i.Title, i.Presenters, i.Source))],
            [.. m.Decisions.OrderBy(d => d.Position).Select(d => new SourcedDecision(d.Id, d.Number, d.Item, d.Text, d.Outcome, d.Source))],
            [.. m.Questions.OrderBy(q => q.Position).Select(q => new QuestionRow(q.Item, q.Text, q.Answers, q.Comments, q.Source))],
            [.. m.ProposedItems.OrderBy(p => p.Position).Select(p => new SourcedText(null, p.Text, p.Source))],
            [.. m.Attachments.OrderBy(a => a.Position).Select(a => new SourcedText(a.Item, a.Name, a.Source))]);
}

/// <summary>The Swedish words of states and kinds.</summary>
public static class MeetingWords
{
    public static string Words(this DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Approval => "Godkännande",
        DecisionOutcome.Endorsement => "Ställer sig bakom",
        DecisionOutcome.Decision => "Beslut",
        DecisionOutcome.Election => "Val",
        DecisionOutcome.Recommendation => "Rekommendation",
        DecisionOutcome.Deferral => "Skjuts fram",
        DecisionOutcome.ReferralBack => "Återremiss",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static string Words(this AttendanceRole role) => role switch
    {
        AttendanceRole.Chair => "Ordförande",
        AttendanceRole.Secretary => "Sekreterare",
        AttendanceRole.Member => "Ledamot",
        AttendanceRole.Deputy => "Ersättare",
        AttendanceRole.Guest => "Övrig närvarande",
        AttendanceRole.Participant => "Deltagare",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static string Words(this MeetingFormat format) => format switch
    {
        MeetingFormat.Onsite => "på plats",
        MeetingFormat.Digital => "digitalt",
        MeetingFormat.Hybrid => "på plats och digitalt",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
