using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Tests.House;

/// <summary>
/// Databases for tests: SQLite files, or databases of a throw-away PostgreSQL that <c>./test</c> starts. There the tests
/// work as an installation should: the schema's owner has one login, the program another that owns nothing.
/// </summary>
static class TestDatabase
{
    /// <summary>The suite runs once per database; which one is told by the environment.</summary>
    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("SAMVERK_TEST_DATABASE") == "postgres";

    /// <summary>How a superuser reaches the server.</summary>
    public static string Server => Environment.GetEnvironmentVariable("SAMVERK_TEST_POSTGRES") ?? throw new InvalidOperationException("SAMVERK_TEST_POSTGRES is not set: run ./test");

    static readonly Lazy<bool> Roles = new(() =>
    {
        foreach (var role in new[] { Separation.OwnerRole, Separation.AppRole })
            Administer($"do $$ begin if to_regrole('{role}') is null then create role {role} login; end if; end $$");
        return true;
    });

    /// <summary>An empty database in a new folder.</summary>
    public static DataPlace Empty()
    {
        if (!IsPostgres)
        {
            var empty = SqlitePlace();
            PrivateFile.Create(Path.Combine(empty.Folder, "samverk.db"));
            return empty;
        }
        var name = NewName();
        Administer($"create database {name} owner {Owner()}");
        return PostgresPlace(name);
    }

    /// <summary>A copy of a database that nobody is connected to.</summary>
    public static DataPlace Copy(DataPlace original)
    {
        Release(original);
        if (!IsPostgres)
        {
            var copy = WithSealKey(SqlitePlace(), original);
            File.Copy(Path.Combine(original.Folder, "samverk.db"), Path.Combine(copy.Folder, "samverk.db"));
            return copy;
        }
        var name = NewName();
        Administer($"create database {name} template {Name(original)} owner {Owner()}");
        return WithSealKey(PostgresPlace(name), original);
    }

    /// <summary>Takes it away, if it is still there.</summary>
    public static void Drop(DataPlace place)
    {
        if (IsPostgres && Directory.Exists(place.Folder))
        {
            Release(place);
            Administer($"drop database if exists {Name(place)} with (force)");
        }
        for (var attempt = 0; attempt < 10 && Directory.Exists(place.Folder); attempt++)
        {
            Release(place);
            try
            {
                Directory.Delete(place.Folder, recursive: true);
            }
            catch (IOException)
            {
                // A request that has answered may still be writing its line in the log, and SQLite's files beside the database with it.
            }
        }
    }

    /// <summary>A connection text to the same database with another login of the test's PostgreSQL.</summary>
    public static string As(DataPlace place, string login) => new NpgsqlConnectionStringBuilder(place.Connection) { Username = login }.ConnectionString;

    /// <summary>The superuser's connection text to the same database.</summary>
    public static string AsSuperuser(DataPlace place) => As(place, new NpgsqlConnectionStringBuilder(Server).Username!);

    /// <summary>A connection of its own as the schema's owner, with no area.</summary>
    public static Task<DbConnection> OpenOwner(DataPlace place) => place.Provider.OpenOwner(place, default);

    /// <summary>Does something that needs a superuser, outside the tests' databases.</summary>
    public static void Administer(string sql, string database = "postgres")
    {
        lock (OneAtATime)
        {
            using var connection = new NpgsqlConnection($"{Server};Database={database};Pooling=false");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>What somebody with all power over the database does to it behind the program's back.</summary>
    /// <param name="sql">In PostgreSQL's words.</param>
    public static async Task Harm(TestWorld world, string sql)
    {
        if (IsPostgres)
            Administer(sql, Name(world.Place));
        else
            await world.In(s => s.GetRequiredService<SamverkDb>().Database.ExecuteSqlRawAsync(sql.Replace("::text", "", StringComparison.Ordinal).Replace("::uuid", "", StringComparison.Ordinal)));
    }

    public static string Name(DataPlace place) => new NpgsqlConnectionStringBuilder(place.Connection).Database!;

    static DataPlace SqlitePlace()
    {
        var folder = NewFolder();
        return new(folder, $"Data Source={Path.Combine(folder, "samverk.db")};Default Timeout=30");
    }

    static DataPlace PostgresPlace(string database)
    {
        var text = new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 20, ConnectionIdleLifetime = 10, ConnectionPruningInterval = 5 };
        var (app, owner) = (new NpgsqlConnectionStringBuilder(text.ConnectionString) { Username = Separation.AppRole }, new NpgsqlConnectionStringBuilder(text.ConnectionString) { Username = Separation.OwnerRole });
        return new(NewFolder(), app.ConnectionString, owner.ConnectionString);
    }

    // Pooled connections hold the file, and PostgreSQL copies only what nobody is connected to.
    static void Release(DataPlace place)
    {
        if (IsPostgres)
        {
            using var connection = new NpgsqlConnection(place.Connection);
            NpgsqlConnection.ClearPool(connection);
        }
        else
        {
            using var connection = new SqliteConnection(place.Connection);
            SqliteConnection.ClearPool(connection);
        }
    }

    // What is sealed in the original is proved by its key; making another takes a second.
    static DataPlace WithSealKey(DataPlace copy, DataPlace original)
    {
        if (Path.Combine(original.Folder, SealKey.FileName) is var key && File.Exists(key))
            File.Copy(key, Path.Combine(copy.Folder, SealKey.FileName));
        return copy;
    }

    static string Owner() => Roles.Value ? Separation.OwnerRole : "";

    // In memory where there is room: a test's database lives for seconds, and is never to be found again.
    static readonly string Root = Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > 2L << 30 ? Memory : Path.GetTempPath();

    const string Memory = "/dev/shm";

    static string NewFolder()
    {
        var folder = Path.Combine(Root, $"samverk-test-{Ids.Next():N}");
        PrivateFile.CreateFolder(folder);
        return folder;
    }

    static string NewName() => $"samverk_{Ids.Next():N}";

    static readonly Lock OneAtATime = new();
}
