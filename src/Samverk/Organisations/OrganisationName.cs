using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>The ways that minutes write an organisation: 'Växjö', 'Växjö kommun', 'Växjö kommuns', 'VÄXJÖ', 'Region Örebro län'.</summary>
public static class OrganisationName
{
    static readonly string[] KindWords = ["kommun", "kommunen", "kommuns", "kommunens", "stad", "stads"];

    /// <summary>The forms of a name that mean the same organisation, folded; the fullest first.</summary>
    public static IEnumerable<string> Forms(string written)
    {
        var words = Swedish.Fold(written).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var bare = words.Length > 1 && KindWords.Contains(words[^1]) ? words[..^1] : words;
        if (bare.Length == 0)
            yield break;
        yield return string.Join(' ', words);
        yield return string.Join(' ', bare);
        if (bare[^1] is { Length: > 2 } last && last.EndsWith('s'))
            yield return string.Join(' ', bare[..^1].Append(last[..^1]));
    }

    /// <summary>Whether a written name means the organisation of this full name.</summary>
    public static bool Means(string written, string fullName) => Forms(written).Intersect(Forms(fullName)).Any();
}
