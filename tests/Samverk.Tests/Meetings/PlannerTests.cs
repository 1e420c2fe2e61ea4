using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings;
using Samverk.Meetings.Calendar;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Organisations;

namespace Samverk.Tests.Meetings;

/// <summary>Series of meetings with their exceptions, single meetings, moved and called off.</summary>
[Trait("database", "both")]
public sealed class PlannerTests(WorldOnce once)
{
    static readonly SeriesRule FirstFridays = new(SeriesKind.Monthly, DayOfWeek.Friday, 1, 1, new(2027, 1, 1), new(2027, 6, 30));
    static readonly MeetingTime Morning = new(default, new(9, 30), new(12, 0), "Regionhuset Stenvalla", MeetingFormat.Hybrid);

    [Fact]
    public async Task A_series_foresees_holidays_and_meetings_and_is_made_with_days_skipped_and_moved()
    {
        await using var world = await once.Copy();
        var (secretary, body) = (await world.Actor("Maria Sandelin"), await world.Body("SR"));
        var foreseen = await world.In(s => s.GetRequiredService<Planner>().Foresee(body.Id, FirstFridays, default));
        Assert.Equal(["2027-01-01", "2027-02-05", "2027-03-05", "2027-04-02", "2027-05-07", "2027-06-04"], foreseen.Select(d => d.Day.Iso()));
        Assert.Equal("Nyårsdagen", foreseen[0].Holiday?.Name);
        Assert.False(foreseen[0].IsFree);
        ChosenDay[] chosen = [new(new(2027, 1, 1), new(2027, 1, 8)), .. foreseen.Skip(1).Select(d => new ChosenDay(d.Day, d.Day.Month == 6 ? null : d.Day))];
        Assert.Null(await world.Said<Planner>(p => p.Make(body.Id, FirstFridays, Morning, chosen, secretary, default)));
        var coming = (await world.In(s => s.GetRequiredService<MeetingsLists>().Coming(new(2027, 1, 1), body.Id, 20, default))).Rows.Where(m => m.On != new DateOnly(2027, 3, 12)).ToList();
        Assert.Equal(["2027-01-08", "2027-02-05", "2027-03-05", "2027-04-02", "2027-05-07"], coming.Select(m => m.On.Iso()));
        Assert.All(coming, m => Assert.Equal((new TimeOnly(9, 30), "Regionhuset Stenvalla", MeetingFormat.Hybrid), (m.Start, m.Place, m.Format)));
        Assert.Contains("Fem möten planerades i en serie: första fredagen varje månad", await world.Told(body.Id));
        var days = await world.In(s => s.GetRequiredService<SamverkDb>().Set<SeriesDay>().OrderBy(d => d.Day).ToListAsync());
        Assert.Equal([false, false, false, false, false, true], days.Select(d => d.Meeting is null));
        var again = await world.In(s => s.GetRequiredService<Planner>().Foresee(body.Id, FirstFridays, default));
        Assert.Equal(coming[1].Id, again[1].Known);
        Assert.Equal("same-day", await world.Said<Planner>(p => p.Make(body.Id, FirstFridays, Morning, chosen, secretary, default)));
    }

    [Fact]
    public async Task Only_those_who_keep_the_body_plan_its_meetings_and_only_as_they_can_be()
    {
        await using var world = await once.Copy();
        var (secretary, body) = (await world.Actor("Maria Sandelin"), await world.Body("SR"));
        var other = await world.Actor("Nadja Forsell");
        Task<string?> Plan(MeetingTime time, Actor by) => world.Said<Planner>(async p => (await p.Plan(body.Id, time, by, default)).Refusal);
        var day = Morning with { On = new(2027, 2, 5) };
        Assert.Equal("may-not-plan", await Plan(day, other));
        Assert.Equal("time-reversed", await Plan(day with { End = new(9, 0) }, secretary));
        Assert.Equal("time-missing", await Plan(day with { Start = null }, secretary));
        Assert.Equal("days-odd", await Plan(day with { On = new(2040, 2, 5) }, secretary));
        Assert.Equal("name-long", await Plan(day with { Place = new('p', 201) }, secretary));
        Assert.Null(await Plan(day, secretary));
        Assert.Equal("same-day", await Plan(day, secretary));
        var chosen = FirstFridays.Days().Select(d => new ChosenDay(d, d.Month == 3 ? new(2027, 4, 2) : d)).ToList();
        Assert.Equal("day-twice", await world.Said<Planner>(p => p.Make(body.Id, FirstFridays, Morning, chosen, secretary, default)));
        Assert.Equal("series-changed", await world.Said<Planner>(p => p.Make(body.Id, FirstFridays, Morning, chosen[1..], secretary, default)));
        Assert.Equal("series-empty", await world.Said<Planner>(p => p.Make(body.Id, FirstFridays, Morning, [.. FirstFridays.Days().Select(d => new ChosenDay(d, null))], secretary, default)));
        Assert.False(await world.In(s => s.GetRequiredService<SamverkDb>().Set<MeetingSeries>().AnyAsync()));
    }

