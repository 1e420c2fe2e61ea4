using System.Globalization;

namespace Samverk.Meetings.Calendar.Pages;

/// <summary>A series as the address of its page asks for it.</summary>
sealed record AskedSeries(string? Slag, int Vilken, int Veckodag, int Varje, DateOnly? Fran, DateOnly? Till, TimeOnly? Start, TimeOnly? End, string? Place, MeetingFormat? Format, bool IsAsked)
{
    /// <summary>Null while a day is lacking.</summary>
    public SeriesRule? Rule => Fran is { } from && Till is { } to ? new(Slag == "veckor" ? SeriesKind.Weekly : SeriesKind.Monthly, (DayOfWeek)Veckodag, Varje, Vilken, from, to) : null;

    /// <param name="minutes">How long a meeting is when no end is given.</param>
    public MeetingTime Time(int minutes) => new(default, Start, End ?? (Start?.AddMinutes(minutes) is { } end && end > Start ? end : null), Place, Format);

    public static AskedSeries From(IQueryCollection query, DateOnly today)
    {
        // What is proposed when nothing is asked: the rest of this year, or the next when little is left of it.
        var first = today.Month >= 10 ? new DateOnly(today.Year + 1, 1, 1) : today;
        var isAsked = query.ContainsKey("fran");
        return new(
            query["slag"], Number(query["vilken"]) ?? 2, Number(query["veckodag"]) ?? (int)DayOfWeek.Friday, Number(query["varje"]) ?? 1,
            isAsked ? Day(query["fran"]) : first, isAsked ? Day(query["till"]) : new DateOnly(first.Year, 12, 31),
            Clock(query["start"]), Clock(query["slut"]), query["plats"].ToString() is { Length: > 0 } place ? place : null,
            Enum.TryParse<MeetingFormat>(query["form"], out var format) && Enum.IsDefined(format) ? format : null, isAsked);
    }

    static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    static TimeOnly? Clock(string? text) => TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
