using System.Text.RegularExpressions;

namespace Samverk.Reading;

enum HeadLabel { Time, Date, Place, TimeAndPlace, Chair, ViceChair, Secretary, Adjusters, Adjusted, AdjustmentTime, Present, Members, Deputies, Guests, Absent, CaseNumber, Paragraphs, Other }

/// <summary>The labels of a document's head and of its attendance list.</summary>
static partial class HeadLabels
{
    const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static readonly Phrases Opening = new("mötet öppnas", "mötet öppnades", "mötets öppnande", "öppnande", "öppnas", "inledning", "välkommen", "välkomna", "mötets öppning", "sammanträdet öppnas", "sammanträdets öppnande", "upprop", "mötesöppning", "godkännande av dagordning*", "fastställande av dagordning*", "val av justerare", "val av justeringsperson*", "föregående protokoll", "föregående mötesanteckning*", "föregående minnesanteckning*", "föregående möte*");

    const string Begin = @"^(?<label>", End = @")\s*(?<end>[:.?]+|[-–]\s|$|\t|\([^)]{0,60}\)\s*:?)";

    [GeneratedRegex(Begin + @"justering(?:ens)?,? (?:plats och tid|tid och plats)|(?:plats och tid|tid och plats) för justering(?:en)?|justeringstid|tid för justering|justeringens" + End, Options, Matching.TimeLimit)]
    static partial Regex AdjustmentTimeWords { get; }

    [GeneratedRegex(Begin + @"(?:sammanträdes|mötes)?tid (?:och|&|/) (?:mötes)?plats|plats (?:och|&|/) (?:sammanträdes|mötes)?tid|tid/plats|plats/tid|datum,? (?:tid )?(?:och|&) plats|plats,? datum och tid|när och var|tid, plats|datum/plats|plats, tid" + End, Options, Matching.TimeLimit)]
    static partial Regex TimeAndPlaceWords { get; }

    [GeneratedRegex(Begin + @"(?:mötes|sammanträdes|protokolls)?datum|sammanträdesdag|mötesdag|dag|datum (?:och|&) tid|datum/tid|mötesdatum och tid" + End, Options, Matching.TimeLimit)]
    static partial Regex DateWords { get; }

    [GeneratedRegex(Begin + @"(?:mötes|sammanträdes)?tid(?:punkt)?(?: och datum)?|när|klockslag" + End, Options, Matching.TimeLimit)]
    static partial Regex TimeWords { get; }

    [GeneratedRegex(Begin + @"(?:mötes|sammanträdes)?plats|lokal|var|mötesform|mötesplats|möteslokal|sammanträdeslokal|mötesrum" + End, Options, Matching.TimeLimit)]
    static partial Regex PlaceWords { get; }

    [GeneratedRegex(Begin + @"(?:vice|(?:1|2):?[ae]? vice|andre vice|förste vice) (?:ordförande|ordf\.?)" + End, Options, Matching.TimeLimit)]
    static partial Regex ViceChairWords { get; }

    [GeneratedRegex(Begin + @"justerare|(?:utsedd(?:a)?|utses) (?:att justera|till justerare|justerare)|att justera|justeringsperson(?:er)?|justeringsman|justeringsmän|protokolljusterare|val av justerare|till justerare|utses att justera" + End, Options, Matching.TimeLimit)]
    static partial Regex AdjustersWords { get; }

    [GeneratedRegex(Begin + @"(?:protokollet )?(?:justerat|justeras|justerades|justering)(?: (?:den|av|datum|digitalt|elektroniskt))?|justeringsdatum|justeringsdag" + End, Options, Matching.TimeLimit)]
    static partial Regex AdjustedWords { get; }

    [GeneratedRegex(Begin + @"(?:mötes)?sekreterare|vid (?:protokollet|anteckningarna|pennan|minnesanteckningarna)|protokollförare|protokollet fört av|protokoll fört av|(?:minnes|mötes)?anteckning(?:ar|arna)?(?: (?:förda|skrivna|gjorda))? av|antecknat av|nedtecknat av|(?:minnes|mötes)anteckningar(?:na)?(?: förs| fördes| skrivs)? av|antecknare|anteckningar|skrivet av|vid tangenterna|vid tangentbordet|vid datorn|dokumentation|skrev|skriver|antecknade|för anteckningar|förde anteckningar" + End, Options, Matching.TimeLimit)]
    static partial Regex SecretaryWords { get; }

