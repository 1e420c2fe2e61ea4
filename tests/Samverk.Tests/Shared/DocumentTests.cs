using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Samverk.Pdf;
using Samverk.Pdf.Content;
using Samverk.Shared.Documents;
using Samverk.Tests.Import.Files;

namespace Samverk.Tests.Shared;

/// <summary>One document of record as PDF, Word and HTML: the same words in the same order.</summary>
public sealed class DocumentTests
{
    static readonly Document Minutes = new(
        new("Protokoll 11 september 2026", "Samverkansrådet, Region Bergslunda", new(2026, 9, 14, 8, 0, 0, TimeSpan.Zero)) { HeadLeft = "Samverkansrådet", HeadRight = "2026-09-11", Subject = "Protokoll" },
        [
            new Heading(1, "Protokoll"),
            new Facts([new("Tid", "kl. 9.30–12.00"), new("Plats", "Regionhuset")]),
            new Table("Närvarande", ["Huvudman", new Column("Röster", 0.5, Figures: true)], [["Askvik", "2"], ["Örnsta", "1"]]) { RowHeads = true },
            new Heading(2, "§ 1 Handlingsplanen", "p1"),
            new Paragraph(new Prose([new Run("Frågan "), new Run("diskuteras", Bold: true), new Run(" länge.\nSedan "), new Run("inte", Italic: true), new Run(".")])),
            new Bullets(["En punkt", "En till"]),
            new Boxed("Beslut", [new Paragraph("Rådet beslutar"), new Numbered(["att anta planen,", "att redovisa i mars."], 3)]),
            new Heading(2, "§ 2 Frågor", "p2"),
            new Divider(),
            new PageBreak(),
            new Small("Ett <b>tecken</b> & ett\u0001 till."),
        ]);

    static readonly string[] Order = ["Protokoll", "Tid", "9.30", "Plats", "Närvarande", "Huvudman", "Röster", "Askvik", "Örnsta", "§ 1 Handlingsplanen", "Frågan", "diskuteras", "Sedan", "En punkt", "En till", "Beslut", "Rådet beslutar", "att anta planen", "att redovisa", "§ 2 Frågor", "tecken"];

    [Fact]
    public async Task All_three_say_the_same_in_the_same_order()
    {
        Tools.Need("pdftotext", "prlimit");
        var typeface = Typeface.FromFolder(Path.Combine(AppContext.BaseDirectory, "typeface"));
        InOrder(await Tools.Text("protokoll.pdf", PdfWriter.Write(Minutes, typeface).Bytes));
        InOrder(await Tools.Text("protokoll.docx", DocxWriter.Write(Minutes)));
        InOrder(await Tools.Text("protokoll.html", System.Text.Encoding.UTF8.GetBytes($"<!doctype html><html lang=\"sv\"><body>{await Html()}</body></html>")));
    }

    [Fact]
    public void The_Word_file_is_as_the_format_wants_it()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(DocxWriter.Write(Minutes)), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Equal(("Protokoll 11 september 2026", "Samverkansrådet, Region Bergslunda", "sv-SE"), (file.PackageProperties.Title, file.PackageProperties.Creator, file.PackageProperties.Language));
        var body = file.MainDocumentPart!.Document.Body!;
        Assert.Equal(["Heading1", "Heading2", "Heading2"], body.Descendants<DocumentFormat.OpenXml.Wordprocessing.ParagraphStyleId>().Select(s => s.Val!.Value!).Where(s => s.StartsWith("Heading", StringComparison.Ordinal)));
        Assert.Single(body.Descendants<DocumentFormat.OpenXml.Wordprocessing.TableHeader>());
        Assert.Equal(2, body.Descendants<DocumentFormat.OpenXml.Wordprocessing.BookmarkStart>().Count());
        Assert.Equal("sv-SE", file.MainDocumentPart.StyleDefinitionsPart!.Styles!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Languages>().First().Val!.Value);
    }

    [Fact]
    public void The_same_document_gives_the_same_Word_file() => Assert.Equal(DocxWriter.Write(Minutes), DocxWriter.Write(Minutes with { }));

    [Fact]
    public async Task LibreOffice_opens_the_Word_file()
    {
        Tools.Need("soffice");
        var text = System.Text.Encoding.UTF8.GetString(await Tools.Convert(DocxWriter.Write(Minutes), "docx", "txt"));
        InOrder(text);
        Assert.Contains("3. att anta planen", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_shows_it_with_real_headings_lists_and_tables()
    {
        var html = await Html();
        foreach (var part in (string[])["<div class=\"record\">", "<h2>Protokoll</h2>", "<h3 id=\"p1\">§ 1 Handlingsplanen</h3>", "<dt>Tid</dt>", "<caption>Närvarande</caption>", "<th scope=\"col\" class=\"num\">Röster</th>", "<th scope=\"row\" data-th=\"Huvudman\">Askvik</th>", "<strong>diskuteras</strong>", "<ol start=\"3\">", "<div class=\"decision\"><b>Beslut</b>", "&lt;b&gt;tecken"])
            Assert.Contains(part, Together(html), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"margin\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_margins_what_has_an_anchor_is_a_part_of_its_own()
    {
        RenderFragment<string> margin = anchor => builder => builder.AddContent(0, $"Kommentarer till {anchor}");
        var html = Together(await Html(("Margin", margin)));
        Assert.Contains("<section class=\"para\" id=\"p1\"><div class=\"record\"><h3>§ 1", html, StringComparison.Ordinal);
        Assert.Contains("<div class=\"margin\">Kommentarer till p2</div>", html, StringComparison.Ordinal);
        Assert.Equal(3, html.Split("<section").Length - 1);
    }

    static void InOrder(string text)
    {
        var at = 0;
        foreach (var part in Order)
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"“{part}” does not stand after the one before it:\n{text}");
            at = found;
        }
    }

    static async Task<string> Html(params (string Name, object Value)[] more)
    {
        await using var provider = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        var parameters = more.Append(("Document", Minutes)).ToDictionary(p => p.Item1, p => (object?)p.Item2);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            System.Net.WebUtility.HtmlDecode((await renderer.RenderComponentAsync<DocumentView>(ParameterView.FromDictionary(parameters))).ToHtmlString().Replace("&lt;", "&amp;lt;", StringComparison.Ordinal).Replace("&gt;", "&amp;gt;", StringComparison.Ordinal)));
    }

    // Without the white space between elements.
    static string Together(string html) => System.Text.RegularExpressions.Regex.Replace(html, @">\s+<", "><", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
