namespace Samverk.Search.Analysis;

/// <summary>
/// What is left of a Swedish word without its inflection, by the rules of Snowball's Swedish stemmer (Martin Porter,
/// snowballstem.org): 'utskrivningarna' and 'utskrivning' become one. Added are the definite form of neuters ('avtalet'),
/// as Snowball 3 has it, '-an' ('frågan', 'samverkan'), '-ena' ('mötena'), and '-medlen' to '-medel'.
/// </summary>
static class SwedishStem
{
    const string Vowels = "aeiouyåäö", BeforeS = "bcdfghjklmnoprtvy";

    static readonly string[] Endings = Longest(
        "a arna erna heterna orna ad e ade ande arne are aste ena enas en anden aren heten ern ar er heter or as arnas ernas ornas es ades andes ens arens hetens erns at andet het ast");

    static readonly string[] Doubled = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];

    // 'aktivitet', 'alfabet', 'paket': not the definite form of anything.
    static readonly string[] NotBeforeEt = ["h", "i", "fab", "kom", "rak", "pak", "stak", "plan"];

    /// <param name="word">Folded as <see cref="Word"/> folds.</param>
    public static string Of(string word)
    {
        var from = Region(word);
        if (from >= word.Length || word.Any(char.IsAsciiDigit))
            return word;
        word = WithoutEnding(word, from);
        word = WithoutDoubled(word, from);
        word = WithoutSuffix(word, from);
        return word.EndsWith("medl", StringComparison.Ordinal) ? word[..^1] + "el" : word;
    }

    /// <summary>R1: after the first consonant that follows a vowel, though at least three letters in.</summary>
    static int Region(string word)
    {
        for (var i = 1; i < word.Length; i++)
            if (Vowels.Contains(word[i - 1], StringComparison.Ordinal) && !Vowels.Contains(word[i], StringComparison.Ordinal))
                return Math.Max(3, i + 1);
        return word.Length;
    }

    static string WithoutEnding(string word, int from)
    {
        foreach (var ending in Endings)
            if (Ends(word, ending, from))
                return word[..^ending.Length];
        if (IsNeuter(word, "et", from))
            return word[..^2];
        if (IsNeuter(word, "ets", from))
            return word[..^3];
        if (IsDefinite(word, "an", from))
            return word[..^2];
        if (IsDefinite(word, "ans", from))
            return word[..^3];
        return Ends(word, "s", from) && word.Length > 1 && BeforeS.Contains(word[^2], StringComparison.Ordinal) ? word[..^1] : word;
    }

    static bool IsNeuter(string word, string ending, int from) =>
        Ends(word, ending, from) && word[..^ending.Length] is { Length: > 2 } rest && !Vowels.Contains(rest[^1], StringComparison.Ordinal) && !Array.Exists(NotBeforeEt, n => rest.EndsWith(n, StringComparison.Ordinal));

    // 'plan' and 'organ' are words of their own, also last in others.
    static bool IsDefinite(string word, string ending, int from) =>
        Ends(word, ending, from) && word[..^ending.Length] is { Length: > 3 } rest && !Vowels.Contains(rest[^1], StringComparison.Ordinal) && !rest.EndsWith("pl", StringComparison.Ordinal) && !rest.EndsWith("org", StringComparison.Ordinal);

    static string WithoutDoubled(string word, int from) => Array.Exists(Doubled, d => Ends(word, d, from)) ? word[..^1] : word;

    static string WithoutSuffix(string word, int from)
    {
        if (Ends(word, "fullt", from) || Ends(word, "löst", from))
            return word[..^1];
        if (Ends(word, "lig", from) || Ends(word, "els", from))
            return word[..^3];
        return Ends(word, "ig", from) ? word[..^2] : word;
    }

    static bool Ends(string word, string ending, int from) => word.Length - ending.Length >= from && word.EndsWith(ending, StringComparison.Ordinal);

    static string[] Longest(string endings) => [.. endings.Split(' ').OrderByDescending(e => e.Length)];
}
