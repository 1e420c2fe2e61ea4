using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings;

public sealed record MeetingRow(Guid Id, Guid Body, DateOnly On, TimeOnly? Start, TimeOnly? End, string? Place, MeetingFormat? Format, MeetingState State, int Decisions)
{
    /// <summary>Its minutes are in the record.</summary>
    public bool IsRecorded => State is MeetingState.Recorded or MeetingState.Adjusted or MeetingState.Published;
}

public sealed record DecisionRow(Guid Id, string Number, Guid Meeting, Guid Body, DateOnly On, string? Item, string? ItemTitle, string Text, DecisionOutcome Outcome)
{
    /// <summary>As it may be shown anywhere: without the names of those with protected identity.</summary>
    internal DecisionRow Without(NameMask names) => names.IsEmpty ? this : this with { Text = names.Of(Text), ItemTitle = names.Of(ItemTitle) };
}

public sealed record AttendanceRow(string Name, Guid? Person, string? OrganisationName, Guid? Organisation, AttendanceRole Role, Presence Presence, bool Digital, string? Note);

public sealed record ItemRow(string? Number, string Title, IReadOnlyList<string> Presenters, Span Source);

public sealed record SourcedDecision(Guid Id, string Number, string? Item, string Text, DecisionOutcome Outcome, Span Source);

public sealed record QuestionRow(string? Item, string? Text, IReadOnlyList<string> Answers, IReadOnlyList<string> Comments, Span Source);

public sealed record SourcedText(string? Item, string Text, Span Source);

/// <summary>A meeting with all its facts.</summary>
public sealed record MeetingView(Guid Id, Guid Body, DateOnly On, TimeOnly? Start, TimeOnly? End, string? Place, MeetingFormat? Format, string? MinutesKind, string? CaseNumber,
    string? Chair, string? Secretary, IReadOnlyList<string> Adjusters, DateOnly? AdjustedOn, Guid? Document, MeetingState State,
    IReadOnlyList<AttendanceRow> Attendance, IReadOnlyList<ItemRow> Items, IReadOnlyList<SourcedDecision> Decisions, IReadOnlyList<QuestionRow> Questions,
    IReadOnlyList<SourcedText> ProposedItems, IReadOnlyList<SourcedText> Attachments)
{
    /// <summary>Why it was called off; null when it wasn't.</summary>
    public string? CancelledFor { get; init; }

    /// <summary>As it may be shown anywhere: without the names of those with protected identity.</summary>
    internal MeetingView Without(NameMask names) => names.IsEmpty ? this : this with
    {
        Place = names.Of(Place),
        CancelledFor = names.Of(CancelledFor),
        Chair = names.Of(Chair),
        Secretary = names.Of(Secretary),
        Adjusters = names.Of(Adjusters),
        Attendance = [.. Attendance.Select(a => a with { Name = names.Name(a.Person, a.Name), Note = names.Of(a.Note) })],
        Items = [.. Items.Select(i => i with { Title = names.Of(i.Title), Presenters = names.Of(i.Presenters) })],
        Decisions = [.. Decisions.Select(d => d with { Text = names.Of(d.Text) })],
        Questions = [.. Questions.Select(q => q with { Text = names.Of(q.Text), Answers = names.Of(q.Answers), Comments = names.Of(q.Comments) })],
        ProposedItems = [.. ProposedItems.Select(p => p with { Text = names.Of(p.Text) })],
        Attachments = [.. Attachments.Select(a => a with { Text = names.Of(a.Text) })],
    };
}

/// <summary>The registers of meetings and decisions: only what is live, bounded, newest first.</summary>
public sealed class MeetingsLists(SamverkDb db, ProtectedNames names)
{
    /// <summary>Planned meetings from a day on, the nearest first.</summary>
    public async Task<Listed<MeetingRow>> Coming(DateOnly from, Guid? body, int most, CancellationToken ct)
    {
        var coming = Live().Where(m => m.InRecordSince == null && m.CancelledAt == null && m.On >= from && (body == null || m.Body == body));
        return new(await coming.OrderBy(m => m.On).ThenBy(m => m.Start).Take(most).Rows().ToListAsync(ct), await coming.CountAsync(ct));
    }

