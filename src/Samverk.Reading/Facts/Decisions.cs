namespace Samverk.Reading;

/// <summary>Tells whether a sentence states what this body decided, and which kind of decision it is.</summary>
static class Decisions
{
    static readonly Phrases Deferral = new("bordlägg*", "bordlade", "bordlades", "återremitter*", "återremiss*", "skjuta upp", "skjuta fram", "skjuter upp", "skjuter fram", "skjuts upp", "skjuts fram", "sköts upp", "sköts fram", "sköt upp", "sköt fram", "skjuts", "uppskjut*", "hänskjut*", "hänsköts", "vilande", "vilar", "skjuter vi", "flyttas till nästa", "flyttas fram", "flyttades fram", "flyttas till mötet", "skjuts till", "sköts till", "kunde ej tas", "kunde inte tas", "ajourner*", "får vila", "får vänta", "väntar med", "skjuter på", "återupptas", "kan inte fastställas", "utgår, tas", "tas om i");
    static readonly Phrases Election = new("utser", "utsåg", "utsågs", "utses", "utse", "utsedd", "utsedda", "vald", "valda", "väljer", "valde", "valdes", "väljs", "välja", "nyval", "omval", "omvaldes", "omväljs", "nyvaldes", "fyllnadsval", "entledig*", "nominer*", "adjungerar", "adjungera");
    static readonly Phrases Recommendation = new("rekommenderar", "rekommenderade", "rekommendera", "rekommenderas", "rekommenderades", "förordar", "förordade", "förorda", "föreslår att huvudmännen", "föreslår huvudmännen", "föreslår kommunerna", "föreslår att kommunerna", "föreslår parterna", "föreslår att", "föreslår landstinget*", "föreslår regionen");
    static readonly Phrases Approval = new("godkänn*", "godkänd*", "godkänt", "ställer sig bakom", "ställde sig bakom", "ställa sig bakom", "står bakom", "stå bakom", "tillstyrk*", "bifall*", "bifölls", "biföll", "samtyck*", "ger sitt bifall", "ställer sig * bakom", "ställde sig * bakom", "ställer oss bakom", "ställde oss bakom", "säger ja till", "sa ja till", "sade ja till", "ställer sig positiv*", "ställde sig positiv*");

    /// <summary>Finite verbs that need this body as their subject.</summary>
    static readonly Phrases Active = new("beslutar", "beslutade", "beslöt", "beslutat", "beslutat", "beslutade sig", "godkänner", "godkände", "fastställer", "fastställde", "antar", "antog", "utser", "utsåg", "väljer", "valde", "rekommenderar", "rekommenderade", "ställer sig bakom", "ställde sig bakom", "står bakom", "stod bakom",
        "tillstyrker", "tillstyrkte", "bordlägger", "bordlade", "återremitterar", "återremitterade", "skjuter upp", "skjuter fram", "sköt upp", "sköt fram", "enas om", "enades om", "enas", "enades", "enades", "är överens om", "var överens om", "är eniga om", "var eniga om", "överens om", "kommer överens om", "kom överens om", "kommit överens om", "beviljar", "beviljade",
        "bifaller", "biföll", "avslår", "avslog", "lägger", "lade", "noterar", "noterade", "antecknar", "antecknade", "förordar", "förordade", "tar ställning för", "ställer sig * bakom", "ställde sig * bakom", "ger sitt bifall", "entledigar", "adjungerar", "är överens", "var överens", "beslutar sig", "uttalar", "upphäver", "ansluter sig", "reviderar", "bestämmer", "bestämde", "bestämt", "är enig om", "var enig om", "är enig", "var enig", "är enigt om", "var enigt om", "är enigt", "var enigt", "ställer sig positiv*", "ställde sig positiv*", "nominerar", "nominerade", "avstår", "avstod", "skjuter på", "väntar med", "ställer oss bakom", "ställde oss bakom", "säger ja till", "sa ja till", "kom fram till", "kommer fram till", "skjuter vi", "hänskjuter", "hänsköt", "föreslår att huvudmännen", "föreslår huvudmännen", "föreslår kommunerna", "föreslår att kommunerna", "föreslår parterna", "föreslår att", "ställer sig inte bakom", "ger * mandat", "ger * * mandat", "uppmanar");

