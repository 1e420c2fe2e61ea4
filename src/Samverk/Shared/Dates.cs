using System.Globalization;

namespace Samverk.Shared;

/// <summary>A day, or a month where only the month is known: '2021-09-30', '2021-10'.</summary>
/// <param name="Text">ISO 8601 as recorded.</param>
/// <param name="Last">The day itself, or the month's last day: after it the thing is overdue.</param>
public sealed record DayOrMonth(string Text, DateOnly Last)
{
    /// <returns>Null when the text is neither a day nor a month.</returns>
    public static DayOrMonth? Parse(string? text)
    {
        var trimmed = text?.Trim();
        if (DateOnly.TryParseExact(trimmed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new(trimmed!, day);
        if (DateOnly.TryParseExact(trimmed + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return new(trimmed!, month.AddMonths(1).AddDays(-1));
        return null;
    }
}

/// <summary>Dates and times as Swedish readers meet them.</summary>
public static class Dates
{
    static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>An instant as a Swedish local time.</summary>
    public static DateTime Local(this DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Stockholm).DateTime;

    /// <summary>The Swedish day of now.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().Local());

    /// <summary>Now, cut to whole milliseconds so that both databases give back what they got.</summary>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow().ToUniversalTime();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }

    /// <summary>The instant that a Swedish day begins.</summary>
    public static DateTimeOffset Begins(this DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Stockholm.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>A Swedish local time as an instant, with the offset that holds then.</summary>
    public static DateTimeOffset At(this DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new(local, Stockholm.GetUtcOffset(local));
    }

    /// <summary>'11 september 2026 kl. 9.30', an instant as Swedish readers meet it.</summary>
    public static string InTime(this DateTimeOffset at) => $"{DateOnly.FromDateTime(at.Local()).InWords()} kl. {SwedishText.Clock(TimeOnly.FromDateTime(at.Local()))}";

    /// <summary>'11 september 2026'.</summary>
    public static string InWords(this DateOnly day) => SwedishText.InText(day);

    /// <summary>'2026-09-11'.</summary>
    public static string Iso(this DateOnly day) => SwedishText.Iso(day);

    /// <summary>'9.30–12.00', '9.30' or an empty text.</summary>
    public static string Span(TimeOnly? start, TimeOnly? end) => (start, end) switch
    {
        (null, _) => "",
        ({ } from, null) => SwedishText.Clock(from),
        ({ } from, { } to) => SwedishText.Clock(from, to),
    };
}
