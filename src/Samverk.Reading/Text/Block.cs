namespace Samverk.Reading;

enum BlockKind { Paragraph, Bullet, Numbered, Row, Heading }

/// <summary>
/// A paragraph, list entry, table row or marked heading: its text as it is quoted (white space folded, marks removed,
/// broken words joined) and the way back to where each character stands in the document.
/// </summary>
sealed class Block
{
    public required string Text { get; init; }
    public required BlockKind Kind { get; init; }
    /// <summary>The list number as written, without its dot or bracket.</summary>
    public string? Number { get; init; }
    public bool Bold { get; init; }
    /// <summary>Depth of a Markdown heading, else 0.</summary>
    public int Depth { get; init; }
    public int Column { get; init; }
    public bool BlankBefore { get; init; }
    public bool BlankAfter { get; set; }
    /// <summary>Its place among the document's blocks.</summary>
    public int Index { get; set; }
    /// <summary>Lines that it was put together from.</summary>
    public int Lines { get; init; }
    /// <summary>The cells of a row as ranges of <see cref="Text"/>, and the column each begins in.</summary>
    public required IReadOnlyList<Cell> Cells { get; init; }
    public required IReadOnlyList<Cell> Struck { get; init; }
    public required Piece[] Pieces { get; init; }
    /// <summary>Where the text begins after a list number.</summary>
    public int TextStart => Kind == BlockKind.Numbered && Number is { } n && Text.IndexOf(' ', StringComparison.Ordinal) is var space && space > 0 && space <= n.Length + 2 ? space + 1 : 0;

    public int Origin(int at)
    {
        var (low, high) = (0, Pieces.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Pieces[middle].At <= at)
                low = middle;
            else
                high = middle - 1;
        }
        return Pieces.Length == 0 ? 0 : Pieces[low].Origin + Math.Max(0, at - Pieces[low].At);
    }

    bool labelled;
    (PassageLabel Label, int From)? label;

    /// <summary>The label inside an item that it begins with: several readers ask.</summary>
    public (PassageLabel Label, int From)? Label
    {
        get
        {
            if (!labelled)
                (label, labelled) = (PassageLabels.Of(this), true);
            return label;
        }
    }

    public Source Source(Offsets offsets, int start, int end) =>
        end <= start ? offsets.Of(Origin(start), Origin(start)) : offsets.Of(Origin(start), Origin(end - 1) + 1);

    public string Cut(Cell cell) => Text[cell.Start..cell.End];

    public bool IsStruck(int start, int end) => Struck.Any(s => s.Start < end && start < s.End);
}

readonly record struct Cell(int Start, int End, int Column);

/// <summary>From <paramref name="At"/> on, the block's text stands at <paramref name="Origin"/> on in the document.</summary>
readonly record struct Piece(int At, int Origin);
