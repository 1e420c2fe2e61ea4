namespace Samverk.Search;

/// <summary>What somebody searches for. Empty lists do not narrow.</summary>
/// <param name="Text">Words, all of which must be there, and "phrases".</param>
public sealed record SearchQuestion(string? Text)
{
    public IReadOnlyList<ThingKind> Kinds { get; init; } = [];
    public IReadOnlyList<Guid> Bodies { get; init; } = [];
    public IReadOnlyList<int> Years { get; init; } = [];
    public int Page { get; init; } = 1;
    public int Size { get; init; } = 20;
    /// <summary>The last word may be unfinished.</summary>
    public bool IsTyping { get; init; }
}

/// <summary>What was found.</summary>
/// <param name="Total">All that match, also those that are not ranked.</param>
/// <param name="IsCut">There are more than are ranked: the newest <see cref="SearchLists.MostRanked"/> alone can be paged through.</param>
/// <param name="IsAny">Nothing has all the words; these have some of them.</param>
/// <param name="Proposal">The same search with its words spelt otherwise; null when there is nothing to propose.</param>
public sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, int Total, bool IsCut, bool IsAny, SearchFacets Facets, string? Proposal)
{
    public static SearchAnswer Nothing { get; } = new([], 0, false, false, new([], [], []), null);

    /// <summary>How many hits can be paged through.</summary>
    public int Shown => Math.Min(Total, SearchLists.MostRanked);
}

/// <summary>How many there are under each value, by the other filters.</summary>
public sealed record SearchFacets(IReadOnlyList<Shared.Counted<ThingKind>> Kinds, IReadOnlyList<Shared.Counted<Guid>> Bodies, IReadOnlyList<Shared.Counted<int>> Years);

/// <summary>A thing that was found.</summary>
/// <param name="Address">Its page; of an original's text the place.</param>
/// <param name="Note">What it is known by beside its title: a decision's number and §.</param>
/// <param name="Passage">The best of its text; empty when it has none.</param>
public sealed record SearchHit(ThingKind Kind, Guid Thing, string Address, IReadOnlyList<FoundPiece> Title, string? Note, Guid? Body, DateOnly? On, IReadOnlyList<FoundPiece> Passage)
{
    public string TitleText => string.Concat(Title.Select(p => p.Text));
}

/// <summary>A piece of a text.</summary>
/// <param name="IsFound">It is a word that was searched for.</param>
public sealed record FoundPiece(string Text, bool IsFound);

/// <summary>What a search may be about to be: a word, or a thing of its own.</summary>
/// <param name="Address">Where choosing it leads.</param>
/// <param name="Kind">Null for a word.</param>
public sealed record SearchSuggestion(string Text, string Address, ThingKind? Kind, string? Note);

public static class SearchWords
{
    /// <summary>What kinds are called, one of them.</summary>
    public static string Words(this ThingKind kind) => kind switch
    {
        ThingKind.Meeting => "Möte",
        ThingKind.Decision => "Beslut",
        ThingKind.Assignment => "Uppdrag",
        ThingKind.Agreement => "Överenskommelse",
        ThingKind.Consultation => "Remiss",
        ThingKind.Deadline => "Sista dag",
        ThingKind.Question => "Fråga",
        ThingKind.Body => "Organ",
        ThingKind.Organisation => "Organisation",
        ThingKind.Person => "Person",
        ThingKind.Original => "Original",
        ThingKind.Dispute => "Tvist",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
