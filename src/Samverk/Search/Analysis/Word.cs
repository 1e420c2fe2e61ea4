using System.Text;
using Samverk.Shared;

namespace Samverk.Search.Analysis;

/// <summary>A word where it stands in a text.</summary>
/// <param name="Folded">Lower case, å ä ö kept, other accents removed.</param>
/// <param name="IsJoined">A single hyphen, and nothing else, stands between it and the word before it.</param>
readonly record struct Word(string Folded, int Start, int Length, bool IsJoined)
{
    /// <summary>Longer words are cut: nobody writes them, and an index must not be filled by them.</summary>
    const int Longest = 60;

    /// <summary>The words of a text in their order: runs of letters and digits. A soft hyphen is part of its word.</summary>
    public static List<Word> In(string text)
    {
        List<Word> words = [];
        var folded = new StringBuilder();
        var at = 0;
        while (at < text.Length)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }
            var start = at;
            folded.Clear();
            for (; at < text.Length && (char.IsLetterOrDigit(text[at]) || IsInside(text[at])); at++)
                if (folded.Length < Longest && !IsInside(text[at]))
                    folded.Append(Fold(text[at]));
            words.Add(new(folded.ToString(), start, at - start, IsAfterHyphen(words, text, start)));
        }
        return words;
    }

    public bool IsNumber => Folded.All(char.IsAsciiDigit);

    // A soft hyphen, and the accents of a text that is written with its letters taken apart.
    static bool IsInside(char c) => c == '\u00AD' || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    static bool IsAfterHyphen(List<Word> words, string text, int start) =>
        words.Count > 0 && words[^1].Start + words[^1].Length == start - 1 && text[start - 1] is '-' or '\u2010' or '\u2011';

    static char Fold(char c)
    {
        var lower = char.ToLower(c, Swedish.Culture);
        return lower switch
        {
            >= 'a' and <= 'z' or 'å' or 'ä' or 'ö' or >= '0' and <= '9' => lower,
            'æ' => 'ä',
            'ø' => 'ö',
            _ when char.IsSurrogate(lower) => lower,
            _ => lower.ToString().Normalize(NormalizationForm.FormD)[0],
        };
    }
}
