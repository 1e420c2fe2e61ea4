namespace Samverk.Reading;

/// <summary>
/// Which verbs of a named person speak of a task. Tasks can be about anything, so those are told by what they are not:
/// words for reporting, thinking, leading a meeting and being somewhere are few and known.
/// </summary>
static class OpenVerbs
{
    static readonly Phrases NoAct = new("är", "har", "var", "blir", "heter", "finns", "får", "kan", "bör", "måste", "ska", "skall", "kommer", "vill", "brukar", "verkar", "behöver", "vet", "ser", "hör", "tror", "tycker", "anser", "menar", "känner", "upplever", "märker", "hoppas", "önskar", "väntar", "säger", "undrar", "hävdar", "bedömer", "uppfattar", "instämmer", "håller med", "håller delvis", "håller inte", "håller fast", "saknar", "efterlyser",
        "framför", "framhåller", "betonar", "poängterar", "understryker", "konstaterar", "påpekar", "nämner", "tillägger", "uppger", "upplyser", "bekräftar", "kommenterar", "invänder", "varnar", "ifrågasätter", "uttrycker", "hänvisar", "refererar", "belyser", "sammanfattar", "reflekterar", "resonerar", "diskuterar", "tipsar", "rekommenderar", "föreslår", "yrkar", "reserverar", "avstår", "uppmärksammar", "signalerar", "noterar", "aviserar", "orienterar", "delger", "förtydligar att", "meddelar att", "påminner om", "lyfter att", "anmäler att", "svarar att", "lovar",
        "öppnar", "avslutar", "hälsar", "tackar", "välkomnar", "leder", "inleder", "ansluter", "deltar", "medverkar", "närvarar", "avviker", "anländer", "lämnar mötet", "presiderar", "antecknar", "sitter", "står", "arbetar", "jobbar", "tjänstgör", "vikarierar", "slutar", "börjar", "byter", "tillträder", "ersätter", "företräder", "representerar", "går i", "går över", "går vidare", "går ur", "går med", "kliver", "flyttar", "lämnar uppdraget", "lämnar sitt", "lämnar sin", "lämnar över", "anmäler en", "anmäler övrig*", "anmäler jäv", "begär ordet", "vikarierar", "pensioneras", "äger", "tillhör", "sköter", "brinner", "träffar", "utgör", "ingår", "deltager",
        "tar upp", "tar ordet", "tar vid", "tar del", "ger en", "ger ett", "ger exempel", "ger en bild", "gör en dragning", "gör en genomgång", "gör en kort", "håller en", "håller ett", "håller sig", "stöder", "stödjer", "välkomnar", "gratulerar", "avtackas", "mår", "fyller", "läser upp", "läser högt", "rör", "gäller", "kör", "möter", "bifaller", "godkänner", "beslutar", "väljer", "antar", "avslår", "skriver anteckningar", "för anteckningar", "tar över efter", "efterträder", "bidrar", "förordar", "ogillar", "gillar", "accepterar", "nominerar", "befarar", "oroas", "beklagar", "vittnar", "motiverar", "argumenterar", "poängterar", "stänger", "öppnar", "har", "heter", "växer", "minskar", "ökar", "leder", "avgår", "återvänder", "utgår", "klarar", "prövar", "erbjuder", "vinner", "räcker", "verkar", "beräknar", "räknar med", "driver", "köper", "bygger", "anställer", "inför", "satsar");

    /// <summary>Words of a report, unless it is to be given at a meeting to come.</summary>
    static readonly Phrases Report = new("informerar", "berättar", "redovisar", "presenterar", "föredrar", "redogör", "rapporterar", "visar", "beskriver", "förklarar", "lyfter", "exemplifierar", "fördjupar", "uppmanar");

