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

public sealed record PersonMailChanged(Guid Person, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Person;
    public override string Words => $"E-postadressen till {Name} ändrades";
}

/// <param name="Of">The person, body or organisation that has changed.</param>
public sealed record FactChanged(Guid Of, string What, string Before, string After, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Of;
    public override string Words => $"{What} ändrades från {Shown(Before)} till {Shown(After)}";

    static string Shown(string value) => value.Length == 0 ? "inget" : value;
}
