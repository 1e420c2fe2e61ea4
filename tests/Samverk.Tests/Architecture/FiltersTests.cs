using System.Text.RegularExpressions;
using Samverk.Tests.House;

namespace Samverk.Tests.Architecture;

/// <summary>What goes past the area filter, or past EF Core altogether, is named here with its reason.</summary>
public sealed class FiltersTests
{
    static readonly Dictionary<string, string> IgnoreFilters = new()
    {
        ["Storage/Referring.cs"] = "takes along places that were a mistake, as no other query does; the area filter stays",
        ["Storage/Provider.cs"] = "'for update' can't be put around; the SQL names the area itself",
        ["Storage/SqliteFile.cs"] = "which areas a file that is no installation's holds; each is then walked for itself",
    };

    static readonly Dictionary<string, string> OwnSql = new()
    {
        ["Health.cs"] = "asks whether the database answers, and of which version it is",
        ["Storage/AreaOnConnection.cs"] = "tells the connection its area",
        ["Storage/Bulk/BulkPostgres.cs"] = "fills an empty database of all areas at once, as its owner",
        ["Storage/Bulk/BulkSqlite.cs"] = "fills an empty database of all areas at once, as its owner",
        ["Storage/Drift.cs"] = "asks the catalogue what the schema is",
        ["Storage/Provider.cs"] = "pragmas of SQLite, and the locked head of the current area's history",
        ["Storage/Schema.cs"] = "the numbered scripts, before any area exists",
        ["Storage/Separation.cs"] = "asks the catalogue what keeps areas apart",
        ["Storage/Signals.cs"] = "LISTEN and NOTIFY, which carry nothing but an id",
        ["Storage/SqliteFile.cs"] = "copies, checks and opens a file that is no installation's",
        ["Storage/StartUp.cs"] = "the lock that lets one node start at a time",
        ["Storage/StorageChecks.cs"] = "asks the database of itself, for doctor",
    };

    [Fact]
    public void The_area_filter_is_left_aside_only_where_it_is_said_why() =>
        Assert.Equal(IgnoreFilters.Keys.Order(), FilesWith("IgnoreQueryFilters"));

    [Fact]
    public void SQL_of_our_own_is_written_only_where_it_is_said_why() =>
        Assert.Equal(OwnSql.Keys.Order(), FilesWith("FromSql|ExecuteSql|SqlQuery|CreateCommand|GetDbConnection|NpgsqlCommand|SqliteCommand"));

    static IEnumerable<string> FilesWith(string words)
    {
        var root = Path.Combine(Source.Root, "src", "Samverk");
        return Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .Select(file => (Name: Path.GetRelativePath(root, file).Replace('\\', '/'), Path: file))
            .Where(file => !file.Name.StartsWith("bin/", StringComparison.Ordinal) && !file.Name.StartsWith("obj/", StringComparison.Ordinal) && Regex.IsMatch(File.ReadAllText(file.Path), words, RegexOptions.NonBacktracking))
            .Select(file => file.Name).Order();
    }
}
