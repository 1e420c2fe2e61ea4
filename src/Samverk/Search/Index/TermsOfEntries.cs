using Samverk.Search.Analysis;

namespace Samverk.Search;

/// <summary>The terms of entries on their way into the index.</summary>
sealed class TermsOfEntries
{
    const int Often = 3;

    readonly Dictionary<string, (string Shown, List<Hit> Hits)> terms = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Stems => terms.Keys;

    public string Shown(string stem) => terms[stem].Shown;

    /// <summary>The hits of a term by block, in the order of their numbers.</summary>
    public IEnumerable<(int Block, List<Hit> Hits)> Of(string stem) =>
        terms[stem].Hits.GroupBy(h => EntryNumber.Block(h.Number)).Select(g => (g.Key, g.OrderBy(h => h.Number).ToList()));

    public void Add(long number, Findable thing)
    {
        Dictionary<string, (string Shown, int Times, bool InTitle)> own = new(StringComparer.Ordinal);
        Count(own, thing.Title, thing.IsNamed);
        if (thing.Note is { } note)
            Count(own, note, isTitle: thing.Kind is ThingKind.Decision or ThingKind.Body);
        Count(own, thing.Text, isTitle: false);
        foreach (var (stem, (shown, times, inTitle)) in own)
        {
            if (!terms.TryGetValue(stem, out var known))
                terms.Add(stem, known = (shown, []));
            else if (shown.Length < known.Shown.Length)
                terms[stem] = (shown, known.Hits);
            known.Hits.Add(new(number, inTitle, times >= Often));
        }
    }

    static void Count(Dictionary<string, (string Shown, int Times, bool InTitle)> own, string text, bool isTitle)
    {
        foreach (var term in Term.In(text))
            own[term.Stem] = own.TryGetValue(term.Stem, out var known)
                ? (term.Shown.Length < known.Shown.Length ? term.Shown : known.Shown, known.Times + 1, known.InTitle || isTitle)
                : (term.Shown, 1, isTitle);
    }
}
