using Microsoft.EntityFrameworkCore;

namespace Samverk.Storage;

/// <summary>Walks every area's history chain.</summary>
public static class Verification
{
    /// <param name="Rows">How many rows were walked.</param>
    /// <param name="Broken">The first broken row in words, null when the chain is whole.</param>
    public sealed record Result(long Rows, string? Broken);

    public static Task<Result> Walk(SamverkDb db, CancellationToken ct = default) => Walk(db, null, ct);

    /// <param name="last">Only so many rows at the end of each chain; null for all.</param>
    public static async Task<Result> Walk(SamverkDb db, long? last, CancellationToken ct)
    {
        long rows = 0;
        var heads = await db.Set<HistoryHead>().IgnoreQueryFilters().AsNoTracking().OrderBy(h => h.Area).ToListAsync(ct);
        var known = heads.Select(h => h.Area).ToHashSet();
        var orphan = await db.Set<HistoryRow>().IgnoreQueryFilters().AsNoTracking().Where(r => !known.Contains(r.Area))
            .OrderBy(r => r.Number).Select(r => new { r.Area, r.Number }).FirstOrDefaultAsync(ct);
        foreach (var head in heads)
        {
            var number = Math.Max(0, head.Number - (last ?? head.Number));
            var previous = number == 0 ? new byte[32] : await HashOf(db, head.Area, number, ct);
            var start = number;
            var chain = db.Set<HistoryRow>().IgnoreQueryFilters().AsNoTracking().Where(r => r.Area == head.Area && r.Number > start).OrderBy(r => r.Number);
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

    // A row that is missing has no hash: then the row after it does not fit.
    static async Task<byte[]> HashOf(SamverkDb db, Guid area, long number, CancellationToken ct) =>
        await db.Set<HistoryRow>().IgnoreQueryFilters().Where(r => r.Area == area && r.Number == number).Select(r => r.Hash).SingleOrDefaultAsync(ct) ?? [];

    static string? Fault(HistoryRow row, long number, byte[] previous) =>
        row.Number != number + 1 ? $"rad {number + 1} saknas"
        : !row.Previous.SequenceEqual(previous) ? "raden hör inte ihop med raden före"
        : !row.HashPayload().SequenceEqual(row.PayloadHash) ? "det som står i raden har ändrats"
        : !row.HashRow().SequenceEqual(row.Hash) ? "radens uppgifter har ändrats"
        : null;

    static string Place(Guid area, long number, string fault) => $"Historiken är bruten vid rad {number} i område {area:D}: {fault}.";
}
