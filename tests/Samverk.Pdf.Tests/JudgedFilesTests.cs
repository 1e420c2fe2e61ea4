using Samverk.Pdf.Content;

namespace Samverk.Pdf.Tests;

/// <summary>What poppler and qpdf say of what we write.</summary>
public sealed class JudgedFilesTests : IDisposable
{
    readonly Judges judges = new();

    public void Dispose() => judges.Dispose();

    [Fact]
    public async Task It_is_tagged_with_title_author_and_the_right_number_of_pages()
    {
        Judges.Need("pdfinfo");
        var written = PdfWriter.Write(Sample.Minutes(12), Sample.Typeface);
        var said = await judges.Run("pdfinfo", judges.Put("a.pdf", written.Bytes));
        Assert.Matches(@"Tagged:\s+yes", said);
        Assert.Matches(@"Title:\s+Protokoll, Samverkansrådet 11 september 2026", said);
        Assert.Matches(@"Author:\s+Samverkansrådet, Region Bergslunda", said);
        Assert.Matches(@"Subject:\s+Protokoll", said);
        Assert.Matches(@"Metadata Stream:\s+yes", said);
        Assert.Matches(@"Page size:\s+595.28 x 841.89 pts \(A4\)", said);
        Assert.Matches(@"PDF version:\s+1.7", said);
        Assert.Matches($@"Pages:\s+{written.Pages}\b", said);
        Assert.True(written.Pages > 3);
    }

