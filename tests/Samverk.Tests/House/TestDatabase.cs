using Microsoft.Data.Sqlite;
using Npgsql;
using Samverk.Storage;

namespace Samverk.Tests.House;

/// <summary>Databases for tests: SQLite files, or databases of a throw-away PostgreSQL that <c>./test</c> starts.</summary>
static class TestDatabase
{
    /// <summary>The suite runs once per database; which one is told by the environment.</summary>
    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("SAMVERK_TEST_DATABASE") == "postgres";

    /// <summary>The throw-away server, as its superuser.</summary>
    public static string Server => Environment.GetEnvironmentVariable("SAMVERK_TEST_POSTGRES") ?? throw new InvalidOperationException("SAMVERK_TEST_POSTGRES is not set: run ./test");

    static string Connection(string database) => $"{Server};Database={database};Maximum Pool Size=20";

    /// <summary>An empty database in a new folder.</summary>
    public static DataPlace Empty()
    {
        var folder = Directory.CreateTempSubdirectory("samverk-test").FullName;
        if (!IsPostgres)
        {
            var file = Path.Combine(folder, "samverk.db");
            PrivateFile.Create(file);
            return new(folder, $"Data Source={file};Default Timeout=30");
        }
        var name = NewName();
        Administer($"create database {name}");
        return new(folder, Connection(name));
    }

    /// <summary>A copy of a database that nobody is connected to.</summary>
    public static DataPlace Copy(DataPlace original)
    {
        Release(original);
        var folder = Directory.CreateTempSubdirectory("samverk-test").FullName;
        if (!IsPostgres)
        {
            File.Copy(Path.Combine(original.Folder, "samverk.db"), Path.Combine(folder, "samverk.db"));
            return new(folder, $"Data Source={Path.Combine(folder, "samverk.db")};Default Timeout=30");
        }
        var name = NewName();
        Administer($"create database {name} template {new NpgsqlConnectionStringBuilder(original.Connection).Database}");
        return new(folder, Connection(name));
    }

    public static void Drop(DataPlace place)
    {
        Release(place);
        if (IsPostgres)
            Administer($"drop database if exists {new NpgsqlConnectionStringBuilder(place.Connection).Database} with (force)");
        Directory.Delete(place.Folder, recursive: true);
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

    static string NewName() => $"samverk_{Guid.CreateVersion7():N}";

    static readonly Lock OneAtATime = new();

    static void Administer(string sql)
    {
        lock (OneAtATime)
        {
            using var connection = new NpgsqlConnection($"{Server};Database=postgres;Pooling=false");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
