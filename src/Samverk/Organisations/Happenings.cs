using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Organisations;

[DisplayName("Område skapat")]
public sealed record AreaCreated(Guid Area, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Area;
    public override string Words => $"Samverkansområdet {Name} skapades";
}

[DisplayName("Organ tillagt")]
public sealed record BodyCreated(Guid Body, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Body;
    public override string Words => $"{Name} lades till";
}

[DisplayName("Person tillagd")]
public sealed record PersonAdded(Guid Person, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"{Name} lades till som person";
}

[DisplayName("Organisation tillagd")]
public sealed record OrganisationAdded(Guid Organisation, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Organisation;
    public override string Words => $"{Name} lades till som organisation";
}

[DisplayName("E-postadress ändrad"), OnlyInLog]
public sealed record PersonMailChanged(Guid Person, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"E-postadressen till {Name} ändrades";
}

[DisplayName("Inbjudan skickad"), OnlyInLog]
public sealed record PersonInvited(Guid Person, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"{Name} bjöds in att logga in";
}

[DisplayName("Inbjudan tillbakatagen"), OnlyInLog]
public sealed record InvitationRevoked(Guid Person, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"Inbjudan till {Name} togs tillbaka";
}

[DisplayName("Inbjudan mottagen"), OnlyInLog]
public sealed record InvitationAccepted(Guid Person, string Name, string With, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"{Name} tog emot inbjudan och loggar in med {With}";
}

[DisplayName("Person igenkänd vid inloggning"), OnlyInLog]
public sealed record PersonRecognised(Guid Person, string Name, string Provider, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"{Name} kändes igen av {Provider} genom sin e-postadress";
}

[DisplayName("Inloggningsnyckel skapad"), OnlyInLog]
public sealed record PasskeyAdded(Guid Person, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"{Name} skapade en inloggningsnyckel";
}

[DisplayName("Inloggningsnyckel borttagen"), OnlyInLog]
public sealed record PasskeyRemoved(Guid Person, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"En inloggningsnyckel för {Name} togs bort";
}

[DisplayName("Utloggad överallt"), OnlyInLog]
public sealed record PersonSignedOut(Guid Person, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"{Name} loggades ut överallt";
}

/// <param name="Of">The person, body or organisation that has changed.</param>
[DisplayName("Uppgift ändrad")]
public sealed record FactChanged(Guid Of, string What, string Before, string After, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Of;
    public override string Words => $"{What} ändrades från {Shown(Before)} till {Shown(After)}";
    public override IReadOnlyList<Change> Changed => [new(What, Before.Length == 0 ? null : Before, After.Length == 0 ? null : After)];


    static string Shown(string value) => value.Length == 0 ? "inget" : value;
}
