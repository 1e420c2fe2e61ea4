using Microsoft.EntityFrameworkCore;
using Samverk.Storage;

namespace Samverk.Search;

/// <summary>Keeps the current area's index as the record is.</summary>
public sealed class SearchIndex(SamverkDb db, Work work, IServiceProvider services)
{
    const int SubjectsAtATime = 25, MeetingsAtATime = 100;

    /// <summary>The outbox kind of indexing what waits.</summary>
    internal const string IndexKind = "search.index";

    /// <summary>Indexes all that has changed. Called by the outbox, as often as it likes.</summary>
    public async Task CatchUp(CancellationToken ct)
    {
        while (await db.Set<Waiting>().AnyAsync(ct))
        {
            await work.Must(() => Some(ct), ct);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Makes the whole index anew, from what the rooms have now.</summary>
    /// <param name="progress">Told how many of the area's meetings are done, and how many there are.</param>
    public Task Rebuild(Action<int, int>? progress, CancellationToken ct) => work.Must(async () =>
    {
        await IndexWriter.Lock(db, ct);
        await Empty(ct);
        var (gathering, writer) = (Gathering(), new IndexWriter(db, isNew: true));
        await writer.Add(await gathering.Named(null, ct), ct);
        foreach (var some in (await gathering.Agreements(ct)).Chunk(MeetingsAtATime))
            await writer.Add(await gathering.OfAgreements(some, ct), ct);
        var meetings = await gathering.Meetings(null, ct);
        var done = 0;
        foreach (var some in meetings.Chunk(MeetingsAtATime))
        {
            await writer.Add(await gathering.OfMeetings(some, ct), ct);
            progress?.Invoke(done += some.Length, meetings.Count);
        }
        await writer.Finish(ct);
    }, ct);

    async Task Empty(CancellationToken ct)
    {
        await db.Set<Waiting>().ExecuteDeleteAsync(ct);
        await db.Set<Posting>().ExecuteDeleteAsync(ct);
        await db.Set<IndexTerm>().ExecuteDeleteAsync(ct);
        await db.Set<EntryBlock>().ExecuteDeleteAsync(ct);
        await db.Set<Entry>().ExecuteDeleteAsync(ct);
        await db.Set<IndexState>().ExecuteDeleteAsync(ct);
    }

    // Gathered under the lock: what is gathered is what the record is when it is written.
    async Task Some(CancellationToken ct)
    {
        await IndexWriter.Lock(db, ct);
        var waiting = await db.Set<Waiting>().AsTracking().OrderBy(w => w.Id).Take(SubjectsAtATime).ToListAsync(ct);
        db.RemoveRange(waiting);
        List<Guid> About(params Subject[] what) => [.. waiting.Where(w => what.Contains(w.What)).Select(w => w.About).Distinct()];
        var gathering = Gathering();
        var (bearing, people) = await gathering.Bearing(About(Subject.Changed), ct);
        db.AddRange(bearing.Select(m => new Waiting(db.Area, Subject.Meeting, m)));
        // A name that may be shown no more, or again, may stand anywhere.
        if (About(Subject.WholeArea).Count > 0)
            db.AddRange([.. (await gathering.Meetings(null, ct)).Select(m => new Waiting(db.Area, Subject.Meeting, m)), .. (await gathering.Agreements(ct)).Select(a => new Waiting(db.Area, Subject.Agreement, a))]);
        var (meetings, agreements) = await gathering.Touched(About(Subject.Meeting), About(Subject.Assignment), ct);
        agreements = [.. agreements.Union(About(Subject.Agreement))];
        var named = await gathering.Named(About(Subject.WholeArea).Count > 0 ? null : About(Subject.Named, Subject.Changed).Concat(people).ToHashSet(), ct);
        var writer = new IndexWriter(db);
        await writer.Remove([.. meetings, .. agreements, .. named.Select(n => n.Follows)], ct);
        await writer.Add([.. named, .. await gathering.OfAgreements(agreements, ct), .. await gathering.OfMeetings(meetings, ct)], ct);
        await writer.Finish(ct);
    }

    // Made anew each time: it remembers the names of bodies.
    Gathering Gathering() => ActivatorUtilities.CreateInstance<Gathering>(services);
}
