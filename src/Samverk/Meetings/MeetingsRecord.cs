using Microsoft.EntityFrameworkCore;
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
        Live().Where(m => m.Body == body && m.On == on && m.Document != null)
            .Select(m => new KnownMeeting(m.Id, m.Body, m.On, m.Document)).FirstOrDefaultAsync(ct);

    /// <summary>The body that met.</summary>
    public Task<Guid> BodyOf(Guid meeting, CancellationToken ct) => db.Set<Meeting>().Where(m => m.Id == meeting).Select(m => m.Body).SingleAsync(ct);

    /// <summary>The recorded meetings of a body by day.</summary>
    public Task<Dictionary<DateOnly, Guid>> RecordedDays(Guid body, CancellationToken ct) =>
        Live().Where(m => m.Body == body && m.Document != null).ToDictionaryAsync(m => m.On, m => m.Id, ct);

    /// <summary>Puts confirmed minutes into the record, with the meetings that they announce.</summary>
    /// <returns>The meeting's id.</returns>
    public async Task<Guid> Record(BodyInfo body, RecordedMinutes minutes, DateTimeOffset at, Guid? by, CancellationToken ct)
    {
        Refusal.Heed(await Recorded(body.Id, minutes.On, ct) is null ? null
            : new("same-meeting", $"Mötet i {body.Name} {minutes.On.InWords()} finns redan i registret."));
        var (first, last) = (new DateOnly(minutes.On.Year, 1, 1), new DateOnly(minutes.On.Year, 12, 31));
        var running = await db.Set<Decision>().Where(d => d.Body == body.Id && d.On >= first && d.On <= last).MaxAsync(d => (int?)d.Running, ct) ?? 0;
        var meeting = Meeting.Record(body, minutes, running, at, by);
        db.Add(meeting);
        foreach (var planned in await db.Set<Meeting>().AsTracking().Where(m => m.Body == body.Id && m.On == minutes.On && m.Document == null && m.Withdrawal == null).ToListAsync(ct))
            planned.Replace(meeting);
        foreach (var next in minutes.NextMeetings.Where(n => n.On > minutes.On).DistinctBy(n => n.On))
            await PlanUnlessKnown(body, next.On, next.Start, next.End, next.Place, at, by, ct, meeting.Id);
        return meeting.Id;
    }

    /// <summary>Puts a coming meeting into the calendar, unless the body already has one that day.</summary>
    public async Task PlanUnlessKnown(BodyInfo body, DateOnly on, TimeOnly? start, TimeOnly? end, string? place, DateTimeOffset at, Guid? by, CancellationToken ct, Guid? announcedBy = null)
    {
        if (!await Live().AnyAsync(m => m.Body == body.Id && m.On == on, ct))
            db.Add(Meeting.Plan(body, on, start, end, place, announcedBy, at, by));
    }

    /// <summary>Takes a recorded meeting out of the registers, with the meetings that only it announced.</summary>
    public async Task Withdraw(Guid id, DateTimeOffset at, Guid? by, CancellationToken ct)
    {
        var meetings = await db.Set<Meeting>().AsTracking().Where(m => (m.Id == id || m.AnnouncedBy == id) && m.Withdrawal == null).ToListAsync(ct);
        Refusal.Heed(meetings.Exists(m => m.Id == id) ? null : new("no-meeting", "Mötet finns inte i registret."));
        foreach (var meeting in meetings)
            meeting.Withdraw(at, by);
        foreach (var planned in await db.Set<Meeting>().AsTracking().Where(m => m.ReplacedBy == id).ToListAsync(ct))
            planned.PlannedAgain();
    }

    IQueryable<Meeting> Live() => db.Set<Meeting>().Live();
}

static class LiveMeetings
{
    /// <summary>The meetings that registers show: not undone, and not planned ones whose minutes are here.</summary>
    public static IQueryable<Meeting> Live(this IQueryable<Meeting> meetings) => meetings.Where(m => m.Withdrawal == null && m.ReplacedBy == null);
}
