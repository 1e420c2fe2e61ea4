namespace Samverk.Reading;

/// <summary>Tells the body whose minutes these are from other bodies that the text speaks of.</summary>
sealed class OwnBody
{
    static readonly string[] Kinds = ["råd", "grupp", "nämnd", "nätverk", "forum", "utskott", "styrelse", "beredning", "kommitté", "presidi", "ledning", "delegation", "team", "organ", "samverkan", "kollegi"];
    static readonly Phrases Always = new("rådet", "rådets", "mötet", "mötets", "ledamöterna", "ledamöternas", "deltagarna", "sammanträdet", "gruppen", "gruppens", "nätverket", "nätverkets", "forumet", "forumets", "samrådet", "vi", "ledamöter", "mötesdeltagarna", "närvarande", "representanterna", "samverkansorganet", "kommittén");
    static readonly Phrases Weak = new("man", "alla", "samtliga", "ni");
    static readonly Phrases Bodies = new("*styrelsen", "*styrelse", "*nämnden", "*nämnd", "*nämnder", "*nämnderna", "*fullmäktige", "*utskottet", "*utskott", "regeringen", "riksdagen", "*rådet", "*gruppen", "*grupp", "*kommittén", "*beredningen", "skr", "skl", "kommunerna", "kommunen", "regionen", "region", "*ledningen", "*delegationen", "*presidiet",
        "*nätverket", "kommuner", "regioner", "huvudmännen", "ministern", "staten", "myndigheten", "*myndigheten", "*förbundet", "styrgrupp", "*styrelserna", "domstolen", "eu", "parterna", "*kommun", "politiken", "*cheferna", "*ledning", "respektive", "ivo");

    readonly List<string> stems = [];
    readonly Dictionary<string, bool> known = new(StringComparer.Ordinal);

    public OwnBody(string? body)
    {
        foreach (var word in Sentence.Split(body ?? "", 0, (body ?? "").Length))
            if (Kinds.FirstOrDefault(k => word.Lower.Contains(k, StringComparison.Ordinal)) is { } kind)
            {
                stems.Add(word.Lower[..(word.Lower.IndexOf(kind, StringComparison.Ordinal) + kind.Length)]);
                stems.Add(kind);
                if (word.Lower.StartsWith("arbetsutskott", StringComparison.Ordinal))
                    stems.Add("au");
            }
    }

    /// <summary>'styrgruppen' is 'Länsstyrgruppen', 'forumet' is 'Samverkansforum'.</summary>
    public bool Is(string word)
    {
        if (!known.TryGetValue(word, out var isOwn))
            known[word] = isOwn = Names(word);
        return isOwn;
    }

    bool Names(string word)
    {
        if (Always.In(word) || word == "au" && stems.Contains("au"))
            return true;
        if (word.StartsWith("ledning", StringComparison.Ordinal) && stems.Exists(s => s.EndsWith("ledning", StringComparison.Ordinal)))
            return true;
        var kind = Kinds.FirstOrDefault(k => word.Contains(k, StringComparison.Ordinal));
        if (kind is null)
            return false;
        var stem = word[..(word.IndexOf(kind, StringComparison.Ordinal) + kind.Length)];
        return stems.Exists(s => s.EndsWith(stem, StringComparison.Ordinal));
    }

    public bool IsOther(WordList words, int at) => !Is(words[at].Lower) && Bodies.At(words, at) > 0;

    /// <summary>Whether the subject of a verb is this body: the nearest body named before it, or right after it.</summary>
    public bool Speaks(Sentence sentence, int verb, int verbEnd, bool allowWeak = true)
    {
        var words = sentence.Words;
        if ((verb == 1 || verbEnd == words.Length) && words.Length > 0 && IsShortForm(sentence))
            return true;
        for (var i = Math.Min(verb, words.Length) - 1; i >= 0 && verb - i < 14; i--)
        {
            if (Is(words[i].Lower))
                return true;
            if (IsOther(words, i) || words[i].Lower is "som" or "när" or "om" or "att" && verb - i > 1)
                return false;
            if (allowWeak && Weak.At(words, i) > 0)
                return true;
        }
        for (var i = verbEnd == words.Length ? 0 : verbEnd; i < words.Length && i < verbEnd + 4 || verbEnd == words.Length && i < words.Length; i++)
        {
            if (words[i].Lower is "att" or "om" && verbEnd != words.Length)
                return false;
            if (Is(words[i].Lower) || allowWeak && (words[i].Lower is "man" or "vi" || verbEnd == words.Length && Weak.At(words, i) > 0))
                return true;
            if (IsOther(words, i))
                return false;
        }
        return false;
    }

    /// <summary>'KRF godkänner': a body by its initials, not one of the bodies that all know.</summary>
    static bool IsShortForm(Sentence sentence)
    {
        var word = sentence.Cut(0, 1);
        return word.Length is >= 2 and <= 6 && word.All(char.IsUpper) && word is not ("SKR" or "SKL" or "IVO" or "MSB" or "FHM" or "EU" or "NSPH" or "RSS" or "KF" or "KS" or "RS" or "RF" or "HSN");
    }

    public bool NamesOther(Sentence sentence, int from, int to)
    {
        for (var i = from; i < to && i < sentence.Words.Length; i++)
            if (IsOther(sentence.Words, i))
                return true;
        return false;
    }
}
