using System.Globalization;
using System.Text;

namespace Samverk.Pdf;

/// <summary>One page being drawn. All of it belongs to an owner; what belongs to one and follows on itself is one marked stretch.</summary>
sealed class PageCanvas(int number)
{
    const int MostInActualText = 1000;
    readonly StringBuilder content = new();
    readonly List<StructureElement> marks = [];
    Owner? open;
    Colour? colour;

    /// <summary>From 0.</summary>
    public int Number => number;

    /// <summary>The elements that own the page's marked stretches, in their order.</summary>
    public IReadOnlyList<StructureElement> Marks => marks;

    /// <summary>Draws a line of text with its baseline there.</summary>
    public void Text(Owner owner, Line line, double x, double baseline, TextStyle style)
    {
        if (line.Signs.Count == 0)
            return;
        Enter(owner);
        Fill(style.Colour);
        content.Append("BT ");
        var (at, face) = (0, (Face?)null);
        while (at < line.Signs.Count)
        {
            var first = line.Signs[at];
            var end = at + 1;
            while (end < line.Signs.Count && line.Signs[end].Face == first.Face && line.Signs[end].IsExact == first.IsExact && (first.IsExact || end - at < MostInActualText))
                end++;
            if (face != first.Face)
                content.Append(CultureInfo.InvariantCulture, $"/{FontName(first.Face)} {Number2(style.Size)} Tf ");
            if (face is null)
                content.Append(CultureInfo.InvariantCulture, $"{Number2(x)} {Number2(baseline)} Td ");
            face = first.Face;
            Show(line.Signs, at, end);
            at = end;
        }
        content.Append("ET\n");
    }

    /// <summary>Draws a straight line for the eye alone.</summary>
    public void Rule(double x1, double y1, double x2, double y2, double thickness, Colour stroke)
    {
        Enter(Artifact.Layout);
        content.Append(CultureInfo.InvariantCulture, $"{Number2(thickness)} w {Rgb(stroke)} RG {Number2(x1)} {Number2(y1)} m {Number2(x2)} {Number2(y2)} l S\n");
    }

    /// <summary>The page's content stream, finished.</summary>
    public byte[] Finish()
    {
        Leave();
        return Encoding.ASCII.GetBytes(content.ToString());
    }

    public static string FontName(Face face) => $"F{(int)face}";

    void Show(IReadOnlyList<Sign> signs, int from, int to)
    {
        var exact = signs[from].IsExact;
        if (!exact)
        {
            var actual = new StringBuilder();
            for (var i = from; i < to; i++)
                actual.Append(new Rune(signs[i].Character));
            content.Append(CultureInfo.InvariantCulture, $"/Span <</ActualText {PdfText.Hex(actual.ToString())}>> BDC ");
        }
        content.Append('<');
        for (var i = from; i < to; i++)
            content.Append(signs[i].Glyph.ToString("X4", CultureInfo.InvariantCulture));
        content.Append(exact ? "> Tj " : "> Tj EMC ");
    }

    void Enter(Owner owner)
    {
        if (ReferenceEquals(owner, open))
            return;
        Leave();
        open = owner;
        switch (owner)
        {
            case Artifact artifact:
                content.Append(CultureInfo.InvariantCulture, $"/Artifact {artifact.Properties} BDC\n");
                break;
            case StructureElement element:
                content.Append(CultureInfo.InvariantCulture, $"/{element.Tag} <</MCID {marks.Count}>> BDC\n");
                element.Mark(number, marks.Count);
                marks.Add(element);
                break;
        }
    }

    void Leave()
    {
        if (open is not null)
            content.Append("EMC\n");
        open = null;
    }

    void Fill(Colour fill)
    {
        if (colour != fill)
            content.Append(CultureInfo.InvariantCulture, $"{Rgb(fill)} rg\n");
        colour = fill;
    }

    static string Rgb(Colour c) => string.Create(CultureInfo.InvariantCulture, $"{c.Red:0.###} {c.Green:0.###} {c.Blue:0.###}");

    static string Number2(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
