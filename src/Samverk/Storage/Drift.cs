using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Samverk.Storage;

/// <summary>Tells where a database's tables are not those of the program, as when somebody has changed them by hand.</summary>
static class Drift
{
    const string Own = "storage_schema";

    const string Sqlite = $"""
        select m.name || '.' || c.name || case c."notnull" when 1 then '' else ' (får vara tom)' end from sqlite_master m join pragma_table_info(m.name) c
        where m.type = 'table' and m.name not like 'sqlite_%' and m.name <> '{Own}'
        union all select 'index ' || name from sqlite_master where type = 'index' and name not like 'sqlite_%' and tbl_name <> '{Own}'
        """;

    const string Postgres = $"""
        select c.relname || '.' || a.attname || case when a.attnotnull then '' else ' (får vara tom)' end
        from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and c.relname <> '{Own}'
        union all select 'index ' || c.relname from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
        where c.relnamespace = current_schema()::regnamespace and not i.indisprimary and t.relname <> '{Own}'
        """;

    /// <returns>Columns and indexes that are missing, and those that are too many.</returns>
    public static async Task<(IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown)> Find(SamverkDb db, CancellationToken ct)
    {
        var expected = Expected(db.Model.GetRelationalModel());
        var found = (await db.Database.SqlQueryRaw<string>(Provider.Of(db.Database) == Provider.Postgres ? Postgres : Sqlite).ToListAsync(ct)).ToHashSet();
        return ([.. expected.Except(found).Order()], [.. found.Except(expected).Order()]);
    }

    static HashSet<string> Expected(IRelationalModel model) =>
    [
        .. model.Tables.SelectMany(t => t.Columns.Select(c => $"{t.Name}.{c.Name}{(c.IsNullable ? " (får vara tom)" : "")}")),
        .. model.Tables.SelectMany(t => t.Indexes.Select(i => $"index {i.Name}")),
    ];
}
