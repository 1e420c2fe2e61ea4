using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Import;

/// <summary>What the area knows when a document is read: people, bodies, organisations and the spellings that people have confirmed.</summary>
internal sealed class Known
{
    readonly Dictionary<string, List<PersonInfo>> peopleByName;
    readonly Dictionary<string, BodyInfo> bodiesByName;
    readonly Dictionary<string, OrganisationInfo> organisationsByForm = [];

    Known(IReadOnlyList<PersonInfo> people, IReadOnlyList<BodyInfo> bodies, IReadOnlyList<OrganisationInfo> organisations, ILookup<string, Guid> personAliases, IReadOnlyDictionary<string, Guid> bodyAliases)
    {
        (People, Bodies, Organisations) = (people, bodies, organisations);
        peopleByName = people.Where(HasName).GroupBy(p => Swedish.Fold(p.Name)).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var alias in personAliases)
            foreach (var person in people.Where(p => alias.Contains(p.Id)))
                (peopleByName.TryGetValue(alias.Key, out var list) ? list : peopleByName[alias.Key] = []).Add(person);
        bodiesByName = bodies.DistinctBy(b => Swedish.Fold(b.Name)).ToDictionary(b => Swedish.Fold(b.Name));
        foreach (var (folded, id) in bodyAliases)
            if (bodies.FirstOrDefault(b => b.Id == id) is { } body)
                bodiesByName.TryAdd(folded, body);
        foreach (var organisation in organisations)
            foreach (var form in OrganisationName.Forms(organisation.Name))
                organisationsByForm.TryAdd(form, organisation);
    }

    public IReadOnlyList<PersonInfo> People { get; }
    public IReadOnlyList<BodyInfo> Bodies { get; }
    public IReadOnlyList<OrganisationInfo> Organisations { get; }

    public static async Task<Known> Load(AreaDirectory directory, CancellationToken ct) =>
        new(await directory.People(ct), await directory.Bodies(ct), await directory.Organisations(ct), await directory.PersonAliases(ct), await directory.BodyAliases(ct));

    public BodyInfo? Body(string? name) => name is null ? null : bodiesByName.GetValueOrDefault(Swedish.Fold(name));

    public OrganisationInfo? Organisation(string? written) =>
        written is null ? null
        : OrganisationName.Forms(written).Select(f => organisationsByForm.GetValueOrDefault(f)).FirstOrDefault(o => o is not null)
          ?? (Swedish.Fold(written) is "regionen" or "region" ? Organisations.FirstOrDefault(o => o.Kind == OrganisationKind.Region) : null);

    /// <summary>People of exactly this name, or of a spelling that somebody has confirmed.</summary>
    public IReadOnlyList<PersonInfo> Named(string name) => peopleByName.TryGetValue(Swedish.Fold(name), out var people) ? people : [];

    /// <summary>People whose name is a small misspelling away; empty when somebody has the exact name.</summary>
    public IReadOnlyList<PersonInfo> Alike(string name)
    {
        var folded = Swedish.Fold(name);
        return peopleByName.ContainsKey(folded) ? [] : [.. People.Where(p => HasName(p) && Near(folded, Swedish.Fold(p.Name)))];
    }

    // What stands for a name is nobody's; those with protected identity are known by the spellings alone.
    static bool HasName(PersonInfo person) => !person.IsProtected && !person.IsAnonymised;

    // One edit for short names, two for long ones, and the first letter the same: 'Kjell Ås' is near 'Kjell Åhs'.
    static bool Near(string a, string b)
    {
        var allowed = Math.Min(a.Length, b.Length) >= 12 ? 2 : 1;
        return a.Length > 3 && b.Length > 3 && a[0] == b[0] && Math.Abs(a.Length - b.Length) <= allowed && Distance(a, b, allowed) <= allowed;
    }

    static int Distance(string a, string b, int limit)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, best) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
                best = Math.Min(best, cost);
            }
            if (best > limit)
                return best;
        }
        return row[b.Length];
    }
}
