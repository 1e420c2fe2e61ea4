using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Samverk.Storage;

/// <summary>Brings a database to this program's schema by the numbered scripts that it has not yet seen.</summary>
public static class Schema
{
    /// <returns>The scripts that were run, in order; empty when the database was up to date.</returns>
    public static async Task<IReadOnlyList<string>> Upgrade(SamverkDb db, CancellationToken ct = default)
    {
        var provider = Provider.Of(db.Database);
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            // Two nodes that start at once take turns: PostgreSQL by an advisory lock, SQLite by its write transaction.
            await using var transaction = await connection.BeginTransactionAsync(ct);
            if (provider == Provider.Postgres)
                await Run(connection, transaction, "select pg_advisory_xact_lock(778230)", ct);
            await Run(connection, transaction, "create table if not exists storage_schema (number integer not null primary key, name text not null)", ct);
            var last = Convert.ToInt32(await Scalar(connection, transaction, "select coalesce(max(number), 0) from storage_schema", ct), CultureInfo.InvariantCulture);
            var run = new List<string>();
            foreach (var script in Scripts(provider).Where(s => s.Number > last))
            {
                await Run(connection, transaction, script.Sql(), ct);
                await Run(connection, transaction, $"insert into storage_schema (number, name) values ({script.Number}, '{script.Name}')", ct);
                run.Add(script.Name);
            }
            await transaction.CommitAsync(ct);
            return run;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    static IEnumerable<Script> Scripts(Provider provider)
    {
        var prefix = $"Samverk.Storage.Schema.{provider.Name}.";
        return typeof(Schema).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
            .Select(n => new Script(n, n[prefix.Length..]))
            .OrderBy(s => s.Number);
    }

    sealed record Script(string Resource, string Name)
    {
        public int Number => int.Parse(Name.AsSpan(0, 4), CultureInfo.InvariantCulture);

        public string Sql()
        {
            using var reader = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream(Resource)!);
            return reader.ReadToEnd();
        }
    }

    static async Task Run(DbConnection connection, DbTransaction transaction, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    static async Task<object?> Scalar(DbConnection connection, DbTransaction transaction, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        return await command.ExecuteScalarAsync(ct);
    }
}
