namespace Samverk.Pdf;

/// <summary>The least that is never parted by the end of a page: a line, a row.</summary>
/// <param name="Draw">Draws it with its top there.</param>
sealed record Piece(double Height, Action<PageCanvas, double> Draw)
{
    /// <summary>The space above it, except first on a page.</summary>
    public double Before { get; init; }

    public bool KeepWithNext { get; init; }

    public bool StartsPage { get; init; }

    /// <summary>Drawn once more, for the eye alone, when a page begins with this piece: the table's head.</summary>
    public Piece? Repeated { get; init; }

    /// <summary>The boxes that it stands in, outermost first.</summary>
    public IReadOnlyList<Box> Boxes { get; init; } = [];
}

/// <summary>Several pieces with a rule to their left, drawn anew on each page.</summary>
sealed class Box(double left)
{
    public double Left => left;
}
