using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samverk.National;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Bench.National;

/// <summary>A database with national data. It is kept in the folder that was asked for, and then filled once.</summary>
sealed class BenchDatabase
{
    readonly DataPlace place;

    BenchDatabase(string name, double scale, DataPlace place) => (Name, Scale, this.place) = (name, scale, place);

    public string Name { get; }
    public double Scale { get; }
    public DataPlace Place => place;

    public static BenchDatabase Sqlite(string folder, double scale)
    {
        var own = Path.Combine(folder, $"sqlite-{Text(scale)}");
        Directory.CreateDirectory(own);
        return new("SQLite", scale, new(own, $"Data Source={Path.Combine(own, "samverk.db")};Default Timeout=30"));
    }

    /// <param name="server">How a superuser reaches a PostgreSQL.</param>
    public static async Task<BenchDatabase> Postgres(string server, string folder, double scale)
    {
        var own = Path.Combine(folder, $"postgres-{Text(scale)}");
        return new("PostgreSQL", scale, await PostgresServer.Database(server, own, $"samverk_bench_{Text(scale).Replace('.', '_')}"));
    }

    /// <returns>How long it took; null when it was filled before.</returns>
    public async Task<TimeSpan?> Fill()
    {
        await using var services = Rooms();
        services.GetRequiredService<FolderUse>();
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SamverkDb>();
            await Schema.Upgrade(db);
            if (await db.Set<Mark>().Where(m => m.Name == NationalSeed.Mark).Select(m => m.Value).SingleOrDefaultAsync() is { } filled)
                return filled == Text(Scale) ? null : throw new InvalidOperationException($"{place.Folder} has data of scale {filled}.");
        }
        return await Timing.Once(async () => Refusal.Heed(await services.GetRequiredService<NationalSeed>().Fill(Scale, said => Console.Error.WriteLine($"  {said}"), CancellationToken.None)));
    }

    public async Task<long> Bytes() => place.DatabaseFile is { } file
        ? SqliteFile.Parts(file).Where(File.Exists).Sum(part => new FileInfo(part).Length)
        : await PostgresServer.Ask(place.Owner!, "select pg_database_size(current_database())");

    ServiceProvider Rooms()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        Samverk.Rooms.Add(collection, place);
        return collection.BuildServiceProvider();
    }

    static string Text(double scale) => scale.ToString(CultureInfo.InvariantCulture);
}
