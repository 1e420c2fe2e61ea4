using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>Marks before or after names, 'X' or '–', with what the list says that they mean.</summary>
sealed partial class AttendanceMarks
{
    [GeneratedRegex(@"(?:^|[(,;\s])(?<m>[\p{L}+✓☒☐–/-]{1,2})\s?=\s?(?<w>[\p{L}][\p{L}. ]{2,30})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Matching.TimeLimit)]
    static partial Regex Legend { get; }
    static readonly Phrases Away = new("frånv*", "förhind*", "ej", "inte", "anmält", "anmäld", "borta", "återbud", "sjuk", "ledig");
    static readonly Phrases Partly = new("del", "delvis", "delar", "viss");
    static readonly Phrases Remote = new("digital*", "teams", "distans", "länk", "zoom", "skype", "online", "video*");

    readonly Dictionary<string, string> meanings = new(StringComparer.Ordinal);

    /// <summary>Takes in what the list says about its marks.</summary>
    public void Learn(string text)
    {
        if (text.Length > 300 || !text.Contains('=', StringComparison.Ordinal))
            return;
        for (var m = Legend.Match(text); m.Success; m = m.NextMatch())
        {
            var words = m.Groups["w"].Value;
            meanings[m.Groups["m"].Value] = Away.In(words) ? "absent" : Partly.In(words) ? "partial" : Remote.In(words) ? "digital" : "present";
        }
    }

    /// <summary>The mark that a text begins with, and where the name begins.</summary>
    public (string Meaning, int From)? Before(string text, int from)
    {
        var space = text.IndexOf(' ', Math.Min(from, text.Length));
        if (space < 0 || space - from is < 1 or > 2)
            return Box(text, from);
        return meanings.TryGetValue(text[from..space], out var meaning) ? (meaning, space + 1) : Box(text, from);
    }

    /// <summary>'[x] Anna', '☐ Bo'.</summary>
    static (string, int)? Box(string text, int from)
    {
        var rest = text.AsSpan(from);
        if (rest.StartsWith("☒", StringComparison.Ordinal) || rest.StartsWith("☑", StringComparison.Ordinal) || rest.StartsWith("✓", StringComparison.Ordinal))
            return ("present", from + 1);
        if (rest.StartsWith("☐", StringComparison.Ordinal))
            return ("absent", from + 1);
        if (rest.Length > 3 && rest[0] is '[' or '(' && rest[2] is ']' or ')' && rest[1] is 'x' or 'X' or ' ' or '-')
            return (rest[1] is 'x' or 'X' ? "present" : "absent", from + 3);
        return null;
    }

    /// <summary>The mark in the last cell of a row.</summary>
    public string? After(Block row)
    {
        if (meanings.Count == 0 || row.Kind != BlockKind.Row)
            return null;
        return meanings.GetValueOrDefault(row.Cut(row.Cells[^1]));
    }

    public static void Apply(string meaning, AttendanceEntry entry)
    {
        if (meaning == "digital")
            entry.Mode = "digital";
        else if (meaning != "present")
            entry.Presence = meaning;
    }
}
