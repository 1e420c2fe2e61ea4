using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Samverk.Pdf.Content;

namespace Samverk.Pdf.Tests;

public sealed partial class AnyTextTests
{
    static readonly string[] Odd =
    [
        "", " ", "\n", "\r\n", "\t", "\0", "\u0001", "\u00ad", "\u200b", "\u200d", "\ufeff", "\ufffe", "\ud83d", "\ude00", "😀", "👩‍👩‍👧", "e\u0301", "\u0301", "א", "שלום", "مرحبا", "漢字", "ﬁ", "Å", "²",
        "ordet ", "och/eller", "a-b-c", "§ 4", "\u00a0", "\u2028", new('x', 300), new('Å', 200), string.Concat(Enumerable.Repeat("o\u0308", 150)), "https://exempel.example/" + new string('a', 120), "(", ")", "\\", "<", ">", "/", "%", "endobj", "stream",
    ];

    static Gen<string> Texts => Gen.OneOf(ArbMap.Default.ArbFor<string>().Generator.Select(s => s ?? ""), Gen.Elements(Odd), Gen.Elements(Odd).ListOf().Select(string.Concat));

    static Gen<Prose> Proses =>
        from runs in (from text in Texts from bold in Gen.Elements(true, false) from italic in Gen.Elements(true, false) select new Run(text, bold, italic)).ListOf()
        select new Prose([.. runs]);

    static Gen<Block> Blocks(int depth) => Gen.OneOf(
        from level in Gen.Choose(-1, 9) from text in Texts from anchor in Texts select (Block)new Heading(level, text, anchor),
        from text in Proses select (Block)new Paragraph(text),
        from text in Proses select (Block)new Small(text),
        from items in Proses.ListOf() select (Block)new Bullets([.. items]),
        from items in Proses.ListOf() from first in Gen.Choose(-5, 100_000) select (Block)new Numbered([.. items], first),
        from items in (from term in Texts from value in Proses select new Fact(term, value)).ListOf() select (Block)new Facts([.. items]),
        Tables,
        Gen.Elements<Block>(new Divider(), new PageBreak()),
        depth == 0 ? Gen.Constant<Block>(new Divider()) : from label in Texts from blocks in Blocks(depth - 1).ListOf() select (Block)new Boxed(label, [.. blocks]));

    static Gen<Block> Tables =>
        from caption in Texts
        from columns in (from head in Texts from width in Gen.Elements(1.0, 0, -3, double.NaN, double.PositiveInfinity, 1e9) from figures in Gen.Elements(true, false) select new Column(head, width, figures)).ListOf()
        from rows in Proses.ListOf().Select(cells => (IReadOnlyList<Prose>)[.. cells]).ListOf()
        from heads in Gen.Elements(true, false)
        select (Block)new Table(caption, [.. columns], [.. rows]) { RowHeads = heads };

    static Gen<Document> Documents =>
        from title in Texts
        from left in Texts
        from right in Texts
        from language in Gen.OneOf(Texts, Gen.Elements("sv-SE", "en"))
        from blocks in Blocks(3).ListOf()
        select new Document(new(title, left, Sample.Facts.Created) { HeadLeft = left, HeadRight = right, Subject = right, Language = language }, [.. blocks]);

    [Fact]
    public void Any_document_becomes_a_file_that_holds_together() =>
        Prop.ForAll(Arb.From(Documents), document =>
        {
            var written = PdfWriter.Write(document, Sample.Typeface);
            var file = new CheckedFile(written.Bytes);
            Assert.Equal(written.Pages, file.Pages.Count);
            foreach (var page in file.Pages)
                CheckContent(file.Content(page));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(80));

    [Fact]
    public void Nothing_is_drawn_outside_the_page() =>
        Prop.ForAll(Arb.From(Documents), document =>
        {
            var file = new CheckedFile(PdfWriter.Write(document, Sample.Typeface).Bytes);
            foreach (var place in file.Pages.SelectMany(p => Place.Matches(file.Content(p))))
            {
                Assert.InRange(double.Parse(place.Groups["x"].Value, CultureInfo.InvariantCulture), Look.Left - 1, Look.PageWidth - Look.Left + 1);
                Assert.InRange(double.Parse(place.Groups["y"].Value, CultureInfo.InvariantCulture), Look.FootBaseline, Look.HeadBaseline);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(80));

    [Fact]
    public void A_line_is_never_wider_than_it_may_be_and_says_all_that_was_said() =>
        Prop.ForAll(Arb.From(from prose in Proses from width in Gen.Choose(20, 500) select (prose, width)), given =>
        {
            var fonts = new DocumentFonts(Sample.Typeface);
            var signs = fonts.Signs(given.prose, Face.Regular);
            var lines = LineBreaker.Break(fonts, signs, 10, given.width);
            Assert.All(lines, line => Assert.True(line.WidthAt(10) <= given.width || Clusters(line) == 1, $"{line.WidthAt(10)} > {given.width}"));
            // Hyphens that were put in are told as soft hyphens.
            Assert.Equal(signs.Where(s => !s.IsDirection).Select(s => s.Character), lines.SelectMany(l => l.Signs).Where(s => s.Character != Characters.SoftHyphen).Select(s => s.Character));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    static int Clusters(Line line) => line.Signs.Count(s => !Characters.IsMark(s.Character) && s.Character is not (Characters.Space or Characters.SoftHyphen)) is var count and > 0 ? count : 1;

    // What is marked begins and ends, and only what is told apart lies within another.
    static void CheckContent(string content)
    {
        var depth = 0;
        foreach (var word in Marks.Matches(content).Select(m => m.Value))
            Assert.InRange(depth += word == "BDC" ? 1 : -1, 0, 2);
        Assert.Equal(0, depth);
        Assert.DoesNotContain("<>", content, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\b(?:BDC|EMC)\b", RegexOptions.None, 30_000)]
    private static partial Regex Marks { get; }

    [GeneratedRegex(@"(?<x>-?[0-9.]+) (?<y>-?[0-9.]+) Td", RegexOptions.None, 30_000)]
    private static partial Regex Place { get; }
}
