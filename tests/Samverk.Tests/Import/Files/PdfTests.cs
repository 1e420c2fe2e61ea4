using Samverk.Import.Files;

namespace Samverk.Tests.Import.Files;

public sealed class PdfTests
{
    static PdfFile Minutes() => new PdfFile()
        .Page("Protokoll Chefsgruppen            2024-03-05", "", "Aino Mäkelä              Askvik kommun", "Yusuf Demir              Region Bergslunda", "                         primärvården",
            "§ 1     Mötets öppnande", "Ordföranden   öppnar    mötet   och   hälsar   alla", "•    första punkten")
        .Page("Beslut: att godkänna överenskommelsen");

    [Fact]
    public async Task Pages_are_numbered_and_columns_keep_their_places()
    {
        Tools.Need("pdftotext");
        var extracted = await new TextExtraction().Extract("protokoll.pdf", Minutes().Bytes(), CancellationToken.None);
        Assert.Equal([1, 2], extracted.Text!.Pages.Select(p => p.Number));
        Assert.Equal(
            "Protokoll Chefsgruppen            2024-03-05\n\nAino Mäkelä              Askvik kommun\nYusuf Demir              Region Bergslunda\n                         primärvården\n§ 1 Mötets öppnande\nOrdföranden öppnar mötet och hälsar alla\n• första punkten",
            extracted.Text.Pages[0].Text);
        Assert.Equal("Beslut: att godkänna överenskommelsen", extracted.Text.Pages[1].Text);
    }

    [Fact]
    public async Task What_the_file_is_called_does_not_matter()
    {
        Tools.Need("pdftotext");
        Assert.Contains("Mötets öppnande", await Tools.Text("protokoll.docx", Minutes().Bytes()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scanned_file_says_so()
    {
        Tools.Need("pdftotext");
        Assert.Equal("scanned", await Tools.Problem("a.pdf", new PdfFile().Page().Page("3").Bytes()));
    }

    [Fact]
    public async Task A_file_under_password_says_so()
    {
        Tools.Need("pdftotext");
        var key = new string('A', 64);
        var locked = new PdfFile { Trailer = $"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{key}> /U <{key}> >> /ID [<{key[..32]}> <{key[..32]}>]" }.Page("hemligt");
        Assert.Equal("encrypted", await Tools.Problem("a.pdf", locked.Bytes()));
    }

    [Fact]
    public async Task A_file_that_qpdf_locked_says_so()
    {
        Tools.Need("pdftotext", "qpdf");
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder["open.pdf"], Minutes().Bytes());
        await new Tool(Tool.Find("qpdf", null)!, ["--encrypt", "läsord", "ägare", "256", "--", folder["open.pdf"], folder["locked.pdf"]], TimeSpan.FromSeconds(20), 1L << 30, 1024, folder.Path).Run(CancellationToken.None);
        Assert.Equal("encrypted", await Tools.Problem("a.pdf", await File.ReadAllBytesAsync(folder["locked.pdf"])));
    }

    [Fact]
    public async Task A_truncated_file_is_damaged()
    {
        Tools.Need("pdftotext");
        Assert.Equal("damaged", await Tools.Problem("a.pdf", "%PDF-1.7\n%%EOF"u8.ToArray()));
    }

    [Fact]
    public async Task More_text_than_allowed_is_refused_and_not_cut()
    {
        Tools.Need("pdftotext");
        Assert.Equal("too-large", await Tools.Problem("a.pdf", Minutes().Bytes(), new ExtractionLimits { TextBytes = 100 }));
    }

    [Fact]
    public async Task Without_poppler_the_words_say_what_to_install()
    {
        var extracted = await new TextExtraction(new ExtractionLimits { ToolPath = "" }).Extract("a.pdf", Minutes().Bytes(), CancellationToken.None);
        Assert.Equal("converter-missing", extracted.Problem!.Code);
        Assert.Contains("poppler-utils", extracted.Problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_LibreOffice_drew_reads_as_it_was_written()
    {
        Tools.Need("pdftotext", "soffice");
        var docx = new DocxFile().Definition(0, "decimal|%1.").List(1, 0)
            .P("Minnesanteckningar Beredningsgruppen").Item(1, 0, "Mötets öppnande").Item(1, 0, "Uppföljning")
            .Table(["Aino Mäkelä", "Askvik"], ["Yusuf Demir", "Björkfors"]).Bytes();
        var pdf = await Tools.Text("a.pdf", await Tools.Convert(docx, "docx", "pdf"));
        Assert.Equal(Words(await Tools.Text("a.docx", docx)), Words(pdf.Replace("Sidhuvud som inte hör till texten", "", StringComparison.Ordinal)));
        Assert.Matches("\nAino Mäkelä {3,}Askvik\n", pdf);
    }

    static string[] Words(string text) => text.Split((char[])[' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
