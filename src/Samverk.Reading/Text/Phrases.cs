namespace Samverk.Reading;

/// <summary>Word sequences to look for in a sentence; a star at a word's end stands for any ending.</summary>
sealed class Phrases
{
    readonly Dictionary<string, List<string[]>> whole = new(StringComparer.Ordinal);
    // Most words are in no phrase: what has an open end is found by the letter that it shares with the word.
    readonly Dictionary<char, List<string[]>> byFirst = [], byLast = [];
    readonly List<string[]> anywhere = [];

    public Phrases(params string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (words[0])
            {
                case ['*', .., '*']:
                    anywhere.Add(words);
                    break;
                case ['*', .., var last]:
                    Add(byLast, last, words);
                    break;
                case [var first, .., '*']:
                    Add(byFirst, first, words);
                    break;
                default:
                    Add(whole, words[0], words);
                    break;
            }
        }
    }

    static void Add<T>(Dictionary<T, List<string[]>> index, T key, string[] phrase) where T : notnull
    {
        if (index.TryGetValue(key, out var phrases))
            phrases.Add(phrase);
        else
            index[key] = [phrase];
    }

    /// <summary>The number of words that a phrase takes at a place; 0 for none. The longest counts.</summary>
    public int At(ReadOnlySpan<Word> words, int at)
    {
        var word = words[at].Lower;
        var longest = Longest(anywhere, words, at);
        if (whole.TryGetValue(word, out var candidates))
            longest = Math.Max(longest, Longest(candidates, words, at));
        if (byFirst.Count > 0 && byFirst.TryGetValue(word[0], out candidates))
            longest = Math.Max(longest, Longest(candidates, words, at));
        if (byLast.Count > 0 && byLast.TryGetValue(word[^1], out candidates))
            longest = Math.Max(longest, Longest(candidates, words, at));
        return longest;
    }

    static int Longest(List<string[]> candidates, ReadOnlySpan<Word> words, int at)
    {
        var longest = 0;
        foreach (var phrase in candidates)
            if (phrase.Length > longest && Matches(phrase, words, at))
                longest = phrase.Length;
        return longest;
    }

    static bool Matches(string[] phrase, ReadOnlySpan<Word> words, int at)
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
    public (int At, int Length)? Find(ReadOnlySpan<Word> words, int from = 0, int? to = null)
    {
        for (var i = from; i < (to ?? words.Length); i++)
            if (At(words, i) is > 0 and var length)
                return (i, length);
        return null;
    }

    public bool In(ReadOnlySpan<Word> words) => Find(words) is not null;

    public bool In(string text) => In(Sentence.Split(text, 0, Math.Min(text.Length, Sentence.Longest)));
}
