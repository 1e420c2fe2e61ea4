using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>How a day is told without its number.</summary>
enum DayRule { None, Last, Midsummer, Easter, Week }

/// <summary>Days told by the calendar: 'sista februari', 'före midsommar', 'månadsskiftet mars/april', 'v 12', 'Q2'.</summary>
static partial class RelativeDates
{
    const string Months = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december";

    [GeneratedRegex(
        $@"\b(?:sista|siste)\s+(?:dagen\s+(?:i\s+)?)?(?<last>{Months})\b(?:\s+(?<y>20[0-9][0-9])\b)?|\b(?:utgången|slutet)\s+av\s+(?<last>{Months})\b(?:\s+(?<y>20[0-9][0-9])\b)?" +
        $@"|\bmånadsskiftet\b(?:\s+(?<shift>{Months})\s*[-–/]\s*(?:{Months})\b)?(?:\s+(?<y>20[0-9][0-9])\b)?" +
        $@"|\b(?<met>{Months})(?:mötet|sammanträdet|träffen|rådslaget|rådet)\b" +
        @"|\b(?<summer>midsommar(?:helgen|afton)?)\b|\b(?<easter>påsk(?:en|helgen)?)\b|\b(?<christmas>jul(?:en|helgen|afton|uppehållet|ledigheten)?)\b" +
        @"|\b(?:vecka|v\.?)\s?(?<wk>[0-9]{1,2})\b(?:\s*(?:,\s*)?(?<y>20[0-9][0-9])\b)?" +
        @"|\b(?:kvartal\s+(?<q>[1-4])|q(?<q>[1-4])|(?<qw>första|andra|tredje|fjärde)\s+kvartalet)\b(?:\s+(?<y>20[0-9][0-9])\b)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Matching.TimeLimit)]
    static partial Regex Told { get; }

    static readonly System.Buffers.SearchValues<string> Hints = System.Buffers.SearchValues.Create(["möte", "sammanträde", "träffen", "rådslag", "sist", "utgången", "slutet av", "månadsskiftet", "midsommar", "påsk", "jul", "vecka", "v.", "v ", "kvartal", "q1", "q2", "q3", "q4", "v1", "v2", "v3", "v4", "v5"], StringComparison.OrdinalIgnoreCase);

    /// <summary>All dates of a text, those told by the calendar among them, in order.</summary>
    public static IReadOnlyList<WrittenDate> In(string text, int start = 0, int? end = null) => With(Dates.In(text, start, end), text, start, end ?? text.Length);

    /// <summary>The dates of a text and those told by the calendar, in order.</summary>
    public static IReadOnlyList<WrittenDate> With(IReadOnlyList<WrittenDate> dates, string text, int start, int end)
    {
        var to = Math.Min(end, start + Sentence.Longest);
        if (start >= to || !text.AsSpan(start, to - start).ContainsAny(Hints))
            return dates;
        List<WrittenDate>? all = null;
        for (var m = Told.Match(text[start..to]); m.Success; m = m.NextMatch())
            if (Read(m, start) is { } date)
            {
                all ??= [.. dates];
                all.RemoveAll(d => d.Start < date.End && date.Start < d.End);
                all.Add(date);
            }
        all?.Sort((a, b) => a.Start.CompareTo(b.Start));
        return all ?? dates;
    }

    static WrittenDate? Read(Match m, int from)
    {
        WrittenDate Make(int month, int? day, DayRule rule) => new(from + m.Index, from + m.Index + m.Length, Dates.Year(m, "y"), month, day, null, rule);
        if (m.Groups["last"].Success)
            return Make(Dates.Month(m.Groups["last"].Value), 31, DayRule.Last);
        if (m.Groups["shift"].Success)
            return Make(Dates.Month(m.Groups["shift"].Value), 31, DayRule.Last);
        if (m.Groups["met"].Success)
            return Make(Dates.Month(m.Groups["met"].Value), null, DayRule.None);
        if (m.Groups["summer"].Success)
            return Make(6, 19, DayRule.Midsummer);
        if (m.Groups["easter"].Success)
            return Make(4, 1, DayRule.Easter);
        if (m.Groups["christmas"].Success)
            return Make(12, 24, DayRule.None);
        if (m.Groups["wk"].Success)
            return Dates.Int(m, "wk") is > 0 and < 54 and var week ? Make(week, 1, DayRule.Week) : null;
        if (m.Groups["q"].Success || m.Groups["qw"].Success)
            return Make(3 * Quarter(m), 31, DayRule.Last);
        return Make(0, 31, DayRule.Last);
    }

    static int Quarter(Match m) => m.Groups["q"].Success ? Dates.Int(m, "q") : m.Groups["qw"].Value.ToLowerInvariant() switch { "första" => 1, "andra" => 2, "tredje" => 3, _ => 4 };

    /// <summary>The day in a year, seen from a meeting's day (month 0 is the meeting's own month).</summary>
    public static DateOnly On(WrittenDate date, int year, DateOnly? seen)
    {
        var month = date.Month == 0 ? seen?.Month ?? 12 : date.Month;
        return date.Rule switch
        {
            DayRule.Last => new(year, month, DateTime.DaysInMonth(year, month)),
            DayRule.Midsummer => FridayFrom(new(year, 6, 19)),
            DayRule.Easter => Easter(year),
            DayRule.Week => new DateOnly(year, 1, 4) is var fourth ? fourth.AddDays(7 * (date.Month - 1) + 4 - ((int)fourth.DayOfWeek + 6) % 7) : default,
            _ => new(year, month, date.Day ?? 1),
        };
    }

    static DateOnly FridayFrom(DateOnly day) => day.AddDays(((int)DayOfWeek.Friday - (int)day.DayOfWeek + 7) % 7);

    /// <summary>Easter Sunday of the Gregorian calendar (Meeus).</summary>
    static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        return new(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    }
}
