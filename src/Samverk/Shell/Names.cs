using Samverk.Organisations;

namespace Samverk.Shell;

/// <summary>The names of an area's bodies, people and organisations, found once per page.</summary>
public sealed class Names(AreaDirectory directory)
{
    Dictionary<Guid, BodyInfo>? bodies;
    Dictionary<Guid, PersonInfo>? people;

    public async Task Load(CancellationToken ct, bool withPeople = false)
    {
        bodies ??= (await directory.Bodies(ct)).ToDictionary(b => b.Id);
        if (withPeople)
            people ??= (await directory.People(ct)).ToDictionary(p => p.Id);
    }

    public IEnumerable<BodyInfo> Bodies => bodies!.Values;

    /// <summary>As lists call it.</summary>
    public string Body(Guid id) => bodies!.TryGetValue(id, out var body) ? body.ShortName : "–";

    public string Person(Guid? id) => id is { } known && people!.TryGetValue(known, out var person) ? person.Name : "Systemet";
}
