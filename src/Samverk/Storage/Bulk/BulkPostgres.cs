using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Samverk.Storage;

/// <summary>
/// Binary COPY as the tables' owner, in one transaction. Row-level security, foreign keys and indexes are taken away for as
/// long as it lasts, which nobody else sees, and are back when it is committed.
/// </summary>
sealed class BulkPostgres(NpgsqlConnection connection) : BulkDatabase
{
    const string Tables = "n.nspname = 'public'";
    readonly List<string> restore = [];
    NpgsqlTransaction? transaction;

    public override async Task Begin(IModel model, CancellationToken ct)
    {
        transaction = await connection.BeginTransactionAsync(ct);
        try
        {
            await Run(PostgresRoles.BecomeOwner(Separation.Tables(model)), ct);
            await TakeAway($"""
                select format('alter table %I no force row level security', c.relname), format('alter table %I force row level security', c.relname)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace where {Tables} and c.relforcerowsecurity order by c.relname
                """, ct);
            await TakeAway($"""
                select format('alter table %I drop constraint %I', c.relname, f.conname), format('alter table %I add constraint %I %s', c.relname, f.conname, pg_get_constraintdef(f.oid))
                from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace where {Tables} and f.contype = 'f' order by f.conname
                """, ct);
            await TakeAway($"""
                select format('drop index %I', c.relname), pg_get_indexdef(c.oid)
                from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
                where {Tables} and not exists (select from pg_constraint k where k.conindid = c.oid) order by c.relname
                """, ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new InstallationException($"Databasen fylls av den som äger tabellerna. Ange ConnectionStrings__SamverkOwner med en inloggning som får vara {Separation.OwnerRole}.");
        }
    }

    public override async Task Write(BulkTable table, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {table.Name} ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))}) from stdin (format binary)", ct);
        foreach (var row in table.Rows)
        {
            await copy.StartRowAsync(ct);
            for (var i = 0; i < row.Length; i++)
                if (row[i] is { } value)
                    await copy.WriteAsync(value, table.Columns[i].Type, ct);
                else
                    await copy.WriteNullAsync(ct);
        }
        await copy.CompleteAsync(ct);
    }

    public override async Task Finish(CancellationToken ct)
    {
        await Run("set local maintenance_work_mem = '256MB'", ct);
        // The last taken away is the first to come back: keys that are referred to before what refers to them.
        foreach (var sql in Enumerable.Reverse(restore))
            await Run(sql, ct);
        await transaction!.CommitAsync(ct);
        await transaction.DisposeAsync();
        transaction = null;
        // As the database would itself in time: what is asked of an index alone need not look at the rows.
        await Run("vacuum analyze", ct);
    }

    public override async ValueTask DisposeAsync()
    {
        if (transaction is not null)
            await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    /// <param name="sql">Gives what to run now, and what undoes it.</param>
    async Task TakeAway(string sql, CancellationToken ct)
    {
        List<string> now = [];
        await using (var command = Command(sql))
        await using (var reader = await command.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct))
            {
                now.Add(reader.GetString(0));
                restore.Add(reader.GetString(1));
            }
        foreach (var each in now)
            await Run(each, ct);
    }

    async Task Run(string sql, CancellationToken ct)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    NpgsqlCommand Command(string sql) => new(sql, connection, transaction) { CommandTimeout = 0 };
}
