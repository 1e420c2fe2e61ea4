using Samverk.Shared;

namespace Samverk.Agreements;

/// <summary>A party, or somebody who stands outside.</summary>
/// <param name="Reason">Why it stands outside.</param>
public sealed record ProposedParty(Guid Organisation, string Name, bool IsOutside, string? Reason);

/// <summary>An organisation that an agreement is to bind, or one that stands outside it, with the reason.</summary>
internal sealed class Party : IInArea
{
    public const int LongestReason = 300;

    Party() { }

    public Party(Agreement agreement, ProposedParty party, int position) =>
        (Area, Agreement, Organisation, Position, OutsideFor) = (agreement.Area, agreement.Id, party.Organisation, position, party.IsOutside ? party.Reason!.Trim() : null);

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Agreement { get; private set; }
    public Guid Organisation { get; private set; }
    public int Position { get; private set; }
    /// <summary>Why it stands outside; null for a party.</summary>
    public string? OutsideFor { get; private set; }
}

/// <summary>One step in an agreement's life: what, when, who. Never changed.</summary>
internal sealed class AgreementAct : IInArea
{
    public const int LongestWords = 1000;

    AgreementAct() { }

    public AgreementAct(Agreement agreement, int position, AgreementActKind kind, DateOnly on, string? words, int? version, DateTimeOffset at, Guid? by, string? byName) =>
        (Area, Agreement, Position, Kind, On, Words, Version, At, By, ByName) = (agreement.Area, agreement.Id, position, kind, on, words, version, at, by, byName);

    public Guid Area { get; private set; }
    public Guid Agreement { get; private set; }
    public int Position { get; private set; }
    public AgreementActKind Kind { get; private set; }
    /// <summary>The day that it counts from.</summary>
    public DateOnly On { get; private set; }
    public string? Words { get; private set; }
    /// <summary>The text that it is about.</summary>
    public int? Version { get; private set; }
    public DateTimeOffset At { get; private set; }
    /// <summary>Null for what Samverk itself did.</summary>
    public Guid? By { get; private set; }
    public string? ByName { get; private set; }
}
