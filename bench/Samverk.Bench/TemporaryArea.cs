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

/// <summary>The rooms over an empty SQLite file with the World's organisations, bodies and people; gone when disposed.</summary>
sealed class TemporaryArea : IAsyncDisposable
{
    readonly TemporaryFolder folder = new();
    readonly ServiceProvider services;
    readonly CountedCommits commits = new();

    TemporaryArea()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        Rooms.Add(collection, new DataPlace(folder.Path, Connection));
        collection.ConfigureDbContext<SamverkDb>(options => options.AddInterceptors(commits));
        services = collection.BuildServiceProvider();
    }

    public string Connection => $"Data Source={folder["samverk.db"]};Default Timeout=30";

    public string Folder => folder.Path;

    /// <summary>Transactions that have been committed in it.</summary>
    public int Commits => commits.Count;

    /// <summary>Bytes of the database.</summary>
    public long Size => new FileInfo(folder["samverk.db"]).Length;

    public static async Task<TemporaryArea> Create()
    {
        var area = new TemporaryArea();
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
        await using (var connection = new SqliteConnection(Connection))
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
