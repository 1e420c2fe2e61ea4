using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>
/// Fills an empty database with rows past <see cref="Work"/> and the query filters, as its owner, in one transaction: for
/// databases that are made to be measured, never for the record. Nothing is heard by other rooms, and the history gets
/// what <see cref="Tell"/> says and no more.
/// </summary>
public sealed class BulkLoad : IAsyncDisposable
{
    const int RowsAtATime = 50_000;

    readonly SamverkDb db;
    readonly BulkDatabase database;
    readonly BulkIds ids;
    readonly Dictionary<Type, Loaded> known = [];
    readonly List<BulkTable> tables = [];
    int waiting;

    BulkLoad(SamverkDb db, BulkDatabase database, BulkIds ids) => (this.db, this.database, this.ids) = (db, database, ids);

    /// <summary>Rows that have been loaded.</summary>
    public long Rows { get; private set; }

    /// <param name="from">The instant that the first id says.</param>
    public static async Task<BulkLoad> Begin(SamverkDb db, DateTimeOffset from, ulong seed, CancellationToken ct)
    {
        var provider = Provider.Of(db.Database);
        var connection = await provider.OpenOwner(db.GetService<DataPlace>(), ct);
        BulkDatabase into = provider == Provider.Postgres ? new BulkPostgres((Npgsql.NpgsqlConnection)connection) : new BulkSqlite((Microsoft.Data.Sqlite.SqliteConnection)connection);
        try
        {
            await into.Begin(db.Model, ct);
            return new(db, into, new(from, seed));
        }
        catch
        {
            await into.DisposeAsync();
            throw;
        }
    }

    /// <summary>What the id of a row that was made with this one is in the database.</summary>
    public Guid IdOf(Guid made) => ids.Of(made);

    /// <summary>Loads rows of any room. A row refers to those that came before it, or with it.</summary>
    public async Task Add(IReadOnlyCollection<object> rows, CancellationToken ct)
    {
        foreach (var row in rows)
            if (Of(row.GetType()) is { Id: { } id })
                ids.Give((Guid)id.GetClrValue(row)!);
        foreach (var row in rows)
        {
            var of = Of(row.GetType());
            Take(of.Table, row);
            foreach (var (navigation, table) in of.Parts)
                if (navigation.GetGetter().GetClrValue(row) is not null)
                    Take(table, row);
        }
        if (waiting >= RowsAtATime)
            await Flush(ct);
    }

    /// <summary>The one row that begins an area's history.</summary>
    public Task Tell(Guid area, Happening happening, CancellationToken ct)
    {
        var head = new HistoryHead(area);
        var row = new HistoryRow(area, happening, null, head);
        head.Move(row);
        return Add([head, row, new HistoryOrigin(area, row.Number, happening.At, Origin.CommandLine, null)], ct);
    }

    /// <summary>Saves all of it; without this nothing is.</summary>
    public async Task Finish(CancellationToken ct)
    {
        await Flush(ct);
        await database.Finish(ct);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    void Take(BulkTable table, object row)
    {
        table.Add(row);
        waiting++;
        Rows++;
    }

    async Task Flush(CancellationToken ct)
    {
        foreach (var table in tables.Where(t => t.Rows.Count > 0))
        {
            await database.Write(table, ct);
            table.Rows.Clear();
        }
        waiting = 0;
    }

    Loaded Of(Type type)
    {
        if (known.TryGetValue(type, out var loaded))
            return loaded;
        var entity = db.Model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is no row.");
        var id = entity.FindPrimaryKey() is { Properties: [{ Name: "Id" } only] } && only.ClrType == typeof(Guid) ? only.GetGetter() : null;
        var parts = entity.GetNavigations().Where(n => n.TargetEntityType.IsOwned() && !n.IsOnDependent && n.TargetEntityType.GetTableName() != entity.GetTableName())
            .Select(n => (n, BulkTable.OfPart(n, ids))).ToList();
        known[type] = loaded = new(BulkTable.Of(entity, ids), id, parts);
        tables.AddRange([loaded.Table, .. parts.Select(p => p.Item2)]);
        return loaded;
    }

    sealed record Loaded(BulkTable Table, IClrPropertyGetter? Id, IReadOnlyList<(INavigation Navigation, BulkTable Table)> Parts);
}

/// <summary>What a database needs to take very many rows at once, and to be as before afterwards.</summary>
abstract class BulkDatabase : IAsyncDisposable
{
    public abstract Task Begin(IModel model, CancellationToken ct);
    public abstract Task Write(BulkTable table, CancellationToken ct);
    public abstract Task Finish(CancellationToken ct);
    public abstract ValueTask DisposeAsync();
}
