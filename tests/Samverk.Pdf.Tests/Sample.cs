using Samverk.Pdf.Content;

namespace Samverk.Pdf.Tests;

/// <summary>Minutes of Region Bergslunda's Samverkansråd, of any length, and the typeface that they are set in.</summary>
static class Sample
{
    static readonly Lazy<Typeface> Inter = new(() => Typeface.FromFolder(Path.Combine(AppContext.BaseDirectory, "typeface")));
    static readonly string[] Places = ["Region Bergslunda", "Askvik", "Björkfors", "Dalsjö", "Ekhamra", "Forsnäs", "Granåker", "Kvarnberga", "Lindåsa", "Stenvalla", "Tallmora", "Åsmyra", "Örnsta"];
    static readonly string[] Names = ["Gun-Britt Ekstam", "Björn Åkerlind", "Fatima Nordahl", "Tor-Erik Lindmark", "Agneta Frykberg", "Jonas Fridell", "Maj-Lis Öberg", "Amir Sandelin", "Hanna Wikberg", "Čestmír Novotný", "Ingegerd Ås", "Olle Ström", "Łucja Zielińska"];

    public static Typeface Typeface => Inter.Value;

    public static DocumentFacts Facts { get; } = new("Protokoll, Samverkansrådet 11 september 2026", "Samverkansrådet, Region Bergslunda", new(2026, 9, 14, 8, 30, 0, TimeSpan.FromHours(2)))
    {
        Subject = "Protokoll",
        HeadLeft = "Samverkansrådet i Bergslunda",
        HeadRight = "2026-09-11",
    };

    public static Document Of(params Block[] blocks) => new(Facts, blocks);

    public static Document Minutes(int items) => Of([.. Head(), .. Enumerable.Range(1, items).SelectMany(Item), .. Signatures()]);

    static IEnumerable<Block> Head() =>
    [
        new Heading(1, "Protokoll"),
        new Facts([
            new("Organ", "Samverkansrådet i Bergslunda"),
            new("Tid", "fredagen den 11 september 2026, kl. 9.30–12.00"),
            new("Plats", "Regionhuset, sal Klarälven, och på distans. Mötet hölls i två delar med lunch emellan, så att de som reste långt hann fram."),
            new("Diarienummer", "RB 2026-00412"),
        ]),
        new Heading(2, "Närvarande"),
        new Table("Ledamöter och tjänstgörande ersättare", ["Huvudman", new Column("Namn", 1.2), "Roll", new Column("Röster", 0.6, Figures: true)],
            [.. Places.Select((place, i) => (IReadOnlyList<Prose>)[place, Names[i], i == 0 ? "ordförande" : i % 4 == 3 ? "tjänstgörande ersättare" : "ledamot", (i % 3 + 1).ToString()])]) { RowHeads = true },
    ];

    static IEnumerable<Block> Item(int number) =>
    [
        new Heading(2, $"§ {number} {(number % 3) switch { 0 => "Trygg och effektiv utskrivning från sluten hälso- och sjukvård", 1 => "Gemensam handlingsplan för psykisk hälsa", _ => "Lägesrapport från huvudmännen" }}", $"p{number}"),
        new Paragraph("Processledaren föredrar ärendet. Antalet dagar mellan att en patient är utskrivningsklar och att den lämnar sjukhuset har minskat i nio av tolv kommuner sedan i våras, men skillnaderna är fortfarande stora mellan dem som har en egen korttidsenhet och dem som delar en."),
        new Paragraph(new Prose([new Run("Fråga från Granåker: "), new Run("hur räknas helgdagar?", Italic: true), new Run(" Svaret är att de räknas som andra dagar, enligt "), new Run("överenskommelsens § 7", Bold: true), new Run(".")])),
        new Bullets(["Kommunerna lämnar sina siffror den första vardagen i varje månad.", "Regionen sammanställer dem och skickar sammanställningen till rådets sekreterare, som lägger den till dagordningen för nästa möte.", "Frågor ställs till processledaren."]),
        new Boxed("Beslut", [
            new Paragraph("Samverkansrådet beslutar"),
            new Numbered(["att rekommendera huvudmännen att anta den gemensamma handlingsplanen,", "att uppdra åt processledaren att redovisa utfallet vid mötet i mars 2027, och", "att ge Ekhamra förlängd tid till den 30 november."]),
        ]),
    ];

    static IEnumerable<Block> Signatures() =>
    [
        new Divider(),
        new Heading(2, "Justeras av"),
        new Table("", ["Namn", "Roll", "Huvudman"], [["Gun-Britt Ekstam", "ordförande", "Region Bergslunda"], ["Björn Åkerlind", "justerare", "Björkfors"]]),
        new Small("Sigillet är SHA-256 av den här filen. Det står i justeringsbeviset."),
    ];
}
