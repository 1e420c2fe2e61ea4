using Samverk.Search.Analysis;

namespace Samverk.Search;

/// <summary>Whether words stand after each other, which the index doesn't know: the texts are looked at.</summary>
static class Phrases
{
    /// <summary>The newest of those that have the words are looked at, no more.</summary>
    public const int MostRead = 500;

    public static async Task<Answers> Keep(OpenIndex index, Answers having, IReadOnlyList<Asked> phrases, CancellationToken ct)
    {
        List<long> newest = [.. index.There(having.Numbers).Take(MostRead).Select(e => e.Number)];
        var read = await index.Read(newest, ct);
        return having.Only(read.Where(entry => phrases.All(phrase => Has(entry, [.. phrase.Ways[0].Terms.Select(t => t.Stem)]))).Select(e => e.Number));
    }

    static bool Has(Entry entry, IReadOnlyList<string> stems) => Stands(entry.Title, stems) || Stands(entry.Text, stems) || (entry.Note is { } note && Stands(note, stems));

    static bool Stands(string text, IReadOnlyList<string> stems)
    {
        List<string> words = [.. Term.In(text).Select(t => t.Stem)];
        return Enumerable.Range(0, Math.Max(0, words.Count - stems.Count + 1)).Any(at => !stems.Where((stem, i) => words[at + i] != stem).Any());
    }
}
