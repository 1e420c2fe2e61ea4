namespace Samverk.Reading;

/// <summary>A word's lower-case form, and which lists of phrases it may begin a phrase of.</summary>
sealed class WordForm
{
    /// <summary>Forms that are kept to be used again, in all documents; a form that is not is made anew.</summary>
    static readonly WordForm?[] Kept = new WordForm?[1 << 14];
    const int LongestKept = 40;

    readonly Vocabulary vocabulary;

    WordForm(string text, Vocabulary vocabulary)
    {
        (Text, this.vocabulary) = (text, vocabulary);
        Lists = vocabulary.ListsAt(text);
    }

    public string Text { get; }

    /// <summary>The lists as bits, as many as its <see cref="Vocabulary"/> knew.</summary>
    public ulong[] Lists { get; }

    public static WordForm Of(ReadOnlySpan<char> word, Vocabulary vocabulary)
    {
        if (word.Length > LongestKept)
            return new(word.ToString().ToLowerInvariant(), vocabulary);
        Span<char> lower = stackalloc char[LongestKept];
        lower = lower[..word.ToLowerInvariant(lower)];
        ref var kept = ref Kept[PlaceOf(lower)];
        // Read once and written whole: another thread may put another form here at any time.
        var form = Volatile.Read(ref kept);
        if (form is null || !ReferenceEquals(form.vocabulary, vocabulary) || !lower.SequenceEqual(form.Text))
            Volatile.Write(ref kept, form = new(lower.ToString(), vocabulary));
        return form;
    }

    static uint PlaceOf(ReadOnlySpan<char> word)
    {
        var hash = 2166136261;
        foreach (var c in word)
            hash = (hash ^ c) * 16777619;
        return (hash ^ hash >> 15) & (uint)(Kept.Length - 1);
    }
}
