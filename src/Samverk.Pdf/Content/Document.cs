namespace Samverk.Pdf.Content;

/// <summary>
/// A document of record, said once: minutes, certificate, notice, extract, letter. PDF, Word and HTML are made of it.
/// Blocks stand in reading order; nothing here knows of pages.
/// </summary>
public sealed record Document(DocumentFacts Facts, IReadOnlyList<Block> Blocks);

/// <summary>What a document says about itself.</summary>
/// <param name="Title">Its name in lists, windows and bookmarks. The first heading usually says the same.</param>
/// <param name="Author">The body or organisation whose document it is; never a person.</param>
/// <param name="Created">When this text was made. Same document and time, same bytes.</param>
public sealed record DocumentFacts(string Title, string Author, DateTimeOffset Created)
{
    /// <summary>BCP 47; also decides in which language the page foot speaks.</summary>
    public string Language { get; init; } = "sv-SE";

    public string? Subject { get; init; }

    /// <summary>To the left in every page's head: the body.</summary>
    public string HeadLeft { get; init; } = "";

    /// <summary>To the right in every page's head: the date, or the case number.</summary>
    public string HeadRight { get; init; } = "";
}
