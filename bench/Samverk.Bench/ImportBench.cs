using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Import;
using Samverk.Import.Files;

namespace Samverk.Bench;

/// <summary>
/// Documents received, read and confirmed into SQLite, against raw inserts: as many transactions, each with the
/// document's bytes, on a file with the same journal and the same promise to survive a power cut.
/// </summary>
static class ImportBench
{
    public static async IAsyncEnumerable<Row> Run()
    {
        await Round([.. Documents.Archive(10)]);
        Row? smaller = null;
        foreach (var (count, rounds) in ((int, int)[])[(50, 3), (500, 1)])
        {
            HandedOver[] documents = [.. Documents.Archive(count)];
            var compared = await Timing.Rerun(rounds, () => Round(documents));
            yield return smaller = Row.Of("Importing into the record", $"{count} documents", "document", compared, count, smaller);
        }
    }

    static async Task<(TimeSpan Work, TimeSpan Floor)> Round(HandedOver[] documents)
    {
        await using var area = await TemporaryArea.Create();
        var before = area.Commits;
        var work = TimeSpan.Zero;
        await area.In(async services =>
        {
            var archive = services.GetRequiredService<ArchiveImport>();
            IReadOnlyList<ArchiveOutcome> outcomes = [];
            work = await Timing.Once(async () => outcomes = await archive.Run("Arkiv", documents, confirmCertain: true, confirmAll: true, CancellationToken.None));
            if (outcomes.FirstOrDefault(o => o.State != DocumentState.Confirmed) is { } left)
                throw new InvalidOperationException($"{left.FileName} was not confirmed: {left.Words}");
        });
        return (work, await Floor(documents, area.Commits - before));
    }

    static async Task<TimeSpan> Floor(HandedOver[] documents, int transactions)
    {
        using var folder = new TemporaryFolder();
        await using var connection = new SqliteConnection($"Data Source={folder["floor.db"]};Pooling=false");
        await connection.OpenAsync();
        Run(connection, "pragma journal_mode=wal; pragma synchronous=full; create table floor (id integer primary key, bytes blob not null)");
        return await Timing.Once(() =>
        {
            for (var i = 0; i < transactions; i++)
                Insert(connection, documents[i * documents.Length / transactions].Content);
            return Task.CompletedTask;
        });
    }

    static void Insert(SqliteConnection connection, byte[] bytes)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, "insert into floor (bytes) values ($bytes)");
        command.Parameters.AddWithValue("$bytes", bytes);
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
