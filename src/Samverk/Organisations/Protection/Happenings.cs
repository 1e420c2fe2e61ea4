using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Organisations.Protection;

/// <summary>From now on the person's name is shown on the page of a meeting alone: whoever keeps names of their own forgets this one.</summary>
[DisplayName("Personuppgifter skyddade"), OnlyInLog]
public sealed record IdentityProtected(Guid Person, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => "Personuppgifterna skyddades";
}

[DisplayName("Skydd av personuppgifter hävt"), OnlyInLog]
public sealed record ProtectionLifted(Guid Person, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => "Skyddet av personuppgifterna hävdes";
}

/// <summary>Neither what it was nor what it became is told.</summary>
[DisplayName("Skyddat namn ändrat"), OnlyInLog]
public sealed record ProtectedNameChanged(Guid Person, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => "Namnet eller titeln på en person med skyddade personuppgifter ändrades";
}

/// <summary>Who it was is forgotten. Rooms that say of a name that it is this person say so no more; the names that minutes have stay.</summary>
[DisplayName("Person anonymiserad")]
public sealed record PersonAnonymised(Guid Person, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => "Personen anonymiserades";
}

/// <param name="What">'Inbjudningar: 3, sessioner: 12'.</param>
[DisplayName("Uppgifter gallrade"), OnlyInLog]
public sealed record RetentionApplied(Guid Area, string What, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Area;
    public override string Words => $"Gallrat enligt reglerna: {What}";
}

/// <summary>Somebody was asked, and sent the form all the same. The number itself is not told.</summary>
/// <param name="Fields">The fields' labels.</param>
[DisplayName("Nummer sagt vara annat än personnummer"), OnlyInLog]
public sealed record NumberSaidToBeElse(Guid Person, string Name, string Fields, string Page, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"{Name} sade att det som liknar ett personnummer i {Fields} på {Page} är något annat";
}
