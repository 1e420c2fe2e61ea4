using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Adjusting;
using Samverk.Meetings.Publishing;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings;

/// <summary>A meeting that is already in the record, shown instead of doubled.</summary>
public sealed record KnownMeeting(Guid Id, Guid Body, DateOnly On, Guid? Document);

/// <summary>What other rooms may ask of and put into the record of meetings. Verbs are called within a unit of work.</summary>
public sealed class MeetingsRecord(SamverkDb db)
{
    /// <summary>The recorded meeting of a body on a day, null when there is none.</summary>
    public Task<KnownMeeting?> Recorded(Guid body, DateOnly on, CancellationToken ct) =>
        Live().Where(m => m.Body == body && m.On == on && m.InRecordSince != null)
            .Select(m => new KnownMeeting(m.Id, m.Body, m.On, m.Document)).FirstOrDefaultAsync(ct);

    /// <summary>What stands in minutes that were adjusted here, without what is restricted: what other rooms make their own things of.</summary>
    public async Task<MinutesText> Adjusted(Guid text, CancellationToken ct) =>
        (db.Set<FrozenText>().Local.FirstOrDefault(t => t.Id == text) ?? await db.Set<FrozenText>().SingleAsync(t => t.Id == text, ct)).Text.Open();

    /// <summary>What the minutes of a meeting that is being put into the record put off. Within that unit of work.</summary>
    public IReadOnlyList<(Guid Id, string? Item, string Text, Span Source)> PutOffAt(Guid meeting) =>
        [.. (db.Set<Meeting>().Local.FirstOrDefault(m => m.Id == meeting)?.Decisions ?? []).Where(d => d.Outcome == DecisionOutcome.Deferral).Select(d => (d.Id, d.Item, d.Text, d.Source))];

    /// <summary>The body that met.</summary>
    public Task<Guid> BodyOf(Guid meeting, CancellationToken ct) => db.Set<Meeting>().Where(m => m.Id == meeting).Select(m => m.Body).SingleAsync(ct);

    /// <summary>The recorded meetings of a body by day.</summary>
    public Task<Dictionary<DateOnly, Guid>> RecordedDays(Guid body, CancellationToken ct) =>
        Live().Where(m => m.Body == body && m.InRecordSince != null).ToDictionaryAsync(m => m.On, m => m.Id, ct);

    /// <summary>Puts confirmed minutes into the record, with the meetings that they announce.</summary>
    /// <returns>The meeting's id.</returns>
    public async Task<Guid> Record(BodyInfo body, RecordedMinutes minutes, DateTimeOffset at, Guid? by, CancellationToken ct)
    {
        Refusal.Heed(await Recorded(body.Id, minutes.On, ct) is null ? null
            : new("same-meeting", $"Mötet i {body.Name} {minutes.On.InWords()} finns redan i registret."));
        var running = await db.LastRunning(body.Id, minutes.On.Year, ct);
        var meeting = Meeting.Record(body, minutes, running, at, by);
        db.Add(meeting);
        foreach (var planned in await db.Set<Meeting>().AsTracking().Where(m => m.Body == body.Id && m.On == minutes.On && m.InRecordSince == null && m.StartedAt == null && m.Withdrawal == null).ToListAsync(ct))
            planned.Replace(meeting);
        foreach (var next in minutes.NextMeetings.Where(n => n.On > minutes.On).DistinctBy(n => n.On))
            await Announce(body, meeting, next, at, by, ct);
        return meeting.Id;
    }

    /// <summary>Puts a coming meeting into the calendar by hand, unless the body already has one that day.</summary>
    public async Task PlanUnlessKnown(BodyInfo body, DateOnly on, TimeOnly? start, TimeOnly? end, string? place, DateTimeOffset at, Guid? by, CancellationToken ct)
    {
        if (!await Live().AnyAsync(m => m.Body == body.Id && m.On == on && m.CancelledAt == null, ct))
            db.Add(Meeting.Plan(body, on, start, end, place, isAnnounced: false, at, by));
    }

    async Task Announce(BodyInfo body, Meeting meeting, RecordedNextMeeting next, DateTimeOffset at, Guid? by, CancellationToken ct)
    {
        var coming = await Live().AsTracking().Where(m => m.Body == body.Id && m.On == next.On && m.CancelledAt == null).OrderBy(m => m.Id).FirstOrDefaultAsync(ct)
            ?? db.Add(Meeting.Plan(body, next.On, next.Start, next.End, next.Place, isAnnounced: true, at, by)).Entity;
        var announcement = db.Add(new Announcement(body.Area, coming.Id, meeting.Id, meeting.On, next.Start, next.End, next.Place)).Entity;
        // What was said later holds, whichever minutes were read in first.
        if (coming is { InRecordSince: null, StartedAt: null } && !await db.Set<Announcement>().AnyAsync(a => a.Meeting == coming.Id && a.AnnouncedOn > meeting.On, ct))
            coming.Heed(announcement, at, by);
    }

    /// <summary>Takes a recorded meeting out of the registers, with the meetings that only it announced.</summary>
    public async Task Withdraw(Guid id, DateTimeOffset at, Guid? by, CancellationToken ct)
    {
        var meeting = await db.Set<Meeting>().AsTracking().SingleOrDefaultAsync(m => m.Id == id && m.Withdrawal == null, ct)
            ?? throw new RefusedException(new("no-meeting", "Mötet finns inte i registret."));
        if (meeting.Publication is { } publication)
            meeting.Unpublish(await db.Set<Publication>().AsTracking().SingleAsync(p => p.Id == publication, ct), at, by);
        meeting.Withdraw(at, by);
        var announced = await (from a in db.Set<Announcement>()
                               where a.AnnouncedBy == id
                               from m in db.Set<Meeting>()
                               where m.Id == a.Meeting && m.IsAnnounced && m.Withdrawal == null
                               select m).AsTracking().ToListAsync(ct);
        foreach (var coming in announced)
            await Unannounce(coming, id, at, by, ct);
        foreach (var planned in await db.Set<Meeting>().AsTracking().Where(m => m.ReplacedBy == id).ToListAsync(ct))
            planned.PlannedAgain();
    }

    async Task Unannounce(Meeting coming, Guid undone, DateTimeOffset at, Guid? by, CancellationToken ct)
    {
        var left = await (from a in db.Set<Announcement>()
                          join m in db.Set<Meeting>() on a.AnnouncedBy equals m.Id
                          where a.Meeting == coming.Id && a.AnnouncedBy != undone && m.Withdrawal == null
                          orderby a.AnnouncedOn
                          select a).ToListAsync(ct);
        if (left.Count == 0)
            coming.Withdraw(at, by);
        else
            coming.HeedOnly(left, undone, at, by);
    }

    IQueryable<Meeting> Live() => db.Set<Meeting>().Live();
}

static class LiveMeetings
{
    /// <summary>The meetings that registers show: not undone, and not planned ones whose minutes are here.</summary>
    public static IQueryable<Meeting> Live(this IQueryable<Meeting> meetings) => meetings.Where(m => m.Withdrawal == null && m.ReplacedBy == null);
}
