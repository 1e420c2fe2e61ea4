using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>The names of an area's bodies, organisations and people, found once per page.</summary>
public sealed class Names(AreaDirectory directory, ProtectedNames protectedNames, AreaMemory memory)
{
    NameMask? hidden;
    IReadOnlyDictionary<Guid, BodyInfo>? bodies;
    IReadOnlyDictionary<Guid, PersonInfo>? people;
    IReadOnlyDictionary<Guid, OrganisationInfo>? organisations;

    enum Everyone { Bodies, People, Organisations }

    public async Task Load(CancellationToken ct, bool withPeople = false, bool withOrganisations = false)
    {
        hidden ??= await protectedNames.Mask(ct);
        bodies ??= await memory.Recall(Everyone.Bodies, async () => (await directory.Bodies(ct)).ToDictionary(b => b.Id), ct);
        if (withPeople)
            people ??= await memory.Recall(Everyone.People, async () => (await directory.People(ct)).ToDictionary(p => p.Id), ct);
        if (withOrganisations)
            organisations ??= await memory.Recall(Everyone.Organisations, async () => (await directory.Organisations(ct)).ToDictionary(o => o.Id), ct);
    }

    /// <summary>Takes the names of those with protected identity out of texts; names that are found here have none.</summary>
    public NameMask Hidden => hidden!;

    public IEnumerable<BodyInfo> Bodies => bodies!.Values;

    public IEnumerable<OrganisationInfo> Organisations => organisations!.Values;

    /// <summary>As lists call it.</summary>
    public string Body(Guid id) => BodyOrNull(id) ?? "–";

    public string? BodyOrNull(Guid id) => bodies!.GetValueOrDefault(id)?.ShortName;

    public string Person(Guid? id) => id is { } known && PersonOrNull(known) is { } name ? name : "Systemet";

    public string? PersonOrNull(Guid id) => people!.GetValueOrDefault(id)?.Name;

    public string? OrganisationOrNull(Guid id) => organisations!.GetValueOrDefault(id)?.Name;

    /// <summary>Those who work or are elected there.</summary>
    public IEnumerable<Guid> PeopleOf(Guid organisation) => people!.Values.Where(p => p.Organisation == organisation).Select(p => p.Id);

    public Guid? OrganisationOf(Guid person) => people!.GetValueOrDefault(person)?.Organisation;

    /// <summary>The bodies that report to a body, and to those; itself not.</summary>
    public IReadOnlyList<Guid> Under(Guid body)
    {
        HashSet<Guid> found = [];
        var last = new List<Guid> { body };
        while (last.Count > 0)
            last = [.. bodies!.Values.Where(b => b.Parent is { } parent && last.Contains(parent) && b.Id != body && found.Add(b.Id)).Select(b => b.Id)];
        return [.. found];
    }
}
