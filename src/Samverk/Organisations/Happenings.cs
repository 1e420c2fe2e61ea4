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

[DisplayName("Sekreterare utsedd")]
public sealed record SecretaryAppointed(Guid Body, Guid Person, string Name, DateOnly From, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Body;
    public override string Words => $"{Name} blev sekreterare från {From.InWords()}";
    public override IReadOnlyList<Change> Changed => [new("Sekreterare", null, $"{Name} från {From.InWords()}")];
}

[DisplayName("Sekreterare avslutad")]
public sealed record SecretaryReleased(Guid Body, Guid Person, string Name, DateOnly To, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Body;
    public override string Words => $"{Name} var sekreterare till och med {To.InWords()}";
    public override IReadOnlyList<Change> Changed => [new($"Sista dag för {Name}", "tills vidare", To.InWords())];
}

public sealed record PersonMailChanged(Guid Person, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"E-postadressen till {Name} ändrades";
}

public sealed record PersonInvited(Guid Person, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"{Name} bjöds in att logga in";
}

public sealed record InvitationRevoked(Guid Person, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"Inbjudan till {Name} togs tillbaka";
}

public sealed record InvitationAccepted(Guid Person, string Name, string With, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"{Name} tog emot inbjudan och loggar in med {With}";
}

public sealed record PersonRecognised(Guid Person, string Name, string Provider, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"{Name} kändes igen av {Provider} genom sin e-postadress";
}

public sealed record PasskeyAdded(Guid Person, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"{Name} skapade en inloggningsnyckel";
}

public sealed record PasskeyRemoved(Guid Person, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"En inloggningsnyckel för {Name} togs bort";
}

public sealed record PersonSignedOut(Guid Person, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"{Name} loggades ut överallt";
}
