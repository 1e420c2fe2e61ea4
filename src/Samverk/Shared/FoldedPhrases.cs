using System.Text;

namespace Samverk.Shared;

/// <summary>
/// Finds phrases in a text however they are written: case, accents, hyphens and white space aside, and with the 's' of a
/// genitive. Whole words only; the escapes of JSON are white space. Takes time in proportion to the text.
/// </summary>
public sealed class FoldedPhrases
{
    const int LongestGap = 8;

    readonly Dictionary<string, List<string[]>> byFirst = [];

    public FoldedPhrases(IEnumerable<string> phrases)
    {
        foreach (var words in phrases.Select(p => Swedish.Fold(p).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length > 0).OrderByDescending(w => w.Length))
            (byFirst.TryGetValue(words[0], out var list) ? list : byFirst[words[0]] = []).Add(words);
    }

    public bool IsEmpty => byFirst.Count == 0;

    /// <summary>The text with each phrase replaced; an 's' of a genitive stays.</summary>
    public string Replace(string text, string with) => Rewrite(text, (_, _) => with);

    /// <summary>The text with the letters of each phrase made unreadable. It keeps its length, so places in it still hold.</summary>
    public string Blank(string text) => Rewrite(text, (from, length) => string.Concat(text.Substring(from, length).Select(c => char.IsLetterOrDigit(c) ? '•' : c)));

    public bool IsIn(string text) => !IsEmpty && Found(text).Any();

    string Rewrite(string text, Func<int, int, string> with)
    {
        if (IsEmpty || text.Length == 0)
            return text;
        StringBuilder? written = null;
        var at = 0;
        foreach (var (start, end) in Found(text))
        {
            (written ??= new()).Append(text, at, start - at).Append(with(start, end - start));
            at = end;
        }
        return written is null ? text : written.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Start and end of each, in the order of the text, never overlapping.</summary>
    IEnumerable<(int Start, int End)> Found(string text)
    {
        var words = Words(text);
        for (var i = 0; i < words.Count; i++)
        {
            if (Longest(words, i) is not var (count, end))
                continue;
            yield return (words[i].Start, end);
            i += count - 1;
        }
    }

    (int Count, int End)? Longest(List<(int Start, int End, string Folded)> words, int at)
    {
        // The first word may itself end in the s of a genitive, when it is the only one.
        var first = words[at].Folded;
        return byFirst.GetValueOrDefault(first)?.Select(phrase => Match(words, at, phrase)).FirstOrDefault(found => found is not null)
            ?? (first.EndsWith('s') ? byFirst.GetValueOrDefault(first[..^1])?.Where(phrase => phrase.Length == 1).Select(_ => ((int, int)?)(1, words[at].End - 1)).FirstOrDefault() : null);
    }

    static (int Count, int End)? Match(List<(int Start, int End, string Folded)> words, int at, string[] phrase)
    {
        if (at + phrase.Length > words.Count)
            return null;
        for (var i = 1; i < phrase.Length; i++)
        {
            var word = words[at + i];
            if (word.Start - words[at + i - 1].End > LongestGap)
                return null;
            if (word.Folded == phrase[i])
                continue;
            return i == phrase.Length - 1 && word.Folded == phrase[i] + "s" ? (phrase.Length, word.End - 1) : null;
        }
        return (phrase.Length, words[at + phrase.Length - 1].End);
    }

    static List<(int Start, int End, string Folded)> Words(string text)
    {
        List<(int, int, string)> words = [];
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsOfWord(text[i]))
            {
                i += IsEscape(text, i) ? 1 : 0;
                continue;
            }
            var start = i;
            while (i < text.Length && IsOfWord(text[i]))
                i++;
            words.Add((start, i, Swedish.Fold(text[start..i])));
        }
        return words;
    }

    static bool IsEscape(string text, int at) => text[at] == '\\' && at + 1 < text.Length && text[at + 1] is 'n' or 'r' or 't';

    static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;
}
