using Microsoft.EntityFrameworkCore;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>A row of the history as it is read.</summary>
/// <param name="Changed">What the act changed, before and after.</param>
public sealed record TimelineRow(long Number, DateTimeOffset At, Guid? By, Guid? ActedFor, Guid Subject, string Kind, string Words, IReadOnlyList<Change> Changed, bool IsErased)
{
    internal static TimelineRow Of(HistoryRow row)
    {
        var happening = row.Happening();
        var words = row.IsErased ? "Uppgifterna är raderade" : happening?.Words ?? row.Kind;
        return new(row.Number, row.At, row.By, row.ActedFor, row.Subject, row.Kind, words, happening?.Changed ?? [], row.IsErased);
    }
}

/// <summary>What happened to a thing, read from history.</summary>
public sealed class Timeline(SamverkDb db)
{
    /// <summary>Newest first.</summary>
    /// <param name="subjects">The thing, and what it is part of when their stories are one.</param>
    /// <param name="before">Only rows after this one in that order; null from the newest.</param>
    /// <param name="withLog">Also what only those may read who may read the log.</param>
    /// <returns>The rows, and the last of them when there are more.</returns>
    public async Task<(IReadOnlyList<TimelineRow> Rows, long? Next)> Of(IReadOnlyList<Guid> subjects, long? before, int size, bool withLog, CancellationToken ct)
    {
        var story = subjects is [var only] ? db.Set<HistoryRow>().Where(r => r.Subject == only) : db.Set<HistoryRow>().Where(r => subjects.Contains(r.Subject));
        if (!withLog)
            story = story.Where(r => !HistoryRow.OnlyInLog.Contains(r.Kind));
        var rows = await (await story.Before(db, before, ct)).NewestFirst().Take(size + 1).ToListAsync(ct);
        return ([.. rows.Take(size).Select(TimelineRow.Of)], rows.Count > size ? rows[size - 1].Number : null);
    }
}

static class HistoryOrder
{
    public static IQueryable<HistoryRow> NewestFirst(this IQueryable<HistoryRow> rows) => rows.OrderByDescending(r => r.At).ThenByDescending(r => r.Number);

    /// <summary>What comes after a row, newest first; all when there is no such row.</summary>
    public static async Task<IQueryable<HistoryRow>> Before(this IQueryable<HistoryRow> rows, SamverkDb db, long? number, CancellationToken ct)
    {
        if (number is not { } last || await db.Set<HistoryRow>().Where(r => r.Number == last).Select(r => (DateTimeOffset?)r.At).SingleOrDefaultAsync(ct) is not { } at)
            return rows;
        // The first condition is what an index can use.
        return rows.Where(r => r.At <= at && (r.At < at || r.Number < last));
    }
}
