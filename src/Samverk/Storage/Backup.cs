using Microsoft.Data.Sqlite;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>Copies a SQLite database to a file and back (docs/decisions/0012).</summary>
static class Backup
{
    /// <param name="Bytes">The copy's size.</param>
    /// <param name="History">What a walk through its history gave; null when its schema is older than the program.</param>
    public sealed record Taken(string File, long Bytes, Verification.Result? History);

    /// <summary>Takes a whole copy while the database is used. The file has its name only once the copy is known to be whole.</summary>
    /// <returns>The copy, also when its history is broken: a copy of that is better than none.</returns>
    public static async Task<(Taken? Taken, Refusal? Refusal)> Take(string database, string target, bool overwrite, CancellationToken ct)
    {
        target = Path.GetFullPath(target);
        if (MayTake(database, target, overwrite) is { } refusal)
            return (null, refusal);
        var unfinished = $"{target}.{Ids.Next():N}.tmp";
        try
        {
            await SqliteFile.Copy(database, unfinished, ct);
            if (await SqliteFile.Fault(unfinished, ct) is { } fault)
                return (null, fault);
            var history = await Walk(unfinished, ct);
            await SqliteFile.MakeWhole(unfinished, ct);
            File.Move(unfinished, target, overwrite);
            return (new(target, new FileInfo(target).Length, history), null);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            return (null, new("failed", $"Kopian kunde inte tas: {e.Message}"));
        }
        finally
        {
            SqliteFile.Delete(unfinished);
        }
    }

    static Refusal? MayTake(string database, string target, bool overwrite) =>
        !File.Exists(database) ? new("no-database", $"Det finns ingen databas i {database}. Ange datamappen med SAMVERK_DATA.")
        : target == database ? new("same-file", "Kopian kan inte läggas i databasens egen fil. Ange en annan.")
        : Directory.Exists(target) ? new("folder", $"{target} är en mapp. Ange en fil i den.")
        : !Directory.Exists(Path.GetDirectoryName(target)) ? new("no-folder", $"Mappen {Path.GetDirectoryName(target)} finns inte. Skapa den först.")
        : File.Exists(target) && !overwrite ? new("exists", $"Filen {target} finns redan. Ange en annan, eller --force för att ersätta den.")
        : null;

    static async Task<Verification.Result?> Walk(string file, CancellationToken ct)
    {
        await using (var connection = SqliteFile.Connection(file, SqliteOpenMode.ReadOnly))
        {
            await connection.OpenAsync(ct);
            if (await Schema.Number(connection, ct) != Schema.Newest(Provider.Sqlite))
                return null;
        }
        return await SqliteFile.Walk(file, ct);
    }
}
