namespace Samverk.Pdf.Content;

/// <summary>One thing in the flow of a document.</summary>
public abstract record Block;

/// <summary>A heading, also a bookmark.</summary>
/// <param name="Level">1 for the document's title, 2 and 3 below it.</param>
/// <param name="Anchor">The name by which a link finds it (<c>minutes.pdf#p4</c>); unique in the document.</param>
public sealed record Heading(int Level, string Text, string? Anchor = null) : Block;

public sealed record Paragraph(Prose Text) : Block;

/// <summary>Entries without order.</summary>
public sealed record Bullets(IReadOnlyList<Prose> Items) : Block;

/// <summary>Entries numbered from <paramref name="First"/>.</summary>
public sealed record Numbered(IReadOnlyList<Prose> Items, int First = 1) : Block;

/// <summary>A table whose head is repeated on every page. A row that is shorter than the head is filled with empty cells.</summary>
/// <param name="Caption">What it shows; said to those who can't see it. Empty when the heading above says it.</param>
public sealed record Table(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Prose>> Rows) : Block
{
    /// <summary>Whether each row's first cell is its head.</summary>
    public bool RowHeads { get; init; }
}

/// <param name="Width">Relative to the other columns.</param>
/// <param name="Figures">Figures stand to the right.</param>
public sealed record Column(string Head, double Width = 1, bool Figures = false)
{
    public static implicit operator Column(string head) => new(head);
}

/// <summary>Terms and values about one thing: place, time, case number.</summary>
public sealed record Facts(IReadOnlyList<Fact> Items) : Block;

public sealed record Fact(string Term, Prose Value);

/// <summary>What a reader must find at once, a decision: a label and what it says, with a calm rule to the left.</summary>
public sealed record Boxed(string Label, IReadOnlyList<Block> Blocks) : Block;

/// <summary>A thin line across the page.</summary>
public sealed record Divider : Block;

/// <summary>What follows begins on a new page.</summary>
public sealed record PageBreak : Block;

/// <summary>A note in small print.</summary>
public sealed record Small(Prose Text) : Block;
