using System.IO.Compression;
using System.Security;
using System.Text;

namespace Samverk.Tests.Import.Files;

/// <summary>Makes Word documents for tests, part by part, so that a test shows exactly the markup that it is about.</summary>
sealed class DocxFile
{
    const string Names = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """;

    readonly StringBuilder body = new();
    readonly StringBuilder styles = new();
    readonly StringBuilder definitions = new();
    readonly StringBuilder lists = new();
    string prolog = "";

    public DocxFile Body(string xml)
    {
        body.Append(xml);
        return this;
    }

    public DocxFile P(string text, string properties = "") => Body(Paragraph(text, properties));

    /// <summary>A paragraph in a list.</summary>
    public DocxFile Item(int list, int level, string text) =>
        P(text, $"""<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>""");

    public DocxFile Row(params string[] cells) => Body($"<w:tr>{string.Concat(cells.Select(c => $"<w:tc>{(c.StartsWith('<') ? c : Paragraph(c))}</w:tc>"))}</w:tr>");

    public DocxFile Table(params string[][] rows)
    {
        Body("<w:tbl><w:tblPr/>");
        foreach (var row in rows)
            Row(row);
        return Body("</w:tbl>");
    }

    public DocxFile Style(string id, string name, string properties)
    {
        styles.Append($"""<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{properties}</w:style>""");
        return this;
    }

    /// <summary>What all paragraphs have that say nothing else.</summary>
    public DocxFile Defaults(string properties)
    {
        styles.Insert(0, $"<w:docDefaults><w:pPrDefault><w:pPr>{properties}</w:pPr></w:pPrDefault></w:docDefaults>");
        return this;
    }

    /// <summary>A list definition; each level is <c>format|text</c>, more markup may follow after another bar.</summary>
    public DocxFile Definition(int id, params string[] levels)
    {
        definitions.Append($"""<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="multilevel"/>""");
        for (var i = 0; i < levels.Length; i++)
        {
            var parts = levels[i].Split('|');
            definitions.Append($"""<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{parts[0]}"/>{(parts.Length > 2 ? parts[2] : "")}<w:lvlText w:val="{parts[1]}"/></w:lvl>""");
        }
        definitions.Append("</w:abstractNum>");
        return this;
    }

    public DocxFile List(int id, int definition, string overrides = "")
    {
        lists.Append($"""<w:num w:numId="{id}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>""");
        return this;
    }

    /// <summary>What stands before the document element, such as a document type.</summary>
    public DocxFile Prolog(string xml)
    {
        prolog = xml;
        return this;
    }

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>""");
            Part(zip, "_rels/.rels", Relations(("officeDocument", "word/document.xml")));
            Part(zip, "word/_rels/document.xml.rels", Relations(("styles", "styles.xml"), ("numbering", "numbering.xml"), ("header", "header1.xml")));
            Part(zip, "word/styles.xml", $"<w:styles {Names}>{styles}</w:styles>");
            Part(zip, "word/numbering.xml", $"<w:numbering {Names}>{definitions}{lists}</w:numbering>");
            Part(zip, "word/header1.xml", $"<w:hdr {Names}>{Paragraph("Sidhuvud som inte hör till texten")}</w:hdr>");
            Part(zip, "word/document.xml", $"""{prolog}<w:document {Names}><w:body>{body}<w:sectPr><w:headerReference w:type="default" r:id="r2"/></w:sectPr></w:body></w:document>""");
        }
        return file.ToArray();
    }

    public static string Paragraph(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr>{Run(text)}</w:p>";

    public static string Run(string text, string properties = "") =>
        $"""<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{SecurityElement.Escape(text)}</w:t></w:r>""";

    static string Relations(params (string Type, string Target)[] relations) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations.Select((r, i) => $"""<Relationship Id="r{i}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{r.Type}" Target="{r.Target}"/>"""))}</Relationships>""";

    static void Part(ZipArchive zip, string name, string xml)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    }
}
