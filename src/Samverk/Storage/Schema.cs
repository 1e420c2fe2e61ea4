using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Samverk.Storage;

/// <summary>Brings a database to this program's schema by the numbered scripts that it has not yet seen.</summary>
public static class Schema
{
    /// <summary>Where the scripts that have run are noted.</summary>
    internal const string Table = "storage_schema";

    /// <summary>Runs as the schema's owner (<see cref="DataPlace.Owner"/>), or as the only login there is.</summary>
    /// <returns>The scripts that were run, in order; empty when the database was up to date.</returns>
    /// <exception cref="InstallationException">The database was made by a newer program, or the login may not change the schema.</exception>
    public static Task<IReadOnlyList<string>> Upgrade(SamverkDb db, CancellationToken ct = default) =>
        Upgrade(db, Scripts(Provider.Of(db.Database)), ct);

    /// <summary>All or nothing: when a script fails, the database is as it was.</summary>
    internal static async Task<IReadOnlyList<string>> Upgrade(SamverkDb db, IReadOnlyList<Script> scripts, CancellationToken ct)
    {
        var provider = Provider.Of(db.Database);
        // A SQLite database may be another than the installation's: a copy that is looked through.
        var place = provider == Provider.Sqlite ? new DataPlace("", db.Database.GetConnectionString()!) : db.GetService<DataPlace>();
        await using var connection = await provider.OpenOwner(place, ct);
        // Two nodes that start at once take turns: PostgreSQL by an advisory lock, SQLite by its write transaction.
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var run = provider == Provider.Postgres ? await UpgradePostgres(connection, transaction, db, scripts, ct) : await RunScripts(connection, transaction, scripts, ct);
        await transaction.CommitAsync(ct);
        return run;
    }

    /// <summary>The whole schema as the model wants it.</summary>
    public static string Wanted(SamverkDb db) =>
        db.Database.GenerateCreateScript() + (Provider.Of(db.Database) == Provider.Postgres ? Separation.Script(db.Model) : "");

    /// <summary>The number of the newest script that this program knows.</summary>
    public static int Newest(Provider provider) => Scripts(provider)[^1].Number;

    /// <returns>The number of the newest script that the database has seen; null when it is no database of Samverk.</returns>
    public static async Task<int?> Number(DbConnection connection, CancellationToken ct)
    {
        var catalogue = connection is SqliteConnection ? $"select count(*) from sqlite_master where name = '{Table}'" : $"select count(*) from pg_catalog.pg_class where oid = to_regclass('{Table}')";
        return Convert.ToInt32(await Scalar(connection, null, catalogue, ct), CultureInfo.InvariantCulture) == 0 ? null : await Last(connection, null, ct);
    }

    /// <summary>Why a database of this schema can't be used; null when it can.</summary>
    public static string? TooNew(int number, int newest) =>
        number <= newest ? null
        : $"Databasen har schema {number}, men det här programmet känner bara till schema {newest}. Den har använts av en nyare version av Samverk: kör den versionen, eller återställ säkerhetskopian från före bytet.";

    static async Task<IReadOnlyList<string>> UpgradePostgres(DbConnection connection, DbTransaction transaction, SamverkDb db, IReadOnlyList<Script> scripts, CancellationToken ct)
    {
        var tables = Separation.Tables(db.Model);
        try
        {
            await Run(connection, transaction, "select pg_advisory_xact_lock(778230)", ct);
            await Run(connection, transaction, PostgresRoles.BecomeOwner(tables), ct);
            if (await IsCurrent(connection, transaction, scripts[^1].Number, ct))
                return [];
            var run = await RunScripts(connection, transaction, scripts, ct);
            await Run(connection, transaction, PostgresRoles.Grant(tables), ct);
            return run;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new InstallationException($"Databasen ska föras till den här versionen, men inloggningen får inte ändra den. Ange ConnectionStrings__SamverkOwner med en inloggning som får vara {Separation.OwnerRole}, och kör samverk migrate.");
        }
    }

    // Asked before anything is written: the program's own role may read the list, no more.
    static async Task<bool> IsCurrent(DbConnection connection, DbTransaction transaction, int newest, CancellationToken ct)
    {
        if (await Scalar(connection, transaction, $"select current_user <> '{Separation.OwnerRole}' and to_regclass('{Table}') is not null", ct) is not true)
            return false;
        var last = await Last(connection, transaction, ct);
        return TooNew(last, newest) is { } words ? throw new InstallationException(words) : last == newest;
    }

    static async Task<IReadOnlyList<string>> RunScripts(DbConnection connection, DbTransaction transaction, IReadOnlyList<Script> scripts, CancellationToken ct)
    {
        await Run(connection, transaction, $"create table if not exists {Table} (number integer not null primary key, name text not null)", ct);
        var last = await Last(connection, transaction, ct);
        if (TooNew(last, scripts[^1].Number) is { } words)
            throw new InstallationException(words);
        var run = new List<string>();
        foreach (var script in scripts.Where(s => s.Number > last))
        {
            await Run(connection, transaction, script.Sql, ct);
            await Run(connection, transaction, $"insert into {Table} (number, name) values ({script.Number}, '{script.Name}')", ct);
            run.Add(script.Name);
        }
        return run;
    }

    static async Task<int> Last(DbConnection connection, DbTransaction? transaction, CancellationToken ct) =>
        Convert.ToInt32(await Scalar(connection, transaction, $"select coalesce(max(number), 0) from {Table}", ct), CultureInfo.InvariantCulture);

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