    [Fact]
    public async Task A_meeting_is_moved_and_called_off_and_calendars_hear_of_real_changes_alone()
    {
        await using var world = await once.Copy();
        var (secretary, body) = (await world.Actor("Maria Sandelin"), await world.Body("SR"));
        var meeting = (await world.In(s => s.GetRequiredService<MeetingsLists>().Coming(new(2026, 12, 1), body.Id, 1, default))).Rows[0];
        var when = await When(world, meeting.Id);
        Assert.Null(await Move(world, meeting.Id, when.Time, secretary));
        Assert.Equal(0, (await When(world, meeting.Id)).Sequence);
        Assert.Null(await Move(world, meeting.Id, when.Time with { On = new(2026, 12, 18), Start = new(13, 0), End = new(15, 0) }, secretary));
        Assert.Equal((new DateOnly(2026, 12, 18), 1), ((await When(world, meeting.Id)).Time.On, (await When(world, meeting.Id)).Sequence));
        Assert.Equal("reason-missing", await world.Said<Planner>(p => p.Cancel(meeting.Id, " ", secretary, default)));
        Assert.Null(await world.Said<Planner>(p => p.Cancel(meeting.Id, "För få ärenden", secretary, default)));
        Assert.Equal("cancelled", await world.Said<Planner>(p => p.Cancel(meeting.Id, "Igen", secretary, default)));
        Assert.Equal("cancelled", await Move(world, meeting.Id, when.Time, secretary));
        Assert.Equal(2, (await When(world, meeting.Id)).Sequence);
        Assert.DoesNotContain((await world.In(s => s.GetRequiredService<MeetingsLists>().Coming(new(2026, 11, 24), body.Id, 20, default))).Rows, m => m.Id == meeting.Id);
        Assert.Equal(MeetingState.Cancelled, (await world.In(s => s.GetRequiredService<MeetingsLists>().OnItsPage(meeting.Id, default)))!.State);
        Assert.Equal(["Mötet 18 december 2026 ställdes in: För få ärenden"], (await world.Told(meeting.Id))[^1..]);
        // The day is free again, and what has been held stays where it was.
        Assert.Null(await world.Said<Planner>(async p => (await p.Plan(body.Id, Morning with { On = new(2026, 12, 18) }, secretary, default)).Refusal));
        var held = (await world.In(s => s.GetRequiredService<MeetingsLists>().OfBody(body.Id, 20, default))).Rows.First(m => m.IsRecorded);
        Assert.Equal("already-held", await Move(world, held.Id, Morning with { On = new(2027, 9, 1) }, secretary));
    }

    [Fact]
    public async Task A_year_shows_every_meeting_on_its_day_and_the_holidays()
    {
        await using var world = await once.Copy();
        var body = await world.Body("SR");
        var (all, ofBody) = (await world.In(s => s.GetRequiredService<CalendarLists>().Year(2026, null, default)), await world.In(s => s.GetRequiredService<CalendarLists>().Year(2026, body.Id, default)));
        Assert.Equal(all.Total, all.Rows.Sum(d => d.Meetings.Count));
        Assert.True(all.Total > ofBody.Total && ofBody.Total > 0);
        Assert.All(ofBody.Rows.SelectMany(d => d.Meetings.Select(m => (d.Day, Meeting: m))), m => Assert.Equal((body.Id, m.Day), (m.Meeting.Body, m.Meeting.On)));
        Assert.Equal(SwedishHolidays.Of(2026), ofBody.Rows.Select(d => d.Holiday).OfType<Holiday>());
        Assert.Equal(all.Rows.Select(d => d.Day).Order().Distinct(), all.Rows.Select(d => d.Day));
    }

    static Task<string?> Move(TestWorld world, Guid meeting, MeetingTime to, Actor by) => world.Said<Planner>(p => p.Move(meeting, to, by, default));

    static Task<(MeetingTime Time, int Sequence)> When(TestWorld world, Guid id) => world.In(async s =>
    {
        var meeting = await s.GetRequiredService<SamverkDb>().Set<Meeting>().SingleAsync(m => m.Id == id);
        return (meeting.When(), meeting.Sequence);
    });
}
