namespace Samverk.Pdf;

/// <summary>A character as it is set.</summary>
/// <param name="Character">What it says.</param>
/// <param name="Glyph">What is drawn.</param>
/// <param name="Advance">In thousandths of the size.</param>
/// <param name="IsExact">Whether the glyph alone tells a reader of the file which character it is.</param>
readonly record struct Sign(int Character, ushort Glyph, Face Face, int Advance, bool IsExact)
{
    /// <summary>Says where a line may or must end, and is not drawn.</summary>
    public bool IsDirection => Character is Characters.LineFeed or Characters.SoftHyphen or Characters.BreakOpportunity;
}

/// <summary>One line of text, ready to be drawn. Spaces at its end are kept, so that words stay apart for who listens, but have no width.</summary>
sealed record Line(IReadOnlyList<Sign> Signs, int Width)
{
    /// <summary>In points.</summary>
    public double WidthAt(double size) => Width * size / 1000;
}

/// <summary>How text looks.</summary>
sealed record TextStyle(double Size, double Leading, Face Face, Colour Colour);

readonly record struct Colour(double Red, double Green, double Blue)
{
    public static Colour Of(int rgb) => new((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
}
