using Samverk.Search.Analysis;

namespace Samverk.Search;

/// <summary>The terms of an area that answer to one stem, with what each is worth.</summary>
sealed record TermSet(IReadOnlyList<(KnownTerm Term, double Worth)> Terms)
{
    const double Whole = 1, Part = .6, Begun = .5;
    const int MostCompounds = 200, MostBegun = 60;

    /// <summary>The word itself, words made of it and, while it is being typed, words that begin so.</summary>
    public static TermSet Of(Vocabulary vocabulary, Term asked, string? begun)
    {
        Dictionary<int, (KnownTerm, double)> terms = [];
        if (vocabulary.Find(asked.Stem) is { } itself)
            terms.Add(itself.Number, (itself, Whole));
        // Not of a word that is not whole yet: that would be looked for at each key.
        foreach (var term in begun is null ? vocabulary.MadeOf(asked, MostCompounds) : [])
            terms.TryAdd(term.Number, (term, Part));
        foreach (var term in begun is { Length: > 1 } ? vocabulary.Beginning(begun, MostBegun) : [])
            terms.TryAdd(term.Number, (term, Begun));
        return new([.. terms.Values]);
    }
}

/// <summary>One thing asked for, in the terms of an area.</summary>
sealed record Sought(Asked Asked, IReadOnlyList<(IReadOnlyList<TermSet> Words, double Worth)> Ways)
{
    const double Typed = 1, Other = .9;

    public static Sought Of(Asked asked, Vocabulary vocabulary) => new(asked,
        [.. asked.Ways.Select(way => ((IReadOnlyList<TermSet>)[.. way.Terms.Select(t => TermSet.Of(vocabulary, t, asked.IsBeginning && !way.IsOther ? asked.Typed : null))], way.IsOther ? Other : Typed))]);

    public IEnumerable<KnownTerm> Terms => Ways.SelectMany(w => w.Words).SelectMany(s => s.Terms).Select(t => t.Term);
}
