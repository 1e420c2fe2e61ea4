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

    public static byte[] Write(Content.Document document)
    {
        using var memory = new MemoryStream();
        using (var package = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            SayFacts(package, document.Facts);
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = DocxLook.Styles(document.Facts.Language);
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new UpdateFieldsOnOpen { Val = false });
            var numbering = new DocxNumbering();
            var body = new Body(new DocxBlocks(numbering).Of(document.Blocks));
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = numbering.Part();
            body.Append(Section(main, document.Facts));
            main.Document = new(body);
        }
        return memory.ToArray();
    }

    static void SayFacts(WordprocessingDocument package, Content.DocumentFacts facts)
    {
        var properties = package.PackageProperties;
        properties.Title = XmlBytes.Said(facts.Title);
        properties.Creator = XmlBytes.Said(facts.Author);
        properties.Subject = XmlBytes.Said(facts.Subject ?? "");
        properties.Language = XmlBytes.Said(facts.Language);
        properties.Created = properties.Modified = facts.Created.UtcDateTime;
    }

    static SectionProperties Section(MainDocumentPart main, Content.DocumentFacts facts)
    {
        var (head, foot) = (main.AddNewPart<HeaderPart>(), main.AddNewPart<FooterPart>());
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
