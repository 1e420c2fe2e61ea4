using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.National;

/// <summary>What minutes are about and how they say it: banks of phrases that are put together by chance.</summary>
static class Words
{
    public static readonly string[] Subjects =
    [
        "samverkan vid utskrivning från sluten hälso- och sjukvård", "hemsjukvård", "hjälpmedel", "egenvård", "samordnad individuell plan", "vård i livets slutskede", "rehabilitering i hemmet",
        "läkarmedverkan i kommunal hälso- och sjukvård", "psykisk hälsa hos unga", "suicidprevention", "barn och unga som far illa", "ungdomsmottagning", "gemensam familjerådgivning", "missbruk och beroende",
        "läkemedelsassisterad behandling", "samsjuklighet", "våld i nära relationer", "barnahus", "elevhälsa", "neuropsykiatriska funktionsnedsättningar", "palliativ vård", "demensvård", "fallprevention",
        "munhälsa hos äldre", "läkemedelsgenomgångar", "digital vård", "trygghetslarm", "välfärdsteknik", "nationell patientöversikt", "säker digital kommunikation", "gemensam journal", "informationssäkerhet",
        "kompetensförsörjning", "gemensam utbildning", "praktikplatser", "verksamhetsförlagd utbildning", "kunskapsstyrning", "evidensbaserad praktik", "brukarmedverkan", "anhörigstöd", "tolkning i vården",
        "sjukresor", "färdtjänst över länsgränsen", "ambulanssjukvård", "mobila team", "närvård", "fast vårdkontakt", "fast läkarkontakt", "vårdplatser", "korttidsplatser", "utskrivningsklara patienter",
        "avvikelser i samverkan", "patientsäkerhet", "vårdhygien", "vaccination av äldre", "smittskydd", "krisberedskap", "reservkraft", "försörjningsberedskap", "civilt försvar i vården", "värmeböljor",
        "stimulansmedel", "gemensam finansiering", "kostnadsfördelning", "avgifter för hjälpmedel", "uppföljning av överenskommelser", "nyckeltal", "länsgemensam statistik", "jämlik hälsa", "hälsofrämjande arbete",
        "tobaksfri skoltid", "övervikt hos barn", "föräldraskapsstöd", "familjecentraler", "ensamkommande barn", "etablering och hälsa", "hemlöshet", "vräkningsförebyggande arbete", "budget- och skuldrådgivning",
        "arbetsinriktad rehabilitering", "samordningsförbund", "sjukskrivningsprocessen", "personlig assistans", "daglig verksamhet", "habilitering", "synhjälpmedel", "hörselvård", "logopedi", "dietist i hemmet",
        "nutrition hos äldre", "sårvård", "katetervård", "provtagning i hemmet", "medicintekniska produkter", "hjärtsvikt", "stroke", "kroniskt obstruktiv lungsjukdom", "diabetesvård", "cancerrehabilitering",
        "långvarig smärta", "avancerad sjukvård i hemmet", "läkarstöd nattetid", "delegering", "nattpatruller", "spel om pengar", "hedersrelaterat våld", "skyddade personuppgifter", "medborgardialog",
    ];

    public static readonly string[] Papers = ["överenskommelse", "rutin", "riktlinje", "handlingsplan", "strategi", "vägledning", "avtal", "handbok", "årsrapport", "projektplan", "avsiktsförklaring", "checklista"];

    static readonly string[] RareBeginnings =
    [
        "kvicksilver", "vårdhunds", "bårtransport", "syrgas", "dialys", "blodtrycks", "insulinpumps", "larmknapps", "nyckelskåps", "mörkerkörnings", "bredbands", "fjällräddnings", "skärgårds", "båttransport", "musikterapi",
        "trädgårds", "ridterapi", "simhalls", "minneslunds", "fältassistent", "skolskjuts", "lantbruks", "renskötsel", "gruv", "hamn", "flygplats", "järnvägs", "ishalls", "festival", "marknads", "teckenspråks", "punktskrifts",
        "dövblind", "ledarhunds", "sorgegrupps", "kollo", "cykelverkstads", "vintersand", "snöröjnings", "brandvarnar", "vattenprov", "radon", "fästing", "pollen", "malaria", "tuberkulos",
    ];

