using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
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
        var (own, name) = (Path.Combine(folder, $"postgres-{Text(scale)}"), $"samverk_bench_{Text(scale).Replace('.', '_')}");
        Directory.CreateDirectory(own);
        foreach (var role in (string[])[Separation.OwnerRole, Separation.AppRole])
            await Administer(server, $"do $$ begin if to_regrole('{role}') is null then create role {role} login; end if; end $$");
        if (await Ask(server, $"select count(*) from pg_database where datname = '{name}'") == 0)
            await Administer(server, $"create database {name} owner {Separation.OwnerRole}");
        string As(string login) => new NpgsqlConnectionStringBuilder(server) { Database = name, Username = login }.ConnectionString;
        return new("PostgreSQL", scale, new(own, As(Separation.AppRole), As(Separation.OwnerRole)));
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
        : await Ask(place.Owner!, "select pg_database_size(current_database())");

    ServiceProvider Rooms()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        Samverk.Rooms.Add(collection, place);
        return collection.BuildServiceProvider();
    }

    static string Text(double scale) => scale.ToString(CultureInfo.InvariantCulture);

    static async Task Administer(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    static async Task<long> Ask(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
