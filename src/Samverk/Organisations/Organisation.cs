using Samverk.Shared;

namespace Samverk.Organisations;

public enum OrganisationKind { Region, Municipality, Association, District, Provider, UserOrganisation, Authority, Other }

/// <summary>Somebody who takes part: a principal (region or municipality), or another organisation.</summary>
internal sealed class Organisation : Changing, IInArea
{
    Organisation() { }

    /// <param name="code">SCB code of a region (two digits) or municipality (four); null for others. 99xx are invented.</param>
    public Organisation(Guid area, OrganisationKind kind, string name, string? code)
    {
        (Area, Kind, Code) = (area, kind, code);
        Rename(name);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public OrganisationKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public byte[] NameSort { get; private set; } = [];
    public string? Code { get; private set; }

    /// <summary>A principal answers for care by law: a region or a municipality (HSL 2017:30, SoL 2025:400).</summary>
    public bool IsPrincipal => Kind is OrganisationKind.Region or OrganisationKind.Municipality;

    /// <summary>Joins an area that already stands.</summary>
    public void Added(DateTimeOffset at, Guid? by) => Remember(new OrganisationAdded(Id, Name, at, by));

    public void Rename(string name, DateTimeOffset at, Guid by)
    {
        Changed(Id, "Namnet", Name, name, at, by);
        Rename(name);
    }

    void Rename(string name) => (Name, NameSort) = (name, Swedish.SortKey(name));
}
