using Samverk.Search.Analysis;

namespace Samverk.Search;

/// <summary>Whether words stand after each other, which the index doesn't know: the texts are looked at.</summary>
static class Phrases
{
    /// <summary>The newest of those that have the words are looked at, no more.</summary>
    public const int MostRead = 500;

    public static async Task<Dictionary<long, Score>> Keep(OpenIndex index, Dictionary<long, Score> having, IReadOnlyList<Asked> phrases, CancellationToken ct)
    {
        List<long> newest = [.. having.Keys.OrderDescending().Take(MostRead)];
        var read = await index.Read(newest, ct);
        return read.Where(entry => phrases.All(phrase => Has(entry, [.. phrase.Ways[0].Terms.Select(t => t.Stem)]))).ToDictionary(e => e.Number, e => having[e.Number]);
    }

    static bool Has(Entry entry, IReadOnlyList<string> stems) => Stands(entry.Title, stems) || Stands(entry.Text, stems) || (entry.Note is { } note && Stands(note, stems));

    static bool Stands(string text, IReadOnlyList<string> stems)
    {
        List<string> words = [.. Term.In(text).Select(t => t.Stem)];
        return Enumerable.Range(0, Math.Max(0, words.Count - stems.Count + 1)).Any(at => !stems.Where((stem, i) => words[at + i] != stem).Any());
    }
}
