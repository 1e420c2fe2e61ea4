using System.Text.RegularExpressions;
using Samverk.Shared;

namespace Samverk.Meetings.Publishing;

/// <summary>
/// Finds what looks like a person's name in running text: two to four words in a row that begin with a capital, none of
/// them of an organisation, a body or an institution. It finds rather too much than too little: a person decides.
/// </summary>
/// <param name="ofOrganisations">Words that begin names of organisations and bodies, folded.</param>
/// <param name="firstNames">First names that are known in the area, folded.</param>
sealed partial class NameFinder(IReadOnlySet<string> ofOrganisations, IReadOnlySet<string> firstNames)
{
    const int MostWords = 4;

    static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "af", "av", "von", "van", "de", "der" };

    static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "region", "regionen", "kommun", "kommunen", "län", "vård", "vården", "nära", "god", "sip", "microsoft", "teams", "socialstyrelsen", "sveriges", "svenska",
        "hälso", "enligt", "handlingsplan", "överenskommelse", "överenskommelsen", "rutin", "rutinen", "punkt", "bilaga", "protokoll", "beslut", "information",
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
    };

    static readonly string[] OfInstitutions =
        ["huset", "rådet", "gruppen", "nämnden", "kommun", "kommunen", "kommuner", "styrelsen", "verket", "myndigheten", "utskottet", "förbundet", "centrum", "sjukhuset", "skolan", "hemmet", "mottagningen", "län", "länet", "vården"];

    /// <summary>Names in the order of the text, each with single spaces between its words.</summary>
    public IEnumerable<string> In(string text)
    {
        var words = Word().Matches(text);
        for (var i = 0; i < words.Count;)
        {
            var length = Run(text, words, i);
            if (length >= 2 && Name(text, words, i, length) is { } name)
                yield return name;
            i += Math.Max(1, length);
        }
    }

    static int Run(string text, MatchCollection words, int from)
    {
        var to = from;
        while (to < words.Count && to - from < MostWords && (to == from || OnlySpace(text, words[to - 1], words[to]))
            && (IsCapital(words[to].Value) || (to > from && Particles.Contains(words[to].Value))))
            to++;
        while (to > from && Particles.Contains(words[to - 1].Value))
            to--;
        return to - from;
    }

    string? Name(string text, MatchCollection words, int from, int length)
    {
        // 'Enligt Karin Apelgren' begins a sentence with a word that is no name.
        if (length > 2 && BeginsSentence(text, words[from].Index) && !firstNames.Contains(Swedish.Fold(words[from].Value)))
            (from, length) = (from + 1, length - 1);
        var name = Enumerable.Range(from, length).Select(i => words[i].Value).ToList();
        var folded = name.ConvertAll(Swedish.Fold);
        var isOther = ofOrganisations.Contains(folded[0]) || folded.Exists(w => Common.Contains(w) || OfInstitutions.Any(end => w.EndsWith(end, StringComparison.Ordinal)));
        return isOther && !firstNames.Contains(folded[0]) ? null : string.Join(' ', name);
    }

    static bool IsCapital(string word) => word.Length > 1 && char.IsUpper(word[0]) && word.Any(char.IsLower);

    static bool OnlySpace(string text, Match before, Match after) => after.Index - before.Index - before.Length is > 0 and < 4 && text.AsSpan(before.Index + before.Length, after.Index - before.Index - before.Length).IsWhiteSpace();

    static bool BeginsSentence(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd();
        return before.Length == 0 || before[^1] is '.' or '!' or '?' or ':' or ';' or '•' or '–' or '-';
    }

    [GeneratedRegex(@"[\p{L}]+(?:['’-][\p{L}]+)*", RegexOptions.NonBacktracking, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
