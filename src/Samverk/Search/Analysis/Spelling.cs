namespace Samverk.Search.Analysis;

/// <summary>How far one word is from another, in letters that are wrong, missing, too many or have changed places.</summary>
static class Spelling
{
    /// <summary>A short word has room for one fault, a longer for two.</summary>
    public static int Allowed(string word) => word.Length < 4 ? 0 : word.Length < 7 ? 1 : 2;

    /// <returns>Null when they are further apart than <paramref name="most"/>.</returns>
    public static int? Distance(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
            return null;
        Span<int> before = stackalloc int[other.Length + 1], above = stackalloc int[other.Length + 1], row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
            above[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            var least = row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least > most)
                return null;
            above.CopyTo(before);
            row.CopyTo(above);
        }
        return above[other.Length] <= most ? above[other.Length] : null;
    }

    /// <summary>How many threes of letters two words share, of all that they have: 1 when alike.</summary>
    public static double Likeness(string one, string other)
    {
        var (a, b) = (Trigrams(one), Trigrams(other));
        var shared = a.Count(b.Contains);
        return (double)shared / Math.Max(1, a.Count + b.Count - shared);
    }

    static HashSet<string> Trigrams(string word)
    {
        var padded = $" {word} ";
        return [.. Enumerable.Range(0, Math.Max(0, padded.Length - 2)).Select(i => padded.Substring(i, 3))];
    }
}