    /// <summary>Words that tell what was said or done, unless a day to come is named beside them.</summary>
    static readonly Phrases Mixed = new("drar", "går", "frågar", "delar", "ber", "ger", "använder", "tar", "provar");
    static readonly Phrases ToCome = new("på nästa möte", "vid nästa möte", "på mötet", "vid mötet", "till nästa möte", "till mötet", "nästa träff", "nästa gång", "nästa sammanträde", "på kommande möte", "vid kommande möte");

    static readonly HashSet<string> NoVerbs = new(StringComparer.Ordinal)
    {
        "efter", "under", "över", "eller", "för", "per", "inför", "när", "där", "här", "hur", "samt", "mer", "fler", "framöver", "mellan", "dessutom", "därefter", "utöver", "or", "er", "vår", "innanför", "utanför", "var", "utifrån", "klar", "varför", "därför", "ner", "senior", "junior", "vänner", "herr", "ej", "bitr", "ordf", "inter", "alltjämt", "ytterligare", "nätverksträffar",
    };

    /// <summary>Whether the word at a place is a present-tense verb for doing something.</summary>
    public static bool IsAct(WordList words, int at) => IsPresent(words[at].Lower) && NoAct.At(words, at) == 0 && Report.At(words, at) == 0 && Mixed.At(words, at) == 0;

    public static bool IsReport(WordList words, int at) => Report.At(words, at) > 0;

    public static bool IsMixed(WordList words, int at) => Mixed.At(words, at) > 0;

    /// <summary>A report that is still to be given.</summary>
    public static bool IsToCome(WordList words, int at) => ToCome.Find(words, at) is not null;

    /// <summary>Words that may stand before the verb when its subject follows: 'Till nästa möte läser Anna …'.</summary>
    static readonly Phrases Adverbial = new("till", "inför", "därefter", "sedan", "därutöver", "vidare", "nu", "fortsatt", "i", "på", "vid", "senast", "under", "efter", "före", "innan", "samtidigt", "dessutom", "för", "som", "framöver", "parallellt", "direkt", "när", "om");

    public static bool MayInvert(WordList words) => Adverbial.At(words, 0) > 0;

    public static bool IsPresent(string word) => word.Length > 2 && word[^1] == 'r' && word[^2] is 'a' or 'e' or 'å' or 'ö' or 'y' && !NoVerbs.Contains(word) && word.All(char.IsLetter);

    static readonly Phrases NoPassive = new("leds", "inleds", "öppnas", "redovisas", "presenteras", "föredras", "ersätts", "företräds", "representeras", "avslutas", "hålls", "informeras", "stöds", "finansieras", "ägs", "drivs", "används", "orsakas", "sköts", "utförs", "godkänns", "beslutas", "antas", "fattas", "välkomnas", "lyftes", "utses", "väljs", "påverkas", "anmäls", "anmälas");

    /// <summary>'presenteras av': a task only with a day to come.</summary>
    public static bool IsPassiveReport(WordList words, int at) =>
        at + 2 < words.Length && words[at + 1].Lower == "av" && words[at].Lower is "presenteras" or "redovisas" or "föredras";

    /// <summary>'tillfrågas av', 'skrivs av': the doer follows.</summary>
    public static bool IsPassive(WordList words, int at) =>
        at + 2 < words.Length && words[at + 1].Lower == "av" && words[at].Lower is { Length: > 4 } word && word[^1] == 's' && IsPassiveForm(words, at);

    /// <summary>A present passive: 'skrivs', not 'skrevs', 'har skrivits' or 'leds'.</summary>
    public static bool IsPassiveForm(WordList words, int at) =>
        words[at].Lower is { Length: > 2 } word && word[^1] == 's' && !Past.Exists(e => word.EndsWith(e, StringComparison.Ordinal)) && NoPassive.At(words, at) == 0 && (word.EndsWith("as", StringComparison.Ordinal) || word is "tas" or "ges" or "lyfts" or "skrivs" or "drivs" or "sänds" or "bereds" or "hålls" or "följs" or "ses" or "görs");

    static readonly List<string> Past = ["des", "ats", "its", "tts", "ogs", "gavs", "ölls"];
}
