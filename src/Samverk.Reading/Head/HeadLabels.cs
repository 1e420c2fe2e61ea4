using System.Text.RegularExpressions;

namespace Samverk.Reading;

enum HeadLabel { Time, Date, Place, TimeAndPlace, Chair, ViceChair, Secretary, Adjusters, Adjusted, AdjustmentTime, Present, Members, Deputies, Guests, Absent, CaseNumber, Paragraphs, Other }

/// <summary>The labels of a document's head and of its attendance list.</summary>
static class HeadLabels
{
    const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static readonly Phrases Opening = new("mötet öppnas", "mötet öppnades", "mötets öppnande", "öppnande", "öppnas", "inledning", "välkommen", "välkomna", "mötets öppning", "sammanträdet öppnas", "sammanträdets öppnande", "upprop", "mötesöppning", "godkännande av dagordning*", "fastställande av dagordning*", "val av justerare", "val av justeringsperson*", "föregående protokoll", "föregående mötesanteckning*", "föregående minnesanteckning*", "föregående möte*");

    static readonly (HeadLabel Label, Regex Pattern)[] Patterns =
    [
        (HeadLabel.AdjustmentTime, Of(@"justering(?:ens)?,? (?:plats och tid|tid och plats)|(?:plats och tid|tid och plats) för justering(?:en)?|justeringstid|tid för justering|justeringens")),
        (HeadLabel.TimeAndPlace, Of(@"(?:sammanträdes|mötes)?tid (?:och|&|/) (?:mötes)?plats|plats (?:och|&|/) (?:sammanträdes|mötes)?tid|tid/plats|plats/tid|datum,? (?:tid )?(?:och|&) plats|plats,? datum och tid|när och var|tid, plats|datum/plats|plats, tid")),
        (HeadLabel.Date, Of(@"(?:mötes|sammanträdes|protokolls)?datum|sammanträdesdag|mötesdag|dag|datum (?:och|&) tid|datum/tid|mötesdatum och tid")),
        (HeadLabel.Time, Of(@"(?:mötes|sammanträdes)?tid(?:punkt)?(?: och datum)?|när|klockslag")),
        (HeadLabel.Place, Of(@"(?:mötes|sammanträdes)?plats|lokal|var|mötesform|mötesplats|möteslokal|sammanträdeslokal|mötesrum")),
        (HeadLabel.ViceChair, Of(@"(?:vice|(?:1|2):?[ae]? vice|andre vice|förste vice) (?:ordförande|ordf\.?)")),
        (HeadLabel.Adjusters, Of(@"justerare|(?:utsedd(?:a)?|utses) (?:att justera|till justerare|justerare)|att justera|justeringsperson(?:er)?|justeringsman|justeringsmän|protokolljusterare|val av justerare|till justerare|utses att justera")),
        (HeadLabel.Adjusted, Of(@"(?:protokollet )?(?:justerat|justeras|justerades|justering)(?: (?:den|av|datum|digitalt|elektroniskt))?|justeringsdatum|justeringsdag")),
        (HeadLabel.Secretary, Of(@"(?:mötes)?sekreterare|vid (?:protokollet|anteckningarna|pennan|minnesanteckningarna)|protokollförare|protokollet fört av|protokoll fört av|(?:minnes|mötes)?anteckning(?:ar|arna)?(?: (?:förda|skrivna|gjorda))? av|antecknat av|nedtecknat av|(?:minnes|mötes)anteckningar(?:na)?(?: förs| fördes| skrivs)? av|antecknare|anteckningar|skrivet av|vid tangenterna|vid tangentbordet|vid datorn|dokumentation|skrev|skriver|antecknade|för anteckningar|förde anteckningar")),
        (HeadLabel.Chair, Of(@"(?:\p{L}+ och )?(?:mötes)?ordförande(?:n)?|ordf\.?|mötesledare|ordförande vid mötet|mötet leddes av|samtalsledare|sammankallande|ledde mötet|leder mötet|mötesordförande")),
        (HeadLabel.Absent, Of(@"ej närvarande(?: \p{L}+)?|(?:ledamöter )?frånvarande(?: \p{L}+)?|(?:anmält |anmälda |meddelat |meddelade |lämnat )?(?:förhinder|frånvaro)(?: anmält| anmälda| meddelat)?|anmält förhinder|inte närvarande|återbud|ej deltagande|deltog (?:ej|inte)|(?:kunde|kan) (?:inte|ej)(?: vara med| delta| komma)?|saknades|saknas|frånv\.?|återbud från|ej med|inte med|hade förhinder|ej på plats|frånvarande deltagare|förhindrade|förhindrad|(?:har )?(?:lämnat|meddelat|anmält) (?:återbud|förhinder|frånvaro)|frånvarande (?:med|utan) avanmälan|vilka inte|anmäld frånvaro|deltog ej")),
        (HeadLabel.Deputies, Of(@"(?:närvarande |ej |icke |övriga )*(?:tjänstgörande |tjg\.? )*(?:ersättare|ers\.)(?: närvarande)?|ej tjänstgörande(?: ersättare)?|ersättande ledamöter|suppleanter")),
        (HeadLabel.Guests, Of(@"(?:övriga|inbjudna|adjungerade|gäster|tjänstepersoner)(?:,? (?:och|samt|/) (?:övriga|inbjudna|adjungerade|gäster|föredragande|tjänstepersoner|närvarande))+(?: (?:närvarande|deltagare))?|inbjuden gäst|inbjudna gäster|övriga?(?: (?:närvarande|deltagare|deltagande|tjänstepersoner|tjänstemän|inbjudna))+|inbjudn?a(?: (?:gäster|föredragande|tjänstepersoner|till \p{L}+ \p{L}+))?|gäster|gäst|adjungerade?(?: \p{L}+)?|föredragande(?: tjänstepersoner)?|inbjudna (?:och|samt) föredragande|närvarande tjänstepersoner|tjänstepersoner|tjänstemän|övriga|insynsplats(?:er)?|åhörare")),
        (HeadLabel.Members, Of(@"(?:närvarande |ordinarie |beslutande )*(?:ledamöter|ledamot)(?: närvarande)?|beslutande(?: ledamöter)?|närvarande beslutande")),
        (HeadLabel.Present, Of(@"närvarande(?: (?:på plats|via \p{L}+|på \p{L}+|digitalt|fysiskt|i rummet|deltagare|på mötet|vid mötet|personer|representanter|\p{L}*politiker))?|deltagare(?: (?:på mötet|vid mötet|på plats))?|deltagande|deltog|mötesdeltagare|medverkande|närvaro(?:lista|förteckning)?|deltagarlista|deltagarförteckning|när?varande \p{L}+|digitalt|på plats|via teams|via länk|på distans|på länk|via skype|via zoom|med på mötet|med var|med|närv\.?|vilka|vi som var med|vi som deltog|i rummet|på teams|på zoom|på skype|fysiskt|närvarande (?:för|från) [\p{L} ]{3,40}|från \p{L}{3,}(?:erna|orna|arna|en|et)|deltagarlista [\p{L} ()]{3,20}")),
        (HeadLabel.CaseNumber, Of(@"(?:d(?:iarie)?nr|diarienummer|ärendenummer|ärendenr|beteckning|diariebeteckning|referens|dnr)\.?")),
        (HeadLabel.Paragraphs, Of(@"paragraf(?:er)?|§§")),
        (HeadLabel.Other, Of(@"tjänsteställe|handläggare|telefon|e-post|kopia till|sändlista|kallade|utskickat till|delges|för kännedom|dagordning|föredragningslista|förslag till dagordning|organisation|förvaltning|version|ärenden|agenda|utdragsbestyrkande|underskrifter|namn|roll|funktion|avdelning|anslag|bevis|protokoll|nästa möte|postadress|besöksadress|skapad av|upprättad av|sidor?|expedieras|kontakt(?:person)?")),
    ];

