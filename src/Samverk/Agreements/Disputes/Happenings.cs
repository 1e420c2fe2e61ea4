using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Agreements.Disputes;

/// <summary>The ladder of an agreement was set, or taken away.</summary>
[DisplayName("Tvistetrappa ändrad")]
public sealed record LadderSet(Guid Agreement, int Number, string? Before, string? Steps, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Agreement;
    public override string Words => Steps is null ? "Tvistetrappan togs bort" : $"Tvistetrappan bestämdes: {Steps}";
    public override IReadOnlyList<Change> Changed => [new("Tvistetrappa", Before, Steps)];
}

[DisplayName("Tvist anmäld")]
public sealed record DisputeRaised(Guid Dispute, Guid Agreement, string Name, string Parties, string Step, DateOnly LastDay, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public Guid? For { get; init; }
    public override Guid Subject => Dispute;
    public override string Words => $"Tvisten {Name} mellan {Parties} anmäldes. {Step} har till och med {LastDay.InWords()}";
    public override Guid? ActedFor => For;
}

/// <summary>A party sent its position, or supplemented it.</summary>
[DisplayName("Ståndpunkt skickad")]
public sealed record PositionSent(Guid Dispute, Guid Position, string PartyName, string Step, int Number, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public Guid? Party { get; init; }
    public override Guid Subject => Dispute;
    public override string Words => $"{PartyName} {(Number == 1 ? "skickade sin ståndpunkt" : "kompletterade sin ståndpunkt")} ({Step})";
    public override Guid? ActedFor => Party;
}

[DisplayName("Tvist skickad vidare")]
public sealed record DisputeSentUp(Guid Dispute, string Name, string From, string To, DateOnly LastDay, string? Reason, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public Guid? For { get; init; }
    public override Guid Subject => Dispute;
    public override string Words => $"Tvisten skickades vidare från {From} till {To}, som har till och med {LastDay.InWords()}{(Reason is null ? "" : $": {Reason}")}";
    public override Guid? ActedFor => For;
}

/// <summary>The body at its step has said what it thinks that the parties should do.</summary>
[DisplayName("Rekommendation i tvist")]
public sealed record DisputeRecommended(Guid Dispute, string Name, string BodyName, DateOnly On, string Outcome, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Dispute;
    public override string Words => $"{BodyName} rekommenderade {On.InWords()}: {Outcome}";
}

/// <summary>It was settled, decided, withdrawn or closed.</summary>
[DisplayName("Tvist avslutad")]
public sealed record DisputeEnded(Guid Dispute, Guid Agreement, string Name, DisputeState State, string Step, DateOnly On, string? Outcome, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public Guid? For { get; init; }
    public override Guid Subject => Dispute;
    public override string Words => $"Tvisten {State.Is()} {On.InWords()} ({Step}){(Outcome is null ? "" : $": {Outcome}")}";
    public override Guid? ActedFor => For;
}

/// <summary>The last day of its step has passed, and it lies there still.</summary>
[DisplayName("Tid i tvist ute")]
public sealed record DisputeTimeOut(Guid Dispute, string Step, DateOnly LastDay, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Dispute;
    public override string Words => $"Tiden hos {Step} gick ut {LastDay.InWords()}";
}

[DisplayName("Påminnelse om ståndpunkt")]
public sealed record PositionReminded(Guid Dispute, string PartyName, string Step, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Dispute;
    public override string Words => $"Påminnelse till {PartyName} om sin ståndpunkt ({Step})";
}
