using System.Collections.Frozen;

namespace Samverk.Search.Analysis;

/// <summary>
/// Whether a word is made of another: 'utskrivningsklar' of 'utskrivning', 'sjukvårdsavtal' of 'avtal'. The rest must be
/// a word that the index knows, or be joined by an s as Swedish joins; else 'kommun' would be found in 'kommunikation'.
/// </summary>
static class Compounds
{
    /// <summary>Shorter words are in far too many others by accident.</summary>
    public const int ShortestPart = 4;
    const int ShortestRest = 3, Sure = 6;

    // A long rest that begins with a vowel is more often an ending from Latin ('kommun-ikation') than a word.
    const string Vowels = "aeiouyåäö";

    // How words end, and not what they are made of: 'utskrivn' and 'ing' are not two words.
    static readonly FrozenSet<string> OnlyEndings =
        "ing ning else ande ende het skap ist iker isk ism tion ation ering iv itet eri inna ska are".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <param name="whole">A stem of the index, longer than the part.</param>
    /// <param name="part">A stem that is searched for.</param>
    /// <param name="isKnown">Whether the index has a word with this stem.</param>
    public static bool Has(string whole, string part, Func<string, bool> isKnown)
    {
        if (part.Length < ShortestPart || whole.Length < part.Length + ShortestRest)
            return false;
        for (var at = whole.IndexOf(part, StringComparison.Ordinal); at >= 0; at = whole.IndexOf(part, at + 1, StringComparison.Ordinal))
            if (IsFirst(whole.AsSpan(0, at), part, isKnown) && IsLast(whole.AsSpan(at + part.Length), part, isKnown))
                return true;
        return false;
    }

    // What stands before: nothing, or a word, perhaps with its joining s.
    static bool IsFirst(ReadOnlySpan<char> before, string part, Func<string, bool> isKnown)
    {
        if (before.Length == 0)
            return true;
        if (before.Length < ShortestRest)
            return false;
        var joined = before[^1] is 's' or '-';
        return (joined && part.Length > ShortestPart) || (before.Length > ShortestPart && part.Length >= Sure) || IsWord(before, isKnown) || (joined && IsWord(before[..^1], isKnown));
    }

    // What stands after: nothing, or a word, perhaps after its joining s.
    static bool IsLast(ReadOnlySpan<char> after, string part, Func<string, bool> isKnown)
    {
        if (after.Length == 0)
            return true;
        if (after.Length < ShortestRest)
            return false;
        var joined = after[0] == 's' && after.Length > ShortestRest;
        return (joined && part.Length >= Sure) || IsWord(after, isKnown) || (joined && IsWord(after[1..], isKnown)) || (part.Length >= Sure && after.Length >= Sure && !Vowels.Contains(after[0]));
    }

    static bool IsWord(ReadOnlySpan<char> text, Func<string, bool> isKnown)
    {
        if (text.Length < ShortestRest)
            return false;
        var word = text.ToString();
        return !Term.IsCommon(word) && !OnlyEndings.Contains(word) && (isKnown(word) || isKnown(SwedishStem.Of(word)));
    }
}
