namespace Samverk.Search;

/// <summary>How well an entry answers.</summary>
/// <param name="Worth">Of the words in it, rare ones more than common.</param>
/// <param name="InTitle">How many of the things asked for stand in its title.</param>
readonly record struct Score(double Worth, int InTitle)
{
    public Score And(Score other) => new(Worth + other.Worth, InTitle + other.InTitle);

    public Score Better(Score other) => Worth >= other.Worth ? this : other;
}

/// <summary>Which entries answer to what is asked for, counted from the hits of its terms.</summary>
/// <param name="hits">The hits by term.</param>
/// <param name="entries">How many entries there are.</param>
sealed class Scores(ILookup<int, Hit> hits, Func<long, bool> isThere, int entries)
{
    const double TitleWorth = 2, OftenWorth = 1.1;

    /// <summary>How many entries have a term.</summary>
    public int Count(int term) => hits[term].Count(h => isThere(h.Number));

    public Dictionary<long, Score> Of(Sought sought)
    {
        Dictionary<long, Score> any = [];
        foreach (var (stems, worth) in sought.Ways)
            foreach (var (number, score) in All([.. stems.Select(Of)]))
            {
                var counted = new Score(score.Worth * worth / stems.Count, score.InTitle == stems.Count ? 1 : 0);
                any[number] = any.TryGetValue(number, out var before) ? before.Better(counted) : counted;
            }
        return any;
    }

    /// <summary>Those that answer to all of them.</summary>
    public static Dictionary<long, Score> All(IReadOnlyList<Dictionary<long, Score>> parts)
    {
        var sorted = parts.OrderBy(p => p.Count).ToList();
        if (sorted.Count == 0)
            return [];
        var all = sorted[0];
        foreach (var next in sorted.Skip(1))
            all = all.Where(a => next.ContainsKey(a.Key)).ToDictionary(a => a.Key, a => a.Value.And(next[a.Key]));
        return all;
    }

    /// <summary>Those that answer to any of them.</summary>
    public static Dictionary<long, Score> Any(IEnumerable<Dictionary<long, Score>> parts)
    {
        Dictionary<long, Score> any = [];
        foreach (var (number, score) in parts.SelectMany(p => p))
            any[number] = any.TryGetValue(number, out var before) ? before.And(score) : score;
        return any;
    }

    Dictionary<long, Score> Of(TermSet set)
    {
        Dictionary<long, Score> best = [];
        foreach (var (term, worth) in set.Terms)
            foreach (var hit in hits[term.Number])
                if (isThere(hit.Number))
                {
                    var score = new Score(worth * (hit.InTitle ? TitleWorth : 1) * (hit.IsOften ? OftenWorth : 1), hit.InTitle ? 1 : 0);
                    best[hit.Number] = best.TryGetValue(hit.Number, out var before) ? before.Better(score) : score;
                }
        // A word that few have says more than one that many have.
        var rarity = Math.Log(1 + ((double)entries / Math.Max(1, best.Count)));
        foreach (var (number, score) in best)
            best[number] = score with { Worth = score.Worth * rarity };
        return best;
    }
}