    [GeneratedRegex(Begin + @"(?:\p{L}+ och )?(?:mötes)?ordförande(?:n)?|ordf\.?|mötesledare|ordförande vid mötet|mötet leddes av|samtalsledare|sammankallande|ledde mötet|leder mötet|mötesordförande" + End, Options, Matching.TimeLimit)]
    static partial Regex ChairWords { get; }

    [GeneratedRegex(Begin + @"ej närvarande(?: \p{L}+)?|(?:ledamöter )?frånvarande(?: \p{L}+)?|(?:anmält |anmälda |meddelat |meddelade |lämnat )?(?:förhinder|frånvaro)(?: anmält| anmälda| meddelat)?|anmält förhinder|inte närvarande|återbud|ej deltagande|deltog (?:ej|inte)|(?:kunde|kan) (?:inte|ej)(?: vara med| delta| komma)?|saknades|saknas|frånv\.?|återbud från|ej med|inte med|hade förhinder|ej på plats|frånvarande deltagare|förhindrade|förhindrad|(?:har )?(?:lämnat|meddelat|anmält) (?:återbud|förhinder|frånvaro)|frånvarande (?:med|utan) avanmälan|vilka inte|anmäld frånvaro|deltog ej" + End, Options, Matching.TimeLimit)]
    static partial Regex AbsentWords { get; }

    [GeneratedRegex(Begin + @"(?:närvarande |ej |icke |övriga )*(?:tjänstgörande |tjg\.? )*(?:ersättare|ers\.)(?: närvarande)?|ej tjänstgörande(?: ersättare)?|ersättande ledamöter|suppleanter" + End, Options, Matching.TimeLimit)]
    static partial Regex DeputiesWords { get; }

    [GeneratedRegex(Begin + @"(?:övriga|inbjudna|adjungerade|gäster|tjänstepersoner)(?:,? (?:och|samt|/) (?:övriga|inbjudna|adjungerade|gäster|föredragande|tjänstepersoner|närvarande))+(?: (?:närvarande|deltagare))?|inbjuden gäst|inbjudna gäster|övriga?(?: (?:närvarande|deltagare|deltagande|tjänstepersoner|tjänstemän|inbjudna))+|inbjudn?a(?: (?:gäster|föredragande|tjänstepersoner|till \p{L}+ \p{L}+))?|gäster|gäst|adjungerade?(?: \p{L}+)?|föredragande(?: tjänstepersoner)?|inbjudna (?:och|samt) föredragande|närvarande tjänstepersoner|tjänstepersoner|tjänstemän|övriga|insynsplats(?:er)?|åhörare" + End, Options, Matching.TimeLimit)]
    static partial Regex GuestsWords { get; }

    [GeneratedRegex(Begin + @"(?:närvarande |ordinarie |beslutande )*(?:ledamöter|ledamot)(?: närvarande)?|beslutande(?: ledamöter)?|närvarande beslutande" + End, Options, Matching.TimeLimit)]
    static partial Regex MembersWords { get; }

    [GeneratedRegex(Begin + @"närvarande(?: (?:på plats|via \p{L}+|på \p{L}+|digitalt|fysiskt|i rummet|deltagare|på mötet|vid mötet|personer|representanter|\p{L}*politiker))?|deltagare(?: (?:på mötet|vid mötet|på plats))?|deltagande|deltog|mötesdeltagare|medverkande|närvaro(?:lista|förteckning)?|deltagarlista|deltagarförteckning|när?varande \p{L}+|digitalt|på plats|via teams|via länk|på distans|på länk|via skype|via zoom|med på mötet|med var|med|närv\.?|vilka|vi som var med|vi som deltog|i rummet|på teams|på zoom|på skype|fysiskt|närvarande (?:för|från) [\p{L} ]{3,40}|från \p{L}{3,}(?:erna|orna|arna|en|et)|deltagarlista [\p{L} ()]{3,20}" + End, Options, Matching.TimeLimit)]
    static partial Regex PresentWords { get; }

