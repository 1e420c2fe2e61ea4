namespace Samverk.Search;

/// <summary>How well an entry answers.</summary>
/// <param name="Worth">Of the words in it, rare ones more than common.</param>
/// <param name="InTitle">How many of the things asked for stand in its title.</param>
readonly record struct Score(double Worth, int InTitle)
{
    public Score And(Score other) => new(Worth + other.Worth, InTitle + other.InTitle);

    public Score Better(Score other) => Worth >= other.Worth ? this : other;
}

/// <summary>Entries that answer, in the order of their numbers. Arrays, since a common word has a hundred thousand.</summary>
sealed record Answers(long[] Numbers, Score[] Scores)
{
    public static Answers None { get; } = new([], []);

    public int Count => Numbers.Length;

    /// <summary>Those that are in any of them.</summary>
    /// <param name="combine">What one that is in several is worth.</param>
    public static Answers Any(IReadOnlyList<Answers> of, Func<Score, Score, Score> combine)
    {
        if (of is [var only])
            return only;
        var (numbers, scores) = (new long[of.Sum(o => o.Count)], new Score[of.Sum(o => o.Count)]);
        var at = 0;
        foreach (var one in of)
        {
            one.Numbers.CopyTo(numbers, at);
            one.Scores.CopyTo(scores, at);
            at += one.Count;
        }
        Array.Sort(numbers, scores);
        var last = -1;
        for (var i = 0; i < numbers.Length; i++)
            if (last >= 0 && numbers[last] == numbers[i])
                scores[last] = combine(scores[last], scores[i]);
            else
                (numbers[++last], scores[last]) = (numbers[i], scores[i]);
        return new(numbers[..(last + 1)], scores[..(last + 1)]);
    }

    /// <summary>Those that are in all of them.</summary>
    public static Answers All(IReadOnlyList<Answers> of) => of.Count == 0 ? None : of.OrderBy(o => o.Count).Aggregate((all, next) => all.Both(next));

    /// <summary>The score of one that is among them.</summary>
    public Score Of(long number) => Scores[Array.BinarySearch(Numbers, number)];

    /// <summary>Those of them that are named.</summary>
    public Answers Only(IEnumerable<long> numbers)
    {
        long[] kept = [.. numbers.Order()];
        return new(kept, [.. kept.Select(Of)]);
    }

    Answers Both(Answers other)
    {
        List<long> numbers = [];
        List<Score> scores = [];
        for (int i = 0, j = 0; i < Count && j < other.Count;)
            if (Numbers[i] < other.Numbers[j])
                i++;
            else if (Numbers[i] > other.Numbers[j])
                j++;
            else
            {
                numbers.Add(Numbers[i]);
                scores.Add(Scores[i++].And(other.Scores[j++]));
            }
        return new([.. numbers], [.. scores]);
    }
}

/// <summary>Which entries answer to what is asked for, counted from the hits of its terms.</summary>
/// <param name="hits">The hits by term, in the order of their numbers.</param>
/// <param name="entries">How many entries there are.</param>
sealed class Scores(IReadOnlyDictionary<int, List<Hit>> hits, int entries)
{
    const double TitleWorth = 2, OftenWorth = 1.1;

    /// <summary>The entries that have a term, also such as are gone.</summary>
    public IEnumerable<long> With(int term) => hits.TryGetValue(term, out var of) ? of.Select(h => h.Number) : [];

    public Answers Of(Sought sought) =>
        Answers.Any([.. sought.Ways.Select(way => One(Answers.All([.. way.Words.Select(Of)]), way.Worth, way.Words.Count))], (one, other) => one.Better(other));

    // Several words that say one thing are worth what one word is.
    static Answers One(Answers all, double worth, int words)
    {
        for (var i = 0; i < all.Count; i++)
            all.Scores[i] = new(all.Scores[i].Worth * worth / words, all.Scores[i].InTitle == words ? 1 : 0);
        return all;
    }

    Answers Of(TermSet set)
    {
        List<Answers> each = [];
        foreach (var (term, worth) in set.Terms)
            if (hits.TryGetValue(term.Number, out var of))
                each.Add(Of(of, worth));
        var any = Answers.Any(each, (one, other) => one.Better(other));
        // A word that few have says more than one that many have.
        var rarity = Math.Log(1 + ((double)entries / Math.Max(1, any.Count)));
        for (var i = 0; i < any.Count; i++)
            any.Scores[i] = any.Scores[i] with { Worth = any.Scores[i].Worth * rarity };
        return any;
    }

    static Answers Of(List<Hit> hits, double worth)
    {
        var (numbers, scores) = (new long[hits.Count], new Score[hits.Count]);
        for (var i = 0; i < hits.Count; i++)
            (numbers[i], scores[i]) = (hits[i].Number, new(worth * (hits[i].InTitle ? TitleWorth : 1) * (hits[i].IsOften ? OftenWorth : 1), hits[i].InTitle ? 1 : 0));
        return new(numbers, scores);
    }
}
