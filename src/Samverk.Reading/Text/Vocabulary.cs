namespace Samverk.Reading;

/// <summary>
/// The first words of all phrases: tells of a word, once and for all, at which lists' phrases it may be the beginning.
/// So most sentences are known to hold nothing of a list without looking at it.
/// </summary>
/// <remarks>Lists are added as the classes that hold them come into use; a form made before knows that it does not know the later ones.</remarks>
sealed class Vocabulary
{
    static readonly Lock Adding = new();
    static readonly List<string[]> Lists = [];
    static volatile Vocabulary current = new([]);

    readonly Dictionary<string, ulong[]> whole = new(StringComparer.Ordinal);
    readonly Dictionary<string, ulong[]> beginnings = new(StringComparer.Ordinal);
    readonly Dictionary<string, ulong[]> endings = new(StringComparer.Ordinal);
    readonly Dictionary<string, ulong[]> inner = new(StringComparer.Ordinal);
    readonly int longestBeginning, longestEnding;

    Vocabulary(List<string[]> lists)
    {
        Count = lists.Count;
        for (var list = 0; list < Count; list++)
            foreach (var word in lists[list])
                Enter(list, word);
        longestBeginning = beginnings.Keys.Select(w => w.Length).DefaultIfEmpty(0).Max();
        longestEnding = endings.Keys.Select(w => w.Length).DefaultIfEmpty(0).Max();
    }

    /// <summary>How many lists it knows.</summary>
    public int Count { get; }

    /// <summary>All lists that there are by now.</summary>
    public static Vocabulary Current => current is { } known && known.Count == Volatile.Read(ref added) ? known : Renew();

    static int added;

    /// <summary>Adds a list by the first words of its phrases.</summary>
    /// <returns>The list's number.</returns>
    public static int Add(IEnumerable<string> firstWords)
    {
        lock (Adding)
        {
            Lists.Add([.. firstWords]);
            Volatile.Write(ref added, Lists.Count);
            return Lists.Count - 1;
        }
    }

    static Vocabulary Renew()
    {
        lock (Adding)
            return current = new(Lists);
    }

    void Enter(int list, string pattern)
    {
        var (words, word) = pattern switch
        {
            ['*', .. var text, '*'] => (inner, text),
            [.. var text, '*'] => (beginnings, text),
            ['*', .. var text] => (endings, text),
            _ => (whole, pattern),
        };
        if (!words.TryGetValue(word, out var lists))
            words[word] = lists = new ulong[Size];
        lists[list >> 6] |= 1UL << list;
    }

    int Size => (Count + 63) >> 6;

    /// <summary>The lists that hold a phrase which may begin with a word, as bits.</summary>
    public ulong[] ListsAt(string word)
    {
        var lists = new ulong[Size];
        if (whole.TryGetValue(word, out var same))
            Join(lists, same);
        var begins = beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var n = 0; n <= Math.Min(word.Length, longestBeginning); n++)
            if (begins.TryGetValue(word.AsSpan(0, n), out var found))
                Join(lists, found);
        var ends = endings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var n = 0; n <= Math.Min(word.Length, longestEnding); n++)
            if (ends.TryGetValue(word.AsSpan(word.Length - n), out var found))
                Join(lists, found);
        foreach (var (part, found) in inner)
            if (word.Contains(part, StringComparison.Ordinal))
                Join(lists, found);
        return lists;
    }

    public static void Join(ulong[] lists, ulong[] more)
    {
        for (var i = 0; i < lists.Length; i++)
            lists[i] |= more[i];
    }
}
