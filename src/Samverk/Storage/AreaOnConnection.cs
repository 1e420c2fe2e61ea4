using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Samverk.Storage;

/// <summary>
/// Tells every PostgreSQL connection which area it works in, so that row-level security lets that area's rows through
/// and no others. Told when the connection opens, also that there is none; told again before a command when the area was
/// entered meanwhile, or when a rolled back transaction took the telling with it. A connection that goes back to the pool
/// is reset by Npgsql before its next use, and told anew.
/// </summary>
sealed class AreaOnConnection : DbConnectionInterceptor, IDbCommandInterceptor, IDbTransactionInterceptor
{
    // A login that may be the program's role becomes it, so that an owner or a superuser doesn't do the daily work.
    const string Tell = $"""
        select set_config('{Separation.Setting}', $1, false),
               set_config('role', case when pg_has_role(session_user, to_regrole('{Separation.AppRole}')::oid, 'member') then '{Separation.AppRole}' else 'none' end, false)
        """;

    public static AreaOnConnection Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Say(connection, Context(eventData));

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        SayAsync(connection, Context(eventData), cancellationToken);

    public InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        SayIfNew(command, eventData);
        return result;
    }

    public async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await SayIfNewAsync(command, eventData, cancellationToken);
        return result;
    }

    public InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        SayIfNew(command, eventData);
        return result;
    }

    public async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await SayIfNewAsync(command, eventData, cancellationToken);
        return result;
    }

    public InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        SayIfNew(command, eventData);
        return result;
    }

    public async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await SayIfNewAsync(command, eventData, cancellationToken);
        return result;
    }

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Context(eventData).ToldArea = null;

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Context(eventData).ToldArea = null;
        return Task.CompletedTask;
    }

    public void RolledBackToSavepoint(DbTransaction transaction, TransactionEventData eventData) => Context(eventData).ToldArea = null;

    public Task RolledBackToSavepointAsync(DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default)
    {
        Context(eventData).ToldArea = null;
        return Task.CompletedTask;
    }

    static SamverkDb Context(DbContextEventData eventData) => (SamverkDb)eventData.Context!;

    static void SayIfNew(DbCommand command, CommandEventData eventData)
    {
        if (Context(eventData) is var db && db.ToldArea != db.Area)
            Say(command.Connection!, db);
    }

    static Task SayIfNewAsync(DbCommand command, CommandEventData eventData, CancellationToken ct) =>
        Context(eventData) is var db && db.ToldArea != db.Area ? SayAsync(command.Connection!, db, ct) : Task.CompletedTask;

    static void Say(DbConnection connection, SamverkDb db)
    {
        var area = db.Area;
        using var telling = Telling(connection, area);
        telling.ExecuteNonQuery();
        db.ToldArea = area;
    }

    static async Task SayAsync(DbConnection connection, SamverkDb db, CancellationToken ct)
    {
        var area = db.Area;
        await using var telling = Telling(connection, area);
        await telling.ExecuteNonQueryAsync(ct);
        db.ToldArea = area;
    }

    static DbCommand Telling(DbConnection connection, Guid area)
    {
        var command = connection.CreateCommand();
        command.CommandText = Tell;
        var parameter = command.CreateParameter();
        parameter.Value = area == Guid.Empty ? "" : area.ToString("D");
        command.Parameters.Add(parameter);
        return command;
    }
}
