using FsCheck;
using FsCheck.Fluent;

namespace Samverk.Reading.Tests;

public sealed class RobustnessTests
{
    static readonly string[] Pieces =
    [
        "§ 1 ", "2. ", "Beslut", ":", "\n", "\n\n", "\t", "\f", "Närvarande:", "Anna Ek, Askvik", "den 31 februari 2021", "kl 25.99", "- ", "**", "~~", "|", "<b>", "Fråga:", "Svar:", "bilaga", "(", ")", "Ansvarig", "Klart", "vecka 99",
        "att ", "\ud83d\ude00", "\ud83d", "\u00ad", "-\n", "Rådet beslutar", "remiss", "Nästa möte", "9999-12-31", "0000-00-00", "Justerat", "Ordförande", "\r\n", "\u200b", "ÅÄÖ", "Överenskommelse om", "får i uppdrag", "SKR ", "1) ", "a) ", "…", "____", "٣", "٢٠٢١-٠٣-٠٣",
    ];

    [Fact]
    public void Any_text_is_read_without_exception_and_with_sources_in_range()
    {
        var texts = Gen.OneOf(ArbMap.Default.ArbFor<string>().Generator.Select(s => s ?? ""), Gen.Elements(Pieces).ListOf().Select(string.Concat));
        Prop.ForAll(Arb.From(texts), text =>
        {
            var document = DocumentText.Of(text);
            var draft = MinutesReader.Read(document);
            Quotes.Check(draft, document);
            Assert.NotEmpty(DraftJson.Write(draft, document, spans: true));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));
    }

    [Theory]
    [InlineData("Beslut\t____2. (Fråga:\ud83d")]
    public void A_text_that_once_stopped_the_reader_is_read(string text)
    {
        var document = DocumentText.Of(text);
        Quotes.Check(MinutesReader.Read(document), document);
    }

    [Fact]
    public void Any_part_of_a_document_is_read()
    {
        var documents = CorpusDocuments.Names().Select(n => CorpusDocuments.Document(n.Data).Text).ToArray();
        var cuts = from text in Gen.Elements(documents) from start in Gen.Choose(0, text.Length) from length in Gen.Choose(0, 4000) select text.Substring(start, Math.Min(length, text.Length - start));
        Prop.ForAll(Arb.From(cuts), text =>
        {
            var document = DocumentText.Of(text);
            Quotes.Check(MinutesReader.Read(document), document);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Theory]
    [InlineData("ett ord ")]
    [InlineData("1. rad\n")]
    [InlineData("1\n")]
    [InlineData("§ 3 Rubrik\nRådet beslutar att anta överenskommelsen om vård senast den 3 maj.\n\n")]
    [InlineData("Anna Ek, Askvik\n")]
    [InlineData("a\tb\tc\n")]
    [InlineData("- att ")]
    [InlineData("Närvarande\n\f")]
    [InlineData("(((((")]
    [InlineData("Svar: ")]
    [InlineData("Vad      Vem      När\n")]
    [InlineData("Vad      Vem      När\nBoka     Anna     3 maj\n\n")]
    [InlineData("Beslut          Rådet godkänner förslaget om vård\n                och omsorg.\n")]
    [InlineData("08:15 EKONOMI – Läget är gott.\n")]
    [InlineData("Ordförande: Anna Ek. Sekreterare: Bo Ali. ")]
    [InlineData("▪ Läget\n• Anna bokar lokal senast den 3 maj.\n")]
    public void A_long_text_of_one_thing_is_read_to_its_end(string unit)
    {
        var document = DocumentText.Of(string.Concat(Enumerable.Repeat(unit, 400_000 / unit.Length)));
        var draft = MinutesReader.Read(document);
        Assert.All(draft.Items, item => Assert.InRange(item.Source.End, 0, document.Text.Length));
    }

    [Theory]
    [InlineData("§ ٣ Rubrik\nSvar lämnas senast ٢٠٢١-٠٣-٠٣ kl. ٩.٣٠.")]
    [InlineData("§ 1 Möten 20٢1\nNästa möte den ٣ maj 20٢٢")]
    [InlineData("٣\nRubrik\n")]
    public void Digits_of_other_scripts_are_no_numbers(string text)
    {
        var document = DocumentText.Of("Protokoll Rådet\n\n" + text);
        Quotes.Check(MinutesReader.Read(document), document);
    }

    /// <summary>Each of them can be split in many ways by a pattern that is not careful.</summary>
    [Theory]
    [InlineData("den.")]
    [InlineData("från ")]
    [InlineData("tid och plats, ")]
    [InlineData("närvarande ej icke övriga ")]
    [InlineData("kom kl från ")]
    [InlineData("a-")]
    [InlineData("11 - ")]
    [InlineData("1.a/")]
    [InlineData("förslag till ")]
    [InlineData("(")]
    [InlineData("mån den 1-")]
    [InlineData("Fråga - ")]
    [InlineData("AB   ")]
    [InlineData("A - ")]
    [InlineData("X = a ")]
    [InlineData("sista februari 20 ")]
    [InlineData("v 12 , ")]
    [InlineData("från arna ")]
    public void A_line_of_one_thing_again_and_again_is_read(string unit)
    {
        string[] leads = ["Protokoll ", "BUDGET ", "**Budget", "08.15 ", "Dnr ", "Närvarande: Anna Ek, ", "§ 1 ", "Nästa möte ", "Bilaga ", "Justerat ", "Vid protokollet "];
        foreach (var (lead, length) in leads.SelectMany(l => new[] { (l, 75), (l, 280), (l, 2800) }))
        {
            var document = DocumentText.Of($"{lead}{string.Concat(Enumerable.Repeat(unit, length / unit.Length))}x\n§ 1 Rubrik\nRådet beslutar att godkänna {unit}\n");
            Quotes.Check(MinutesReader.Read(document), document);
        }
    }

    [Fact]
    public void What_is_no_minutes_gives_an_empty_draft_with_a_note()
    {
        var draft = MinutesReader.Read(DocumentText.Of("Recept på kanelbullar. Rör ihop smör och socker."));
        Assert.Equal("not-minutes", Assert.Single(draft.Notes).Code);
        Assert.Empty(draft.Decisions);
    }
}
