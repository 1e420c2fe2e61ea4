using System.Text;

namespace Samverk.Search.Analysis;

/// <summary>One way of saying what is asked for: all of its words.</summary>
/// <param name="IsOther">Another way than was typed: the abbreviation written out, or the other way round.</param>
sealed record Way(IReadOnlyList<Term> Terms, bool IsOther);

/// <summary>One thing that is asked for; any of its ways is an answer.</summary>
/// <param name="Typed">The typed word, folded; of several words with spaces between.</param>
/// <param name="IsBeginning">The word is still being typed: words that begin so answer too.</param>
/// <param name="IsPhrase">The stems must stand after each other.</param>
sealed record Asked(string Typed, IReadOnlyList<Way> Ways, bool IsBeginning = false, bool IsPhrase = false);

/// <summary>What somebody typed in a search field, as what is asked for.</summary>
sealed record Query(string Text, IReadOnlyList<Asked> Parts)
{
    /// <summary>More is cut: a search is a few words.</summary>
    const int LongestText = 300, MostParts = 12;

    static readonly char[] Quotes = ['"', '”', '“', '»', '«'];

    /// <param name="isTyping">The last word may be unfinished.</param>
    public static Query Of(string? typed, bool isTyping = false)
    {
        var text = (typed ?? "").Normalize(NormalizationForm.FormC).Trim();
        text = text.Length > LongestText ? text[..LongestText] : text;
        List<Asked> parts = [];
        var pieces = text.Split(Quotes);
        for (var i = 0; i < pieces.Length; i++)
            // What stands after an odd quote is between two; one that nobody has closed quotes nothing.
            parts.AddRange(i % 2 == 1 && i < pieces.Length - 1 ? Phrase(pieces[i]) : Words(pieces[i], isTyping && i == pieces.Length - 1));
        return new(text, [.. parts.DistinctBy(p => (p.Typed, p.IsPhrase)).Take(MostParts)]);
    }

    static IEnumerable<Asked> Phrase(string text)
    {
        var terms = Term.In(text).ToList();
        return terms.Count == 0 ? [] : [new(string.Join(' ', terms.Select(t => t.Shown)), [new(terms, false)], IsPhrase: terms.Count > 1)];
    }

    static IEnumerable<Asked> Words(string text, bool isTyping)
    {
        var terms = Term.In(text).ToList();
        var stems = terms.ConvertAll(t => t.Stem);
        var isOpen = isTyping && text.Length > 0 && char.IsLetterOrDigit(text[^1]);
        for (var at = 0; at < terms.Count;)
        {
            var taken = Abbreviations.At(stems, at, out var others);
            var length = Math.Max(1, taken);
            List<Way> ways = [new(terms.GetRange(at, length), false), .. others.Select(o => new Way(o, true))];
            yield return new(string.Join(' ', terms.GetRange(at, length).Select(t => t.Shown)), ways, IsBeginning: isOpen && at + length == terms.Count && length == 1);
            at += length;
        }
    }
}
