using Samverk.Organisations;
using Samverk.Storage;

namespace Samverk;

/// <summary><c>samverk export</c>: all that one organisation owns. Answers 0 when written, 2 when it says what to do instead.</summary>
static class ExportCommand
{
    const string Usage = "samverk export --organisation KOD [--area NAMN] FIL.zip|MAPP";

    public static async Task<int> Run(string[] args, IServiceProvider services, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var fault = await Export(args, services, output, ct);
        if (fault is not null)
            await error.WriteLineAsync(fault);
        return fault is null ? 0 : 2;
    }

    /// <returns>What is wrong, in words; null when all is written.</returns>
    static async Task<string?> Export(string[] args, IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        if (Read(args) is not var (code, asked, path))
            return Usage;
        await using var scope = services.CreateAsyncScope();
        var areas = await scope.ServiceProvider.GetRequiredService<AreaSetup>().List(ct);
        if (areas.FindAll(a => asked is null || Same(a.Slug, asked) || Same(a.Name, asked)) is not [var area])
            return $"Välj ett samverkansområde med --area: {string.Join(", ", areas.Select(a => a.Slug))}.";
        scope.ServiceProvider.GetRequiredService<CurrentArea>().Enter(area.Id);
        var organisations = await scope.ServiceProvider.GetRequiredService<AreaDirectory>().Organisations(ct);
        if ((organisations.FirstOrDefault(o => o.Code == code) ?? organisations.FirstOrDefault(o => Same(o.Name, code))) is not { } organisation)
            return $"Ingen organisation i {area.Name} har koden {code}. De som finns är {string.Join(", ", organisations.Select(o => o.Code is null ? o.Name : $"{o.Code} {o.Name}"))}.";
        var (target, fault) = ExportTarget.Open(path);
        if (target is null)
            return fault;
        await using (target)
        {
            var exported = await ActivatorUtilities.CreateInstance<OrganisationExport>(scope.ServiceProvider).Write(organisation, target, ct);
            target.Done();
            await output.WriteLineAsync($"Allt som {organisation.Name} äger är skrivet till {path}: {exported.Rows} rader, {exported.Originals} original, {exported.History} rader historik.");
        }
        return null;
    }

    static (string Code, string? Area, string Path)? Read(string[] args)
    {
        string? code = null, area = null, path = null;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--organisation" or "--area" && i + 1 < args.Length)
                (code, area) = args[i] == "--area" ? (code, args[++i]) : (args[++i], area);
            else if (path is null && !args[i].StartsWith("--", StringComparison.Ordinal))
                path = args[i];
            else
                return null;
        }
        return code is null || path is null ? null : (code, area, path);
    }

    static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
