using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>Tells names of people from names of organisations and titles.</summary>
static partial class Names
{
    const RegexOptions Options = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’´]*\.?(?:-\p{L}[\p{L}'’]*)*$", Options, Matching.TimeLimit)]
    static partial Regex NameWord { get; }
    [GeneratedRegex(@"^\(?(?:S|M|C|L|V|KD|MP|SD|FP|FI|F!|LP|LPo|BP|ÖP|VL|DD|HoM|Kv|OP|SP|SJVP|NYÅ|FD|[Ll]okalt?)\)?$", Options, Matching.TimeLimit)]
    static partial Regex Party { get; }

    static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "von", "af", "av", "de", "van", "der", "den", "la", "al", "el", "da", "di", "do", "dos", "bin", "ben", "zu", "le" };

    static readonly Phrases Organisation = new("region*", "regionen", "kommun*", "*kommun", "*kommuner", "*kommunen", "landsting*", "*förvaltning*", "*nämnd", "*nämnden", "*sjukhus*", "*förbund*", "polis*", "länsstyrelse*", "*universitet*",
        "*högskol*", "*myndighet*", "*förening*", "*enheten", "*enhet", "*avdelning*", "*centrum", "*kansli*", "*hälsan", "*vården", "*vård", "*omsorg", "*omsorgen", "*styrelse*", "*utskott*", "*råd", "*rådet", "*gruppen", "*grupp",
        "primärvård*", "psykiatri*", "öppenvård*", "slutenvård*", "socialtjänst*", "närsjukvård*", "vårdcentral*", "vårdförbund*", "folkhälsa", "län", "skr", "nsph", "område*", "*område", "*klinik*", "apotek*", "försäkringskassan", "arbetsförmedling*",
        "bolag*", "ab", "stiftelse*", "*nätverk*", "brukar*", "*koncern*", "*organisation*", "rehab*", "habilitering*", "tandvård*", "folktandvård*", "fou*", "sjukvård*", "staben", "*stab", "*staben", "*verksamhet*", "skola", "*skolan", "privata", "familjecentral*");

    static readonly Phrases Title = new("*chef", "*chefer", "*direktör", "*ledare", "*strateg", "*samordnare", "*sekreterare", "*handläggare", "*läkare", "*sköterska", "*råd", "*utvecklare", "*koordinator", "*rådgivare", "*ordförande", "*ordf", "ordf", "*ledamot", "*ledamöter",
        "*ersättare", "*expert", "*specialist", "*jurist", "*ekonom", "*controller", "*administratör", "*assistent", "*konsult", "*pedagog", "*kurator", "*psykolog", "*terapeut", "*inspektör", "*ombud", "*lots", "*analytiker", "*planerare", "*kommunikatör", "*representant",
        "*företrädare", "sekr", "just", "justerare", "*justerare", "föredragande", "adjungerad", "inbjuden", "gäst", "mas", "mar", "bitr", "tf", "t.f", "vice", "rektor", "*rektor", "professor", "doktorand", "*forskare", "*vetare", "protokollförare", "*tekniker", "*coach", "*ansvarig", "*främjare", "*sakkunnig", "tjänsteperson", "tjänsteman", "politiker", "2:e", "1:e", "förste", "andre", "*vd", "*barnmorska", "*farmaceut", "*apotekare", "*dietist", "*logoped", "*lektor", "*ordföranden", "*handledare", "*mottagare", "*förtroendevald");

    static readonly Phrases NoName = new("närvarande", "frånvarande", "övriga", "övrig", "möte*", "protokoll*", "*anteckningar", "dagordning*", "beslut*", "plats", "tid", "datum", "sida", "bilag*", "punkt*", "nästa", "information*", "rapport*", "fråg*", "val", "paragraf*",
        "föregående", "inledning", "sammanfattning", "diskussion*", "uppföljning*", "handlingsplan*", "överenskommelse*", "avtal*", "samverkan*", "nära", "god", "psykisk", "barn", "unga", "ung", "äldre", "hälsa", "projekt*", "stora", "lilla", "sammanträdes*", "sal", "lokal", "konferens*", "digitalt",
        "teams", "skype", "zoom", "via", "deltagare", "vid", "kallade", "inbjudna", "gäster", "underskrift*", "svar", "kommentar*", "ärende*", "status*", "aktuellt", "budget", "mål", "kontakt*", "ansvarig*", "namn", "tjänsteställe", "januari", "februari", "mars", "april", "juni", "juli", "augusti", "september", "oktober", "november", "december",
        "måndag", "tisdag", "onsdag", "torsdag", "fredag", "postadress", "besöksadress", "telefon", "e-post", "hemsida", "box", "org.nr", "sverige*", "svensk*", "norra", "södra", "östra", "västra", "specifik*", "regional*", "samråd*", "chefs*", "lednings*", "styr*", "arbets*", "politisk*", "strategisk*", "gemensam*", "länsgemensam*", "funktion*", "roll", "från", "till", "för", "inga", "ingen", "alla", "en", "ett", "det", "den", "på", "i", "om", "och", "tack", "laget", "runt", "ny", "nya", "nytt", "kort", "lag", "lagen", "digital*", "fokus*", "tema*", "hjälpmedel*", "workshop*", "utbildning*", "presentation*", "genomgång*", "redovisning*", "godkännande*", "lägesrapport*", "remiss*", "*möte", "*möten", "*strategi");

    /// <summary>Two to five name words and nothing else.</summary>
    public static bool IsPerson(string text)
    {
        if (text.Length is < 4 or > 60 || !char.IsUpper(text[0]))
            return false;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is >= 2 and <= 5 && LeadingName(parts) == parts.Length;
    }

    /// <summary>How many of the words from the first on make a person's name; 0 when they do not.</summary>
    public static int LeadingName(IReadOnlyList<string> parts)
    {
        var n = 0;
        while (n < parts.Count && n < 5 && (IsNameWord(parts[n]) || n > 0 && Particles.Contains(parts[n])))
            n++;
        if (n < parts.Count && IsOrganisation(parts[n]) && n > 0 && parts[n] is "kommun" or "kommuns" or "län" or "stad" or "kommunförbund")
            n--;
        while (n > 0 && Particles.Contains(parts[n - 1]))
            n--;
        return n < 2 ? 0 : n;
    }

    /// <summary>The words that were judged last: names and capitalised words come again and again.</summary>
    static readonly JudgedWord?[] Judged = new JudgedWord?[1 << 12];

    sealed record JudgedWord(string Word, bool IsName);

    public static bool IsNameWord(string word)
    {
        if (word.Length == 0 || !char.IsUpper(word[0]))
            return false;
        ref var place = ref Judged[string.GetHashCode(word, StringComparison.Ordinal) & (Judged.Length - 1)];
        // Read once and written whole: another thread may put another word here at any time.
        var judged = Volatile.Read(ref place);
        if (judged is null || judged.Word != word)
            Volatile.Write(ref place, judged = new(word, Judge(word)));
        return judged.IsName;
    }

    static bool Judge(string word) =>
        NameWord.IsMatch(word) && !IsOrganisation(word) && !NoName.In(word) && !(Title.In(word)) && (word.Length > 1 || true) && !(word.Length is 2 or 3 or 4 && word.All(char.IsUpper));

    public static bool IsParty(string text) => text.Length < 12 && Party.IsMatch(text);

    public static bool IsOrganisation(string text) => Organisation.In(text);

    public static bool IsTitle(string text) => Title.In(text);

    public static string FirstName(string name) => name.Split(' ')[0];
}
