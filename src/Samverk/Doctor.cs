using System.Data.Common;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk;

/// <summary><c>samverk doctor</c>: says what is wrong with an installation, why it matters and what to do. Changes nothing.</summary>
static class Doctor
{
    const int Well = 0, Wrong = 1, Usage = 2;

    public static async Task<int> Run(string[] args, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (args is not ([] or ["--full"]))
        {
            await errors.WriteLineAsync("samverk doctor [--full]   --full går igenom hela databasen, hur lång tid det än tar");
            return Usage;
        }
        await using var services = Commands.Offline();
        return await Run(services, args.Length > 0, output, ct);
    }

    /// <returns>0 when nothing is wrong, else 1.</returns>
    public static async Task<int> Run(IServiceProvider services, bool full, TextWriter output, CancellationToken ct)
    {
        List<Finding> findings = [];
        var checks = services.GetServices<Check>().ToList();
        foreach (var check in checks.Where(c => !c.NeedsDatabase && !c.IsOfEachArea))
            findings.AddRange(await Look(check, services, full, ct));
        var database = await StorageChecks.Database(services, ct);
        if (database is not null)
            findings.Add(database);
        foreach (var check in database is null ? checks.Where(c => c.NeedsDatabase || c.IsOfEachArea) : [])
            findings.AddRange(await LookInDatabase(check, services, full, ct));
        await Tell(findings, checks.Count(c => database is null || !(c.NeedsDatabase || c.IsOfEachArea)), output);
        return findings.Exists(f => f.IsWrong) ? Wrong : Well;
    }

    static async Task<List<Finding>> LookInDatabase(Check check, IServiceProvider services, bool full, CancellationToken ct) =>
        check.IsOfEachArea
            ? [.. (await services.GetRequiredService<EveryArea>().Ask((inArea, _) => Look(check, inArea, full, ct), ct)).SelectMany(found => found)]
            : await Look(check, services, full, ct);

    static async Task<List<Finding>> Look(Check check, IServiceProvider services, bool full, CancellationToken ct)
    {
        List<Finding> findings = [];
        try
        {
            await using var scope = services.CreateAsyncScope();
            await foreach (var finding in check.Look(check.IsOfEachArea ? services : scope.ServiceProvider, full, ct))
                findings.Add(finding);
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException || e.InnerException is DbException)
        {
            findings.Add(Finding.Wrong($"{check.About}: det gick inte att se efter. {e.Message}", "Felet kan dölja ett annat.", "Rätta felet och kör samverk doctor igen."));
        }
        return findings;
    }

    static async Task Tell(List<Finding> findings, int looked, TextWriter output)
    {
        foreach (var finding in findings.OrderByDescending(f => f.IsWrong))
        {
            await output.WriteLineAsync($"{(finding.IsWrong ? "FEL   " : "OBS   ")}{finding.What}");
            await output.WriteLineAsync($"      Varför: {finding.Why}");
            await output.WriteLineAsync($"      Gör så: {finding.Do}\n");
        }
        var wrong = findings.Count(f => f.IsWrong);
        await output.WriteLineAsync(wrong == 0 ? $"Inget är fel. {looked} saker kontrollerade, {findings.Count} att känna till." : $"{wrong} fel. {looked} saker kontrollerade.");
    }
}
