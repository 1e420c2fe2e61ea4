using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Samverk.Storage;

/// <summary>All that differs between the two databases, in one place.</summary>
public abstract class Provider
{
    public static Provider Sqlite { get; } = new SqliteProvider();
    public static Provider Postgres { get; } = new PostgresProvider();

    /// <summary>PostgreSQL when the connection names a host, else SQLite.</summary>
    public static Provider For(string connection) =>
        connection.Contains("Host=", StringComparison.OrdinalIgnoreCase) ? Postgres : Sqlite;

    internal static Provider Of(DatabaseFacade database) => database.IsNpgsql() ? Postgres : Sqlite;

    /// <summary>The folder of its numbered scripts.</summary>
    public abstract string Name { get; }
    /// <summary>One writer at a time within this process; a second process waits on the busy timeout.</summary>
    public abstract bool OneWriter { get; }
    /// <summary>
    /// What is worked out of the model and of each query, once for the process. By itself Entity Framework keeps a thousand
    /// queries (each has the size 10), and registers ask more: those that fell out would be worked out, and compiled, anew.
    /// One for each database: they call types by other names, and the cache doesn't tell them apart.
    /// </summary>
    internal IMemoryCache Compiled { get; } = new MemoryCache(new MemoryCacheOptions { SizeLimit = 10 * 6000 });
    /// <summary>A thing with several lists is read by a question for each list: joined they would multiply.</summary>
    public abstract void Use(DbContextOptionsBuilder options, string connection);
    /// <summary>An open connection that may change the schema; not one of the pool.</summary>
    internal abstract Task<DbConnection> OpenOwner(DataPlace place, CancellationToken ct);
    internal abstract void Configure(ModelConfigurationBuilder conventions);
    /// <summary>Lets the database learn how large its tables have become, where it doesn't by itself.</summary>
    internal abstract Task Learn(DatabaseFacade database, CancellationToken ct);
    /// <summary>An area's history head, locked until the transaction ends.</summary>
    internal abstract IQueryable<HistoryHead> Locked(DbSet<HistoryHead> heads, Guid area);

    sealed class SqliteProvider : Provider
    {
        public override string Name => "Sqlite";
        public override bool OneWriter => true;
        // The write transaction itself is the lock.
        internal override IQueryable<HistoryHead> Locked(DbSet<HistoryHead> heads, Guid area) => heads.Where(h => h.Area == area);

        public override void Use(DbContextOptionsBuilder options, string connection) =>
            options.UseSqlite(connection, o => o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).AddInterceptors(SqlitePragmas.Instance);

        internal override async Task<DbConnection> OpenOwner(DataPlace place, CancellationToken ct)
        {
            var connection = new SqliteConnection(place.Connection);
            await connection.OpenAsync(ct);
            SqlitePragmas.Set(connection);
            return connection;
        }

        // Only tables that have grown since they were last looked at, and of each no more than a sample.
        internal override Task Learn(DatabaseFacade database, CancellationToken ct) => database.ExecuteSqlRawAsync(SqliteSample.Pragma + "pragma optimize=0x10002;", ct);

        internal override void Configure(ModelConfigurationBuilder conventions)
        {
            conventions.Properties<Guid>().HaveConversion<GuidText>();
            conventions.Properties<DateTimeOffset>().HaveConversion<InstantText>();
        }
    }

    sealed class PostgresProvider : Provider
    {
        public override string Name => "Postgres";
        public override bool OneWriter => false;
        internal override IQueryable<HistoryHead> Locked(DbSet<HistoryHead> heads, Guid area) =>
            heads.FromSql($"select * from storage_history_head where area = {area} for update").IgnoreQueryFilters();

        public override void Use(DbContextOptionsBuilder options, string connection) =>
            options.UseNpgsql(Resetting(connection), o => o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).AddInterceptors(AreaOnConnection.Instance);

        internal override async Task<DbConnection> OpenOwner(DataPlace place, CancellationToken ct)
        {
            var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(place.Owner ?? place.Connection) { Pooling = false }.ConnectionString);
            await connection.OpenAsync(ct);
            return connection;
        }

        // The area is a setting of the connection: it must be gone before another piece of work gets the connection.
        static string Resetting(string connection)
        {
            var asked = new NpgsqlConnectionStringBuilder(connection);
            if (!asked.NoResetOnClose && !asked.Multiplexing)
                return connection;
            (asked.NoResetOnClose, asked.Multiplexing) = (false, false);
            return asked.ConnectionString;
        }

        // Its own autovacuum does.
        internal override Task Learn(DatabaseFacade database, CancellationToken ct) => Task.CompletedTask;

        internal override void Configure(ModelConfigurationBuilder conventions) =>
            conventions.Properties<DateTimeOffset>().HaveConversion<InstantUtc>();
    }

    sealed class GuidText() : ValueConverter<Guid, string>(id => id.ToString("D"), text => Guid.Parse(text));

    /// <summary>ISO 8601 in UTC, so that text order is time order.</summary>
    sealed class InstantText() : ValueConverter<DateTimeOffset, string>(
        at => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    sealed class InstantUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);

    sealed class SqlitePragmas : DbConnectionInterceptor
    {
        public static SqlitePragmas Instance { get; } = new();

        // A page opens a dozen times what the pool has: a connection that is set stays set.
        static readonly ConditionalWeakTable<SQLitePCL.sqlite3, object> Known = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => SetOnce(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            SetOnce(connection);
            return Task.CompletedTask;
        }

        static void SetOnce(DbConnection connection)
        {
            if (((SqliteConnection)connection).Handle is not { } handle || Known.TryGetValue(handle, out _))
                return;
            Set(connection);
            Known.AddOrUpdate(handle, Known);
        }

        // secure_delete: what was erased is not left in the file.
        // synchronous=full: what was acknowledged survives a killed machine, not only a killed process.
        public static void Set(DbConnection connection)
        {
            using var command = ((SqliteConnection)connection).CreateCommand();
            command.CommandText = "pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma busy_timeout=30000; pragma secure_delete=on; pragma cache_size=-32000;";
            command.ExecuteNonQuery();
        }
    }
}

/// <summary>How much of each index SQLite looks at to learn how large its tables are.</summary>
static class SqliteSample
{
    /// <summary>
    /// More rows than any area has in most tables: an area that the sample ends within is taken to be as small as the sample,
    /// and then all its rows are gone through where an index would find the few.
    /// </summary>
    public const string Pragma = "pragma analysis_limit=20000;";
}
