using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Samverk.Storage;

/// <summary>
/// What has been asked of an area and is true until something happens in it: its people, bodies and organisations, and who
/// somebody is. Everything that happens moves the head of the area's history in the same transaction, on whichever node,
/// so one row tells whether what is remembered still holds.
/// </summary>
/// <remarks>Only for what changes by happenings; what is saved without any (a session, a letter's state) is asked each time.</remarks>
public sealed class AreaMemory(SamverkDb db, AreaMemories memories)
{
    const int MostAnswers = 20_000;

    /// <summary>The answer to <paramref name="ask"/>, which is shared and so must never be changed by who gets it.</summary>
    /// <param name="key">What is asked, with everything that the answer depends on besides the area: a type of its own for each question.</param>
    public async Task<T> Recall<T>(object key, Func<Task<T>> ask, CancellationToken ct)
    {
        // Within a piece of work there may be changes that nobody else sees, or ever will.
        if (db.Database.CurrentTransaction is not null)
            return await ask();
        // The head is read first: what happens meanwhile makes the answer newer than its head says, never older.
        db.SeenHead ??= await db.Set<HistoryHead>().Select(h => (long?)h.Number).FirstOrDefaultAsync(ct) ?? 0;
        var known = memories.Of(db.Area, db.SeenHead.Value);
        if (known.TryGetValue(key, out var answer))
            return (T)answer!;
        var fresh = await ask();
        // Addresses are written by anybody: what they make us ask must not fill the memory.
        if (known.Count < MostAnswers)
            known.TryAdd(key, fresh);
        return fresh;
    }
}

/// <summary>What this process remembers of each area, as of the latest that it knows to have happened there.</summary>
public sealed class AreaMemories
{
    readonly ConcurrentDictionary<Guid, Memory> areas = new();

    internal ConcurrentDictionary<object, object?> Of(Guid area, long head) =>
        areas.AddOrUpdate(area, _ => new(head, new()), (_, known) => known.Head >= head ? known : new(head, new())) is { } memory && memory.Head == head
            ? memory.Answers
            // Another has already seen something newer: what this one finds out is its own.
            : new();

    sealed record Memory(long Head, ConcurrentDictionary<object, object?> Answers);
}
