using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>Brings a database to this program's schema by the numbered scripts that it has not yet seen.</summary>
public static class Schema
{
    /// <summary>Where the scripts that have run are noted.</summary>
    internal const string Table = "storage_schema";

    /// <summary>Runs as the schema's owner (<see cref="DataPlace.Owner"/>), or as the only login there is.</summary>
    /// <returns>The scripts that were run, in order; empty when the database was up to date.</returns>
    /// <exception cref="RefusedException">The login may not change the schema.</exception>
    public static async Task<IReadOnlyList<string>> Upgrade(SamverkDb db, CancellationToken ct = default)
    {
        var provider = Provider.Of(db.Database);
        await using var connection = await provider.OpenOwner(db.GetService<DataPlace>(), ct);
        // Two nodes that start at once take turns: PostgreSQL by an advisory lock, SQLite by its write transaction.
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var run = provider == Provider.Postgres ? await UpgradePostgres(connection, transaction, db, ct) : await RunScripts(connection, transaction, provider, ct);
        await transaction.CommitAsync(ct);
        return run;
    }

    /// <summary>The whole schema as the model wants it.</summary>
    public static string Wanted(SamverkDb db) =>
        db.Database.GenerateCreateScript() + (Provider.Of(db.Database) == Provider.Postgres ? Separation.Script(db.Model) : "");

    static async Task<IReadOnlyList<string>> UpgradePostgres(DbConnection connection, DbTransaction transaction, SamverkDb db, CancellationToken ct)
    {
        var tables = Separation.Tables(db.Model);
        try
        {
            await Run(connection, transaction, "select pg_advisory_xact_lock(778230)", ct);
            await Run(connection, transaction, PostgresRoles.BecomeOwner(tables), ct);
            if (await IsCurrent(connection, transaction, ct))
                return [];
            var run = await RunScripts(connection, transaction, Provider.Postgres, ct);
            await Run(connection, transaction, PostgresRoles.Grant(tables), ct);
            return run;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new RefusedException(new("schema-owner", $"Databasen ska föras till den här versionen, men inloggningen får inte ändra den. Ange ConnectionStrings__SamverkOwner med en inloggning som får vara {Separation.OwnerRole}, och kör samverk migrate."));
        }
    }

    // Asked before anything is written: the program's own role may read the list, no more.
    static async Task<bool> IsCurrent(DbConnection connection, DbTransaction transaction, CancellationToken ct) =>
        await Scalar(connection, transaction, $"select current_user <> '{Separation.OwnerRole}' and to_regclass('{Table}') is not null", ct) is true
        && await Last(connection, transaction, ct) >= Scripts(Provider.Postgres).Last().Number;

    static async Task<IReadOnlyList<string>> RunScripts(DbConnection connection, DbTransaction transaction, Provider provider, CancellationToken ct)
    {
        await Run(connection, transaction, $"create table if not exists {Table} (number integer not null primary key, name text not null)", ct);
        var last = await Last(connection, transaction, ct);
        var run = new List<string>();
        foreach (var script in Scripts(provider).Where(s => s.Number > last))
        {
            await Run(connection, transaction, script.Sql(), ct);
            await Run(connection, transaction, $"insert into {Table} (number, name) values ({script.Number}, '{script.Name}')", ct);
            run.Add(script.Name);
        }
        return run;
    }

    static async Task<int> Last(DbConnection connection, DbTransaction transaction, CancellationToken ct) =>
        Convert.ToInt32(await Scalar(connection, transaction, $"select coalesce(max(number), 0) from {Table}", ct), CultureInfo.InvariantCulture);

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
