using Samverk.Organisations;
using Samverk.Organisations.Protection;
using Samverk.Shared;

namespace Samverk;

/// <summary><c>samverk retention [--apply]</c>: what would be removed now, from when and why; and removes it, when told to.</summary>
static class RetentionCommand
{
    const string Whole = "Hela installationen";

    public static async Task<int> Run(string[] args, IServiceProvider services, TextWriter output, TextWriter error, CancellationToken ct)
    {
        if (args is not ([] or ["--apply"]))
        {
            await error.WriteLineAsync("samverk retention [--apply]: visar vad som skulle tas bort, eller tar bort det.");
            return 2;
        }
        await (args.Length == 0 ? Look(services, output, ct) : Apply(services, output, ct));
        return 0;
    }

    static async Task Look(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            var retention = scope.ServiceProvider.GetRequiredService<Retention>();
            await Tell(output, Whole, "vid nästa inloggning", await retention.Look(retention.OfInstallation, ct));
        }
        await services.GetRequiredService<EveryArea>().Ask(async (inArea, area) =>
        {
            var retention = inArea.GetRequiredService<Retention>();
            await Tell(output, area.Name, "en gång om dygnet", await retention.Look(retention.OfArea, ct));
            return true;
        }, ct);
        await output.WriteLineAsync("Ingenting är borttaget. samverk retention --apply tar bort det nu. Protokoll, original, personer och historik tas aldrig bort av sig själva: docs/personuppgifter.md.");
    }

    static async Task Apply(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        await using (var scope = services.CreateAsyncScope())
            await output.WriteLineAsync($"{Whole}: {await scope.ServiceProvider.GetRequiredService<Retention>().ApplyToInstallation(ct) ?? "inget att ta bort"}.");
        await services.GetRequiredService<EveryArea>().Ask(async (inArea, area) =>
        {
            var (removed, refusal) = await inArea.GetRequiredService<Retention>().Apply(null, ct);
            Refusal.Heed(refusal);
            await output.WriteLineAsync(removed is null ? $"{area.Name}: inget att ta bort." : $"{area.Name}: {removed}. Det står i områdets logg.");
            return true;
        }, ct);
    }

    static async Task Tell(TextWriter output, string where, string removed, IReadOnlyList<RetentionRow> rows)
    {
        foreach (var (rule, all, over, next) in rows)
            await output.WriteLineAsync($"{where}: {rule.What}: {over} av {all} tas bort {removed}{(next is { } at ? $", nästa {at.Local():yyyy-MM-dd}" : "")}. Sparas {(rule.Time.Length == 0 ? "" : $"{rule.Time} {rule.Counted}, ")}{rule.Why}.");
    }
}
