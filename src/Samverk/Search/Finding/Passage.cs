using Samverk.Search.Analysis;

namespace Samverk.Search;

/// <summary>Marks the words that were found, and finds the best passage of a text.</summary>
/// <param name="found">The stems that answer, each with the thing asked for that it answers to.</param>
sealed class Passage(ILookup<string, int> found)
{
    const int Length = 240, Lead = 60;

    public IReadOnlyList<FoundPiece> Mark(string text) => Mark(text, 0, text.Length, Found(text));

    /// <summary>The best passage, with where it begins and ends in the text.</summary>
    /// <returns>The beginning of the text when nothing was found in it.</returns>
    public (IReadOnlyList<FoundPiece> Pieces, int Start, int End) Best(string text)
    {
        var words = Found(text);
        if (words.Count == 0)
            return (Mark(text, 0, Math.Min(text.Length, Length), words), 0, 0);
        var best = Enumerable.Range(0, words.Count).MaxBy(at => Worth(words, at))!;
        var last = words.FindLastIndex(w => w.Start + w.Length <= words[best].Start + Length);
        var (start, end) = Around(text, words[best].Start, words[Math.Max(best, last)]);
        return (Mark(text, start, end, words), words[best].Start, words[best].Start + words[best].Length);
    }

    // How many of the things asked for stand within a passage that begins here, then how many words; the first of the best.
    double Worth(List<Word> words, int at)
    {
        HashSet<int> asked = [];
        var i = at;
        for (; i < words.Count && words[i].Start + words[i].Length <= words[at].Start + Length; i++)
            asked.UnionWith(found[SwedishStem.Of(words[i].Folded)]);
        return asked.Count + (Math.Min(i - at, 20) / 100.0);
    }

    static (int Start, int End) Around(string text, int first, Word last)
    {
        var start = Math.Max(0, first - Lead);
        // From the beginning of its line where that is near, else from a whole word.
        var line = text.LastIndexOfAny(['\n', '\f'], Math.Max(0, first - 1)) + 1;
        if (first == 0 || line >= start)
            start = first == 0 ? 0 : line;
        else if (start > 0)
            start = Math.Min(first, text.IndexOf(' ', start) + 1);
        var end = Math.Max(Math.Min(text.Length, start + Length), last.Start + last.Length);
        if (end < text.Length && text.LastIndexOfAny([' ', '\n'], end - 1) is var space && space > last.Start + last.Length)
            end = space;
        return (start, end);
    }

    List<Word> Found(string text) => Word.In(text).FindAll(w => found.Contains(SwedishStem.Of(w.Folded)));

    static List<FoundPiece> Mark(string text, int start, int end, List<Word> words)
    {
        List<FoundPiece> pieces = [];
        var at = start;
        if (start > 0)
            pieces.Add(new("… ", false));
        foreach (var word in words.Where(w => w.Start >= start && w.Start + w.Length <= end))
        {
            if (word.Start > at)
                pieces.Add(new(OneLine(text[at..word.Start]), false));
            pieces.Add(new(text.Substring(word.Start, word.Length), true));
            at = word.Start + word.Length;
        }
        if (at < end)
            pieces.Add(new(OneLine(text[at..end]), false));
        if (end < text.Length)
            pieces.Add(new(" …", false));
        return pieces;
    }

    static string OneLine(string text) => text.Replace("\r", "", StringComparison.Ordinal).Replace('\n', ' ').Replace('\f', ' ').Replace('\t', ' ');
}
