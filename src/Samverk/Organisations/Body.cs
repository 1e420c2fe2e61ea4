using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>What meets: a council, a group, a committee of the collaboration. Bodies report to bodies.</summary>
internal sealed class Body : Remembering, IOwned
{
    Body() { }

    /// <param name="host">The organisation whose public records its agendas and minutes are.</param>
    public Body(Guid area, Guid host, string code, string name, string? shortName, string kind, Guid? parent, DateTimeOffset at, Guid? by)
    {
        (Area, Owner, Code, Name, NameSort, ShortName, Kind, Parent) = (area, host, code, name, Swedish.SortKey(name), shortName ?? name, kind, parent);
        Remember(new BodyCreated(Id, name, at, by));
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    /// <summary>Short, unique in the area, first in decision numbers: 'SR' in 'SR 2026:14'.</summary>
    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";
    public byte[] NameSort { get; private set; } = [];
    /// <summary>As lists call it: 'Samverkansrådet'.</summary>
    public string ShortName { get; private set; } = "";
    /// <summary>As the area calls it: samverkansråd, chefsgrupp, styrgrupp …</summary>
    public string Kind { get; private set; } = "";
    public Guid? Parent { get; private set; }

    /// <returns>The standing, to be saved.</returns>
    public Standing AppointSecretary(Guid person, string name, DateOnly from, DateTimeOffset at, Guid? by)
    {
        Remember(new SecretaryAppointed(Id, person, name, from, at, by));
        return new(Area, Id, person, StandingKind.Secretary, from, null);
    }

    public void ReleaseSecretary(Standing standing, string name, DateOnly last, DateTimeOffset at, Guid? by)
    {
        standing.End(last);
        Remember(new SecretaryReleased(Id, standing.Person, name, last, at, by));
    }
}

/// <summary>Another way that minutes write a body's name; a person said that it is the same.</summary>
internal sealed class BodyAlias(Guid area, Guid body, string folded) : IInArea
{
    public Guid Area { get; private set; } = area;
    public Guid Body { get; private set; } = body;
    /// <summary>The name, folded for comparison.</summary>
    public string Folded { get; private set; } = folded;
}

/// <summary>A place in a body, for one organisation or for a trade ('primärvård').</summary>
internal sealed class Seat(Guid area, Guid body, string label, Guid? organisation, int position) : IInArea
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid Area { get; private set; } = area;
    public Guid Body { get; private set; } = body;
    public string Label { get; private set; } = label;
    public Guid? Organisation { get; private set; } = organisation;
    public int Position { get; private set; } = position;
}
