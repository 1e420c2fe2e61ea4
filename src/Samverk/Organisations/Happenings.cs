using Samverk.Shared;

namespace Samverk.Organisations;

public sealed record AreaCreated(Guid Area, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Area;
    public override string Words => $"Samverkansområdet {Name} skapades";
}

public sealed record BodyCreated(Guid Body, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Body;
    public override string Words => $"{Name} lades till";
}

public sealed record PersonAdded(Guid Person, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"{Name} lades till som person";
}

public sealed record OrganisationAdded(Guid Organisation, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Organisation;
    public override string Words => $"{Name} lades till som organisation";
}

public sealed record SecretaryAppointed(Guid Body, Guid Person, string Name, DateOnly From, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Body;
    public override string Words => $"{Name} blev sekreterare från {From.InWords()}";
}

public sealed record SecretaryReleased(Guid Body, Guid Person, string Name, DateOnly To, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Body;
    public override string Words => $"{Name} var sekreterare till och med {To.InWords()}";
}
