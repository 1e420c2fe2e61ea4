using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Samverk.Import.Files;

/// <summary>
/// Walks the body of a document once, from start to end. An element that is not named here is looked into, so that
/// links, tracked insertions, fields and content controls give their text without being known.
/// </summary>
sealed class DocxBody(XmlReader xml, DocxStyles styles, DocxNumbering numbering)
{
    readonly HashSet<int> alternatives = [];
    readonly HashSet<int> placeholders = [];

    public string Read()
    {
        var flow = new Flow();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "body")
                Blocks(flow);
        }
        return flow.ToString();
    }

    void Blocks(Flow flow)
    {
        var paragraph = new DocxParagraph(styles, numbering);
        var depth = Enter();
        while (Within(depth))
        {
            if (xml.NodeType != XmlNodeType.Element || LeaveOut())
                continue;
            if (xml.LocalName == "p")
                Paragraph(paragraph, flow);
            else if (xml.LocalName == "tbl")
                Table(flow);
        }
        paragraph.WriteRest(flow);
    }

    void Paragraph(DocxParagraph paragraph, Flow flow)
    {
        paragraph.Start();
        var boxes = new Flow();
        var depth = Enter();
        while (Within(depth))
        {
            if (xml.NodeType == XmlNodeType.Element && !LeaveOut())
                Inline(paragraph, boxes);
        }
        paragraph.End(flow);
        flow.Lines(boxes.Filled);
    }

    void Inline(DocxParagraph paragraph, Flow boxes)
    {
        switch (xml.LocalName)
        {
            case "pPr":
                paragraph.Properties(Load());
                break;
            case "r":
                paragraph.Run();
                break;
            case "rPr":
                paragraph.RunProperties(Load());
                break;
            case "t":
                paragraph.Text(TextOf());
                break;
            case "tab" or "ptab":
                paragraph.Text("\t");
                break;
            case "br" or "cr":
                paragraph.Text("\n");
                break;
            case "noBreakHyphen":
                paragraph.Text("-");
                break;
            case "sym":
                paragraph.Text(DocxSymbol.Of(Attribute("char")));
                break;
            case "txbxContent":
                Blocks(boxes);
                break;
        }
    }

    void Table(Flow flow)
    {
        flow.Gap();
        var depth = Enter();
        while (Within(depth))
        {
            if (xml.NodeType == XmlNodeType.Element && !LeaveOut() && xml.LocalName == "tr")
                flow.Lines(TableRow.Lines(Row()));
        }
        flow.Gap();
    }

    List<IReadOnlyList<string>> Row()
    {
        var cells = new List<IReadOnlyList<string>>();
        var gone = false;
        var depth = Enter();
        while (Within(depth))
        {
            if (xml.NodeType != XmlNodeType.Element || LeaveOut())
                continue;
            if (xml.LocalName == "trPr")
                gone = Load() is var properties && (properties.Child("del") is not null || properties.Switch("hidden") is true);
            else if (xml.LocalName == "tc")
                cells.Add(Cell());
        }
        return gone ? [] : cells;
    }

    IReadOnlyList<string> Cell()
    {
        var flow = new Flow();
        Blocks(flow);
        return flow.Filled;
    }

    /// <summary>
    /// Passes over what is not text of the page: deleted text, the second telling of a text box, a prompt that
    /// nobody has filled in, a table of contents.
    /// </summary>
    bool LeaveOut()
    {
        var depth = xml.Depth;
        switch (xml.LocalName)
        {
            case "del" or "moveFrom" or "rt" or "instrText" or "delText":
                Skip();
                return true;
            case "AlternateContent":
                alternatives.Remove(depth + 1);
                return true;
            case "Choice" or "Fallback":
                if (!alternatives.Add(depth))
                    Skip();
                return true;
            case "sdtPr":
                if (IsPlaceholder(Load()))
                    placeholders.Add(depth);
                return true;
            case "sdtContent":
                if (placeholders.Remove(depth))
                    Skip();
                return true;
            default:
                return false;
        }
    }

    static bool IsPlaceholder(XElement control) =>
        control.Switch("showingPlcHdr") is true || control.Child("docPartObj").Child("docPartGallery").Value() == "Table of Contents";

    /// <summary>The depth of the element to look into; -1 when it has no content.</summary>
    int Enter() => xml.IsEmptyElement ? -1 : xml.Depth;

    bool Within(int depth)
    {
        if (depth < 0 || !xml.Read() || xml.Depth <= depth)
            return false;
        return xml.Depth < OoxmlReader.Deepest ? true : throw new XmlException("Nested too deep.");
    }

    void Skip()
    {
        var depth = Enter();
        while (Within(depth))
        {
        }
    }

    XElement Load()
    {
        using var part = xml.ReadSubtree();
        return XElement.Load(part);
    }

    string TextOf()
    {
        var text = new StringBuilder();
        var depth = Enter();
        while (Within(depth))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text.Append(xml.Value);
        }
        return text.ToString();
    }

    string Attribute(string name)
    {
        while (xml.MoveToNextAttribute())
        {
            if (xml.LocalName != name)
                continue;
            var value = xml.Value;
            xml.MoveToElement();
            return value;
        }
        xml.MoveToElement();
        return "";
    }
}
