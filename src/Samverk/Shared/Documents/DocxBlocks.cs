using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Content = Samverk.Pdf.Content;

namespace Samverk.Shared.Documents;

/// <summary>Blocks as paragraphs and tables of Word.</summary>
sealed class DocxBlocks(DocxNumbering numbering)
{
    const uint RuleWidth = 18, HairlineWidth = 4, BoxSpace = 8;
    const int BoxIndent = 240;
    const string BoxGap = "40";
    int bookmarks;

    public IEnumerable<OpenXmlElement> Of(IReadOnlyList<Content.Block> blocks, bool boxed = false) => blocks.SelectMany(b => Of(b, boxed));

    IEnumerable<OpenXmlElement> Of(Content.Block block, bool boxed) => block switch
    {
        Content.Heading heading => [Heading(heading, boxed)],
        Content.Paragraph paragraph => [Paragraph(DocxLook.Body, paragraph.Text, boxed)],
        Content.Small small => [Paragraph(DocxLook.Small, small.Text, boxed)],
        Content.Bullets bullets => List(DocxLook.Bullets, numbering.Bullets(), bullets.Items, boxed),
        Content.Numbered numbered => List(DocxLook.Numbers, numbering.Numbers(Math.Max(0, numbered.First)), numbered.Items, boxed),
        Content.Facts facts => facts.Items.Select(fact => Fact(fact, boxed)),
        Content.Table table => DocxTable.Of(table),
        Content.Boxed box => Boxed(box),
        Content.Divider => [Divider()],
        Content.PageBreak => [new Paragraph(new Run(new Break { Type = BreakValues.Page }))],
        _ => throw new ArgumentException($"A block of the kind {block.GetType().Name} can't be written.", nameof(block)),
    };

    Paragraph Heading(Content.Heading heading, bool boxed)
    {
        var paragraph = Paragraph(DocxLook.Heading(heading.Level), heading.Text, boxed);
        if (string.IsNullOrEmpty(heading.Anchor))
            return paragraph;
        var id = Text(++bookmarks);
        paragraph.InsertAfter(new BookmarkStart { Id = id, Name = XmlBytes.Said(heading.Anchor) }, paragraph.ParagraphProperties);
        paragraph.Append(new BookmarkEnd { Id = id });
        return paragraph;
    }

    static IEnumerable<OpenXmlElement> List(string style, int list, IReadOnlyList<Content.Prose> items, bool boxed) => items.Select(item =>
    {
        var paragraph = Paragraph(style, item, boxed);
        paragraph.ParagraphProperties!.NumberingProperties = new(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = list });
        return paragraph;
    });

    static Paragraph Fact(Content.Fact fact, bool boxed)
    {
        var paragraph = Paragraph(DocxLook.Fact, fact.Term, boxed);
        paragraph.Append(DocxText.Tab());
        paragraph.Append(DocxText.Runs(fact.Value));
        return paragraph;
    }

    // Close together within, and with the usual space after.
    List<OpenXmlElement> Boxed(Content.Boxed box)
    {
        List<OpenXmlElement> elements = string.IsNullOrWhiteSpace(box.Label) ? [] : [Paragraph(DocxLook.Label, box.Label, boxed: true)];
        elements.AddRange(Of(box.Blocks, boxed: true));
        if (elements is [.., Paragraph { ParagraphProperties: { } last }])
            last.SpacingBetweenLines = null;
        return elements;
    }

    static Paragraph Divider() => new(new ParagraphProperties(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = HairlineWidth, Space = 1, Color = DocxLook.Pale })));

    static Paragraph Paragraph(string style, Content.Prose text, bool boxed)
    {
        var properties = new ParagraphProperties { ParagraphStyleId = new() { Val = style } };
        if (boxed)
        {
            properties.ParagraphBorders = new(new LeftBorder { Val = BorderValues.Single, Size = RuleWidth, Space = BoxSpace, Color = DocxLook.Accent });
            var hanging = style switch { DocxLook.Bullets or DocxLook.Numbers => DocxNumbering.Indent, DocxLook.Fact => DocxLook.FactIndent, _ => 0 };
            properties.Indentation = new() { Left = Text(BoxIndent + hanging), Hanging = Text(hanging) };
            properties.SpacingBetweenLines = new() { After = BoxGap };
        }
        var paragraph = new Paragraph(properties);
        paragraph.Append(DocxText.Runs(text));
        return paragraph;
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
