using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samverk.Shared;

namespace Samverk.Storage.Registers;

/// <summary>What somebody has asked of a register: the address of the view, read.</summary>
/// <param name="Values">The chosen values by the page's name of their filter.</param>
/// <param name="Order">A sort's page name, with '-' before it for the other way round; null for the register's own.</param>
/// <param name="Faults">What was asked and can't be meant.</param>
public sealed record Selection(IReadOnlyDictionary<string, IReadOnlyList<string>> Values, string? Order, Cursor? Cursor, IReadOnlyList<SelectionFault> Faults)
{
    public static Selection All { get; } = new(new Dictionary<string, IReadOnlyList<string>>(), null, null, []);

    public IReadOnlyList<string> Of(string filter) => Values.GetValueOrDefault(filter) ?? [];

    public Selection With(string filter, params IReadOnlyList<string> values) => this with { Values = new Dictionary<string, IReadOnlyList<string>>(Values) { [filter] = values } };
}

/// <param name="Name">What stands in the address.</param>
/// <param name="Value">Null when it is the name that is unknown.</param>
public sealed record SelectionFault(string Name, string? Value);

/// <summary>Some rows in their order.</summary>
/// <param name="Next">Where to go on; null on the last page.</param>
/// <param name="Previous">Null on the first page.</param>
public sealed record RegisterPage<TRow>(IReadOnlyList<TRow> Rows, Cursor? Next, Cursor? Previous);

/// <summary>A filter with how many rows the other filters leave under each of its values.</summary>
public sealed record CountedFilter(Filter Filter, IReadOnlyList<Counted<string>> Values);

/// <param name="Total">How many rows the selection has.</param>
public sealed record RegisterCounts(int Total, IReadOnlyList<CountedFilter> Filters);

/// <summary>
/// A list of one kind of thing that can be narrowed, sorted, counted, taken out as a file and read by other systems.
/// One definition serves the page, the files and the API. It holds what the current area lets anybody with its permission read.
/// </summary>
public abstract class Register
{
    /// <summary>In the API's addresses: 'decisions'.</summary>
    public abstract string ApiName { get; }
    /// <summary>The page: '/beslut'.</summary>
    public abstract string Path { get; }
    public abstract string Title { get; }
    /// <summary>As figures call them: 'möte'.</summary>
    public abstract string One { get; }
    /// <summary>'möten'.</summary>
    public abstract string Many { get; }
    /// <summary>The code of the permission that reading it takes.</summary>
    public virtual string Permission => "read";
    public abstract IReadOnlyList<Column> Columns { get; }
    public abstract IReadOnlyList<Filter> Filters { get; }
    public abstract IReadOnlyList<Sort> Sorts { get; }
    /// <summary>The order that holds until somebody asks for another: '-datum'.</summary>
    public abstract string OwnOrder { get; }

    public string Figure(int count) => count == 1 ? $"1 {One}" : $"{SwedishText.Figure(count)} {Many}";

    /// <summary>Finds the names that rows, columns and filters show. Before anything else is asked.</summary>
    public virtual Task Prepare(CancellationToken ct) => Task.CompletedTask;

    /// <returns>Null when the row that the cursor names is not there.</returns>
    public abstract Task<RegisterPage<object>?> PageOfAny(Selection selection, int size, CancellationToken ct);

    public abstract Task<RegisterCounts> Counts(Selection selection, CancellationToken ct);

    public abstract Task<int> Total(Selection selection, CancellationToken ct);

    /// <summary>The whole selection in its order, read as it is asked for.</summary>
    public abstract IAsyncEnumerable<object> Whole(Selection selection);

    public abstract Guid IdOfAny(object row);

    /// <summary>One row by its id; null when the register has none.</summary>
    public abstract Task<object?> Find(Guid id, CancellationToken ct);

    /// <summary>Reads an address's values, as the page or the API names them; what no filter knows is a fault.</summary>
    /// <param name="own">Names that the page or the API uses itself.</param>
    public Selection Read(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> query, bool api, IReadOnlySet<string> own)
    {
        Dictionary<string, IReadOnlyList<string>> values = [];
        List<SelectionFault> faults = [];
        string? order = null;
        Cursor? cursor = null;
        foreach (var (name, given) in query)
        {
            var present = given.Where(v => v.Length > 0).ToList();
            if (present.Count == 0 || own.Contains(name))
                continue;
            if (name == (api ? "sort" : Shared.Parts.SortHeader.QueryName))
                Know(order = OrderOf(present[0], api));
            else if (name == (api ? "cursor" : Shared.Parts.Pager.CursorName))
                Know(cursor = Cursor.Parse(present[0]));
            else if (Filters.FirstOrDefault(f => (api ? f.ApiName : f.Name) == name) is not { } filter)
                faults.Add(new(name, null));
            else if (!Accepts(filter, present))
                faults.Add(new(name, string.Join(", ", present)));
            else
                values[filter.Name] = present;

            void Know(object? read)
            {
                if (read is null)
                    faults.Add(new(name, present[0]));
            }
        }
        return new(values, order, cursor, faults);
    }

    string? OrderOf(string asked, bool api)
    {
        var name = asked.TrimStart('-');
        return Sorts.FirstOrDefault(s => (api ? s.ApiName : s.Name) == name) is { } sort ? (asked[0] == '-' ? "-" : "") + sort.Name : null;
    }

    protected abstract bool Accepts(Filter filter, IReadOnlyList<string> values);
}

