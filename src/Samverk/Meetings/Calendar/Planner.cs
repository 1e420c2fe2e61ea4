using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Calendar;

/// <summary>What the days of a rule meet with: a holiday, a meeting that the body has already, and meetings of other bodies.</summary>
/// <param name="Known">The body's own meeting that day.</param>
/// <param name="Others">Short names of other bodies that meet that day.</param>
public sealed record ForeseenDay(DateOnly Day, Holiday? Holiday, Guid? Known, IReadOnlyList<string> Others)
{
    /// <summary>Nothing speaks against it.</summary>
    public bool IsFree => Holiday is null && Known is null;
}

/// <param name="On">Another day than the rule's when it is moved; null when it is skipped.</param>
public sealed record ChosenDay(DateOnly Day, DateOnly? On);

/// <summary>Plans a body's coming meetings: series and single ones, moved and called off.</summary>
public sealed class Planner(SamverkDb db, Work work, AreaDirectory directory, TimeProvider clock)
{
    const int YearsAhead = 4;

    /// <summary>The days of a rule with what each meets with.</summary>
    public async Task<IReadOnlyList<ForeseenDay>> Foresee(Guid body, SeriesRule rule, CancellationToken ct)
    {
        var days = rule.Days();
        var meetings = (await db.Set<Meeting>().Live().Where(m => m.CancelledAt == null && m.On >= rule.From && m.On <= rule.To).Select(m => new { m.Id, m.Body, m.On }).ToListAsync(ct)).ToLookup(m => m.On);
        var names = (await directory.Bodies(ct)).ToDictionary(b => b.Id, b => b.ShortName);
        return
        [
            .. days.Select(day => new ForeseenDay(day, SwedishHolidays.On(day), meetings[day].FirstOrDefault(m => m.Body == body)?.Id,
                [.. meetings[day].Where(m => m.Body != body).Select(m => names.GetValueOrDefault(m.Body, "–")).Distinct().Order(Swedish.Names)])),
        ];
    }

    /// <summary>Plans a meeting on each day that was chosen, and remembers those that were skipped or moved.</summary>
    /// <param name="time">Of each meeting; its day is of no matter.</param>
    public Task<Refusal?> Make(Guid body, SeriesRule rule, MeetingTime time, IReadOnlyList<ChosenDay> days, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(by.May(Permission.Plan, new(Body: body)) ?? rule.Fault() ?? Fault(time));
        var of = await Body(body, ct);
        var held = days.Where(d => d.On is not null).ToList();
        Refusal.Heed(days.Select(d => d.Day).SequenceEqual(rule.Days()) ? null : new("series-changed", "Dagarna har ändrats sedan du såg dem. Se dem igen och skapa sedan."));
        Refusal.Heed(held.Count == 0 ? new("series-empty", "Ingen dag är vald. Välj minst en.") : null);
        Refusal.Heed(held.DistinctBy(d => d.On).Count() == held.Count ? null : new("day-twice", "Två av mötena är samma dag. Flytta ett av dem, eller hoppa över det."));
        var series = db.Add(new MeetingSeries(of, rule, clock.Now(), by.Person)).Entity;
        foreach (var day in days)
            if (day.On is { } on)
                series.Held(day.Day, await Plan(of, time with { On = on }, by, ct));
            else
                series.Skipped(day.Day);
        series.Made();
    }, ct);

    /// <summary>Plans one meeting.</summary>
    public async Task<(Guid Meeting, Refusal? Refusal)> Plan(Guid body, MeetingTime time, Actor by, CancellationToken ct)
    {
        Guid planned = default;
        var refusal = await work.Do(async () =>
        {
            Refusal.Heed(by.May(Permission.Plan, new(Body: body)) ?? Fault(time));
            planned = (await Plan(await Body(body, ct), time, by, ct)).Id;
        }, ct);
        return (planned, refusal);
    }

    /// <summary>Moves a coming meeting to another day, time or place.</summary>
    public Task<Refusal?> Move(Guid meeting, MeetingTime to, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        var moved = await One(meeting, by, ct);
        Refusal.Heed(Fault(to));
        if (to.On != moved.On)
            Refusal.Heed(await Taken(moved.Body, to.On, ct));
        moved.Replan(Tidy(to), clock.Now(), by.Person);
    }, ct);

    /// <summary>Calls off a coming meeting.</summary>
    public Task<Refusal?> Cancel(Guid meeting, string reason, Actor by, CancellationToken ct) => work.Do(async () =>
        (await One(meeting, by, ct)).Cancel(reason, clock.Now(), by.Person), ct);

    async Task<Meeting> Plan(BodyInfo body, MeetingTime time, Actor by, CancellationToken ct)
    {
        Refusal.Heed(await Taken(body.Id, time.On, ct));
        return db.Add(Meeting.Plan(body, Tidy(time), clock.Now(), by.Person)).Entity;
    }

    async Task<Refusal?> Taken(Guid body, DateOnly day, CancellationToken ct) =>
        await db.Set<Meeting>().Live().AnyAsync(m => m.Body == body && m.On == day && m.CancelledAt == null, ct)
            ? new("same-day", $"Organet har redan ett möte {day.InWords()}. Välj en annan dag.") : null;

    async Task<Meeting> One(Guid id, Actor by, CancellationToken ct)
    {
        var meeting = await db.Set<Meeting>().Live().AsTracking().SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw new RefusedException(new("no-meeting", "Mötet finns inte i registret."));
        Refusal.Heed(by.May(Permission.Plan, new(Body: meeting.Body)));
        return meeting;
    }

    async Task<BodyInfo> Body(Guid id, CancellationToken ct) => await directory.Body(id, ct) ?? throw new RefusedException(new("body-missing", "Organet finns inte. Läs om sidan."));

    Refusal? Fault(MeetingTime time) =>
        time.End <= time.Start ? new("time-reversed", "Mötet slutar innan det börjar. Rätta en av tiderna.")
        : time is { Start: null, End: not null } ? new("time-missing", "Skriv när mötet börjar.")
        : time.On > clock.Today().AddYears(YearsAhead) ? new("days-odd", $"Dagen är mer än {SwedishText.Word(YearsAhead)} år fram i tiden. Rätta den.")
        : TextRules.OneLine(time.Place, "Platsen");

    static MeetingTime Tidy(MeetingTime time) => time with { Place = TextRules.Trimmed(time.Place) };
}
