using Microsoft.EntityFrameworkCore;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>What the log is narrowed to; what is null does not narrow.</summary>
public sealed record LogQuery
{
    public Guid? By { get; init; }
    /// <summary>Only what nobody did: the system itself.</summary>
    public bool BySystem { get; init; }
    public string? Kind { get; init; }
    public Guid? Subject { get; init; }
    /// <summary>First and last day, Swedish days.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    /// <summary>Words that all stand in what happened or in what it changed.</summary>
    public string? Text { get; init; }
}

/// <param name="Address">From where, while that is kept.</param>
/// <param name="Hash">The row's, lower-case hex: the same as in a checkpoint.</param>
public sealed record LogRow(TimelineRow Row, string? Address, string? Browser, string Hash);

/// <param name="Next">Where to go on; null when there is nothing older.</param>
/// <param name="SearchedTo">Set when the search stopped before it had a full page: everything until then is searched.</param>
public sealed record LogPage(IReadOnlyList<LogRow> Rows, long? Next, DateTimeOffset? SearchedTo);

/// <summary>Searches the history of the current area: a page at a time, newest first, each along an index and never past <see cref="Window"/> rows.</summary>
public sealed class HistoryLog(SamverkDb db)
{
    /// <summary>So many rows are looked through at a time for what no index knows.</summary>
    public const int Window = 20_000;

    /// <param name="before">The row to go on after; null from the newest.</param>
    public async Task<LogPage> Search(LogQuery query, long? before, int size, int window = Window, CancellationToken ct = default)
    {
        var along = (await AlongIndex(query).Before(db, before, ct)).NewestFirst();
        var looked = AnswersByIndex(query) ? along : Narrowed(along.Take(window), query).NewestFirst();
        var found = await (from row in looked.Take(size + 1)
                           join origin in db.Set<HistoryOrigin>() on row.Number equals origin.Number into origins
                           from origin in origins.DefaultIfEmpty()
                           orderby row.At descending, row.Number descending
                           select new { Row = row, Address = origin == null ? null : origin.Address, Browser = origin == null ? null : origin.Browser }).ToListAsync(ct);
        var rows = found.Take(size).Select(f => new LogRow(TimelineRow.Of(f.Row), f.Address, f.Browser, Convert.ToHexStringLower(f.Row.Hash))).ToList();
        if (found.Count > size)
            return new(rows, rows[^1].Row.Number, null);
        if (AnswersByIndex(query))
            return new(rows, null, null);
        var last = await along.Skip(window - 1).Select(r => new { r.Number, r.At }).FirstOrDefaultAsync(ct);
        return new(rows, last?.Number, last?.At);
    }

    /// <summary>One key and no words: nothing has to be looked for along the way.</summary>
    static bool AnswersByIndex(LogQuery query) =>
        string.IsNullOrWhiteSpace(query.Text) && new[] { query.Subject is not null, query.By is not null || query.BySystem, query.Kind is not null }.Count(isKey => isKey) <= 1;

    /// <summary>The rows of the narrowest index that the query has a key for.</summary>
    IQueryable<HistoryRow> AlongIndex(LogQuery query)
    {
        var rows = db.Set<HistoryRow>().AsQueryable();
        rows = query.Subject is { } subject ? rows.Where(r => r.Subject == subject)
            : query.By is { } by ? rows.Where(r => r.By == by)
            : query.Kind is { } kind ? rows.Where(r => r.Kind == kind)
            : query.BySystem ? rows.Where(r => r.By == null)
            : rows;
        if (query.From?.Begins() is { } from)
            rows = rows.Where(r => r.At >= from);
        if (query.To?.AddDays(1).Begins() is { } to)
            rows = rows.Where(r => r.At < to);
        return rows;
    }

    static IQueryable<HistoryRow> Narrowed(IQueryable<HistoryRow> rows, LogQuery query)
    {
        if (query.By is { } by)
            rows = rows.Where(r => r.By == by);
        if (query.BySystem)
            rows = rows.Where(r => r.By == null);
        if (query.Kind is { } kind)
            rows = rows.Where(r => r.Kind == kind);
        foreach (var word in Swedish.Fold(query.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            rows = rows.Where(r => r.Folded.Contains(word));
        return rows;
    }

    /// <summary>One row of the log; null when there is none of that number.</summary>
    public async Task<LogRow?> Row(long number, CancellationToken ct)
    {
        var row = await db.Set<HistoryRow>().SingleOrDefaultAsync(r => r.Number == number, ct);
        if (row is null)
            return null;
        var origin = await db.Set<HistoryOrigin>().SingleOrDefaultAsync(o => o.Number == number, ct);
        return new(TimelineRow.Of(row), origin?.Address, origin?.Browser, Convert.ToHexStringLower(row.Hash));
    }
}
