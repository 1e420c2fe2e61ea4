using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Content = Samverk.Pdf.Content;

namespace Samverk.Shared.Documents;

/// <summary>
/// A document of record for who needs it in Word: real headings, lists and tables, the language said, and nothing that
/// the PDF has not. What is signed is always the PDF, never this.
/// </summary>
public static class DocxWriter
{
    // A4 with the margins of the PDF, in twentieths of a point.
    const uint PageWidth = 11906, PageHeight = 16838, Side = 1760;
    const int Upright = 1800, Edge = 720;

    /// <summary>The same document gives the same bytes: every part has a name of its own, and the time is the document's.</summary>
    public static byte[] Write(Content.Document document)
    {
        using var memory = new MemoryStream();
        using (var package = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            SayFacts(package.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "facts"), document.Facts);
            var main = package.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "document");
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = DocxLook.Styles(document.Facts.Language);
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(new UpdateFieldsOnOpen { Val = false });
            var numbering = new DocxNumbering();
            var body = new Body(new DocxBlocks(numbering).Of(document.Blocks));
            main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = numbering.Part();
            body.Append(Section(main, document.Facts));
            main.Document = new(body);
        }
        return AtItsTime(memory.ToArray(), document.Facts.Created);
    }

    // The package itself is written with the time of day.
    static byte[] AtItsTime(byte[] package, DateTimeOffset at)
    {
        using var whole = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read))
        using (var to = new ZipArchive(whole, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in from.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(part.FullName);
                copy.LastWriteTime = at.ToUniversalTime();
                using var source = part.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        return whole.ToArray();
    }

    static void SayFacts(CoreFilePropertiesPart part, Content.DocumentFacts facts)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", dc = "http://purl.org/dc/elements/1.1/", terms = "http://purl.org/dc/terms/", xsi = "http://www.w3.org/2001/XMLSchema-instance";
        XElement At(string name) => new(terms + name, new XAttribute(xsi + "type", "dcterms:W3CDTF"), facts.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        using var stream = part.GetStream(FileMode.Create);
        stream.Write(XmlBytes.Of(new(new XElement(core + "coreProperties", new XAttribute(XNamespace.Xmlns + "dc", dc), new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", XmlBytes.Said(facts.Title)), new XElement(dc + "creator", XmlBytes.Said(facts.Author)), new XElement(dc + "subject", XmlBytes.Said(facts.Subject ?? "")), new XElement(dc + "language", XmlBytes.Said(facts.Language)),
            At("created"), At("modified")))));
    }

    static SectionProperties Section(MainDocumentPart main, Content.DocumentFacts facts)
    {
        var (head, foot) = (main.AddNewPart<HeaderPart>("head"), main.AddNewPart<FooterPart>("foot"));
        head.Header = new(Running("Header", DocxText.Run(facts.HeadLeft), DocxText.Tab(), DocxText.Run(facts.HeadRight)));
        var (page, of) = facts.Language.StartsWith("sv", StringComparison.OrdinalIgnoreCase) ? ("sida ", " av ") : ("page ", " of ");
        foot.Footer = new(Running("Footer", DocxText.Run(facts.Title), DocxText.Tab(), DocxText.Run(page), Field("PAGE"), DocxText.Run(of), Field("NUMPAGES")));
        return new(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(head) },
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(foot) },
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin { Top = Upright, Bottom = Upright, Left = Side, Right = Side, Header = Edge, Footer = Edge });
    }

    static Paragraph Running(string style, params OpenXmlElement[] content)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(content);
        return paragraph;
    }

    static SimpleField Field(string what) => new(DocxText.Run("1")) { Instruction = what };
}
