using System.Globalization;

namespace Samverk.Shared;

/// <summary>How dates, times and numbers are written for people, alike on every machine and in every culture.</summary>
public static class SwedishText
{
    static readonly string[] Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    static readonly string[] Weekdays = ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"];

    static readonly string[] Numbers =
        ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];

    static readonly NumberFormatInfo ThinGrouping = new() { NumberGroupSeparator = "\u202F", NumberGroupSizes = [3] };

    /// <summary>2026-09-11, for tables and machines.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>11 september 2026, for running text.</summary>
    public static string InText(DateOnly date) => $"{date.Day} {Month(date)} {date.Year}";

    /// <summary>Fredag 11 september 2026, to begin a line with.</summary>
    public static string WithWeekday(DateOnly date) => $"{Capital(Weekday(date))} {InText(date)}";

    /// <summary>september</summary>
    public static string Month(DateOnly date) => Months[date.Month - 1];

    /// <summary>fredag</summary>
    public static string Weekday(DateOnly date) => Weekday(date.DayOfWeek);

    /// <summary>fredag</summary>
    public static string Weekday(DayOfWeek day) => Weekdays[(int)day];

    /// <summary>9.30</summary>
    public static string Clock(TimeOnly time) => time.ToString("H.mm", CultureInfo.InvariantCulture);

    /// <summary>9.30–12.00</summary>
    public static string Clock(TimeOnly from, TimeOnly to) => $"{Clock(from)}–{Clock(to)}";

    /// <summary>1 240 500, grouped by narrow spaces that don't break.</summary>
    public static string Figure(long number) => number.ToString("N0", ThinGrouping);

    /// <summary>Numbers up to twelve in words, as running text has them; figures above. One is neuter, 'ett'.</summary>
    public static string Word(int number) => number is >= 0 and <= 12 ? Numbers[number] : Figure(number);

    /// <summary>'Anna, Bo och Cajsa'.</summary>
    public static string Enumerate(IReadOnlyList<string> words) => words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} och {words[^1]}";

    /// <summary>The same words with a small first letter, to stand within a sentence.</summary>
    public static string Small(string words) =>
        words.Length == 0 ? words : string.Concat(char.ToLowerInvariant(words[0]).ToString(), words.AsSpan(1));

    /// <summary>The same words with a capital first letter.</summary>
    public static string Capital(string words) =>
        words.Length == 0 ? words : string.Concat(char.ToUpperInvariant(words[0]).ToString(), words.AsSpan(1));
}
