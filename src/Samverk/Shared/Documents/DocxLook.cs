using DocumentFormat.OpenXml.Wordprocessing;

namespace Samverk.Shared.Documents;

/// <summary>The styles of a Word document: those that Word knows by name, looking like the PDF.</summary>
static class DocxLook
{
    public const string Body = "Normal", Small = "Small", Bullets = "ListBullet", Numbers = "ListNumber", Fact = "Fact", Label = "Label", Caption = "Caption", Cell = "TableText", CellHead = "TableHead";
    public const string Accent = "0B5D66", Muted = "55606C", Pale = "C3CAD1";
    public const int FactIndent = 2400;
    const string Ink = "1B232C";

    public static string Heading(int level) => $"Heading{Math.Clamp(level, 1, 3)}";

    // Sizes in half points, spaces in twentieths of a point.
    public static Styles Styles(string language)
    {
        var styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial" }, new Color { Val = Ink }, new FontSize { Val = "21" }, new Languages { Val = XmlBytes.Said(language) })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "160", Line = "300", LineRule = LineSpacingRuleValues.Auto }))));
        var normal = Style(Body, "Normal", null, new(), new());
        normal.Default = true;
        styles.Append(
            normal,
            HeadingStyle(1, "40", "0", "240"), HeadingStyle(2, "28", "400", "100"), HeadingStyle(3, "22", "280", "80"),
            Style(Bullets, "List Bullet", Body, new(new ContextualSpacing()), new()),
            Style(Numbers, "List Number", Body, new(new ContextualSpacing()), new()),
            Style(Fact, "Fakta", Body, new(new Tabs(new TabStop { Val = TabStopValues.Left, Position = 2400 }), new SpacingBetweenLines { After = "60" }, new Indentation { Left = "2400", Hanging = "2400" }), new()),
            Style(Label, "Etikett", Body, new(new KeepNext(), new SpacingBetweenLines { Before = "160", After = "20" }), new(new Bold(), new Color { Val = Accent }, new FontSize { Val = "19" })),
            Style(Caption, "caption", Body, new(new KeepNext(), new SpacingBetweenLines { Before = "200", After = "80" }), new(new Bold(), new Color { Val = Muted }, new FontSize { Val = "19" })),
            Style(Cell, "Tabelltext", Body, new(new SpacingBetweenLines { Before = "60", After = "60", Line = "260", LineRule = LineSpacingRuleValues.Auto }), new(new FontSize { Val = "19" })),
            Style(CellHead, "Tabellhuvud", Cell, new(), new(new Bold())),
            Style(Small, "Finstilt", Body, new(), new(new Color { Val = Muted }, new FontSize { Val = "17" })),
            Running("Header", "header"), Running("Footer", "footer"));
        return styles;
    }

    static Style HeadingStyle(int level, string size, string before, string after) => Style(
        Heading(level), $"heading {level}", Body,
        new(new KeepNext(), new KeepLines(), new SpacingBetweenLines { Before = before, After = after }, new OutlineLevel { Val = level - 1 }),
        new(new Bold(), new FontSize { Val = size }), next: Body);

    static Style Running(string id, string name) => Style(
        id, name, Body,
        new(new Tabs(new TabStop { Val = TabStopValues.Right, Position = 8386 })),
        new(new Color { Val = Muted }, new FontSize { Val = "17" }));

    static Style Style(string id, string name, string? basedOn, StyleParagraphProperties paragraph, StyleRunProperties run, string? next = null)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (basedOn is not null)
            style.Append(new BasedOn { Val = basedOn });
        if (next is not null)
            style.Append(new NextParagraphStyle { Val = next });
        style.Append(new PrimaryStyle(), paragraph, run);
        return style;
    }
}
