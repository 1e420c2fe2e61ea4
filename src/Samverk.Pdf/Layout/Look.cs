using Samverk.Pdf.Content;

namespace Samverk.Pdf;

/// <summary>How a Swedish public record looks: A4, one calm typeface, lines of at most 75 characters, one colour beside black.</summary>
static class Look
{
    public const double PageWidth = 595.28, PageHeight = 841.89, Left = 88, Top = 752, Bottom = 84;
    public const double Width = PageWidth - 2 * Left, HeadBaseline = 790, FootBaseline = 46;
    public const double ListIndent = 20, BoxIndent = 16, CellPadding = 5, Hairline = 0.5, BoxRule = 2;
    /// <summary>Where lines of text end at the latest, for 75 characters; tables, head and foot use the whole width.</summary>
    public const double ProseRight = Left + 394;
    /// <summary>Narrower than this nothing is set further in.</summary>
    public const double LeastWidth = 150;

    public static readonly Colour Ink = Colour.Of(0x1B232C), Muted = Colour.Of(0x55606C), Accent = Colour.Of(0x0B5D66), Pale = Colour.Of(0xC3CAD1);

    public static readonly TextStyle
        Body = new(10.5, 15.5, Face.Regular, Ink),
        Term = new(10.5, 15.5, Face.Regular, Muted),
        Label = new(9.5, 14, Face.Bold, Accent),
        Cell = new(9.5, 13.5, Face.Regular, Ink),
        CellHead = new(9.5, 13.5, Face.Bold, Ink),
        Caption = new(9.5, 14, Face.Bold, Muted),
        Small = new(8.5, 12.5, Face.Regular, Muted),
        Running = new(8.5, 12, Face.Regular, Muted);

    static readonly TextStyle[] Headings = [new(20, 26, Face.Bold, Ink), new(14, 19, Face.Bold, Ink), new(11, 16, Face.Bold, Ink)];

    public static TextStyle HeadingStyle(int level) => Headings[Math.Clamp(level, 1, Headings.Length) - 1];

    /// <summary>The space between two blocks.</summary>
    public static double Between(Block? above, Block below) => above switch
    {
        null => 0,
        Heading { Level: 1 } => below is Heading ? 14 : 12,
        Heading => below is Heading ? 8 : below is Boxed or Table ? 8 : 5,
        _ => Math.Max(Around(above), Before(below)),
    };

    static double Before(Block block) => block switch
    {
        Heading { Level: <= 1 } => 32,
        Heading { Level: 2 } => 24,
        Heading => 17,
        _ => Around(block),
    };

    static double Around(Block block) => block switch
    {
        Table => 15,
        Boxed or Divider or Facts => 12,
        _ => 8,
    };
}
