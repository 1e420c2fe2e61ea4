using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>Asks the same of every area, one after the other, each in a piece of work of its own: no query ever sees two areas.</summary>
public sealed class EveryArea(IServiceScopeFactory scopes)
{
    /// <returns>The answers, in the order of the areas' names.</returns>
    public async Task<List<T>> Ask<T>(Func<IServiceProvider, AreaInfo, Task<T>> ask, CancellationToken ct)
    {
        List<T> answers = [];
        foreach (var area in await Areas(ct))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentArea>().Enter(area.Id);
            answers.Add(await ask(scope.ServiceProvider, area));
        }
        return answers;
    }

    async Task<List<AreaInfo>> Areas(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AreaSetup>().List(ct);
    }
}