    static readonly string[] RareEndings = ["projektet", "samordnare", "inventering", "upphandling", "piloten", "handbok", "utbildning", "avgift", "statistik", "nätverket", "rutin", "förvaring", "beställning", "försöket", "mottagning", "beredskap", "termometrar"];

    static readonly string[] Groups = ["primärvården", "socialtjänsten", "elevhälsan", "hemtjänsten", "slutenvården", "rehabteamen", "barn- och ungdomspsykiatrin", "vuxenpsykiatrin", "biståndshandläggarna", "vårdcentralerna", "patientorganisationerna", "kommunernas medicinskt ansvariga sjuksköterskor", "regionens stab", "folktandvården", "habiliteringen", "akutsjukhuset", "ambulansen", "familjehemsvården"];

    static readonly string[] Reasons =
    [
        "kostnaderna har ökat", "ansvaret är oklart", "rutinen är från en annan tid", "flera kommuner saknar personal", "lagen ändras vid årsskiftet", "avvikelserna har blivit fler", "patienterna hamnar mellan stolarna",
        "brukarna har önskat det", "tillsynen har pekat på brister", "det saknas en gemensam bild", "läget skiljer sig mellan länsdelarna", "de statliga medlen upphör", "systemet byts ut", "väntetiderna är för långa", "informationen inte når fram i tid",
    ];

    static readonly string[] Results =
    [
        "följs upp om ett halvår", "redovisas till hösten", "prövas i två kommuner först", "gäller tills vidare", "gäller från årsskiftet", "finansieras inom ram", "finansieras med stimulansmedel", "samordnas med budgetarbetet", "utvärderas av FoU-enheten", "kompletteras med en konsekvensbeskrivning", "stäms av med patientorganisationerna", "kommuniceras till alla chefer",
    ];

    public static string Subject(Dice dice, InventedBody body) => dice.Chance(.6) ? dice.Of(body.Subjects) : dice.Of(Subjects);

    public static string Title(Dice dice, string subject) => dice.Below(9) switch
    {
        0 => $"Rapport om {subject}",
        1 => $"Lägesrapport: {subject}",
        2 => $"{SwedishText.Capital(dice.Of(Papers))} för {subject}",
        3 => $"Uppföljning av {subject}",
        4 => $"Utredning om {subject}",
        5 => $"Kostnader för {subject}",
        6 => $"Information om {subject}",
        _ => SwedishText.Capital(subject),
    };

    public static string Report(Dice dice, string who, string subject, string place) => dice.Below(6) switch
    {
        0 => $"{who} föredrog ärendet. {SwedishText.Capital(dice.Of(Groups))} har lämnat underlag, och {dice.Of(Reasons)}.",
        1 => $"{who} redogjorde för läget i {place}. Av {dice.Between(12, 900)} ärenden gällde {dice.Between(3, 80)} procent {subject}.",
        2 => $"{who} berättade om arbetet med {subject} tillsammans med {dice.Of(Groups)}. {SwedishText.Capital(dice.Of(Groups))} efterlyser tydligare kontaktvägar.",
        3 => $"{who} presenterade en jämförelse mellan länsdelarna. I {place} har väntetiden gått från {dice.Between(20, 60)} till {dice.Between(5, 19)} dagar.",
        4 => $"Frågan väcktes av {dice.Of(Groups)} eftersom {dice.Of(Reasons)}. {who} svarade på frågor.{Rare(dice)}",
        _ => $"{who} gick igenom förslaget till {dice.Of(Papers)}. Kostnaden beräknas till {dice.Between(2, 95)}0 000 kronor om året, eftersom {dice.Of(Reasons)}.",
    };

    public static string Decision(Dice dice, InventedBody body, string subject, string who, string place) => $"{SwedishText.Capital(body.Acts)} {Decided(dice, subject, who, place)}{(dice.Chance(.35) ? $" Beslutet {dice.Of(Results)}." : "")}{(dice.Chance(.06) ? Rare(dice) : "")}";

