using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>The ways that minutes write an organisation: 'Växjö', 'Växjö kommun', 'Växjö kommuns', 'VÄXJÖ', 'Region Örebro län'.</summary>
public static class OrganisationName
{
    const string Municipality = " kommun";
    static readonly string[] OwnEndings = ["fors", "näs", "ås"];
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

    /// <summary>A municipality as a map or a column head has room for: 'Askersund' of 'Askersunds kommun'. Any other name is left as it is.</summary>
    public static string Place(string fullName) =>
        !fullName.EndsWith(Municipality, StringComparison.Ordinal) ? fullName
        : OfficialRegister.Recognise(fullName)?.Name ?? WithoutGenitive(fullName[..^Municipality.Length]);

    // Places of the register are known; of others what ends as places do that have their own s is left.
    static string WithoutGenitive(string place) => place.EndsWith('s') && !OwnEndings.Any(end => place.EndsWith(end, StringComparison.Ordinal)) ? place[..^1] : place;

    /// <summary>Whether a written name means the organisation of this full name.</summary>
    public static bool Means(string written, string fullName) => Forms(written).Intersect(Forms(fullName)).Any();
}
