using System.Text;
using System.Text.RegularExpressions;

namespace Samverk.Reading.Tests.Scoring;

/// <summary>How alike two readings of the same words are, as score.py counts it.</summary>
static partial class Likeness
{
    public static string Fold(string? value)
    {
        var text = (value ?? "").Normalize(NormalizationForm.FormC).ToLowerInvariant()
            .Replace("\u00ad", "", StringComparison.Ordinal).Replace('–', '-').Replace('—', '-').Replace('”', '"').Replace('“', '"');
        return Space().Replace(text, " ").Trim(' ', '.', ',', ':', ';', '-');
    }

    /// <summary>An item's number without '§', 'FHR' and the like.</summary>
    public static string Number(string? value) => NumberPrefix().Replace(Fold(value), "");

    static string[] Words(string? value) => Word().Matches(Lead().Replace(Fold(value), "")).Select(m => m.Value).ToArray();

    public static double Of(string? gold, string? read)
    {
        var (left, right) = (Words(gold), Words(read));
        if (left.Length == 0 || right.Length == 0)
            return left.Length == right.Length ? 1 : 0;
        var pool = right.ToList();
        var hits = left.Count(pool.Remove);
        var alike = 2.0 * hits / (left.Length + right.Length);
        var part = right.Length >= 4 && 4 * right.Length >= left.Length && hits >= 0.9 * right.Length;
        return part ? Math.Max(alike, 0.6) : alike;
    }

    /// <summary>'Greger' read as 'Greger Larsson' is the same person.</summary>
    public static bool IsFirstName(string? gold, string? read) =>
        !string.IsNullOrEmpty(gold) && !string.IsNullOrEmpty(read) && !Fold(gold).Contains(' ', StringComparison.Ordinal) && Fold(read).Split(' ')[0] == Fold(gold);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"^(?:§+|[a-zåäö]{2,5}\s*§?)\s*(?=\d)")]
    private static partial Regex NumberPrefix();

    [GeneratedRegex(@"^beslut(?:et)?\s*:\s*|^att\s+")]
    private static partial Regex Lead();

    [GeneratedRegex(@"[\wåäöéü]+")]
    private static partial Regex Word();
}