    static string Decided(Dice dice, string subject, string who, string place) => dice.Below(14) switch
    {
        0 => $"ställer sig bakom förslaget till {dice.Of(Papers)} om {subject}.",
        1 => $"rekommenderar regionen och kommunerna att anta {dice.Of(Papers)} för {subject}.",
        2 => $"beslutar att ge {dice.Of(Groups)} i uppdrag att utreda {subject}, eftersom {dice.Of(Reasons)}.",
        3 => $"beslutar att skicka förslaget om {subject} på remiss till {dice.Of(Groups)} och {dice.Of(Groups)}.",
        4 => $"skjuter upp frågan om {subject} till nästa möte, eftersom {dice.Of(Reasons)}.",
        5 => $"återremitterar ärendet om {subject} för en ny beräkning av kostnaderna i {place}.",
        6 => $"beviljar {dice.Between(5, 80)}0 000 kronor ur de gemensamma medlen till arbetet med {subject}.",
        7 => $"utser {who} till sammankallande för arbetet med {subject}.",
        8 => $"godkänner rapporten om {subject} och lägger den till handlingarna.",
        9 => $"beslutar att förlänga försöket med {subject} i {place} till och med nästa år.",
        10 => $"fastställer {dice.Of(Papers)} för {subject} med de ändringar som {dice.Of(Groups)} har föreslagit.",
        11 => $"avslår begäran om länsgemensam finansiering av {subject} men ser positivt på att {dice.Of(Groups)} och {dice.Of(Groups)} delar på kostnaden.",
        12 => $"beslutar att {dice.Of(Groups)} ansvarar för {subject} i hela länet från och med årsskiftet.",
        _ => $"noterar informationen om {subject} och ber {dice.Of(Groups)} att återkomma.",
    };

    public static string Task(Dice dice, string who, string subject, string place) => dice.Below(8) switch
    {
        0 => $"{who} tar fram ett förslag till {dice.Of(Papers)} om {subject} till nästa möte.",
        1 => $"{who} stämmer av {subject} med {dice.Of(Groups)}.",
        2 => $"{who} kartlägger hur {dice.Of(Groups)} i {place} arbetar med {subject}.",
        3 => $"{who} bjuder in {dice.Of(Groups)} för att berätta om {subject}.",
        4 => $"{who} räknar på vad {subject} kostar och redovisar det med uppdelning på kommun.",
        5 => $"{who} uppdaterar {dice.Of(Papers)} för {subject} och sprider den till {dice.Of(Groups)}.",
        6 => $"{who} följer upp {subject} i {place} tillsammans med {dice.Of(Groups)}.{Rare(dice)}",
        _ => $"{who} svarar på remissen om {subject} för gruppens räkning.",
    };

    public static string Done(Dice dice, string subject) => dice.Below(4) switch
    {
        0 => $"Redovisat vid mötet: underlaget om {subject} är utskickat.",
        1 => "Klart och avstämt med berörda.",
        2 => $"Muntlig redovisning. {SwedishText.Capital(dice.Of(Groups))} tar över arbetet.",
        _ => "Underlaget lades till handlingarna.",
    };

    public static string Question(Dice dice, string subject, string place) => dice.Below(6) switch
    {
        0 => $"När kan {subject} vara på plats i hela länet?",
        1 => $"Hur många i {place} berörs av {subject}?",
        2 => $"Vem svarar för {subject} när {dice.Of(Groups)} inte räcker till?",
        3 => $"Vad händer med {subject} om {dice.Of(Reasons)}?",
        4 => $"Hur får {dice.Of(Groups)} veta vad som gäller för {subject}?",
        _ => $"Kan {dice.Of(Groups)} få del av statistiken om {subject}?",
    };

    public static string Answer(Dice dice, string place) => dice.Below(5) switch
    {
        0 => $"Tidigast nästa år, när alla huvudmän har sagt ja.",
        1 => $"I {place} rör det sig om {dice.Between(4, 400)} personer.",
        2 => $"Det avgörs av {dice.Of(Groups)}.",
        3 => $"Frågan tas upp med {dice.Of(Groups)}, eftersom {dice.Of(Reasons)}.",
        _ => $"Det {dice.Of(Results)}.",
    };

    public static string Proposed(Dice dice, string subject, string place) => dice.Chance(.5) ? $"{SwedishText.Capital(subject)} i {place}" : $"Hur går det med {subject}?";

    static string Rare(Dice dice) => $" {SwedishText.Capital(dice.Of(RareBeginnings))}{dice.Of(RareEndings)} nämndes särskilt.";
}
