using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Samverk.Storage;

/// <summary>
/// One transaction with a rollback journal: what is added to an empty file needs no copy of what was there, so that the
/// journal stays small and a killed load leaves the database empty. Indexes are made when all rows are there.
/// </summary>
sealed class BulkSqlite(SqliteConnection connection) : BulkDatabase
{
    readonly Dictionary<BulkTable, SqliteCommand> inserts = [];
    readonly List<string> indexes = [];
    SqliteTransaction? transaction;

    public override async Task Begin(IModel model, CancellationToken ct)
    {
        // Others that lie open in the pool would keep the file in the journal that it has.
        SqliteConnection.ClearPool(connection);
        await Run("pragma foreign_keys=off; pragma cache_size=-512000; pragma journal_mode=delete; pragma synchronous=off;", ct);
        transaction = connection.BeginTransaction();
        indexes.AddRange(await List("select sql from sqlite_master where type = 'index' and sql is not null order by name", ct));
        foreach (var name in await List("select name from sqlite_master where type = 'index' and sql is not null", ct))
            await Run($"drop index \"{name}\"", ct);
    }

    public override async Task Write(BulkTable table, CancellationToken ct)
    {
        var insert = inserts.TryGetValue(table, out var known) ? known : inserts[table] = Insert(table);
        foreach (var row in table.Rows)
        {
            for (var i = 0; i < row.Length; i++)
                insert.Parameters[i].Value = row[i] ?? DBNull.Value;
            await insert.ExecuteNonQueryAsync(ct);
        }
    }

    public override async Task Finish(CancellationToken ct)
    {
        foreach (var index in indexes)
            await Run(index, ct);
        if (await List("select \"table\" from pragma_foreign_key_check limit 1", ct) is [var table, ..])
            throw new InvalidOperationException($"A row of {table} refers to nothing.");
        await transaction!.CommitAsync(ct);
        await Run(SqliteSample.Pragma + " analyze; pragma synchronous=full; pragma journal_mode=wal;", ct);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var insert in inserts.Values)
            await insert.DisposeAsync();
        if (transaction is not null)
            await transaction.DisposeAsync();
        await connection.DisposeAsync();
        // It is not as others of the pool are.
        SqliteConnection.ClearPool(connection);
    }

    SqliteCommand Insert(BulkTable table)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"insert into {table.Name} ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))}) values ({string.Join(", ", table.Columns.Select((_, i) => $"$p{i}"))})";
        for (var i = 0; i < table.Columns.Count; i++)
            command.Parameters.Add(new SqliteParameter($"$p{i}", null));
        return command;
    }

    async Task Run(string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(ct);
    }

    async Task<List<string>> List(string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<string> found = [];
        while (await reader.ReadAsync(ct))
            found.Add(reader.GetString(0));
        return found;
    }
}