    static readonly Phrases NeedsObject = new("lägger", "lade", "enas", "enades", "är överens", "var överens", "väljer", "valde", "antar", "noterar", "noterade", "antecknar", "antecknade", "uttalar", "reviderar", "står bakom");

    /// <summary>Passive forms, which name no subject.</summary>
    static readonly Phrases Passive = new("godkändes", "godkänns", "godkänd", "godkänt", "godkända", "godkännes", "fastställdes", "fastställs", "fastställes", "beslutades", "beslutas", "beslöts", "antogs", "antas", "utsågs", "utses", "valdes", "väljs", "omvaldes", "omväljs", "nyval", "omval", "lades", "läggs", "lagd", "bordlades", "bordläggs",
        "återremitterades", "återremitteras", "skjuts upp", "skjuts fram", "sköts upp", "sköts fram", "skjuts", "tillstyrks", "tillstyrktes", "bifölls", "bifalles", "noterades", "noteras", "rekommenderas", "rekommenderades", "beviljades", "beviljas", "adjungeras", "entledigas", "bestämdes", "bestäms", "hänskjuts", "hänsköts", "vilar", "flyttas till nästa", "flyttas fram", "flyttades fram", "flyttas till mötet", "skjuts till", "sköts till", "enades", "kunde ej tas", "kunde inte tas", "skjuter vi", "får vila", "får vänta", "återupptas", "avslås", "avslogs", "vald", "valda", "konstateras");

    public static readonly Phrases Verbs = new("beslutar", "beslutade", "beslöt", "beslutas", "enas", "enades", "överens", "rekommenderar", "rekommenderade", "godkänner", "godkände", "ställer sig bakom", "ställde sig bakom", "utser", "utsåg", "föreslår", "eniga", "beslut", "beslutet", "bestämmer", "bestämde", "kom fram till", "kommer fram till");

    static readonly Phrases Modal = new("ska", "skall", "kan", "bör", "måste", "behöver", "kommer", "får", "kunna", "skulle", "kunde", "borde", "inte", "ej", "ännu", "väntas", "förväntas", "planeras", "redan", "tidigare");
    static readonly Phrases PastElsewhere = new("tidigare", "förra mötet", "förra året", "förra veckan", "i våras", "i höstas", "i fjol", "redan", "vid förra", "på förra", "i februari", "i mars", "i april", "i maj", "i juni", "i augusti", "i september", "i oktober", "i november", "i december", "i januari", "föregående", "sedan tidigare", "i somras", "i vintras", "senaste mötet", "vid mötet i", "vid mötet den");
    static readonly Phrases OwnMinutes = new("protokoll", "protokollet", "protokollen", "anteckning*", "anteckningarna", "minnesanteckning*", "mötesanteckning*", "dagordning*", "dagordningen", "föredragningslist*");
    static readonly Phrases Postponed = new("tas upp vid", "tas upp på", "tas upp igen", "tas upp på nytt", "tas upp för", "tas upp i", "tar det på", "tar det vid", "tar upp frågan på", "tar upp det på", "tar frågan på", "tas vid", "tas på", "återkommer på nästa", "tas upp till", "tas vid ett senare", "flyttas till nästa", "flyttas till", "flyttades till", "skjuts till", "sköts till", "fattas vid", "fattas på", "behandlas vid", "behandlas på", "avgörs vid", "avgörs på");
    static readonly Phrases LaterMeeting = new("nästa möte", "nästa sammanträde", "kommande möte", "kommande sammanträde", "senare möte", "senare sammanträde", "senare tillfälle", "mötet i", "mötet den", "möte den", "möte i", "nästkommande möte", "nästa träff", "första möte", "i januari", "i februari", "i mars", "i april", "i maj", "i juni", "i augusti", "i september", "i oktober", "i november", "i december", "decembermötet", "septembermötet", "novembermötet", "oktobermötet", "junimötet", "majmötet", "marsmötet", "februarimötet", "aprilmötet", "augustimötet", "januarimötet", "höstens möte", "vårens möte", "sammanträdet i", "sammanträdet den");
    static readonly Phrases NotReady = new("inte redo att", "ej redo att", "inte berett att", "inte beredd att", "inte beredda att", "kan inte ta beslut", "kan inte fatta beslut", "kunde inte fatta", "kunde inte ta", "avvaktar med beslut", "avvaktar beslut", "avvakta med beslut", "väntar med beslut", "väntar med att besluta");
    static readonly Phrases Wish = new("önskar att", "vill att", "önskemål om att", "önskade att", "yrkar", "yrkade", "yrkar på", "föreslår att frågan", "ställer proposition");
    static readonly Phrases Opening = new("mötet öppnades", "mötet avslutades", "förklarar mötet", "förklarade mötet", "mötet förklaras", "mötet förklarades");
    static readonly Phrases InUse = new("enligt beslut", "beslutsförslag", "förslag till beslut", "inför beslut", "för beslut");

