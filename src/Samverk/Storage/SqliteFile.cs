using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>A SQLite database as a file that can be copied and looked through, beside the program's own connections.</summary>
static class SqliteFile
{
    static readonly byte[] Header = "SQLite format 3\0"u8.ToArray();

    public static bool IsOne(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var start = new byte[Header.Length];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(Header);
    }

    /// <summary>Copies page by page as the database is at one moment, while others read and write it. The copy is one file, on the disk when this returns.</summary>
    public static async Task Copy(string from, string to, CancellationToken ct)
    {
        PrivateFile.Create(to);
        await using (var source = Connection(from, SqliteOpenMode.ReadOnly))
        await using (var target = Connection(to, SqliteOpenMode.ReadWrite))
        {
            await source.OpenAsync(ct);
            await target.OpenAsync(ct);
            source.BackupDatabase(target);
        }
        await MakeWhole(to, ct);
    }

    /// <summary>Brings what lies in <c>-wal</c> into the file itself, which then is all of the database.</summary>
    /// <exception cref="SqliteException">Somebody has it open, or it is damaged.</exception>
    public static async Task MakeWhole(string path, CancellationToken ct)
    {
        await using (var connection = Connection(path, SqliteOpenMode.ReadWrite))
        {
            await connection.OpenAsync(ct);
            await Scalar(connection, "pragma wal_checkpoint(truncate)", ct);
            await Scalar(connection, "pragma journal_mode=delete", ct);
        }
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Why the file is no whole database of Samverk that this program knows; null when it is.</summary>
    public static async Task<Refusal?> Fault(string path, CancellationToken ct)
    {
        await using var connection = Connection(path, SqliteOpenMode.ReadOnly);
        await connection.OpenAsync(ct);
        if (await Damage(connection, thorough: true, ct) is { } damage)
            return new("damaged", $"Databasen är skadad: {damage}");
        return await Schema.Number(connection, ct) is not { } number ? new("not-samverk", "Filen är en SQLite-databas, men inte från Samverk.")
            : Schema.TooNew(number, Schema.Newest(Provider.Sqlite)) is { } words ? new("too-new", words)
            : null;
    }

    /// <returns>The first damage that SQLite finds; null when the database is whole.</returns>
    public static async Task<string?> Damage(System.Data.Common.DbConnection connection, bool thorough, CancellationToken ct)
    {
        var said = await Scalar(connection, thorough ? "pragma integrity_check(1)" : "pragma quick_check(1)", ct);
        if (said != "ok")
            return said;
        return await Scalar(connection, "select \"table\" from pragma_foreign_key_check limit 1", ct) is { Length: > 0 } table ? $"en rad i {table} hör till något som saknas" : null;
    }

    /// <summary>The program's own view of a database file that is not the installation's.</summary>
    public static SamverkDb Open(string path, Guid area = default)
    {
        var options = new DbContextOptionsBuilder<SamverkDb>();
        Provider.Sqlite.Use(options, Text(path, SqliteOpenMode.ReadWrite));
        options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        var current = new CurrentArea();
        current.Enter(area);
        return new(options.Options, current);
    }

    /// <summary>Walks the history of every area in a file; stops at the first broken row.</summary>
    public static async Task<Verification.Result> Walk(string path, CancellationToken ct)
    {
        long rows = 0;
        foreach (var area in await Areas(path, ct))
        {
            await using var db = Open(path, area);
            var result = await Verification.Walk(db, ct);
            rows += result.Rows;
            if (result.Broken is not null)
                return result with { Rows = rows };
        }
        return new(rows, null);
    }

    // Rows without a head are found too: a head that was taken away is a break.
    static async Task<List<Guid>> Areas(string path, CancellationToken ct)
    {
        await using var db = Open(path);
        return await db.Set<HistoryHead>().IgnoreQueryFilters().Select(h => h.Area)
            .Union(db.Set<HistoryRow>().IgnoreQueryFilters().Select(r => r.Area)).OrderBy(area => area).ToListAsync(ct);
    }

    /// <summary>The files that may belong to a database: the file itself first.</summary>
    public static IEnumerable<string> Parts(string path) => [path, path + "-wal", path + "-shm", path + "-journal"];

    public static void Delete(string path)
    {
        foreach (var part in Parts(path))
            File.Delete(part);
    }

    public static SqliteConnection Connection(string path, SqliteOpenMode mode) => new(Text(path, mode));

    static string Text(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ConnectionString;

    static async Task<string?> Scalar(System.Data.Common.DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }
}
