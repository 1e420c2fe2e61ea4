using Microsoft.EntityFrameworkCore;

namespace Samverk.Storage;

/// <summary>Walks every area's history chain.</summary>
public static class Verification
{
    /// <param name="Rows">How many rows were walked.</param>
    /// <param name="Broken">The first broken row in words, null when the chain is whole.</param>
    public sealed record Result(long Rows, string? Broken);

    public static async Task<Result> Walk(SamverkDb db, CancellationToken ct = default)
    {
        long rows = 0;
        var heads = await db.Set<HistoryHead>().IgnoreQueryFilters().AsNoTracking().OrderBy(h => h.Area).ToListAsync(ct);
        var known = heads.Select(h => h.Area).ToHashSet();
        var orphan = await db.Set<HistoryRow>().IgnoreQueryFilters().AsNoTracking().Where(r => !known.Contains(r.Area))
            .OrderBy(r => r.Number).Select(r => new { r.Area, r.Number }).FirstOrDefaultAsync(ct);
        foreach (var head in heads)
        {
            long number = 0;
            var previous = new byte[32];
            var chain = db.Set<HistoryRow>().IgnoreQueryFilters().AsNoTracking().Where(r => r.Area == head.Area).OrderBy(r => r.Number);
            await foreach (var row in chain.AsAsyncEnumerable().WithCancellation(ct))
            {
                rows++;
                if (Fault(row, number, previous) is { } fault)
                    return new(rows, Place(head.Area, row.Number, fault));
                (number, previous) = (row.Number, row.Hash);
            }
            if (number != head.Number || !previous.SequenceEqual(head.Hash))
                return new(rows, Place(head.Area, number + 1, "rader i slutet av kedjan saknas"));
        }
        return new(rows, orphan is null ? null : Place(orphan.Area, orphan.Number, "kedjans huvud saknas"));
    }

    static string? Fault(HistoryRow row, long number, byte[] previous) =>
        row.Number != number + 1 ? $"rad {number + 1} saknas"
        : !row.Previous.SequenceEqual(previous) ? "raden hör inte ihop med raden före"
        : !row.HashPayload().SequenceEqual(row.PayloadHash) ? "det som står i raden har ändrats"
        : !row.HashRow().SequenceEqual(row.Hash) ? "radens uppgifter har ändrats"
        : null;

    static string Place(Guid area, long number, string fault) => $"Historiken är bruten vid rad {number} i område {area:D}: {fault}.";
}