    [GeneratedRegex(Begin + @"(?:d(?:iarie)?nr|diarienummer|ärendenummer|ärendenr|beteckning|diariebeteckning|referens|dnr)\.?" + End, Options, Matching.TimeLimit)]
    static partial Regex CaseNumberWords { get; }

    [GeneratedRegex(Begin + @"paragraf(?:er)?|§§" + End, Options, Matching.TimeLimit)]
    static partial Regex ParagraphsWords { get; }

    [GeneratedRegex(Begin + @"tjänsteställe|handläggare|telefon|e-post|kopia till|sändlista|kallade|utskickat till|delges|för kännedom|dagordning|föredragningslista|förslag till dagordning|organisation|förvaltning|version|ärenden|agenda|utdragsbestyrkande|underskrifter|namn|roll|funktion|avdelning|anslag|bevis|protokoll|nästa möte|postadress|besöksadress|skapad av|upprättad av|sidor?|expedieras|kontakt(?:person)?" + End, Options, Matching.TimeLimit)]
    static partial Regex OtherWords { get; }

    static readonly (HeadLabel Label, Regex Pattern)[] Patterns =
    [
        (HeadLabel.AdjustmentTime, AdjustmentTimeWords),
        (HeadLabel.TimeAndPlace, TimeAndPlaceWords),
        (HeadLabel.Date, DateWords),
        (HeadLabel.Time, TimeWords),
        (HeadLabel.Place, PlaceWords),
        (HeadLabel.ViceChair, ViceChairWords),
        (HeadLabel.Adjusters, AdjustersWords),
        (HeadLabel.Adjusted, AdjustedWords),
        (HeadLabel.Secretary, SecretaryWords),
        (HeadLabel.Chair, ChairWords),
        (HeadLabel.Absent, AbsentWords),
        (HeadLabel.Deputies, DeputiesWords),
        (HeadLabel.Guests, GuestsWords),
        (HeadLabel.Members, MembersWords),
        (HeadLabel.Present, PresentWords),
        (HeadLabel.CaseNumber, CaseNumberWords),
        (HeadLabel.Paragraphs, ParagraphsWords),
        (HeadLabel.Other, OtherWords),
    ];

    const int Longest = 80;

    /// <summary>A label that does not stand alone ends with one of these.</summary>
    static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create(":.?-–\t(");

    /// <summary>The label that a text or cell begins with, and where what it labels starts. A label ends with a colon or stands alone.</summary>
    public static (HeadLabel Label, int From)? Parse(string text)
    {
        if (text.Length > Longest && !text.AsSpan(0, Longest).ContainsAny(Ends))
            return null;
        var head = text.Length > Longest ? text[..Longest] : text;
        foreach (var (label, pattern) in Patterns)
            if (pattern.Match(head) is { Success: true } m)
                return (label, Math.Min(text.Length, m.Length));
        return null;
    }

    [GeneratedRegex(@"^(?:närvarande )?(?:digitalt?|via (?:teams|skype|zoom|länk)|på (?:distans|länk|teams|zoom|skype)|distans|teams|skype|zoom)\b", Options, Matching.TimeLimit)]
    static partial Regex Remote { get; }

    /// <summary>'På länk:', 'Digitalt:' – those who took part from elsewhere.</summary>
    public static bool IsRemote(string label) => Remote.IsMatch(label.Length > 40 ? label[..40] : label);

    public static bool Is(string text) => Parse(text) is not null;

    [GeneratedRegex(@"^(?:namn|roll|funktion|organisation|förvaltning|avdelning|kommun|parti|representerar|tjänsteställe|handläggare|telefon|e-post|version)\b", Options, Matching.TimeLimit)]
    static partial Regex Column { get; }

    /// <summary>A label that may stand among the attendance list without ending it.</summary>
    public static bool IsColumn(string text) => text.Length < 40 && Column.IsMatch(text);

    public static bool IsAttendance(HeadLabel label) => label is HeadLabel.Present or HeadLabel.Members or HeadLabel.Deputies or HeadLabel.Guests or HeadLabel.Absent;

    [GeneratedRegex(@"\b(?<kind>(?:samman\p{L}+|mötes)?protokoll(?:et)?|möte?s?anteckningar(?:na)?|minnesanteckningar(?:na)?|minnesant)\b|^(?<kind>anteckningar)\b", Options, Matching.TimeLimit)]
    static partial Regex Kind { get; }

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