    /// <summary>Meetings that a person attended, newest first.</summary>
    public async Task<Listed<MeetingRow>> AttendedBy(Guid person, int most, CancellationToken ct)
    {
        var attended = Live().Where(m => db.Set<Attendance>().Any(a => a.Meeting == m.Id && a.Person == person && a.Presence != Presence.Absent));
        return new(await attended.OrderByDescending(m => m.On).Take(most).Rows().ToListAsync(ct), await attended.CountAsync(ct));
    }

    /// <summary>The latest, newest first.</summary>
    public async Task<List<DecisionRow>> Latest(int most, CancellationToken ct)
    {
        var mask = await names.Mask(ct);
        return (await LiveDecisions().OrderByDescending(d => d.On).ThenBy(d => d.Meeting).ThenBy(d => d.Position).Take(most).Rows(db).ToListAsync(ct)).ConvertAll(d => d.Without(mask));
    }

    /// <summary>A body's meetings, newest first.</summary>
    public async Task<Listed<MeetingRow>> OfBody(Guid body, int most, CancellationToken ct)
    {
        var meetings = Live().Where(m => m.Body == body);
        return new(await meetings.OrderByDescending(m => m.On).ThenBy(m => m.Id).Take(most).Rows().ToListAsync(ct), await meetings.CountAsync(ct));
    }

    /// <summary>How often a body has met: the recorded meetings of each year, the latest year first.</summary>
    public Task<List<Counted<int>>> Rhythm(Guid body, CancellationToken ct) =>
        Live().Where(m => m.Body == body && m.InRecordSince != null).GroupBy(m => m.On.Year).OrderByDescending(g => g.Key).Select(g => new Counted<int>(g.Key, g.Count())).ToListAsync(ct);

    /// <summary>The organisations that were at a meeting with the most people first, and how many people they had there.</summary>
    public async Task<IReadOnlyList<Counted<Guid>>> Present(Guid meeting, CancellationToken ct) =>
        [.. (await db.Set<Attendance>().Where(a => a.Meeting == meeting && a.Presence != Presence.Absent && a.Organisation != null)
            .GroupBy(a => a.Organisation!.Value).Select(g => new Counted<Guid>(g.Key, g.Count())).ToListAsync(ct)).OrderByDescending(c => c.Count)];

    /// <summary>The decisions of some meetings, in their order.</summary>
    public async Task<List<DecisionRow>> DecisionsOf(IReadOnlyList<Guid> meetings, CancellationToken ct)
    {
        var mask = await names.Mask(ct);
        return (await LiveDecisions().Where(d => meetings.Contains(d.Meeting)).OrderBy(d => d.On).ThenBy(d => d.Position).Rows(db).ToListAsync(ct)).ConvertAll(d => d.Without(mask));
    }

    /// <returns>Null when there is no such decision in the register.</returns>
    public async Task<(DecisionRow Row, Guid? Document, Span Source)?> Decision(Guid id, CancellationToken ct)
    {
        if (await LiveDecisions().Where(d => d.Id == id).Rows(db).SingleOrDefaultAsync(ct) is not { } row)
            return null;
        var source = await db.Set<Decision>().Where(d => d.Id == id).Select(d => d.Source).SingleAsync(ct);
        return (row.Without(await names.Mask(ct)), await db.Set<Meeting>().Where(m => m.Id == row.Meeting).Select(m => m.Document).SingleAsync(ct), source);
    }

    /// <summary>A meeting as it may be shown anywhere, sent and published: without the names of those with protected identity.</summary>
    /// <returns>Null when there is no such meeting in the register.</returns>
    public async Task<MeetingView?> Meeting(Guid id, CancellationToken ct) => (await OnItsPage(id, ct))?.Without(await names.Mask(ct));

    /// <summary>A meeting as its minutes have it: for its own page alone.</summary>
    public async Task<MeetingView?> OnItsPage(Guid id, CancellationToken ct) =>
        await Live().Where(m => m.Id == id).WithFacts().SingleOrDefaultAsync(ct) is { } meeting ? meeting.View() : null;

