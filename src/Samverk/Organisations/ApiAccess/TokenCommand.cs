using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.ApiAccess;

/// <summary><c>samverk token</c>: makes a token and prints it, once, alone on its line. Answers 0 when done, 2 when it says what to do instead.</summary>
public static class TokenCommand
{
    public const string Usage = """
        samverk token --person MEJL|NAMN [--area NAMN] [--name NAMN] [--days N] [--read]
        samverk token --demo administrator|secretary|registrar|member [--read]   i en demodatabas
        """;

    const int Days = 90;

    static readonly string[] Known = ["person", "demo", "area", "name", "days"];

    public static async Task<int> Run(string[] args, IServiceProvider services, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var (secret, fault) = await Make(args, services, ct);
        await (secret is null ? error.WriteLineAsync(fault) : output.WriteLineAsync(secret));
        return secret is null ? 2 : 0;
    }

    static async Task<(string? Secret, string? Fault)> Make(string[] args, IServiceProvider services, CancellationToken ct)
    {
        if (Options(args) is not { } options)
            return (null, Usage);
        var days = Days;
        if (options.ContainsKey("person") == options.ContainsKey("demo") || (options.TryGetValue("days", out var wanted) && !int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out days)))
            return (null, Usage);
        var areas = (await services.GetRequiredService<AreaSetup>().List(ct)).Where(a => !options.TryGetValue("area", out var name) || string.Equals(a.Name, name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (areas is not [var area])
            return (null, areas.Count == 0 ? "Inget sådant samverkansområde." : $"Ange --area med ett av områdena: {string.Join(", ", areas.Select(a => a.Name))}.");
        services.GetRequiredService<CurrentArea>().Enter(area.Id);
        var (person, fault) = options.TryGetValue("demo", out var role) ? await OfDemo(role, services, ct) : await Named(options["person"], services, ct);
        if (person is not { } whose)
            return (null, fault);
        var facts = new TokenFacts(options.GetValueOrDefault("name", "Kommandoraden"), args.Contains("--read") ? TokenScope.Read : args.Contains("--register") ? TokenScope.ReadAndRegister : TokenScope.ReadAndImport, days);
        var (secret, refusal) = await services.GetRequiredService<TokenKeeper>().Give(whose, facts, null, ct);
        return (secret?.Text, refusal?.Text);
    }

    static Dictionary<string, string>? Options(string[] args)
    {
        Dictionary<string, string> options = [];
        string[] given = [.. args.Where(a => a is not ("--read" or "--register"))];
        for (var i = 0; i < given.Length; i += 2)
            if (!given[i].StartsWith("--", StringComparison.Ordinal) || !Known.Contains(given[i][2..]) || i + 1 == given.Length || string.IsNullOrWhiteSpace(given[i + 1]) || !options.TryAdd(given[i][2..], given[i + 1]))
                return null;
        return options;
    }

    /// <summary>By mail, else by name: a name that several have says nobody.</summary>
    static async Task<(Guid? Person, string? Fault)> Named(string written, IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<SamverkDb>();
        var (mail, folded) = (written.Trim().ToLowerInvariant(), Swedish.Fold(written));
        var found = await db.Set<Person>().Where(p => p.Mail == mail).Select(p => p.Id).Take(2).ToListAsync(ct);
        if (found.Count == 0)
            found = await db.Set<Person>().Where(p => p.Folded == folded).Select(p => p.Id).Take(2).ToListAsync(ct);
        return found switch
        {
            [var one] => (one, null),
            [] => (null, $"Ingen i området har e-postadressen eller namnet {written}."),
            _ => (null, $"Flera i området har {written}. Ange e-postadressen."),
        };
    }

    static async Task<(Guid? Person, string? Fault)> OfDemo(string role, IServiceProvider services, CancellationToken ct)
    {
        if (!await services.GetRequiredService<AreaSetup>().IsDemo(ct))
            return (null, "--demo går bara i en demodatabas. Ange --person.");
        if (Role(role) is not { } fits)
            return (null, Usage);
        var today = services.GetRequiredService<TimeProvider>().Today();
        foreach (var person in await services.GetRequiredService<AreaDirectory>().People(ct))
            if (await services.GetRequiredService<Actors>().Find(person.Id, today, ct) is { } actor && fits(actor))
                return (person.Id, null);
        return (null, $"Ingen i demon är {role}.");
    }

    /// <summary>Who has the role and no greater one.</summary>
    static Func<Actor, bool>? Role(string role) => role switch
    {
        "administrator" => actor => actor.IsAdministrator,
        "secretary" => actor => !actor.IsAdministrator && actor.IsSecretary(null),
        "registrar" => actor => actor.Is(FunctionKind.Registrar, null) && !actor.MayImport,
        "member" => actor => actor.MemberOf.Count > 0 && actor.Functions.Count == 0 && actor.Standings.Count == 0,
        _ => null,
    };
}
