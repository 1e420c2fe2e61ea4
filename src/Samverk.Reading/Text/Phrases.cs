namespace Samverk.Reading;

/// <summary>Word sequences to look for in a sentence; a star at a word's end stands for any ending.</summary>
sealed class Phrases
{
    readonly Dictionary<string, List<string[]>> whole = new(StringComparer.Ordinal);
    readonly List<string[]> open = [];
    readonly int number;

    public Phrases(params string[] phrases)
    {
        var all = Array.ConvertAll(phrases, p => p.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        number = Vocabulary.Add(all.Select(p => p[0]));
        foreach (var words in all)
        {
            if (words[0].Contains('*', StringComparison.Ordinal))
                open.Add(words);
            else if (whole.TryGetValue(words[0], out var list))
                list.Add(words);
            else
                whole[words[0]] = [words];
        }
    }

    /// <summary>The number of words that a phrase takes at a place; 0 for none. The longest counts.</summary>
    public int At(WordList words, int at)
    {
        if (at < 0 || at >= words.Length || !words.MayBegin(number, at))
            return 0;
        var longest = 0;
        if (whole.TryGetValue(words[at].Lower, out var candidates))
            longest = Longest(candidates, words, at);
        return Math.Max(longest, Longest(open, words, at));
    }

    static int Longest(List<string[]> candidates, WordList words, int at)
    {
        var longest = 0;
        foreach (var phrase in candidates)
            if (phrase.Length > longest && Matches(phrase, words, at))
                longest = phrase.Length;
        return longest;
    }

    static bool Matches(string[] phrase, WordList words, int at)
    {
        if (at + phrase.Length > words.Length)
            return false;
        for (var i = 0; i < phrase.Length; i++)
            if (!Same(phrase[i], words[at + i].Lower))
                return false;
        return true;
    }

    static bool Same(string pattern, string word)
    {
        if (pattern is [.., '*'])
        {
            var stem = pattern.AsSpan(0, pattern.Length - 1);
            return stem is ['*', .. var inner] ? word.AsSpan().Contains(inner, StringComparison.Ordinal) : word.AsSpan().StartsWith(stem, StringComparison.Ordinal);
        }
        return pattern is ['*', .. var tail] ? word.EndsWith(tail, StringComparison.Ordinal) : pattern == word;
    }

    /// <summary>Where the first phrase stands and how many words it takes; null for none.</summary>
    public (int At, int Length)? Find(WordList words, int from = 0, int? to = null)
    {
        if (!words.MayHold(number))
            return null;
        for (var i = from; i < (to ?? words.Length); i++)
            if (At(words, i) is > 0 and var length)
                return (i, length);
        return null;
    }

    public bool In(WordList words) => Find(words) is not null;

    public bool In(string text) => In(Sentence.Split(text, 0, Math.Min(text.Length, Sentence.Longest)));
}
