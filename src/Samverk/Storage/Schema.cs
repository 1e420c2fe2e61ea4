using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Samverk.Storage;

/// <summary>Brings a database to this program's schema by the numbered scripts that it has not yet seen.</summary>
public static class Schema
{
    /// <returns>The scripts that were run, in order; empty when the database was up to date.</returns>
    /// <exception cref="InstallationException">The database was made by a newer program.</exception>
    public static Task<IReadOnlyList<string>> Upgrade(SamverkDb db, CancellationToken ct = default) =>
        Upgrade(db, Scripts(Provider.Of(db.Database)), ct);

    /// <summary>All or nothing: when a script fails, the database is as it was.</summary>
    internal static async Task<IReadOnlyList<string>> Upgrade(SamverkDb db, IReadOnlyList<Script> scripts, CancellationToken ct)
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
            if (TooNew(last, scripts[^1].Number) is { } words)
                throw new InstallationException(words);
            var run = new List<string>();
            foreach (var script in scripts.Where(s => s.Number > last))
            {
                await Run(connection, transaction, script.Sql, ct);
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

    /// <summary>The number of the newest script that this program knows.</summary>
    public static int Newest(Provider provider) => Scripts(provider)[^1].Number;

    /// <returns>The number of the newest script that the database has seen; null when it is no database of Samverk.</returns>
    public static async Task<int?> Number(DbConnection connection, CancellationToken ct)
    {
        var catalogue = connection is SqliteConnection ? "select count(*) from sqlite_master where name = 'storage_schema'" : "select count(*) from information_schema.tables where table_name = 'storage_schema'";
        if (Convert.ToInt32(await Scalar(connection, null, catalogue, ct), CultureInfo.InvariantCulture) == 0)
            return null;
        return Convert.ToInt32(await Scalar(connection, null, "select coalesce(max(number), 0) from storage_schema", ct), CultureInfo.InvariantCulture);
    }

    /// <summary>Why a database of this schema can't be used; null when it can.</summary>
    public static string? TooNew(int number, int newest) =>
        number <= newest ? null
        : $"Databasen har schema {number}, men det här programmet känner bara till schema {newest}. Den har använts av en nyare version av Samverk: kör den versionen, eller återställ säkerhetskopian från före bytet.";

    internal static IReadOnlyList<Script> Scripts(Provider provider)
    {
        var prefix = $"Samverk.Storage.Schema.{provider.Name}.";
        return
        [
            .. typeof(Schema).Assembly.GetManifestResourceNames()
                .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
                .Select(n => new Script(int.Parse(n.AsSpan(prefix.Length, 4), CultureInfo.InvariantCulture), n[prefix.Length..], Text(n)))
                .OrderBy(s => s.Number),
        ];
    }

    /// <summary>A numbered script; the number is never used again once released.</summary>
    internal sealed record Script(int Number, string Name, string Sql);

    static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    static async Task Run(DbConnection connection, DbTransaction transaction, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    static async Task<object?> Scalar(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        return await command.ExecuteScalarAsync(ct);
    }
}
