using Microsoft.EntityFrameworkCore;

namespace Samverk.Storage;

/// <summary>
/// What the database knows of its tables' sizes, which its query plans follow from. SQLite learns it only when asked to;
/// without it, a count of a large register takes a hundred times as long.
/// </summary>
public sealed class Statistics(IServiceScopeFactory scopes, WriteGate gate)
{
    /// <summary>As often as one likes: what has not changed is not looked at.</summary>
    public async Task Renew(CancellationToken ct)
    {
        using var turn = await gate.Enter(ct);
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SamverkDb>().Database;
        await Provider.Of(database).Learn(database, ct);
    }
}