    static Regex Of(string words) => new($@"^(?<label>{words})\s*(?<end>[:.?]+|[-–]\s|$|\t|\([^)]{{0,60}}\)\s*:?)", Options);

    /// <summary>The label that a text or cell begins with, and where what it labels starts. A label ends with a colon or stands alone.</summary>
    public static (HeadLabel Label, int From)? Parse(string text)
    {
        var head = text.Length > 80 ? text[..80] : text;
        foreach (var (label, pattern) in Patterns)
            if (pattern.Match(head) is { Success: true } m)
                return (label, Math.Min(text.Length, m.Length));
        return null;
    }

    static readonly Regex Remote = new(@"^(?:närvarande )?(?:digitalt?|via (?:teams|skype|zoom|länk)|på (?:distans|länk|teams|zoom|skype)|distans|teams|skype|zoom)\b", Options);

    /// <summary>'På länk:', 'Digitalt:' – those who took part from elsewhere.</summary>
    public static bool IsRemote(string label) => Remote.IsMatch(label.Length > 40 ? label[..40] : label);

    public static bool Is(string text) => Parse(text) is not null;

    static readonly Regex Column = new(@"^(?:namn|roll|funktion|organisation|förvaltning|avdelning|kommun|parti|representerar|tjänsteställe|handläggare|telefon|e-post|version)\b", Options);

    /// <summary>A label that may stand among the attendance list without ending it.</summary>
    public static bool IsColumn(string text) => text.Length < 40 && Column.IsMatch(text);

    public static bool IsAttendance(HeadLabel label) => label is HeadLabel.Present or HeadLabel.Members or HeadLabel.Deputies or HeadLabel.Guests or HeadLabel.Absent;

    static readonly Regex Kind = new(@"\b(?<kind>(?:samman\p{L}+|mötes)?protokoll(?:et)?|möte?s?anteckningar(?:na)?|minnesanteckningar(?:na)?|minnesant)\b|^(?<kind>anteckningar)\b", Options);

    /// <summary>Where the word for the document's kind stands in a text.</summary>
    public static (string Kind, int Start, int End)? KindOf(string text)
    {
        if (text.Length > 300 || Kind.Match(text) is not { Success: true } m)
            return null;
        var word = m.Value.ToLowerInvariant();
        var kind = word.Contains("protokoll", StringComparison.Ordinal) ? "protokoll" : word.StartsWith("minnes", StringComparison.Ordinal) ? "minnesanteckningar" : "mötesanteckningar";
        return (kind, m.Index, m.Index + m.Length);
    }
}
