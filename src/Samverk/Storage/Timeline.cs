using Microsoft.EntityFrameworkCore;

namespace Samverk.Storage;

/// <summary>One line of a thing's timeline.</summary>
public sealed record TimelineRow(DateTimeOffset At, Guid? By, string Words);

/// <summary>What happened to a thing, read from history.</summary>
public sealed class Timeline(SamverkDb db)
{
    /// <summary>Newest first, at most fifty; those of things with longer stories are read page by page in the history.</summary>
    public async Task<IReadOnlyList<TimelineRow>> Of(Guid subject, CancellationToken ct) =>
        [.. (await db.Set<HistoryRow>().Where(r => r.Subject == subject).OrderByDescending(r => r.Number).Take(50).ToListAsync(ct))
            .Select(r => new TimelineRow(r.At, r.By, r.Happening()?.Words ?? r.Kind))];
}
