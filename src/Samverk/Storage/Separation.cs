using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>
/// Row-level security on PostgreSQL: what the database itself lets through when somebody's SQL has forgotten the area.
/// Written from the model, so that no new table can be forgotten.
/// </summary>
public static class Separation
{
    /// <summary>Owns the tables and runs the schema's scripts.</summary>
    public const string OwnerRole = "samverk_owner";
    /// <summary>Does the daily work: neither owner nor superuser, and never past row-level security.</summary>
    public const string AppRole = "samverk_app";
    /// <summary>The connection's setting that holds its area.</summary>
    internal const string Setting = "samverk.area";

    const string Current = $"nullif(current_setting('{Setting}', true), '')::uuid";

    /// <summary>The policies of every table whose rows belong to an area; without a setting they let nothing through.</summary>
    internal static string Script(IModel model)
    {
        var script = new StringBuilder();
        foreach (var (table, rule) in Rules(model))
            script.Append(CultureInfo.InvariantCulture, $"""
                ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
                ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
                CREATE POLICY area ON {table} USING ({rule}) WITH CHECK ({rule});


                """);
        return script.ToString();
    }

    /// <summary>Every table of the model.</summary>
    internal static IReadOnlyList<string> Tables(IModel model) => [.. model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What is lacking in the separation of areas, each as a sentence for the one who runs the installation; empty on SQLite, which has no roles.</summary>
    public static async Task<IReadOnlyList<string>> Problems(SamverkDb db, CancellationToken ct = default)
    {
        if (Provider.Of(db.Database) != Provider.Postgres)
            return [];
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var connection = db.Database.GetDbConnection();
            return [.. await AboutTheLogin(connection, ct), .. await AboutTables(connection, db.Model, ct)];
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    static async Task<List<string>> AboutTheLogin(DbConnection connection, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            select session_user::text, current_user::text,
                (select rolsuper or rolbypassrls from pg_roles where rolname = session_user),
                (select rolsuper or rolbypassrls from pg_roles where rolname = current_user),
                coalesce(pg_has_role(session_user, to_regrole('{OwnerRole}')::oid, 'member'), false)
            """;
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var (login, role, loginIsAbove, roleIsAbove, loginIsOwner) = (reader.GetString(0), reader.GetString(1), reader.GetBoolean(2), reader.GetBoolean(3), reader.GetBoolean(4));
        return roleIsAbove
            ? [$"Programmet arbetar som {role}, som går förbi databasens radskydd. Låt ConnectionStrings__Samverk ansluta som {AppRole}."]
            : role != AppRole
            ? [$"Programmet arbetar som {role} i stället för {AppRole}. Skapa rollerna {OwnerRole} och {AppRole} och kör samverk migrate med ConnectionStrings__SamverkOwner."]
            : loginIsAbove || loginIsOwner
            ? [$"Programmet loggar in i databasen som {login} och byter till {AppRole}. Den som kan köra egen SQL kan byta tillbaka. Låt ConnectionStrings__Samverk ansluta som {AppRole}."]
            : [];
    }

    static async Task<List<string>> AboutTables(DbConnection connection, IModel model, CancellationToken ct)
    {
        var separated = Rules(model).Select(r => r.Table).ToHashSet();
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            select c.relname, c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid), pg_has_role(current_user, c.relowner, 'usage')
            from pg_class c where c.relnamespace = 'public'::regnamespace and c.relname in ({Quoted(Tables(model))}) order by 1
            """;
        List<string> bare = [], owned = [];
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            if (!reader.GetBoolean(1) && separated.Contains(reader.GetString(0)))
                bare.Add(reader.GetString(0));
            if (reader.GetBoolean(2))
                owned.Add(reader.GetString(0));
        }
        List<string> problems = [];
        if (bare.Count > 0)
            problems.Add($"Radskyddet är avstängt för {string.Join(", ", bare)}.");
        if (owned.Count > 0)
            problems.Add($"Den roll som programmet arbetar som äger tabellerna ({owned.Count} av {Tables(model).Count}) och kan stänga av radskyddet. De ska ägas av {OwnerRole}.");
        return problems;
    }

    internal static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"'{n}'"));

    static IEnumerable<(string Table, string Rule)> Rules(IModel model) =>
        from entity in model.GetEntityTypes()
        let rule = Rule(entity)
        where rule is not null
        orderby entity.GetTableName()
        select (entity.GetTableName()!, rule);

    /// <summary>Null for what belongs to no area, and for what lies in its owner's table.</summary>
    static string? Rule(IEntityType entity)
    {
        var table = entity.GetTableName();
        if (!entity.IsOwned())
            return typeof(IInArea).IsAssignableFrom(entity.ClrType) ? $"area = {Current}" : null;
        // A part of a row in a table of its own is let through with the row that it is part of.
        var ownership = entity.FindOwnership()!;
        var owner = ownership.PrincipalEntityType.GetTableName();
        if (owner == table || !IsInArea(ownership.PrincipalEntityType))
            return null;
        var pairs = ownership.Properties.Zip(ownership.PrincipalKey.Properties, (mine, theirs) => $"whole.{theirs.GetColumnName()} = {table}.{mine.GetColumnName()}");
        return $"exists (select from {owner} whole where {string.Join(" and ", pairs)})";
    }

    static bool IsInArea(IEntityType entity) =>
        entity.IsOwned() ? IsInArea(entity.FindOwnership()!.PrincipalEntityType) : typeof(IInArea).IsAssignableFrom(entity.ClrType);
}
