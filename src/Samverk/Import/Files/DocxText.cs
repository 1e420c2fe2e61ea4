using System.Xml;
using Samverk.Reading;

namespace Samverk.Import.Files;

/// <summary>Reads a Word document (docx) as text: what a reader of the printed page sees, without page heads and feet.</summary>
static class DocxText
{
    public static Extracted Read(byte[] content, ExtractionLimits limits)
    {
        try
        {
            var package = DocxPackage.Open(content, limits);
            if (package.Problem is not null)
                return package.Problem;
            var styles = DocxStyles.Read(package.Styles);
            var numbering = DocxNumbering.Read(package.Numbering, styles);
            using var xml = OoxmlReader.Stream(package.Document);
            var text = new DocxBody(xml, styles, numbering).Read();
            return Extracted.Of(DocumentText.Of(PlainText.Tidy(text)));
        }
        catch (Exception e) when (e is XmlException || ZipFaults.Is(e))
        {
            return UnreadableFile.Damaged("docx");
        }
    }
}
