using System.Security;
using System.Text;
using Samverk.Pdf.Content;

namespace Samverk.Pdf;

/// <summary>What the file says about itself, twice and alike: for old programs, and as XMP, where it declares PDF/UA-1 and PDF/A-2a.</summary>
static class Metadata
{
    const string Program = "Samverk";

    public static int AddInfo(PdfObjects objects, DocumentFacts facts)
    {
        var subject = facts.Subject is null ? "" : $" /Subject {PdfText.Hex(Characters.OneLine(facts.Subject))}";
        return objects.Add($"<</Title {PdfText.Hex(Title(facts))} /Author {PdfText.Hex(Characters.OneLine(facts.Author))}{subject} /Creator ({Program}) /Producer ({Program}) /CreationDate {PdfText.Date(facts.Created)} /ModDate {PdfText.Date(facts.Created)}>>");
    }

    /// <summary>Not deflated: PDF/A wants it to be found by programs that know no PDF.</summary>
    public static int AddXmp(PdfObjects objects, DocumentFacts facts) =>
        objects.AddStream("/Type /Metadata /Subtype /XML", Encoding.UTF8.GetBytes(Xmp(facts)), plain: true);

    /// <summary>PDF/UA wants a title that isn't empty.</summary>
    public static string Title(DocumentFacts facts) => Characters.OneLine(facts.Title) is { Length: > 0 } title ? title : Program;

    static string Xmp(DocumentFacts facts)
    {
        var (title, author, at) = (Xml(Title(facts)), Xml(Characters.OneLine(facts.Author)), PdfText.XmlDate(facts.Created));
        var description = facts.Subject is null ? "" : $"\n<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{Xml(Characters.OneLine(facts.Subject))}</rdf:li></rdf:Alt></dc:description>";
        return $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>{description}
            <dc:language><rdf:Bag><rdf:li>{Xml(Language(facts))}</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>{at}</xmp:CreateDate>
            <xmp:ModifyDate>{at}</xmp:ModifyDate>
            <xmp:CreatorTool>{Program}</xmp:CreatorTool>
            <pdf:Producer>{Program}</pdf:Producer>
            <pdfaid:part>2</pdfaid:part>
            <pdfaid:conformance>A</pdfaid:conformance>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            {Extension}
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """;
    }

    /// <summary>Only what a language tag consists of: it is written where PDF has its own syntax.</summary>
    public static string Language(DocumentFacts facts) =>
        new string([.. facts.Language.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-').Take(35)]) is { Length: > 0 } tag ? tag : "sv-SE";

    static string Xml(string text) => SecurityElement.Escape(text);

    // PDF/A knows no pdfuaid of itself: a file that uses it brings its description.
    const string Extension = """
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
        """;
}
