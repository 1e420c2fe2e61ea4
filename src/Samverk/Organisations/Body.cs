using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>What meets: a council, a group, a committee of the collaboration. Bodies report to bodies.</summary>
internal sealed class Body : Changing, IOwned
{
    Body() { }

    /// <param name="host">The organisation whose public records its agendas and minutes are.</param>
    public Body(Guid area, Guid host, string code, string name, string? shortName, string kind, Guid? parent, DateTimeOffset at, Guid? by)
    {
        (Area, Owner, Code, Name, NameSort, ShortName, Kind, Parent) = (area, host, code, name, Swedish.SortKey(name), shortName ?? name, kind, parent);
        Folded = Fold();
        Remember(new BodyCreated(Id, name, at, by));
    }

    public Guid Id { get; private set; } = Ids.Next();
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
    /// <summary>All that it is called, folded for searching.</summary>
    public string Folded { get; private set; } = "";
    public Guid? Parent { get; private set; }

    string Fold() => Swedish.Fold($"{Name} {ShortName} {Code} {Kind}");

    /// <param name="named">The names of bodies and organisations, for the history.</param>
    public void Change(BodyFacts to, Func<Guid?, string?> named, DateTimeOffset at, Guid by)
    {
        Changed(Id, "Namnet", Name, to.Name, at, by);
        Changed(Id, "Det korta namnet", ShortName, to.ShortName, at, by);
        Changed(Id, "Slaget", Kind, to.Kind, at, by);
        Changed(Id, "Organet som det rapporterar till", named(Parent), named(to.Parent), at, by);
        Changed(Id, "Den som förvarar handlingarna", named(Owner), named(to.Host), at, by);
        (Name, NameSort, ShortName, Kind, Parent, Owner) = (to.Name, Swedish.SortKey(to.Name), to.ShortName, to.Kind, to.Parent, to.Host);
        Folded = Fold();
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
