using System.Globalization;
using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>A date as the text gives it: parts may be missing.</summary>
/// <param name="Day">Null where only a month is named.</param>
readonly record struct WrittenDate(int Start, int End, int? Year, int Month, int? Day, DayOfWeek? Weekday, DayRule Rule = DayRule.None)
{
    /// <summary>ISO text, with the year given or that of the next occurrence from a meeting's day on.</summary>
    public string? Resolve(DateOnly? from)
    {
        if (Rule != DayRule.None)
            return Told(from);
        if (Year is { } year)
            return Iso(year);
        if (from is not { } day)
            return null;
        var passed = Month < day.Month || Month == day.Month && Day < day.Day;
        return Iso(passed ? day.Year + 1 : day.Year);
    }

    string? Told(DateOnly? from)
    {
        if (from is not { Year: > 1 and < 9998 } day || Year is < 1 or > 9998)
            return null;
        var on = RelativeDates.On(this, Year ?? day.Year, day);
        return (Year is null && on < day ? RelativeDates.On(this, day.Year + 1, day) : on).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public string? Iso(int year) => Day is not { } day ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{Month:00}")
        : year is > 0 and < 9999 && day <= DateTime.DaysInMonth(year, Month) ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{Month:00}-{day:00}") : null;

    public DateOnly? On(int year) => Day is { } day && year is > 0 and < 9999 && day <= DateTime.DaysInMonth(year, Month) ? new(year, Month, day) : null;
}

/// <summary>A clock time or span, <c>HH:MM</c>.</summary>
readonly record struct WrittenTime(int Start, int End, string From, string? To);

/// <summary>Finds dates and times as Swedish offices write them.</summary>
static partial class Dates
{
    const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    const string LongMonths = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december";
    const string Months = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|febr|feb|apr|jun|jul|aug|sept|sep|okt|nov|dec";

    [GeneratedRegex(
        @"\b(?<iy>(?:19|20)[0-9][0-9])[-./](?<im>[0-9][0-9]?)[-./](?<id>[0-9][0-9]?)\b" +
        @"|\b(?<cy>20[0-9][0-9])(?<cm>[01][0-9])(?<cd>[0-3][0-9])\b" +
        @"|\b(?<sy>[0-3][0-9])-?(?<sm>[01][0-9])-?(?<sd>[0-3][0-9])\b" +
        $@"|(?:\b(?<w>mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?\.?,?\s+)?(?:den\s+|d\.\s*)?\b(?<d>[0-9]{{1,2}})(?:\s*:?(?:e|a|:e|:a|:de)\b)?\.?(?:\s*[-–]\s*(?<d2>[0-9]{{1,2}}))?\s*(?<m>{Months})\b\.?(?:\s*(?:,\s*)?(?<y>(?:19|20)[0-9][0-9])\b)?" +
        @"|(?:\b(?<w>mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?\.?\s+)?(?:den\s+)?\b(?<sld>[0-9]{1,2})/(?<slm>[0-9]{1,2})(?:\s*(?:[-–/,]\s*)?(?<sly>20[0-9][0-9])\b)?" +
        $@"|\b(?<mo>{LongMonths})\b(?:\s*[-–]\s*(?<mo2>{LongMonths})\b)?(?:\s+(?<moy>20[0-9][0-9])\b)?" +
        @"|\b(?<ny>årsskiftet|årets slut|slutet (?:av|på) året|nyår)\b(?:\s+(?<nyy>20[0-9][0-9])\b)?" +
        @"|\b(?:vecka|v\.?)\s?(?<wk>[0-9]{1,2})\b(?:\s*(?:,\s*)?(?<wky>20[0-9][0-9])\b)?", Options, Matching.TimeLimit)]
    static partial Regex Date { get; }

    [GeneratedRegex(
        @"\b(?:kl(?:ockan)?\b\.?:?\s*)(?<h>[0-9]{1,2})(?:[.:](?<m>[0-9][0-9]))?(?:\s*(?:[-–—]|till|–|--)\s*(?:ca\.?\s*)?(?:kl(?:ockan)?\b\.?:?\s*)?(?<h2>[0-9]{1,2})(?:[.:](?<m2>[0-9][0-9]))?)?" +
        @"|\b(?<bh>[0-9]{1,2})[.:](?<bm>[0-9][0-9])(?:\s*(?:[-–—]|till|–|--)\s*(?:ca\.?\s*)?(?:kl(?:ockan)?\b\.?:?\s*)?(?<bh2>[0-9]{1,2})(?:[.:](?<bm2>[0-9][0-9]))?)?" +
        @"|\b(?<ch>[0-9]{1,2})\s*[-–—]\s*(?<ch2>[0-9]{1,2})(?:[.:](?<cm2>[0-9][0-9]))?\b", Options, Matching.TimeLimit)]
    static partial Regex Time { get; }

    /// <summary>Without one of these a text holds no date.</summary>
    static readonly System.Buffers.SearchValues<string> Hints = System.Buffers.SearchValues.Create(
        ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december", "årsskiftet", "årets slut", "slutet", "nyår"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What most sentences hold; nobody adds to it.</summary>
    static readonly List<WrittenDate> None = [];

    public static List<WrittenDate> In(string text, int start = 0, int? end = null)
    {
        var (from, to) = (start, Math.Min(end ?? text.Length, start + Sentence.Longest));
        if (from >= to || !text.AsSpan(from, to - from).ContainsAny(Hints))
            return None;
        var found = new List<WrittenDate>();
        var part = text[from..to];
        for (var match = Date.Match(part); match.Success; match = match.NextMatch())
            if (Read(match, from) is { } date)
                found.Add(date);
        return found;
    }

    static WrittenDate? Read(Match m, int from)
    {
        var (start, end) = (from + m.Index, from + m.Index + m.Length);
        WrittenDate? Make(int? year, int month, int? day) =>
            month is < 1 or > 12 || day is < 1 or > 31 ? null : new(start, end, year, month, day, Weekday(m));
        if (m.Groups["iy"].Success)
            return Make(Int(m, "iy"), Int(m, "im"), Int(m, "id"));
        if (m.Groups["cy"].Success)
            return Make(Int(m, "cy"), Int(m, "cm"), Int(m, "cd"));
        if (m.Groups["sy"].Success)
            return Make(2000 + Int(m, "sy"), Int(m, "sm"), Int(m, "sd"));
        if (IsName(m.Groups["m"]) || IsName(m.Groups["mo"]))
            return null;
        if (m.Groups["d"].Success)
            return Make(Year(m, "y"), Month(m.Groups["m"].Value), Int(m, "d"));
        if (m.Groups["sld"].Success)
            return Make(Year(m, "sly"), Int(m, "slm"), Int(m, "sld"));
        if (m.Groups["mo"].Success)
            return Make(Year(m, "moy"), Month(m.Groups["mo2"].Success ? m.Groups["mo2"].Value : m.Groups["mo"].Value), null);
        if (m.Groups["ny"].Success)
            return Make(Year(m, "nyy") - 1, 12, 31);
        return null;
    }

    /// <summary>'Jan', 'Maj' and 'April' with a capital are people.</summary>
    static bool IsName(Group month) => month.Success && month.Value is "Jan" or "Maj" or "April" or "Juni" or "Mar";

    static DayOfWeek? Weekday(Match m) => !m.Groups["w"].Success ? null : m.Groups["w"].Value.ToLowerInvariant() switch
    {
        "mån" => DayOfWeek.Monday,
        "tis" => DayOfWeek.Tuesday,
        "ons" => DayOfWeek.Wednesday,
        "tors" => DayOfWeek.Thursday,
        "fre" => DayOfWeek.Friday,
        "lör" => DayOfWeek.Saturday,
        _ => DayOfWeek.Sunday,
    };

    public static int Int(Match m, string group) => int.Parse(m.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    public static int? Year(Match m, string group) => m.Groups[group].Success ? Int(m, group) : null;

    public static int Month(string name) => name.ToLowerInvariant()[..3] switch
    {
        "jan" => 1,
        "feb" => 2,
        "mar" => 3,
        "apr" => 4,
        "maj" => 5,
        "jun" => 6,
        "jul" => 7,
        "aug" => 8,
        "sep" => 9,
        "okt" => 10,
        "nov" => 11,
        _ => 12,
    };

    /// <summary>Times in a text; a bare '13-16' counts only where <paramref name="bare"/> says that a time is meant.</summary>
    public static List<WrittenTime> TimesIn(string text, int start = 0, int? end = null, bool bare = false)
    {
        var found = new List<WrittenTime>();
        var to = Math.Min(end ?? text.Length, start + Sentence.Longest);
        if (start >= to)
            return found;
        var part = text[start..to];
        if (!part.AsSpan().ContainsAnyInRange('0', '9'))
            return found;
        for (var m = Time.Match(part); m.Success; m = m.NextMatch())
        {
            var key = m.Groups["h"].Success ? "h" : m.Groups["bh"].Success ? "bh" : "ch";
            if (key == "ch" && !bare)
                continue;
            var minutes = key.Replace('h', 'm');
            if (Clock(m, key, minutes) is { } from)
                found.Add(new(start + m.Index, start + m.Index + m.Length, from, Clock(m, key + "2", minutes + "2")));
        }
        return found;
    }

    static string? Clock(Match m, string hours, string minutes)
    {
        if (!m.Groups[hours].Success)
            return null;
        var (h, min) = (Int(m, hours), m.Groups[minutes].Success ? Int(m, minutes) : 0);
        return h > 24 || min > 59 ? null : string.Create(CultureInfo.InvariantCulture, $"{h:00}:{min:00}");
    }
}
