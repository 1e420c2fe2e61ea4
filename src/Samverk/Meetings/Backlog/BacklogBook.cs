using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Backlog;

/// <summary>Something that a room knows falls due for a body, without anybody having put it in the backlog: an assignment to be reported.</summary>
/// <param name="Find">The matters of a body that fall due until a day, each with its source. No more than a hundred.</param>
public sealed record DueSource(Func<IServiceProvider, Guid, DateOnly, CancellationToken, Task<IReadOnlyList<BacklogMatter>>> Find);

/// <summary>The way into bodies' backlogs for other rooms. Its verbs are called within a unit of work.</summary>
public sealed class BacklogBook(SamverkDb db, AreaDirectory directory)
{
    /// <summary>Puts a matter in a body's backlog, unless one of the same kind from the same source is already waiting there.</summary>
    /// <returns>The entry.</returns>
    public async Task<Guid> Put(Guid body, BacklogMatter matter, DateTimeOffset at, Guid? by, CancellationToken ct)
    {
        if (matter.Source is not null && await OpenFrom(body, matter.Kind, matter.Source).FirstOrDefaultAsync(ct) is { } waiting)
            return waiting.Id;
        return db.Add(new BacklogEntry(await Body(body, ct), matter, at, by)).Entity.Id;
    }

    /// <summary>Withdraws what came from a source and still waits.</summary>
    public async Task Withdraw(Guid body, BacklogKind kind, string source, string reason, DateTimeOffset at, Guid? by, CancellationToken ct)
    {
        foreach (var entry in await OpenFrom(body, kind, source).ToListAsync(ct))
            entry.Withdraw(reason, at, by);
    }

    /// <summary>The matter stands on an agenda.</summary>
    public async Task Take(Guid entry, Guid meeting, Guid item, DateOnly on, DateTimeOffset at, Guid? by, CancellationToken ct) =>
        (await One(entry, ct)).TakeTo(meeting, item, on, at, by);

    /// <summary>Whether a matter from a source stands on an agenda and waits for what the meeting says.</summary>
    public Task<bool> IsTaken(Guid body, string source, CancellationToken ct) =>
        db.Set<BacklogEntry>().AnyAsync(e => e.Body == body && e.Source == source && e.Meeting != null && e.AnsweredAt == null && e.WithdrawnAt == null, ct);

    /// <summary>What stood on the agenda of a meeting: the entry, where it came from, and the item that it became.</summary>
    public async Task<IReadOnlyList<(Guid Entry, string? Source, Guid Item)>> TakenTo(Guid meeting, CancellationToken ct) =>
        [.. (await db.Set<BacklogEntry>().Where(e => e.Meeting == meeting && e.Item != null).OrderBy(e => e.Id).Select(e => new { e.Id, e.Source, e.Item }).ToListAsync(ct)).Select(e => (e.Id, e.Source, e.Item!.Value))];

    /// <summary>The matter was taken off its agenda.</summary>
    public async Task PutBack(Guid entry, DateTimeOffset at, Guid? by, CancellationToken ct) => (await One(entry, ct)).PutBack(at, by);

    /// <summary>All that stood on the agenda of a meeting that will not be held waits again.</summary>
    public async Task PutBackAll(Guid meeting, DateTimeOffset at, Guid? by, CancellationToken ct)
    {
        foreach (var entry in await db.Set<BacklogEntry>().AsTracking().Where(e => e.Meeting == meeting).ToListAsync(ct))
            entry.PutBack(at, by);
    }

    /// <summary>What the body made of a matter; a body that asked gets the answer by itself.</summary>
    public async Task Answer(Guid entry, string answer, string? where, DateTimeOffset at, Guid? by, CancellationToken ct)
    {
        var answered = await One(entry, ct);
        answered.GetAnswer(answer, where, at, by);
        if (answered.AskedBy is { } asking)
            (await One(asking, ct)).GetAnswer(answer, where, at, by);
    }

    // One that was put in this unit of work isn't saved yet.
    internal async Task<BacklogEntry> One(Guid id, CancellationToken ct) =>
        db.Set<BacklogEntry>().Local.FirstOrDefault(e => e.Id == id) ?? await db.Set<BacklogEntry>().AsTracking().SingleOrDefaultAsync(e => e.Id == id, ct) ?? throw new RefusedException(new("no-entry", "Ärendet finns inte i listan. Läs om sidan."));

    internal async Task<BodyInfo> Body(Guid id, CancellationToken ct) => await directory.Body(id, ct) ?? throw new RefusedException(new("body-missing", "Organet finns inte. Läs om sidan."));

    IQueryable<BacklogEntry> OpenFrom(Guid body, BacklogKind kind, string source) =>
        db.Set<BacklogEntry>().AsTracking().Where(e => e.Body == body && e.Kind == kind && e.Source == source && e.WithdrawnAt == null && e.Meeting == null && e.AnsweredAt == null);
}