    [Fact]
    public async Task Headings_lists_and_tables_are_real()
    {
        Judges.Need("pdfinfo");
        var said = await judges.Run("pdfinfo", "-struct-text", judges.Put("a.pdf", PdfWriter.Write(Sample.Minutes(2), Sample.Typeface).Bytes));
        foreach (var part in (string[])["Document", "H1 (block)", "H2 (block)", "P (block)", "L (block)", "LI (block)", "Lbl", "LBody", "Table (block)", "Caption", "THead", "TBody", "TR", "TH", "TD", "Div"])
            Assert.Contains(part, said, StringComparison.Ordinal);
        Assert.Contains("\"Protokoll\"", said, StringComparison.Ordinal);
        Assert.DoesNotContain("sida 1 av", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Samverkansrådet i Bergslunda\"\n  H1", said, StringComparison.Ordinal);
        var attributes = await judges.Run("pdfinfo", "-struct", judges.Put("b.pdf", PdfWriter.Write(Sample.Minutes(2), Sample.Typeface).Bytes));
        Assert.Contains("/Scope /Column", attributes, StringComparison.Ordinal);
        Assert.Contains("/Scope /Row", attributes, StringComparison.Ordinal);
        Assert.Contains("/ListNumbering /Decimal", attributes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fonts_are_embedded_whole_and_speak_unicode()
    {
        Judges.Need("pdffonts");
        var said = await judges.Run("pdffonts", judges.Put("a.pdf", PdfWriter.Write(Sample.Minutes(2), Sample.Typeface).Bytes));
        foreach (var font in (string[])["Inter-Regular", "Inter-Bold", "Inter-Italic"])
            Assert.Matches($@"(?m)^{font}\s+CID TrueType\s+Identity-H\s+yes no  yes", said);
        Assert.Equal(3, said.Split('\n').Count(line => line.StartsWith("Inter", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Only_fonts_that_are_used_follow_along()
    {
        Judges.Need("pdffonts");
        var said = await judges.Run("pdffonts", judges.Put("a.pdf", PdfWriter.Write(Sample.Of(new Paragraph("Utan fetstil.")), Sample.Typeface).Bytes));
        Assert.Single(said.Split('\n'), line => line.StartsWith("Inter", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Qpdf_has_nothing_to_remark()
    {
        Judges.Need("qpdf");
        foreach (var items in (int[])[0, 1, 20])
            Assert.Contains("No syntax or stream encoding errors found", await judges.Run("qpdf", "--check", judges.Put("a.pdf", PdfWriter.Write(Sample.Minutes(items), Sample.Typeface).Bytes)), StringComparison.Ordinal);
        Assert.Contains("No syntax", await judges.Run("qpdf", "--check", judges.Put("a.pdf", PdfWriter.Write(Sample.Of(), Sample.Typeface).Bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_read_in_its_order()
    {
        Judges.Need("pdftotext");
        var text = await Text(Sample.Minutes(2));
        string[] order = ["Protokoll", "Organ", "Närvarande", "Ledamöter och tjänstgörande", "Huvudman", "Region Bergslunda", "Örnsta", "§ 1 Gemensam", "Processledaren föredrar", "Kommunerna lämnar", "Beslut", "att rekommendera", "§ 2 Lägesrapport", "Justeras av"];
        var at = 0;
        foreach (var part in order)
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"“{part}” does not stand after the one before it:\n{text}");
            at = found;
        }
    }

    [Theory]
    [InlineData("Łucja Zielińska, Čestmír Novotný, Þórdís Guðrúnardóttir, Søren Ærø, Nguyễn Thị Hương, Ĳsbrand")]
    [InlineData("Γεωργία Παπαδοπούλου, Ольга Кузнецова, Ђорђе Љубичић")]
    [InlineData("→ ← ↑ ↓ ✓ § ¶ € – — … “ ” ‘ ’ • ½ × ± ≤ ≥ №")]
    public async Task Any_name_prints_and_is_found_again(string text)
    {
        Judges.Need("pdftotext");
        var written = PdfWriter.Write(Sample.Of(new Paragraph(text)), Sample.Typeface);
        Assert.Empty(written.MissingGlyphs);
        Assert.Contains(text.Replace(" ", "", StringComparison.Ordinal), Together(await Text(Sample.Of(new Paragraph(text)))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_typeface_lacks_is_shown_told_and_noted()
    {
        Judges.Need("pdftotext");
        var document = Sample.Of(new Paragraph("Layla (ليلى) bokar 😀 före kl. 9."));
        var written = PdfWriter.Write(document, Sample.Typeface);
        Assert.Equal([0x644, 0x649, 0x64A, 0x1F600], written.MissingGlyphs);
        var text = await Text(document);
        Assert.Contains("😀", text, StringComparison.Ordinal);
        Assert.Contains("Tecken som typsnittet saknar, visade som □: U+0644, U+0649, U+064A, U+1F600.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_characters_by_one_glyph_are_told_apart()
    {
        Judges.Need("pdftotext");
        // The typeface draws the right quotation mark and the letter apostrophe by one glyph.
        var text = await Text(Sample.Of(new Paragraph("Bolagets ’egen’ apostrof och hawaiiskans ʼokina.")));
        Assert.Contains("’egen’", text, StringComparison.Ordinal);
        Assert.Contains("ʼokina", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bookmarks_follow_the_headings()
    {
        Judges.Need("qpdf");
        var said = await judges.Run("qpdf", "--json", "--json-key=outlines", judges.Put("a.pdf", PdfWriter.Write(Sample.Minutes(3), Sample.Typeface).Bytes));
        using var json = System.Text.Json.JsonDocument.Parse(said);
        var top = Assert.Single(json.RootElement.GetProperty("outlines").EnumerateArray().ToList());
        Assert.Equal("Protokoll", top.GetProperty("title").GetString());
        Assert.Equal(["Närvarande", "§ 1 Gemensam handlingsplan för psykisk hälsa", "§ 2 Lägesrapport från huvudmännen", "§ 3 Trygg och effektiv utskrivning från sluten hälso- och sjukvård", "Justeras av"],
            top.GetProperty("kids").EnumerateArray().Select(k => k.GetProperty("title").GetString()));
    }

    async Task<string> Text(Document document)
    {
        var file = judges.Put("text.pdf", PdfWriter.Write(document, Sample.Typeface).Bytes);
        return await judges.Run("pdftotext", "-enc", "UTF-8", file, "-");
    }

    static string Together(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
