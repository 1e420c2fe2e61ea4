using System.Globalization;
using Npgsql;
using Samverk.Storage;

namespace Samverk.Bench;

/// <summary>A PostgreSQL for what is measured on one; <c>bench/run</c> starts one and says how its superuser reaches it.</summary>
static class PostgresServer
{
    /// <summary>Null when there is none, and SQLite alone is measured.</summary>
    public static string? Given => Environment.GetEnvironmentVariable("SAMVERK_BENCH_POSTGRES");

    /// <summary>A database as an operator makes it: owned by one role, used by another. It is kept when it is there already.</summary>
    public static async Task<DataPlace> Database(string server, string folder, string name)
    {
        Directory.CreateDirectory(folder);
        foreach (var role in (string[])[Separation.OwnerRole, Separation.AppRole])
            await Administer(server, $"do $$ begin if to_regrole('{role}') is null then create role {role} login; end if; end $$");
        if (await Ask(server, $"select count(*) from pg_database where datname = '{name}'") == 0)
            await Administer(server, $"create database {name} owner {Separation.OwnerRole}");
        string As(string login) => new NpgsqlConnectionStringBuilder(server) { Database = name, Username = login }.ConnectionString;
        return new(folder, As(Separation.AppRole), As(Separation.OwnerRole));
    }

    public static Task Drop(string server, string name) => Administer(server, $"drop database if exists {name} with (force)");

    public static async Task<long> Ask(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    static async Task Administer(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
