using Samverk.Organisations;
using Samverk.Storage;

namespace Samverk.Search;

/// <summary><c>samverk index</c>: the search's index made anew, area by area, from what the record has.</summary>
static class IndexCommand
{
    const string Usage = "Ange högst ett område: samverk index [--area NAMN]";

    /// <returns>0, or 2 when there is no such area.</returns>
    public static async Task<int> Run(string[] args, IServiceProvider services, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (args is not ([] or ["--area", _]))
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }
        var asked = args is [_, var name] ? name : null;
        var areas = (await Areas(services, ct)).FindAll(a => asked is null || string.Equals(a.Slug, asked, StringComparison.OrdinalIgnoreCase) || string.Equals(a.Name, asked, StringComparison.OrdinalIgnoreCase));
        if (areas.Count == 0 && asked is not null)
        {
            await errors.WriteLineAsync($"Området {asked} finns inte.");
            return 2;
        }
        foreach (var area in areas)
            await Make(area, services, output, errors, ct);
        return 0;
    }

    static async Task Make(AreaInfo area, IServiceProvider services, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentArea>().Enter(area.Id);
        var meetings = 0;
        await scope.ServiceProvider.GetRequiredService<SearchIndex>().Rebuild((done, all) =>
        {
            meetings = all;
            errors.WriteLine($"{area.Name}: {done} av {all} möten");
        }, ct);
        await output.WriteLineAsync($"{area.Name}: sökningen är gjord på nytt, {meetings} möten.");
    }

    static async Task<List<AreaInfo>> Areas(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AreaSetup>().List(ct);
    }
}