/// <summary>A register whose rows are <typeparamref name="TRow"/>.</summary>
public abstract class Register<TRow> : Register where TRow : class
{
    /// <returns>Null when the row that the cursor names is not there.</returns>
    public abstract Task<RegisterPage<TRow>?> Page(Selection selection, int size, CancellationToken ct);

    public override async Task<RegisterPage<object>?> PageOfAny(Selection selection, int size, CancellationToken ct) =>
        await Page(selection, size, ct) is { } page ? new(page.Rows, page.Next, page.Previous) : null;

    protected static Column Text(string name, string heading, Func<TRow, string?> of) => new(name, heading, CellKind.Text, row => of((TRow)row));
    protected static Column Date(string name, string heading, Func<TRow, DateOnly?> of) => new(name, heading, CellKind.Date, row => of((TRow)row));
    protected static Column Time(string name, string heading, Func<TRow, TimeOnly?> of) => new(name, heading, CellKind.Time, row => of((TRow)row));
    protected static Column Instant(string name, string heading, Func<TRow, DateTimeOffset?> of) => new(name, heading, CellKind.Instant, row => of((TRow)row));
    protected static Column Number(string name, string heading, Func<TRow, int?> of) => new(name, heading, CellKind.Number, row => of((TRow)row));
    protected static Column YesNo(string name, string heading, Func<TRow, bool?> of) => new(name, heading, CellKind.YesNo, row => of((TRow)row));
    protected static Column Thing(string name, string heading, Func<TRow, ThingCell?> of) => new(name, heading, CellKind.Thing, row => of((TRow)row));
    protected static Column Word(string name, string heading, IReadOnlyList<string> codes, Func<TRow, WordCell?> of) => new(name, heading, CellKind.Word, row => of((TRow)row), codes);
    protected static Column Texts(string name, string heading, Func<TRow, IReadOnlyList<string>?> of) => new(name, heading, CellKind.Texts, row => of((TRow)row));
}

/// <summary>A register of an entity, as its room defines it.</summary>
public abstract class EntityRegister<T, TRow>(SamverkDb db) : Register<TRow> where T : class where TRow : class
{
    protected SamverkDb Db { get; } = db;

    /// <summary>The rows that are in the register.</summary>
    protected abstract IQueryable<T> Live { get; }
    protected abstract IReadOnlyList<Filter<T>> MyFilters { get; }
    protected abstract IReadOnlyList<Sort<T>> MySorts { get; }
    protected abstract IQueryable<TRow> Rows(IQueryable<T> rows);
    protected abstract Guid IdOf(TRow row);

    public override Guid IdOfAny(object row) => IdOf((TRow)row);

    public override IReadOnlyList<Filter> Filters => MyFilters;
    public override IReadOnlyList<Sort> Sorts => MySorts;

    public override async Task<RegisterPage<TRow>?> Page(Selection selection, int size, CancellationToken ct)
    {
        var back = selection.Cursor?.Back ?? false;
        var order = OrderOf(selection, back);
        var rows = Narrowed(selection);
        if (selection.Cursor is { } cursor)
        {
            if (await order.KeysOf(Db.Set<T>().Where(HasId(cursor.Row)), ct) is not { } at)
                return null;
            rows = order.After(rows, at);
        }
        var found = await Rows(order.Sorted(rows).Take(size + 1)).ToListAsync(ct);
        var more = found.Count > size;
        if (more)
            found.RemoveAt(size);
        if (back)
            found.Reverse();
        return new(found,
            found.Count > 0 && (back || more) ? new(IdOf(found[^1]), Back: false) : null,
            found.Count > 0 && (back ? more : selection.Cursor is not null) ? new(IdOf(found[0]), Back: true) : null);
    }

    public override async Task<RegisterCounts> Counts(Selection selection, CancellationToken ct)
    {
        List<CountedFilter> counted = [];
        foreach (var filter in MyFilters.Where(f => f.Counts))
            counted.Add(new(filter, await filter.Count(Narrowed(selection, but: filter), ct)));
        return new(await Total(selection, ct), counted);
    }

    public override Task<int> Total(Selection selection, CancellationToken ct) => Narrowed(selection).CountAsync(ct);

    public override IAsyncEnumerable<object> Whole(Selection selection) => Rows(OrderOf(selection, back: false).Sorted(Narrowed(selection))).AsAsyncEnumerable();

    public override async Task<object?> Find(Guid id, CancellationToken ct) => await Rows(Live.Where(HasId(id))).SingleOrDefaultAsync(ct);

    protected override bool Accepts(Filter filter, IReadOnlyList<string> values) => ((Filter<T>)filter).Narrow(values) is not null;

    IQueryable<T> Narrowed(Selection selection, Filter? but = null) =>
        MyFilters.Where(f => f != but && selection.Of(f.Name).Count > 0).Aggregate(Live, (rows, filter) =>
            filter.Narrow(selection.Of(filter.Name)) is { } narrow ? rows.Where(narrow) : rows);

    Order<T> OrderOf(Selection selection, bool back)
    {
        var asked = selection.Order ?? OwnOrder;
        return new(MySorts.First(s => s.Name == asked.TrimStart('-')), asked[0] == '-', back);
    }

    static Expression<Func<T, bool>> HasId(Guid id)
    {
        var row = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, bool>>(Expression.Equal(Expression.Property(row, "Id"), Parameter.Of(id)), row);
    }
}
