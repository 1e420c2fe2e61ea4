using Samverk.Shared;

namespace Samverk.Meetings.Calendar;

/// <summary>How a series returns: every so many weeks, or the nth weekday of every so many months.</summary>
public enum SeriesKind { Weekly, Monthly }

/// <summary>On which days a body meets, between two days.</summary>
/// <param name="Every">Every so many weeks or months.</param>
/// <param name="Nth">The first to the fourth such weekday of the month; <see cref="LastOfMonth"/> for the last. Of no matter for weeks.</param>
public sealed record SeriesRule(SeriesKind Kind, DayOfWeek Weekday, int Every, int Nth, DateOnly From, DateOnly To)
{
    public const int LastOfMonth = 5, MostDays = 120, MostEvery = 12;
    const int MostYears = 3;

    /// <summary>Its days in order; no more than <see cref="MostDays"/> + 1, so that one sees when there are too many.</summary>
    public IReadOnlyList<DateOnly> Days() => [.. (Kind == SeriesKind.Weekly ? Weeks() : Months()).Take(MostDays + 1)];

    /// <summary>Why there are no such days; null when there are.</summary>
    public Refusal? Fault() =>
        To < From ? new("days-reversed", "Sista dagen är före den första. Rätta en av dem.")
        : To > From.AddYears(MostYears) ? new("series-long", $"Serien är längre än {SwedishText.Word(MostYears)} år. Välj en tidigare sista dag.")
        : Every is < 1 or > MostEvery ? new("every-odd", $"Hur ofta är ett tal mellan 1 och {MostEvery}.")
        : !Enum.IsDefined(Weekday) || Nth is < 1 or > LastOfMonth ? new("weekday-missing", "Välj en veckodag.")
        : Days().Count == 0 ? new("series-empty", "Det finns ingen sådan dag i perioden. Välj andra dagar.")
        : Days().Count > MostDays ? new("series-many", $"Serien har fler än {MostDays} möten. Välj en kortare period.")
        : null;

    /// <summary>'varannan tisdag', 'andra fredagen var tredje månad'.</summary>
    public string Words => Kind == SeriesKind.Weekly
        ? $"{Often} {SwedishText.Weekday(Weekday)}"
        : $"{(Nth == LastOfMonth ? "sista" : Ordinals[Nth - 1])} {SwedishText.Weekday(Weekday)}en {Often} månad";

    static readonly string[] Ordinals = ["första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde", "elfte", "tolfte"];

    string Often => Every switch
    {
        1 => "varje",
        2 => "varannan",
        _ => $"var {Ordinals[Every - 1]}",
    };

    IEnumerable<DateOnly> Weeks()
    {
        for (var day = OnOrAfter(From); day <= To; day = day.AddDays(7 * Every))
            yield return day;
    }

    IEnumerable<DateOnly> Months()
    {
        for (var month = new DateOnly(From.Year, From.Month, 1); month <= To; month = month.AddMonths(Every))
            if (NthOf(month) is var day && day >= From && day <= To)
                yield return day;
    }

    DateOnly NthOf(DateOnly month) => Nth == LastOfMonth ? OnOrAfter(month.AddMonths(1)).AddDays(-7) : OnOrAfter(month).AddDays(7 * (Nth - 1));

    DateOnly OnOrAfter(DateOnly day) => day.AddDays(((int)Weekday - (int)day.DayOfWeek + 7) % 7);
}
