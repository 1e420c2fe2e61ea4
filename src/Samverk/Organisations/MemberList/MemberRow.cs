namespace Samverk.Organisations;

/// <summary>What a person has said about a row before it is saved.</summary>
/// <param name="Include">False leaves it out.</param>
/// <param name="Person">Somebody known; null proposes, empty is somebody new.</param>
public sealed record MemberChoice(bool Include, Guid? Person, Guid? Seat);

/// <summary>Somebody of the same name.</summary>
public sealed record MemberCandidate(Guid Person, string Name, string? Title, string? Organisation);

/// <summary>A row of a membership list with what it is taken to mean.</summary>
/// <param name="Problems">Why it can't be saved, each with what to do; empty when it can.</param>
/// <param name="Notes">What the person should know, and nothing stops.</param>
public sealed record MemberRow(MemberLine Line, IReadOnlyList<string> Problems, IReadOnlyList<string> Notes)
{
    public Guid? Body { get; init; }
    public string? BodyName { get; init; }
    public Guid? Seat { get; init; }
    public string? SeatLabel { get; init; }
    /// <summary>The seats to choose among.</summary>
    public IReadOnlyList<(Guid Id, string Label)> Seats { get; init; } = [];
    /// <summary>Null is somebody new.</summary>
    public Guid? Person { get; init; }
    public IReadOnlyList<MemberCandidate> Candidates { get; init; } = [];
    public Guid? Organisation { get; init; }
    public string? OrganisationName { get; init; }
    public MembershipRole Role { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public int? Order { get; init; }
    /// <summary>The person has the place already: nothing is to be done.</summary>
    public bool IsKnown { get; init; }
    public bool Include { get; init; }

    public bool CanBeSaved => Problems.Count == 0 && !IsKnown;
}
