using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>Walks the history chain of the current area, row by row: nothing but the row before is remembered. Each area is walked for itself.</summary>
public static class Verification
{
    /// <param name="Rows">How many rows were walked.</param>
    /// <param name="Broken">The first broken row in words, null when the chain is whole.</param>
    public sealed record Result(long Rows, string? Broken);

    public static Task<Result> Walk(SamverkDb db, CancellationToken ct = default) => Walk(db, null, [], null, ct);

    /// <param name="last">Only so many rows at the end of the chain; null for all.</param>
    public static Task<Result> Walk(SamverkDb db, long? last, CancellationToken ct) => Walk(db, last, [], null, ct);

    /// <param name="known">What checkpoints outside the system say of this area: a chain made anew from some row on is whole in itself, but another.</param>
    /// <param name="tell">Told of every row whose payload was erased by a recorded act.</param>
    public static async Task<Result> Walk(SamverkDb db, long? last, IEnumerable<CheckpointMark> known, Action<string>? tell, CancellationToken ct = default)
    {
        // An area's creation is its first row, so there is always a head.
        if (await Head(db, ct) is not { } head)
            return new(0, Place(db.Area, 1, "kedjans huvud saknas"));
        var rows = db.Set<HistoryRow>().AsNoTracking();
        var start = Math.Max(0, head.Number - (last ?? head.Number));
        var walk = new ChainWalk(start, await HashOf(rows, start, ct), await Acts(db, ct), known.Where(k => k.Number > start).OrderBy(k => k.Number).ThenBy(k => k.Written), tell);
        while (true)
        {
            var (from, to) = (walk.Number, head.Number);
            await foreach (var row in rows.Where(r => r.Number > from && r.Number <= to).OrderBy(r => r.Number).AsAsyncEnumerable().WithCancellation(ct))
                if (walk.Fault(row) is { } fault)
                    return new(walk.Number - start, Place(db.Area, row.Number, fault));
            if (!walk.IsAt(head))
                return new(walk.Number - start, Place(db.Area, walk.Number + 1, "rader i slutet av kedjan saknas"));
            // What others write meanwhile moves the head, and is walked too.
            var hasMore = await rows.AnyAsync(r => r.Number > to, ct);
            var now = await Head(db, ct);
            if (now is null || now.Number == to)
                return new(to - start, (hasMore ? "raden ligger efter kedjans slut" : walk.Lacks()) is { } lack ? Place(db.Area, to + 1, lack) : null);
            head = now;
        }
    }

    static Task<HistoryHead?> Head(SamverkDb db, CancellationToken ct) => db.Set<HistoryHead>().AsNoTracking().SingleOrDefaultAsync(ct);

    // A row that is missing has no hash: then the row after it does not fit.
    static async Task<byte[]> HashOf(IQueryable<HistoryRow> rows, long number, CancellationToken ct) =>
        number == 0 ? new byte[32] : await rows.Where(r => r.Number == number).Select(r => r.Hash).SingleOrDefaultAsync(ct) ?? [];

    /// <summary>The acts of erasing by the row that they erased. Whether an act is true is found when the walk comes to it.</summary>
    static async Task<Dictionary<long, (long Act, string Basis)>> Acts(SamverkDb db, CancellationToken ct)
    {
        Dictionary<long, (long, string)> acts = [];
        var told = db.Set<HistoryRow>().AsNoTracking().Where(r => r.Kind == nameof(HistoryErased)).OrderBy(r => r.Number).Select(r => new { r.Number, r.Told });
        await foreach (var act in told.AsAsyncEnumerable().WithCancellation(ct))
            if (Read(act.Told) is { } erased && erased.Number < act.Number)
                acts.TryAdd(erased.Number, (act.Number, erased.LegalBasis));
        return acts;
    }

    static HistoryErased? Read(string told)
    {
        try
        {
            return told.Length == 0 ? null : JsonSerializer.Deserialize<HistoryErased>(told);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string Place(Guid area, long number, string fault) => $"Historiken är bruten vid rad {number} i område {area:D}: {fault}.";
}

/// <summary>One walk along one chain.</summary>
sealed class ChainWalk(long start, byte[] hash, IReadOnlyDictionary<long, (long Act, string Basis)> erased, IEnumerable<CheckpointMark> known, Action<string>? tell)
{
    readonly Queue<CheckpointMark> known = new(known);
    byte[] previous = hash;

    /// <summary>The last row that was right.</summary>
    public long Number { get; private set; } = start;

    public bool IsAt(HistoryHead head) => Number == head.Number && previous.SequenceEqual(head.Hash);

    /// <returns>What is wrong with the next row; null when it is right, and stepped onto.</returns>
    public string? Fault(HistoryRow row)
    {
        var fault = row.Number != Number + 1 ? $"rad {Number + 1} saknas"
            : !row.Previous.SequenceEqual(previous) ? "raden hör inte ihop med raden före"
            : row.IsErased ? FaultOfErased(row)
            : !row.HashPayload().SequenceEqual(row.PayloadHash) ? "det som står i raden har ändrats"
            : null;
        fault ??= !row.HashRow().SequenceEqual(row.Hash) ? "radens uppgifter har ändrats" : FaultByCheckpoint(row);
        if (fault is null)
            (Number, previous) = (row.Number, row.Hash);
        return fault;
    }

    /// <returns>What a checkpoint has that the chain has not; null when the chain has it all.</returns>
    public string? Lacks() =>
        known.TryPeek(out var mark) ? $"kontrollpunkten från {mark.Written.InTime()} har {mark.Number} rader, och resten saknas" : null;

    // Erasing an erasing would leave nothing that says why.
    string? FaultOfErased(HistoryRow row)
    {
        if (row.Kind == nameof(HistoryErased) || !erased.TryGetValue(row.Number, out var act))
            return "det som stod i raden har tagits bort utan att någon har beslutat det";
        tell?.Invoke($"Rad {row.Number} i område {row.Area:D} är raderad enligt {act.Basis} (rad {act.Act}).");
        return null;
    }

    string? FaultByCheckpoint(HistoryRow row)
    {
        while (known.TryPeek(out var mark) && mark.Number <= row.Number)
        {
            known.Dequeue();
            if (mark.Number == row.Number && !row.Hash.SequenceEqual(mark.Hash))
                return $"raden är en annan än i kontrollpunkten från {mark.Written.InTime()}: kedjan är omskriven där eller tidigare";
        }
        return null;
    }
}
