using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings.Calendar;

/// <summary>Meetings that were planned together by one rule, with its exceptions: the days that were skipped or moved.</summary>
internal sealed class MeetingSeries : Remembering, IInArea
{
    readonly List<SeriesDay> days = [];

    MeetingSeries() { }

    public MeetingSeries(BodyInfo body, SeriesRule rule, DateTimeOffset at, Guid by)
    {
        (Area, Body, At, By) = (body.Area, body.Id, at, by);
        (Kind, Weekday, Every, Nth, From, To) = (rule.Kind, rule.Weekday, rule.Every, rule.Nth, rule.From, rule.To);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Body { get; private set; }
    public SeriesKind Kind { get; private set; }
    public DayOfWeek Weekday { get; private set; }
    public int Every { get; private set; }
    public int Nth { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid By { get; private set; }
    public IReadOnlyList<SeriesDay> Days => days;

    public SeriesRule Rule() => new(Kind, Weekday, Every, Nth, From, To);

    public void Held(DateOnly day, Meeting meeting) => days.Add(new(this, day, meeting.Id));

    public void Skipped(DateOnly day) => days.Add(new(this, day, null));

    public void Made() => Remember(new SeriesMade(Body, Id, Rule().Words, days.Count(d => d.Meeting is not null), At, By));
}

/// <summary>A day of a series: the meeting that was planned for it, that day or another; null when it was skipped.</summary>
internal sealed class SeriesDay : IInArea
{
    SeriesDay() { }

    public SeriesDay(MeetingSeries series, DateOnly day, Guid? meeting) => (Area, Series, Day, Meeting) = (series.Area, series.Id, day, meeting);

    public Guid Area { get; private set; }
    public Guid Series { get; private set; }
    /// <summary>As the rule gave it.</summary>
    public DateOnly Day { get; private set; }
    public Guid? Meeting { get; private set; }
}
