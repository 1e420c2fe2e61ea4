using Microsoft.EntityFrameworkCore;

namespace Samverk.Storage;

/// <summary>What several nodes must not do at once when they start: of two, one does it and the other finds it done.</summary>
public static class StartUp
{
    const string Turn = "select pg_advisory_xact_lock(778231)";

    /// <summary>Does something that only one node at a time may do. On SQLite there is but one.</summary>
    public static async Task OneNodeAtATime(SamverkDb db, Func<Task> act, CancellationToken ct)
    {
        if (Provider.Of(db.Database) == Provider.Sqlite)
        {
            await act();
            return;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlRawAsync(Turn, ct);
        await act();
        await transaction.CommitAsync(ct);
    }
}