    /// <summary>The kind of a sentence that is known to state a decision, as under 'Beslut'.</summary>
    public static string KindOf(WordList words)
    {
        if (Deferral.In(words) || IsPostponed(words))
            return "deferral";
        if (Election.Find(words) is { } chosen && !(words[chosen.At].Lower is "väljer" or "valde" or "välja" && chosen.At + 1 < words.Length && words[chosen.At + 1].Lower == "att"))
            return "election";
        if (Recommendation.In(words))
            return "recommendation";
        return Approval.In(words) ? "approval" : "decision";
    }

    /// <summary>The kind of decision that a sentence of running text states, null for none.</summary>
    public static string? Stated(Sentence sentence, OwnBody own)
    {
        var words = sentence.Words;
        if (words.Length == 0 || Wish.In(words) || sentence.EndsWith('?') || Opening.In(words))
            return null;
        if (StatesActive(sentence, own) || StatesPassive(sentence, own))
            return KindOf(words);
        return IsPostponed(words) ? "deferral" : null;
    }

    static bool StatesActive(Sentence sentence, OwnBody own)
    {
        var words = sentence.Words;
        for (var i = 0; i < words.Length; i++)
        {
            if (Active.At(words, i) is not (> 0 and var length))
                continue;
            var needsObject = NeedsObject.At(words, i) > 0;
            if (needsObject && !HasObject(words, i))
                continue;
            if (i > 0 && words[i - 1].Lower is "som" or "har" or "hade" or "tidigare" && words[i].Lower is "beslutat" or "beslutade" && !(words[i - 1].Lower is "har" && !PastElsewhere.In(words)))
                continue;
            if (i > 0 && words[i - 1].Lower is "de" or "hon" or "han" || i + 2 < words.Length && words[i + 1].Lower == "inte" && words[i + 2].Lower == "vi")
                continue;
            if (i > 1 && words[i - 1].Lower is "inte" or "kan" or "kunde" or "ska" or "att" or "ej")
                continue;
            if (own.Speaks(sentence, i, i + length, allowWeak: !needsObject || words[i].Lower is "står" or "enades" or "enas" && i > 0) && !IsPastElsewhere(words, words[i].Lower))
                return true;
        }
        return false;
    }

    static bool HasObject(WordList words, int verb) => words[verb].Lower switch
    {
        "lägger" or "lade" => Handlingar.In(words),
        "enas" or "enades" or "är" or "var" => words.Length > verb + 1 && !words[^1].Lower.StartsWith("enas", StringComparison.Ordinal),
        "noterar" or "noterade" or "antecknar" or "antecknade" => true,
        _ => true,
    };

