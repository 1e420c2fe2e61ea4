using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>The command line's word on collaboration areas. Answers 0 when done, 2 when it says what to do instead.</summary>
public static class AreaCommand
{
    public const string Usage = """
        samverk area list
        samverk area add --region "Region Örebro län" --admin "Förnamn Efternamn" [--name NAMN]
        samverk area link --person "Förnamn Efternamn" [--name NAMN]   ny engångslänk för någon som finns
        """;

    public static async Task<int> Run(string[] args, IServiceProvider services, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var (words, fault) = args.FirstOrDefault() switch
        {
            "list" when args.Length == 1 => (await List(services, ct), null),
            "add" => await WithOptions(args, ["region", "admin", "name"], options => Add(options, services, ct)),
            "link" => await WithOptions(args, ["person", "name"], options => Link(options, services, ct)),
            _ => (null, Usage),
        };
        await (fault is null ? output.WriteLineAsync(words) : error.WriteLineAsync(fault));
        return fault is null ? 0 : 2;
    }

    static async Task<string> List(IServiceProvider services, CancellationToken ct)
    {
        var areas = await services.GetRequiredService<AreaSetup>().List(ct);
        return areas.Count == 0
            ? "Inga samverkansområden än. Lägg till ett med samverk area add."
            : string.Join('\n', areas.Select(a => $"{a.Name}\t{OfficialRegister.Find(a.RegionCode)?.Name ?? $"påhittad region {a.RegionCode}"}\t{a.Slug}"));
    }

    static async Task<(string? Words, string? Fault)> Add(Dictionary<string, string> options, IServiceProvider services, CancellationToken ct)
    {
        if (!options.TryGetValue("region", out var written) || !options.TryGetValue("admin", out var administrator))
            return (null, $"Ange --region och --admin.\n{Usage}");
        if ((OfficialRegister.Find(written) ?? OfficialRegister.Recognise(written)) is not { Kind: OrganisationKind.Region } region)
            return (null, $"{written} är ingen region i det officiella registret. Regionerna är {string.Join(", ", OfficialRegister.Regions.Select(r => r.Name))}.");
        var first = new FirstArea(options.GetValueOrDefault("name", OfficialRegister.CountyName(region)), region, OfficialRegister.PrincipalsBeside(region), [], administrator, null);
        var firstRun = services.GetRequiredService<FirstRun>();
        if (first.Lacks() is { } lack)
            return (null, lack.Text);
        if (firstRun.IsWaiting && firstRun.Bound() is not null)
            return (null, $"En länk till någon annan väntar i {firstRun.FilePath}. Låt den öppnas först.");
        var setup = services.GetRequiredService<AreaSetup>();
        var (area, refusal) = await setup.Create(first.Plan(services.GetRequiredService<TimeProvider>().Today()), ct);
        if (refusal is not null)
            return (null, refusal.Text);
        await firstRun.Invite((await setup.Administrator(ct))!.Value, area, ct);
        return ($"Samverkansområdet {first.Name} är skapat med {region.Name} och {first.Municipalities.Count} kommuner. Adressen i {firstRun.FilePath} loggar in {administrator} en gång.", null);
    }

    static async Task<(string? Words, string? Fault)> Link(Dictionary<string, string> options, IServiceProvider services, CancellationToken ct)
    {
        if (!options.TryGetValue("person", out var name))
            return (null, $"Ange --person.\n{Usage}");
        var areas = await services.GetRequiredService<AreaSetup>().List(ct);
        var chosen = areas.Where(a => !options.TryGetValue("name", out var wanted) || string.Equals(a.Name, wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        if (chosen is not [var area])
            return (null, areas.Count == 0 ? "Inga samverkansområden än." : $"Ange --name med ett av områdena: {string.Join(", ", areas.Select(a => a.Name))}.");
        services.GetRequiredService<CurrentArea>().Enter(area.Id);
        var folded = Swedish.Fold(name);
        var people = (await services.GetRequiredService<AreaDirectory>().People(ct)).Where(p => Swedish.Fold(p.Name) == folded).ToList();
        if (people is not [var person])
            return (null, people.Count == 0 ? $"{name} finns inte i {area.Name}." : $"{people.Count} personer i {area.Name} heter {name}. Länken kan inte säga vem av dem.");
        var firstRun = services.GetRequiredService<FirstRun>();
        await firstRun.Invite(person.Id, area.Id, ct);
        return ($"Adressen i {firstRun.FilePath} loggar in {person.Name} en gång.", null);
    }

    static Task<(string? Words, string? Fault)> WithOptions(string[] args, string[] known, Func<Dictionary<string, string>, Task<(string?, string?)>> act)
    {
        Dictionary<string, string> options = [];
        for (var i = 1; i < args.Length; i += 2)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal) || !known.Contains(args[i][2..]))
                return Task.FromResult<(string?, string?)>((null, $"Okänt val: {args[i]}.\n{Usage}"));
            if (i + 1 == args.Length || string.IsNullOrWhiteSpace(args[i + 1]) || !options.TryAdd(args[i][2..], args[i + 1]))
                return Task.FromResult<(string?, string?)>((null, $"{args[i]} behöver ett värde, en gång.\n{Usage}"));
        }
        return act(options);
    }
}
