using Microsoft.EntityFrameworkCore;
using Samverk.Organisations.ApiAccess;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>A row of the history with its people in words.</summary>
/// <param name="Who">'Systemet' when nobody did it.</param>
/// <param name="For">The organisation that they acted for.</param>
public sealed record HistoryLine(TimelineRow Row, string Who, string? For);

/// <param name="Next">The row to go on after; null when there is nothing older.</param>
public sealed record Story(IReadOnlyList<HistoryLine> Lines, long? Next);

/// <summary>A row of the log with its people in words.</summary>
public sealed record LogLine(HistoryLine Line, string? Address, string? Browser, string Hash);

/// <summary>The history of things, and the log of the area, for people to read.</summary>
public sealed class HistoryLists(SamverkDb db, Timeline timeline, HistoryLog log, ProtectedNames names)
{
    /// <summary>What happened to a thing, newest first.</summary>
    /// <param name="subjects">The thing, and what it is part of when their stories are one.</param>
    /// <param name="withLog">Also what only those may read who may read the log.</param>
    public async Task<Story> Of(IReadOnlyList<Guid> subjects, long? before, int size, bool withLog, CancellationToken ct)
    {
        var (rows, next) = await timeline.Of(subjects, before, size, withLog, ct);
        return new(await InWords(rows, ct), next);
    }

    /// <summary>A page of the log; permission is asked by the page.</summary>
    public async Task<(IReadOnlyList<LogLine> Lines, LogPage Page)> Log(LogQuery query, long? before, int size, CancellationToken ct)
    {
        var page = await log.Search(query, before, size, ct: ct);
        var lines = await InWords([.. page.Rows.Select(r => r.Row)], ct);
        return ([.. page.Rows.Zip(lines, (row, line) => new LogLine(line, row.Address, row.Browser, row.Hash))], page);
    }

    /// <summary>One row of the log; null when there is none of that number.</summary>
    public async Task<LogLine?> Row(long number, CancellationToken ct) =>
        await log.Row(number, ct) is { } row ? new((await InWords([row.Row], ct))[0], row.Address, row.Browser, row.Hash) : null;

    async Task<IReadOnlyList<HistoryLine>> InWords(IReadOnlyList<TimelineRow> rows, CancellationToken ct)
    {
        var (doers, principals) = (rows.Select(r => r.By).OfType<Guid>().Distinct().ToList(), rows.Select(r => r.ActedFor).OfType<Guid>().Distinct().ToList());
        var people = doers.Count == 0 ? [] : await db.Set<Person>().Where(p => doers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        if (people.Count < doers.Count)
            foreach (var system in await db.Set<ConnectedSystem>().Where(s => doers.Contains(s.Id)).ToListAsync(ct))
                people.Add(system.Id, system.Name);
        var organisations = principals.Count == 0 ? [] : await db.Set<Organisation>().Where(o => principals.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        var mask = await names.Mask(ct);
        return [.. rows.Select(r => new HistoryLine(Masked(r, mask), r.By is { } by ? people.GetValueOrDefault(by, "Okänd person") : "Systemet", r.ActedFor is { } acted ? organisations.GetValueOrDefault(acted) : null))];
    }

    // What was written before somebody's identity was protected has their name.
    static TimelineRow Masked(TimelineRow row, NameMask mask) => mask.IsEmpty ? row
        : row with { Words = mask.Of(row.Words), Changed = [.. row.Changed.Select(c => new Change(mask.Of(c.Field), mask.Of(c.Before), mask.Of(c.After)))] };
}
