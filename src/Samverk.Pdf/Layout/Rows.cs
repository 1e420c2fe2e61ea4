namespace Samverk.Pdf;

/// <summary>Lines of text that stand at one place in a row.</summary>
sealed record Cell(Owner Owner, IReadOnlyList<Line> Lines, double Left, double Width, TextStyle Style)
{
    public bool ToTheRight { get; init; }

    public double LineLeft(Line line) => ToTheRight ? Math.Max(Left, Left + Width - line.WidthAt(Style.Size)) : Left;
}

/// <summary>Cells side by side. A paragraph is a row of one cell; a list entry is its label and its text.</summary>
/// <param name="Padding">Above and below the lines.</param>
sealed record Row(IReadOnlyList<Cell> Cells, double Padding = 0)
{
    /// <summary>Drawn at the foot of the row; null for none.</summary>
    public Action<PageCanvas, double>? Below { get; init; }

    double Leading => Cells.Max(c => c.Style.Leading);
    int Lines => Cells.Max(c => c.Lines.Count);

    public double Height => Lines * Leading + 2 * Padding;

    /// <summary>In one piece, cell by cell.</summary>
    public Piece Whole() => new(Height, (canvas, top) =>
    {
        foreach (var cell in Cells)
            for (var i = 0; i < cell.Lines.Count; i++)
                Draw(canvas, cell, i, top - Padding - i * Leading);
        Below?.Invoke(canvas, top - Height);
    });

    /// <summary>Line by line, but never one line alone at either side of the end of a page.</summary>
    public IEnumerable<Piece> ByLine()
    {
        for (var i = 0; i < Lines; i++)
        {
            var (number, above, below) = (i, i == 0 ? Padding : 0, i == Lines - 1 ? Padding : 0);
            yield return new(above + Leading + below, (canvas, top) =>
            {
                foreach (var cell in Cells.Where(c => number < c.Lines.Count))
                    Draw(canvas, cell, number, top - above);
                if (number == Lines - 1)
                    Below?.Invoke(canvas, top - above - Leading - below);
            }) { KeepWithNext = Lines > 1 && i < Lines - 1 && (i == 0 || i == Lines - 2) };
        }
    }

    // The capitals stand in the middle of their line.
    void Draw(PageCanvas canvas, Cell cell, int number, double top) =>
        canvas.Text(cell.Owner, cell.Lines[number], cell.LineLeft(cell.Lines[number]), top - Leading / 2 - cell.Style.Size * CapitalsMiddle, cell.Style);

    const double CapitalsMiddle = 0.3635;
}
