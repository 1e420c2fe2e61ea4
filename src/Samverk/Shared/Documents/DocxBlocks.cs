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
        var id = (++bookmarks).ToString(CultureInfo.InvariantCulture);
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

    IEnumerable<OpenXmlElement> Boxed(Content.Boxed box)
    {
        if (!string.IsNullOrWhiteSpace(box.Label))
            yield return Paragraph(DocxLook.Label, box.Label, boxed: true);
        foreach (var element in Of(box.Blocks, boxed: true))
            yield return element;
    }

    static Paragraph Divider() => new(new ParagraphProperties(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = HairlineWidth, Space = 1, Color = DocxLook.Pale })));

    static Paragraph Paragraph(string style, Content.Prose text, bool boxed)
    {
        var properties = new ParagraphProperties { ParagraphStyleId = new() { Val = style } };
        if (boxed)
        {
            properties.ParagraphBorders = new(new LeftBorder { Val = BorderValues.Single, Size = RuleWidth, Space = BoxSpace, Color = DocxLook.Accent });
            if (style is DocxLook.Body or DocxLook.Label or DocxLook.Small)
                properties.Indentation = new() { Left = BoxIndent.ToString(CultureInfo.InvariantCulture) };
        }
        var paragraph = new Paragraph(properties);
        paragraph.Append(DocxText.Runs(text));
        return paragraph;
    }
}
