using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Samverk.Search.Analysis;
using Samverk.Storage;

namespace Samverk.Search;

/// <summary>A term of an area with the word that is shown for it.</summary>
sealed record KnownTerm(int Number, string Stem, string Shown);

/// <summary>The terms of one area, looked through in memory: a hundred thousand take a few milliseconds.</summary>
sealed class Vocabulary(Guid epoch, IReadOnlyList<KnownTerm> terms)
{
    readonly Dictionary<string, KnownTerm> byStem = terms.ToDictionary(t => t.Stem, StringComparer.Ordinal);

    public Guid Epoch => epoch;
    public IReadOnlyList<KnownTerm> Terms => terms;

    public KnownTerm? Find(string stem) => byStem.GetValueOrDefault(stem);

    /// <summary>The words that are made of a word, shortest first. First in another it stands whole: 'kvicksilver' is in 'kvicksilvertermometer', its stem is not.</summary>
    public IEnumerable<KnownTerm> MadeOf(Term part, int most) =>
        part.Stem.Length < Compounds.ShortestPart ? []
        : terms.Where(t => t.Stem.Length > part.Stem.Length && (Compounds.Has(t.Stem, part.Stem, byStem.ContainsKey) || (part.Shown.Length > part.Stem.Length && Compounds.Has(t.Stem, part.Shown, byStem.ContainsKey))))
            .OrderBy(t => t.Stem.Length).ThenBy(t => t.Number).Take(most);

    /// <summary>The words that begin so, shortest first.</summary>
    public IEnumerable<KnownTerm> Beginning(string with, int most) =>
        terms.Where(t => t.Shown.StartsWith(with, StringComparison.Ordinal) || t.Stem.StartsWith(with, StringComparison.Ordinal)).OrderBy(t => t.Shown.Length).ThenBy(t => t.Number).Take(most);

    /// <summary>The words that are spelt nearly so, nearest first.</summary>
    public IEnumerable<KnownTerm> Near(string word, int most)
    {
        var allowed = Spelling.Allowed(word);
        return allowed == 0 ? [] : (from t in terms
                                    where t.Shown != word
                                    let distance = Spelling.Distance(word, t.Shown, allowed) ?? Spelling.Distance(SwedishStem.Of(word), t.Stem, allowed)
                                    where distance is > 0
                                    orderby distance, Spelling.Likeness(word, t.Shown) descending, t.Number
                                    select t).Take(most);
    }
}

/// <summary>Remembers the areas' terms. They are only ever added to, until an index is made anew, so what is new is all that is read.</summary>
public sealed class Vocabularies
{
    readonly ConcurrentDictionary<Guid, Vocabulary> known = new();

    internal async Task<Vocabulary> Of(SamverkDb db, IndexState state, CancellationToken ct)
    {
        var before = known.GetValueOrDefault(state.Area) is { } kept && kept.Epoch == state.Epoch ? kept : new(state.Epoch, []);
        if (before.Terms.Count == state.Terms)
            return known[state.Area] = before;
        var last = before.Terms.Count == 0 ? 0 : before.Terms[^1].Number;
        var added = await db.Set<IndexTerm>().Where(t => t.Number > last && t.Number <= state.Terms).OrderBy(t => t.Number).Select(t => new KnownTerm(t.Number, t.Stem, t.Shown)).ToListAsync(ct);
        return known[state.Area] = new(state.Epoch, [.. before.Terms, .. added]);
    }
}