    static bool StatesPassive(Sentence sentence, OwnBody own)
    {
        var words = sentence.Words;
        for (var i = 0; i < words.Length; i++)
        {
            if (Passive.At(words, i) is not (> 0 and var length) || !words[i].Lower.StartsWith("kunde", StringComparison.Ordinal) && Modal.Find(words, Math.Max(0, i - 3), i) is not null)
                continue;
            if (!CompletePassive(sentence, own, i, length) || IsPastElsewhere(words, words[i].Lower))
                continue;
            if (KindOf(words) is "deferral" || Election.At(words, i) > 0 && words.Take(i).Any(w => w.Lower == "till") || !OtherAgent(sentence, own, i))
                return true;
        }
        return false;
    }

    static bool CompletePassive(Sentence sentence, OwnBody own, int i, int length)
    {
        var words = sentence.Words;
        var startsIt = i < 2 || words[0].Lower is "det" or "mötet" or "därefter" or "vidare" or "härmed" or "därmed";
        return words[i].Lower switch
        {
            "lades" or "läggs" or "lagd" => FindHandlingar(words),
            "skjuts" => length > 1 || IsPostponed(words),
            "enades" => i == 0 && words.Length > 1,
            "bestämdes" or "bestäms" => startsIt,
            "beslöts" => words[0].Lower is not "efter" && !own.NamesOther(sentence, 0, words.Length),
            "beslutades" or "beslutas" => startsIt || own.Speaks(sentence, i, i + length, allowWeak: false) && !own.NamesOther(sentence, 0, i),
            "godkänd" or "godkänt" or "godkända" => words.Length <= 4 || words.Length <= 8 && OwnMinutes.In(words),
            "antas" or "antogs" or "utses" or "noteras" or "noterades" => words[i].Lower is not ("noteras" or "noterades") || startsIt || words.Length < 8,
            "nyval" or "omval" => words.Length < 14,
            "konstateras" => i == 0,
            "vald" or "valda" => words.Length <= 6,
            _ => true,
        };
    }

    static bool FindHandlingar(WordList words) => Handlingar.In(words);

    static readonly Phrases Handlingar = new("till handlingarna", "ad acta", "till protokollet");

    /// <summary>'av regionstyrelsen', 'i kommunfullmäktige'.</summary>
    static bool OtherAgent(Sentence sentence, OwnBody own, int verb)
    {
        var words = sentence.Words;
        for (var i = 0; i + 1 < words.Length; i++)
            if (words[i].Lower is "av" or "i" or "hos" or "vid" or "inom" && (i > verb - 8))
                for (var j = i + 1; j < Math.Min(words.Length, i + 4); j++)
                    if (own.IsOther(words, j) && (words[i].Lower is not "av" || i > verb))
                        return true;
        return false;
    }

    static bool IsPastElsewhere(WordList words, string verb)
    {
        if (IsDated(words, verb))
            return true;
        if (PastElsewhere.Find(words) is not { } past || OwnMinutes.In(words))
            return false;
        return verb.EndsWith("de", StringComparison.Ordinal) || verb.EndsWith("des", StringComparison.Ordinal) || verb is "utsågs" or "antogs" or "antog" or "utsåg" or "beslöt" or "beslöts" || words[past.At].Lower is "tidigare";
    }

    /// <summary>'beslutade den 15 maj': on another day than this.</summary>
    static bool IsDated(WordList words, string verb)
    {
        for (var i = 0; i + 2 < words.Length; i++)
            if (words[i].Lower == verb && verb is "beslutade" or "antog" or "beslöt" && words[i + 1].Lower == "den" && char.IsDigit(words[i + 2].Lower[0]))
                return true;
        return false;
    }

    static readonly Phrases Anew = new("tas upp på nytt", "tas upp igen", "tas upp för slutligt", "tas upp för beslut", "tas upp för ställningstagande");

    static bool IsPostponed(WordList words) =>
        Postponed.In(words) && LaterMeeting.In(words) || Anew.In(words) || NotReady.In(words) && (words.Length < 40);
}
