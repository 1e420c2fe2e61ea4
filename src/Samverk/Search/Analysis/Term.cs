using System.Collections.Frozen;

namespace Samverk.Search.Analysis;

/// <summary>What a word is indexed as.</summary>
/// <param name="Stem">What it is found by.</param>
/// <param name="Shown">The word itself, folded, for proposals.</param>
readonly record struct Term(string Stem, string Shown)
{
    // So common that they tell nothing. Words that name something in this field ('plan', 'råd') are not here.
    static readonly FrozenSet<string> Common =
        "och det att i en jag hon som han på den med var sig för så till är men ett om hade de av icke mig du henne då sin nu har inte hans honom skulle hennes där min man ej vid kunde något från ut när efter upp vi dem vara vad över än dig kan sina här ha mot alla under någon eller allt mycket sedan ju denna själv detta åt utan varit hur ingen mitt ni bli blev oss din dessa några deras blir mina samma vilken er sådan vår blivit dess inom mellan sådant varför varje vilka ditt vem vilket sitta sådana vart dina vars vårt våra ert era vilkas ska enligt samt kommer finns"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A word that is not indexed: any text has it.</summary>
    public static bool IsCommon(string folded) => Common.Contains(folded) || (folded.Length == 1 && !char.IsAsciiDigit(folded[0]));

    /// <summary>
    /// The terms of a text, one for each time. A word with a hyphen gives its parts, and where a part is as short as in
    /// 'e-hälsa' the whole too.
    /// </summary>
    public static IEnumerable<Term> In(string text)
    {
        var words = Word.In(text);
        for (var i = 0; i < words.Count; i++)
        {
            if (!IsCommon(words[i].Folded))
                yield return Of(words[i].Folded);
            if (words[i].IsJoined && (words[i].Length <= 2 || words[i - 1].Length <= 2) && !words[i].IsNumber)
                yield return Of(words[i - 1].Folded + words[i].Folded);
        }
    }

    public static Term Of(string folded) => new(SwedishStem.Of(folded), folded);
}
