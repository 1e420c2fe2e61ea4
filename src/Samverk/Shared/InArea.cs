namespace Samverk.Shared;

/// <summary>A row that belongs to one collaboration area. Queries never see another area's rows.</summary>
public interface IInArea
{
    Guid Area { get; }
}

/// <summary>A record with an owner: the organisation whose public record it is (TF 2 kap.).</summary>
public interface IOwned : IInArea
{
    Guid Owner { get; }
}

/// <summary>The place in an original's text that a fact was read from; <c>End</c> is 0 where there is none.</summary>
/// <param name="Page">1-based page, null where the format has none.</param>
/// <param name="Start">First character, in Unicode code points of the extracted text.</param>
/// <param name="End">After the last character.</param>
public sealed record Span(int? Page, int Start, int End)
{
    public static Span None { get; } = new(null, 0, 0);
}
