using Microsoft.EntityFrameworkCore;

namespace Samverk.Storage;

/// <summary>Walks the history chain of the current area. Each area is walked for itself: row-level security shows no other.</summary>
public static class Verification
{
    /// <param name="Rows">How many rows were walked.</param>
    /// <param name="Broken">The first broken row in words, null when the chain is whole.</param>
    public sealed record Result(long Rows, string? Broken);

    public static Task<Result> Walk(SamverkDb db, CancellationToken ct = default) => Walk(db, null, ct);

    /// <param name="last">Only so many rows at the end of the chain; null for all.</param>
    public static async Task<Result> Walk(SamverkDb db, long? last, CancellationToken ct)
    {
        // An area's creation is its first row, so there is always a head.
        if (await db.Set<HistoryHead>().AsNoTracking().SingleOrDefaultAsync(ct) is not { } head)
            return new(0, Place(db.Area, 1, "kedjans huvud saknas"));
        var rows = db.Set<HistoryRow>().AsNoTracking();
        var start = Math.Max(0, head.Number - (last ?? head.Number));
        var (number, previous) = (start, start == 0 ? new byte[32] : await rows.Where(r => r.Number == start).Select(r => r.Hash).SingleOrDefaultAsync(ct) ?? []);
        await foreach (var row in rows.Where(r => r.Number > start).OrderBy(r => r.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (Fault(row, number, previous) is { } fault)
                return new(number - start + 1, Place(db.Area, row.Number, fault));
            (number, previous) = (row.Number, row.Hash);
        }
        var isWhole = number == head.Number && previous.SequenceEqual(head.Hash);
        return new(number - start, isWhole ? null : Place(db.Area, number + 1, "rader i slutet av kedjan saknas"));
    }

    static string? Fault(HistoryRow row, long number, byte[] previous) =>
        row.Number != number + 1 ? $"rad {number + 1} saknas"
        : !row.Previous.SequenceEqual(previous) ? "raden hör inte ihop med raden före"
        : !row.HashPayload().SequenceEqual(row.PayloadHash) ? "det som står i raden har ändrats"
        : !row.HashRow().SequenceEqual(row.Hash) ? "radens uppgifter har ändrats"
        : null;

    static string Place(Guid area, long number, string fault) => $"Historiken är bruten vid rad {number} i område {area:D}: {fault}.";
}
