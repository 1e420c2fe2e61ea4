using Microsoft.Data.Sqlite;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>Puts a copy in the place of the SQLite database, once the copy is known to be whole and of this program's schema.</summary>
static class Restore
{
    /// <param name="Scripts">What brought it to this program's schema; empty when it had it.</param>
    /// <param name="Rows">History rows, all of them in their chains.</param>
    /// <param name="Replaced">Where the database lies that was there before; null when there was none.</param>
    public sealed record Restored(string Database, IReadOnlyList<string> Scripts, long Rows, string? Replaced);

    /// <param name="replace">Set a database that is there aside.</param>
    public static async Task<(Restored? Restored, Refusal? Refusal)> From(string copy, string database, bool replace, TimeProvider clock, CancellationToken ct)
    {
        copy = Path.GetFullPath(copy);
        if (MayReadFrom(copy, database) is { } refusal)
            return (null, refusal);
        PrivateFile.CreateFolder(Path.GetDirectoryName(database)!);
        using var use = FolderUse.Alone(database);
        if (use is null)
            return (null, InUse(database));
        if (Holds(database) && !replace)
            return (null, new("exists", $"Det finns redan en databas i {database}. Ange --force för att ersätta den: den gamla sparas bredvid."));
        var unfinished = $"{database}.{Ids.Next():N}.tmp";
        try
        {
            var (scripts, rows, fault) = await Prepare(copy, unfinished, ct);
            if (fault is not null)
                return (null, fault);
            var (replaced, busy) = await SetAside(database, clock, ct);
            if (busy is not null)
                return (null, busy);
            File.Move(unfinished, database, overwrite: true);
            return (new(database, scripts, rows, replaced), null);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            return (null, new("failed", $"Återställningen gick inte: {e.Message}"));
        }
        catch (InstallationException e)
        {
            return (null, new("failed", e.Message));
        }
        finally
        {
            SqliteFile.Delete(unfinished);
        }
    }

    static Refusal? MayReadFrom(string copy, string database) =>
        !File.Exists(copy) ? new("no-file", $"Filen {copy} finns inte.")
        : copy == database ? new("same-file", "Filen är redan installationens databas.")
        : !SqliteFile.IsOne(copy) ? new("not-sqlite", $"{copy} är ingen SQLite-databas. En kopia från pg_dump återställs med pg_restore.")
        : null;

    static async Task<(IReadOnlyList<string> Scripts, long Rows, Refusal? Fault)> Prepare(string copy, string unfinished, CancellationToken ct)
    {
        await SqliteFile.Copy(copy, unfinished, ct);
        if (await SqliteFile.Fault(unfinished, ct) is { } fault)
            return ([], 0, fault);
        IReadOnlyList<string> scripts;
        await using (var db = SqliteFile.Open(unfinished))
            scripts = await Schema.Upgrade(db, ct);
        var history = await SqliteFile.Walk(unfinished, ct);
        await SqliteFile.MakeWhole(unfinished, ct);
        return (scripts, history.Rows, history.Broken is null ? null : new("broken", history.Broken));
    }

    /// <summary>Gives the old database a dated name. A damaged one too: perhaps that is why another is put in its place.</summary>
    static async Task<(string? Replaced, Refusal? Busy)> SetAside(string database, TimeProvider clock, CancellationToken ct)
    {
        if (!Holds(database))
        {
            SqliteFile.Delete(database);
            return (null, null);
        }
        try
        {
            await SqliteFile.MakeWhole(database, ct);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            return (null, InUse(database));
        }
        catch (SqliteException)
        {
            // Damaged: it is kept as it is, with its -wal.
        }
        var replaced = $"{database}.{clock.Now().Local():yyyy-MM-dd-HHmmss}";
        foreach (var part in SqliteFile.Parts(database).Where(File.Exists))
            File.Move(part, replaced + part[database.Length..]);
        return (replaced, null);
    }

    static bool Holds(string database) => File.Exists(database) && new FileInfo(database).Length > 0;

    static Refusal InUse(string database) => new("in-use", $"Databasen {database} används. Stoppa Samverk, också kommandon som läser in, och försök igen.");
}
