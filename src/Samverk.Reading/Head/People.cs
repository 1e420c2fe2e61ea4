namespace Samverk.Reading;

/// <summary>A person named in running text: the words that name them.</summary>
readonly record struct Mention(string Name, int From, int To, bool Known)
{
    public static int Compare(Mention a, Mention b) => a.From.CompareTo(b.From);
}

/// <summary>Who the document names, to recognise them in running text.</summary>
sealed class People
{
    readonly HashSet<string> full = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> first = new(StringComparer.Ordinal);
    readonly HashSet<string> beginnings = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> firstWords = new(StringComparer.OrdinalIgnoreCase);

    readonly Dictionary<string, string> initials = new(StringComparer.Ordinal);

    public People(IEnumerable<string> names, IEnumerable<(string Initials, string Name)> shortForms)
    {
        foreach (var (letters, name) in shortForms)
            initials.TryAdd(letters, name);
        foreach (var name in names)
        {
            full.Add(name);
            first.Add(Names.FirstName(name));
            beginnings.UnionWith(Beginnings(name));
            if (Sentence.Split(name, 0, name.Length) is { Length: > 0 } words)
                firstWords.Add(name[words[0].Start..words[0].End]);
        }
    }

    /// <summary>Municipalities and units that people in the attendance list come from, as single words.</summary>
    public HashSet<string> Homes { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The full name behind initials or a first name, else the name itself.</summary>
    public string Full(string name) => initials.GetValueOrDefault(name) ?? name;

    public bool Knows(string name) => initials.ContainsKey(name) ||
        beginnings.Contains(name) || !name.Contains(' ', StringComparison.Ordinal) && first.Contains(name);

    /// <summary>A name and what it begins with: 'Anna', 'Anna Maria', 'Anna Maria Ek'.</summary>
    public static IEnumerable<string> Beginnings(string name)
    {
        for (var space = name.IndexOf(' ', StringComparison.Ordinal); space >= 0; space = name.IndexOf(' ', space + 1))
            yield return name[..space];
        yield return name;
    }

    public bool KnowsFirst(string word) => first.Contains(word);

    /// <summary>People named in a sentence, in order: full names, and first names of people in the attendance list.</summary>
    public List<Mention> In(Sentence sentence) => sentence.People ??= Find(sentence);

    /// <summary>What most sentences name; nobody adds to it.</summary>
    static readonly List<Mention> None = [];

    List<Mention> Find(Sentence sentence)
    {
        var found = None;
        for (var i = 0; i < sentence.Words.Length;)
        {
            var run = Run(sentence, i);
            var length = run == 0 ? 0 : NameIn(sentence, i, run);
            if (length > 0)
            {
                var name = sentence.Cut(i, i + length);
                if (found.Count == 0)
                    found = [];
                found.Add(new(name, i, i + length, Knows(name)));
            }
            i += Math.Max(1, length);
        }
        return found;
    }

    /// <summary>Capitalised words on end, without a sign between them.</summary>
    static int Run(Sentence sentence, int from)
    {
        var n = 0;
        while (from + n < sentence.Words.Length && n < 5 && sentence.IsCapital(from + n))
        {
            n++;
            if (from + n < sentence.Words.Length && sentence.Words[from + n].Start - sentence.Words[from + n - 1].End > 1)
                break;
        }
        return n;
    }

    int NameIn(Sentence sentence, int from, int run)
    {
        if (firstWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(sentence.SpanOf(from)))
            for (var n = Math.Min(run + 1, Math.Min(5, sentence.Words.Length - from)); n >= 2; n--)
                if (full.Contains(sentence.Cut(from, from + n)))
                    return n;
        if (run == 1)
            return IsShortName(sentence.SpanOf(from)) ? 1 : 0;
        var parts = Enumerable.Range(from, run).Select(i => sentence.Cut(i, i + 1)).ToList();
        if (run > 0 && initials.ContainsKey(parts[0]))
            return 1;
        var length = Names.LeadingName(parts);
        if (length >= 2 && !Places.Contains(parts[0]))
            return first.Contains(parts[0]) || length > 1 && from > 0 ? length : StartsAsName(parts, length) ? length : 0;
        return first.Contains(parts[0]) || initials.ContainsKey(parts[0]) ? 1 : 0;
    }

    /// <summary>A first name of the attendance list, or initials.</summary>
    bool IsShortName(ReadOnlySpan<char> word) =>
        initials.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word) || first.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    static bool StartsAsName(List<string> parts, int length) => parts.Take(length).All(p => Names.IsNameWord(p) && p.Length > 1);
}
