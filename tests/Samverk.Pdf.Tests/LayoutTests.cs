using System.Globalization;
using System.Text.RegularExpressions;
using Samverk.Pdf.Content;

namespace Samverk.Pdf.Tests;

public sealed partial class LayoutTests
{
    const string Sentence = "Samverkansrådet konstaterar att antalet dagar har minskat i nio av tolv kommuner sedan i våras, men att skillnaderna fortfarande är stora mellan dem som har egen korttidsenhet och dem som delar en med en grannkommun. ";

    [Fact]
    public void A_line_of_ordinary_Swedish_has_at_most_75_characters()
    {
        var lines = Lines(string.Concat(Enumerable.Repeat(Sentence, 10)), Look.ProseRight - Look.Left);
        Assert.InRange(lines.SkipLast(1).Average(l => l.Trim().Length), 60, 72);
        Assert.InRange(lines.Max(l => l.Trim().Length), 60, 76);
    }

    [Fact]
    public void A_word_of_200_letters_is_broken_with_hyphens_within_the_page()
    {
        var lines = Lines("Ordet " + new string('o', 200) + " slutar.", Look.Width);
        Assert.True(lines.Count > 2);
        Assert.All(lines.Skip(1).SkipLast(1), line => Assert.EndsWith("\u00ad", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("samverkansöverenskommelse", 75, "samverkans\u00adöverens\u00adkommelse", "samverkans\u00ad|överens\u00ad|kommelse")]
    [InlineData("soft hyphens are not seen within a line", 400, "sam\u00adverkan", "samverkan")]
    [InlineData("slash", 60, "omsorgen/vården", "omsorgen/|vården")]
    [InlineData("a date is whole", 70, "Den 2026-09-11", "Den |2026-09-11")]
    [InlineData("a section and its number are together", 80, "överenskom § 4", "överenskom |§ 4")]
    [InlineData("thousands are together", 70, "kostar 1 240 500 kr", "kostar |1 240 500 kr")]
    [InlineData("a line feed", 400, "ett\ntvå\n\ntre\n", "ett|två||tre")]
    [InlineData("no-break space", 60, "ett par 10\u00a0000 kr", "ett par |10\u00a0000 kr")]
    public void Lines_end_where_they_should(string what, int width, string text, string expected) =>
        Assert.True(expected == string.Join('|', Lines(text, width)), $"{what}: {string.Join('|', Lines(text, width))}");

    [Fact]
    public void A_heading_is_never_last_on_a_page_and_no_line_of_a_paragraph_stands_alone()
    {
        var paragraph = string.Concat(Enumerable.Repeat(Sentence, 2));
        for (var filler = 30; filler < 60; filler++)
        {
            Block[] blocks = [.. Enumerable.Repeat(new Small("Rad"), filler), new Heading(2, "Rubriken"), new Paragraph(paragraph)];
            var pages = Pages(Sample.Of(blocks));
            var lines = pages.Select(p => p.Count(size => size == Look.Body.Size)).ToList();
            Assert.All(lines, count => Assert.NotEqual(1, count));
            var withHeading = pages.FindIndex(p => p.Contains(Look.HeadingStyle(2).Size));
            Assert.True(lines[withHeading] >= 2, $"With {filler} lines before it the heading stands without its text.");
        }
    }

    [Fact]
    public void A_short_decision_is_not_parted()
    {
        for (var filler = 30; filler < 60; filler++)
        {
            Block[] blocks = [.. Enumerable.Repeat(new Small("Rad"), filler), new Boxed("Beslut", [new Paragraph("Rådet beslutar"), new Numbered(["att ett", "att två", "att tre"])])];
            Assert.Single(Pages(Sample.Of(blocks)), p => p.Contains(Look.Label.Size) || p.Contains(Look.Body.Size));
        }
    }

    [Fact]
    public void The_head_of_a_table_is_repeated_and_read_once()
    {
        var written = PdfWriter.Write(Sample.Of(new Table("Siffror", ["Kommun", "Dagar"], [.. Enumerable.Range(1, 120).Select(i => (IReadOnlyList<Prose>)[$"Rad {i}", $"{i}"])])), Sample.Typeface);
        var file = new CheckedFile(written.Bytes);
        Assert.True(written.Pages > 3);
        Assert.All(file.Pages.Skip(1), page => Assert.StartsWith("/Artifact", file.Content(page), StringComparison.Ordinal));
        Assert.Equal(2, Regex.Count(System.Text.Encoding.ASCII.GetString(written.Bytes), "/S /TH ", RegexOptions.None, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_row_is_whole_where_a_page_can_hold_it_and_goes_on_where_none_can()
    {
        var twenty = string.Join('\n', Enumerable.Range(1, 20));
        var whole = Pages(Sample.Of(new Table("", ["A"], [[twenty], [twenty], [twenty]])));
        Assert.All(whole, page => Assert.Equal(0, (page.Count(s => s == Look.Cell.Size) - 1) % 20));
        var parted = Pages(Sample.Of(new Table("", ["A"], [[string.Join('\n', Enumerable.Range(1, 100))]])));
        Assert.Equal(100, parted.Sum(page => page.Count(s => s == Look.Cell.Size) - 1));
    }

    [Fact]
    public void A_column_that_would_break_its_words_takes_from_one_that_would_not()
    {
        var widths = ColumnWidths.Fit([1, 9], [120, 100], 400);
        Assert.Equal(120, widths[0], 3);
        Assert.Equal(400, widths.Sum(), 3);
        Assert.Equal([100.0, 300], ColumnWidths.Fit([1, 3], [10, 10], 400));
        Assert.Equal(400, ColumnWidths.Fit([double.NaN, -1, 0], [500, 500, 500], 400).Sum(), 3);
    }

    [Fact]
    public void A_page_break_begins_a_page_but_never_leaves_an_empty_one()
    {
        Assert.Equal(2, PdfWriter.Write(Sample.Of(new PageBreak(), new Paragraph("Ett"), new PageBreak(), new PageBreak(), new Paragraph("Två"), new PageBreak()), Sample.Typeface).Pages);
        Assert.Equal(1, PdfWriter.Write(Sample.Of(), Sample.Typeface).Pages);
    }

    [Fact]
    public void A_row_longer_than_the_head_keeps_its_cells()
    {
        var written = PdfWriter.Write(Sample.Of(new Table("", ["A"], [["1", "2", "3"]])), Sample.Typeface);
        Assert.Equal(3, Regex.Count(System.Text.Encoding.ASCII.GetString(written.Bytes), "/S /TD ", RegexOptions.None, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void Long_words_in_the_page_head_are_cut()
    {
        var facts = Sample.Facts with { HeadLeft = new('W', 500), HeadRight = new('M', 500), Title = new('Å', 900) };
        var file = new CheckedFile(PdfWriter.Write(new(facts, []), Sample.Typeface).Bytes);
        Assert.InRange(file.Content(file.Pages[0]).Length, 100, 2500);
    }

    static IReadOnlyList<string> Lines(string text, double width)
    {
        var fonts = new DocumentFonts(Sample.Typeface);
        return [.. LineBreaker.Break(fonts, fonts.Signs(text, Face.Regular), Look.Body.Size, width).Select(l => string.Concat(l.Signs.Select(s => char.ConvertFromUtf32(s.Character))))];
    }

    /// <summary>The size of each line of text, page by page.</summary>
    static List<List<double>> Pages(Document document)
    {
        var file = new CheckedFile(PdfWriter.Write(document, Sample.Typeface).Bytes);
        return [.. file.Pages.Select(p => Sizes.Matches(file.Content(p)).Select(m => double.Parse(m.Groups["size"].Value, CultureInfo.InvariantCulture)).ToList())];
    }

    [GeneratedRegex(@"BT /F[0-9] (?<size>[0-9.]+) Tf", RegexOptions.None, 30_000)]
    private static partial Regex Sizes { get; }
}
