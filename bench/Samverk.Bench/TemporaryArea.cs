using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samverk.Import.Files;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.World;

namespace Samverk.Bench;

/// <summary>The rooms over an empty database with the World's organisations, bodies and people; gone when disposed.</summary>
sealed class TemporaryArea : IAsyncDisposable
{
    const string OnPostgres = "samverk_bench_area";

    readonly TemporaryFolder folder;
    readonly ServiceProvider services;
    readonly CountedCommits commits = new();

    TemporaryArea(TemporaryFolder folder, DataPlace place)
    {
        (this.folder, Place) = (folder, place);
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        Rooms.Add(collection, place);
        collection.ConfigureDbContext<SamverkDb>(options => options.AddInterceptors(commits));
        services = collection.BuildServiceProvider();
    }

    public DataPlace Place { get; }

    /// <summary>Transactions that have been committed in it.</summary>
    public int Commits => commits.Count;

    /// <summary>Bytes of the database.</summary>
    public long Size => new FileInfo(Place.DatabaseFile!).Length;

    /// <summary>In an SQLite file.</summary>
    public static Task<TemporaryArea> Create()
    {
        var own = new TemporaryFolder();
        return Begin(new(own, new(own.Path, $"Data Source={own["samverk.db"]};Default Timeout=30")));
    }

    /// <summary>In a database of a server's own.</summary>
    public static async Task<TemporaryArea> Create(string server)
    {
        var own = new TemporaryFolder();
        await PostgresServer.Drop(server, OnPostgres);
        return await Begin(new(own, await PostgresServer.Database(server, own.Path, OnPostgres)));
    }

    static async Task<TemporaryArea> Begin(TemporaryArea area)
    {
        await using var scope = area.services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SamverkDb>();
        await Schema.Upgrade(db);
        // Invented municipalities are let into demo databases only.
        db.Add(new Mark(Mark.Demo, "färdig"));
        await db.SaveChangesAsync();
        var (_, refusal) = await scope.ServiceProvider.GetRequiredService<AreaSetup>().Create(WorldFile.Open().Plan(), CancellationToken.None);
        Refusal.Heed(refusal);
        return area;
    }

    /// <summary>Does something in the area with the rooms' services.</summary>
    public async Task In(Func<IServiceProvider, Task> act)
    {
        await using var scope = services.CreateAsyncScope();
        var areas = await scope.ServiceProvider.GetRequiredService<AreaSetup>().List(CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<CurrentArea>().Enter(areas.Single().Id);
        await act(scope.ServiceProvider);
    }

    /// <summary>Does something in the area as a server over the same file does it.</summary>
    public static async Task InServer(IServiceProvider server, Guid areaId, Func<IServiceProvider, Task> act)
    {
        await using var scope = server.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentArea>().Enter(areaId);
        await act(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (Place.DatabaseFile is not null)
            await using (var connection = new SqliteConnection(Place.Connection))
                SqliteConnection.ClearPool(connection);
        folder.Dispose();
    }

    sealed class CountedCommits : DbTransactionInterceptor
    {
        int count;

        public int Count => count;

        public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Interlocked.Increment(ref count);

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref count);
            return Task.CompletedTask;
        }
    }
}