    IQueryable<Meeting> Live() => db.Set<Meeting>().Live();

    IQueryable<Decision> LiveDecisions() => db.Set<Decision>().Live(db);
}

/// <summary>How lists and registers read meetings and decisions.</summary>
static class MeetingQueries
{
    // Of those that are withdrawn, which are few: whether its meeting is live would look at every decision's meeting.
    public static IQueryable<Decision> Live(this IQueryable<Decision> decisions, SamverkDb db)
    {
        var withdrawn = db.Set<Withdrawal>().Select(w => w.Meeting);
        return decisions.Where(d => !withdrawn.Contains(d.Meeting));
    }

    public static IQueryable<MeetingRow> Rows(this IQueryable<Meeting> meetings) =>
        meetings.Select(m => new MeetingRow(m.Id, m.Body, m.On, m.Start, m.End, m.Place, m.Format,
            m.CancelledAt != null ? MeetingState.Cancelled : m.Publication != null ? MeetingState.Published : m.InRecordSince != null ? (m.Document != null ? MeetingState.Recorded : MeetingState.Adjusted)
            : m.FrozenAs != null ? MeetingState.Adjusting : m.EndedAt != null ? MeetingState.Held : m.StartedAt != null ? MeetingState.Running : m.CalledAt != null ? MeetingState.Called : MeetingState.Planned, m.Decisions.Count));

    public static IQueryable<DecisionRow> Rows(this IQueryable<Decision> decisions, SamverkDb db) =>
        decisions.Select(d => new DecisionRow(d.Id, d.Number, d.Meeting, d.Body, d.On, d.Item,
            db.Set<AgendaItem>().Where(i => i.Meeting == d.Meeting && i.Number == d.Item && d.Item != null).Select(i => i.Title).FirstOrDefault(), d.Text, d.Outcome));
}

static class MeetingViews
{
    public static IQueryable<Meeting> WithFacts(this IQueryable<Meeting> meetings) =>
        meetings.Include(m => m.Attendance).Include(m => m.Items).Include(m => m.Decisions).Include(m => m.Questions).Include(m => m.ProposedItems).Include(m => m.Attachments);

    /// <summary>All of a meeting that was loaded with its facts.</summary>
    public static MeetingView View(this Meeting m) =>
        new(m.Id, m.Body, m.On, m.Start, m.End, m.Place, m.Format, m.MinutesKind, m.CaseNumber, m.Chair, m.Secretary, m.Adjusters, m.AdjustedOn, m.Document, m.State,
            [.. m.Attendance.OrderBy(a => a.Position).Select(a => new AttendanceRow(a.Name, a.Person, a.OrganisationName, a.Organisation, a.Role, a.Presence, a.Digital, a.Note))],
            [.. m.Items.OrderBy(i => i.Position).Select(i => new ItemRow(i.Number, i.Title, i.Presenters, i.Source))],
            [.. m.Decisions.OrderBy(d => d.Position).Select(d => new SourcedDecision(d.Id, d.Number, d.Item, d.Text, d.Outcome, d.Source))],
            [.. m.Questions.OrderBy(q => q.Position).Select(q => new QuestionRow(q.Item, q.Text, q.Answers, q.Comments, q.Source))],
            [.. m.ProposedItems.OrderBy(p => p.Position).Select(p => new SourcedText(null, p.Text, p.Source))],
            [.. m.Attachments.OrderBy(a => a.Position).Select(a => new SourcedText(a.Item, a.Name, a.Source))]) { CancelledFor = m.CancelledFor };
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

    public static string Words(this MeetingState state) => state switch
    {
        MeetingState.Planned => "Planerat",
        MeetingState.Called => "Kallat",
        MeetingState.Running => "Pågår",
        MeetingState.Held => "Hållet",
        MeetingState.Adjusting => "Justeras",
        MeetingState.Adjusted => "Justerat",
        MeetingState.Published => "Publicerat",
        MeetingState.Recorded => "Inläst",
        MeetingState.Cancelled => "Inställt",
        MeetingState.Withdrawn => "Borttaget ur registret",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
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
