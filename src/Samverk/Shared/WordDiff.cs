using System.Text.RegularExpressions;

namespace Samverk.Shared;

/// <summary>What became of a stretch of text.</summary>
public enum Fate { Same, Added, Removed }

/// <summary>A stretch of text that is the same in both, only in the new one, or only in the old one.</summary>
public sealed record Stretch(Fate Fate, string Text);

/// <summary>How one text differs from another, word by word, as a reader wants to see it.</summary>
public static partial class WordDiff
{
    /// <summary>Longer texts are compared by line: word by word would take the square of their length.</summary>
    const int MostWords = 3_000;

    /// <summary>The new text's words with those of the old one that are gone, in reading order.</summary>
    public static IReadOnlyList<Stretch> Between(string before, string after)
    {
        if (before == after)
            return after.Length == 0 ? [] : [new(Fate.Same, after)];
        var (old, now) = (Pieces(before), Pieces(after));
        var start = 0;
        while (start < old.Count && start < now.Count && old[start] == now[start])
            start++;
        var end = 0;
        while (end < old.Count - start && end < now.Count - start && old[^(end + 1)] == now[^(end + 1)])
            end++;
        List<Stretch> stretches = [];
        Add(stretches, Fate.Same, now.Take(start));
        Middle(stretches, [.. old.Skip(start).SkipLast(end)], [.. now.Skip(start).SkipLast(end)]);
        Add(stretches, Fate.Same, now.Skip(now.Count - end));
        return stretches;
    }

    static void Middle(List<Stretch> stretches, List<string> old, List<string> now)
    {
        if (old.Count == 0 || now.Count == 0)
        {
            Add(stretches, Fate.Removed, old);
            Add(stretches, Fate.Added, now);
            return;
        }
        var common = Common(old, now);
        var (i, j) = (0, 0);
        while (i < old.Count || j < now.Count)
            if (i < old.Count && j < now.Count && old[i] == now[j])
            {
                Add(stretches, Fate.Same, [now[j]]);
                (i, j) = (i + 1, j + 1);
            }
            else if (j >= now.Count || (i < old.Count && common[i + 1, j] >= common[i, j + 1]))
                Add(stretches, Fate.Removed, [old[i++]]);
            else
                Add(stretches, Fate.Added, [now[j++]]);
    }

    // The length of the longest common sequence of what follows each pair of places.
    static int[,] Common(List<string> old, List<string> now)
    {
        var length = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
            for (var j = now.Count - 1; j >= 0; j--)
                length[i, j] = old[i] == now[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
        return length;
    }

    static void Add(List<Stretch> stretches, Fate fate, IEnumerable<string> pieces)
    {
        var text = string.Concat(pieces);
        if (text.Length == 0)
            return;
        if (stretches.Count > 0 && stretches[^1].Fate == fate)
            stretches[^1] = stretches[^1] with { Text = stretches[^1].Text + text };
        else
            stretches.Add(new(fate, text));
    }

    static List<string> Pieces(string text)
    {
        List<string> words = [.. Word().Matches(text).Select(m => m.Value)];
        return words.Count <= MostWords ? words : [.. Line().Matches(text).Select(m => m.Value)];
    }

    // A word with the space after it, so that all pieces together are the text.
    [GeneratedRegex(@"\S+\s*|\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"[^\n]*\n|[^\n]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();
}
