using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Storage;

/// <summary>Puts a row in every table of a database, whatever its schema: told by the database itself, not by today's model.</summary>
static class RowInEveryTable
{
    // One id for all, so that every reference holds.
    const string Id = "'0192f0c0-0000-7000-8000-000000000000'";

    /// <returns>How many rows each table has.</returns>
    public static async Task<SortedDictionary<string, long>> Add(SamverkDb db)
    {
        await db.Database.OpenConnectionAsync();
        if (TestDatabase.IsPostgres)
            await Run(db.Database.GetDbConnection(), $"select set_config('samverk.area', {Id}, false)");
        var waiting = await Inserts(db.Database.GetDbConnection());
        Assert.NotEmpty(waiting);
        var tables = waiting.Keys.ToList();
        // A row that refers to another goes in after it.
        while (waiting.Count > 0)
        {
            var before = waiting.Count;
            DbException? last = null;
            foreach (var (table, sql) in waiting.ToList())
                try
                {
                    await Run(db.Database.GetDbConnection(), sql);
                    waiting.Remove(table);
                }
                catch (DbException e)
                {
                    last = e;
                }
            Assert.True(waiting.Count < before, $"No row fits in {string.Join(", ", waiting.Keys)}: {last?.Message}");
        }
        return await Count(db, tables);
    }

    public static async Task<SortedDictionary<string, long>> Count(SamverkDb db, IEnumerable<string> tables)
    {
        await db.Database.OpenConnectionAsync();
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
            counts.Add(table, Convert.ToInt64(await Run(db.Database.GetDbConnection(), $"select count(*) from {table}"), CultureInfo.InvariantCulture));
        return counts;
    }

    static async Task<Dictionary<string, string>> Inserts(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = TestDatabase.IsPostgres
            ? "select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' and table_name <> 'storage_schema' and is_generated = 'NEVER'"
            : "select m.name, c.name, c.type from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name <> 'storage_schema' and m.name not like 'sqlite_%'";
        var columns = new List<(string Table, string Column, string Type)>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                columns.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return columns.GroupBy(c => c.Table).ToDictionary(
            t => t.Key,
            t => $"insert into {t.Key} ({string.Join(", ", t.Select(c => $"\"{c.Column}\""))}) values ({string.Join(", ", t.Select(c => Value(c.Type)))})");
    }

    static string Value(string type) => type switch
    {
        "TEXT" or "uuid" => Id,
        "text" or "character varying" => "'x'",
        "INTEGER" or "integer" or "bigint" or "smallint" or "REAL" or "numeric" or "double precision" => "1",
        "BLOB" => "x'00'",
        "bytea" => @"'\x00'",
        "boolean" => "true",
        "date" => "date '2026-11-24'",
        "time without time zone" => "time '12:00'",
        "timestamp with time zone" => "timestamptz '2026-11-24 12:00Z'",
        "ARRAY" or "jsonb" => "'{}'",
        _ => throw new InvalidOperationException($"What is a value of type {type}?"),
    };

    static async Task<object?> Run(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
