using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Organisations;

/// <param name="Of">The person, body or organisation whose history tells it: each has a row of its own.</param>
/// <param name="Place">The place, standing or function.</param>
[DisplayName("Plats eller uppdrag givet")]
public sealed record PlaceGiven(Guid Of, Guid Place, Guid Person, string Name, string As, DateOnly From, DateOnly? To, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Of;
    public override string Words => $"{Name} blev {As} {new Period(From, To).Words}";
}

[DisplayName("Plats eller uppdrag avslutat")]
public sealed record PlaceEnded(Guid Of, Guid Place, Guid Person, string Name, string As, DateOnly Last, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Of;
    public override string Words => $"{Name} är {As} till och med {Last.InWords()}";
}

[DisplayName("Plats eller uppdrag rättat")]
public sealed record PlaceCorrected(Guid Of, Guid Place, Guid Person, string Name, string Before, string After, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Of;
    public override string Words => $"Uppgiften om {Name}, {Before}, rättades till {After}";
    public override IReadOnlyList<Change> Changed => [new(Name, Before, After)];
}

[DisplayName("Plats eller uppdrag borttaget som felaktigt")]
public sealed record PlaceWithdrawn(Guid Of, Guid Place, Guid Person, string Name, string As, string Reason, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Of;
    public override string Words => $"{Name} som {As} togs bort som felaktigt: {Reason}";
}
