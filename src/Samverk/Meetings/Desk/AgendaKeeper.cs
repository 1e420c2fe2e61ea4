using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Backlog;
using Samverk.Meetings.Documents;
using Samverk.Meetings.Groups;
using Samverk.Meetings.Speaking;
using Samverk.Meetings.Templates;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Desk;

/// <summary>Builds the agenda of a meeting. Everything is a draft, seen by those of the body, until it is sent.</summary>
public sealed class AgendaKeeper(SamverkDb db, Work work, AreaDirectory directory, BacklogBook backlogs, BacklogLists waiting, AgendaTemplates templates, TimeProvider clock)
{
    static Refusal NoItem { get; } = new("no-item", "Punkten finns inte längre. Läs om sidan.");

    /// <summary>The most that comes onto a new agenda by itself; the rest waits in the backlog.</summary>
    const int MostByItself = 20;

    // What every meeting has, the minutes of the one before, and what is due by then.
    async Task Add(Meeting meeting, Actor actor, CancellationToken ct)
    {
        List<DraftItem> items = [.. (await templates.Of(meeting.Body, ct)).Lines.Select((item, i) => new DraftItem(meeting, i, new(item.Title, item.Kind, null, item.Minutes, null), clock.Now(), actor.Person))];
        if (await db.Set<Meeting>().Live().Where(m => m.Body == meeting.Body && m.InRecordSince != null && m.On < meeting.On).MaxAsync(m => (DateOnly?)m.On, ct) is { } before)
            items.Insert(BeforeTheEnd(items), new(meeting, 0, new($"Föregående protokoll, {before.InWords()}", ItemKind.Decision, null, 5, $"lägger protokollet från den {before.InWords()} till handlingarna."), clock.Now(), actor.Person));
        db.AddRange(items);
        var due = (await waiting.Waiting(meeting.Body, actor, ct)).Rows.Where(r => r.Kind is BacklogKind.Deferred or BacklogKind.ReportBack or BacklogKind.Proposed && r is { IsParked: false, IsOpen: true } && (r.DueOn is null || r.DueOn <= meeting.On));
        foreach (var row in due.Take(MostByItself))
            await Take(meeting, items, row, BeforeTheEnd(items), actor, ct);
        Renumber(items);
    }

    /// <summary>Who chairs this meeting or keeps its minutes when the body's own don't.</summary>
    public Task<Refusal?> ActAs(Guid meetingId, Guid? chair, Guid? secretary, Actor actor, CancellationToken ct) => On(meetingId, actor, async meeting =>
    {
        var people = (await directory.People(ct)).Where(p => !p.IsAnonymised).ToDictionary(p => p.Id);
        Refusal.Heed(new[] { chair, secretary }.Any(p => p is { } id && !people.ContainsKey(id)) ? new("person-missing", "Personen finns inte. Välj i listan.") : null);
        meeting.ActAs(chair is { } c ? people[c] : null, secretary is { } s ? people[s] : null, clock.Now(), actor.Person);
    }, ct);

    /// <summary>Begins an agenda with what every meeting has; does nothing when there is one.</summary>
    public Task<Refusal?> Begin(Guid meetingId, Actor actor, CancellationToken ct) => On(meetingId, actor, async meeting =>
    {
        if (!await db.Set<DraftItem>().AnyAsync(i => i.Meeting == meetingId, ct))
            await Add(meeting, actor, ct);
    }, ct);

    /// <summary>Adds an item before the last one, which ends the meeting.</summary>
    /// <param name="backlog">The entry of the backlog that it is taken from.</param>
    public Task<Refusal?> AddItem(Guid meetingId, ItemFacts facts, Guid? backlog, Actor actor, CancellationToken ct) => On(meetingId, actor, async meeting =>
    {
        var items = await Items(meetingId, ct);
        var item = new DraftItem(meeting, items.Count, facts, clock.Now(), actor.Person);
        if (backlog is { } entry)
        {
            item.TakenFrom(entry);
            await backlogs.Take(entry, meetingId, item.Id, meeting.On, clock.Now(), actor.Person, ct);
        }
        db.Add(item);
        items.Insert(BeforeTheEnd(items), item);
        Renumber(items);
    }, ct);

    /// <summary>Puts a matter of the body's backlog on the agenda, before what ends the meeting.</summary>
    /// <param name="entry">Its entry; null for one that falls due without anybody having put it in, which is found by its source.</param>
    public Task<Refusal?> AddWaiting(Guid meetingId, Guid? entry, string? source, int? at, Actor actor, CancellationToken ct) => On(meetingId, actor, async meeting =>
    {
        var row = (await waiting.Waiting(meeting.Body, actor, ct)).Rows.FirstOrDefault(r => entry is null ? r.Id is null && r.Source == source : r.Id == entry)
            ?? throw new RefusedException(new("no-entry", "Ärendet väntar inte längre. Läs om sidan."));
        var items = await Items(meetingId, ct);
        await Take(meeting, items, row, Math.Clamp(at ?? BeforeTheEnd(items), 0, items.Count), actor, ct);
        Renumber(items);
    }, ct);

    async Task Take(Meeting meeting, List<DraftItem> items, BacklogRow row, int at, Actor actor, CancellationToken ct)
    {
        // An assignment may be longer than a heading.
        var title = row.Title.Length <= DraftItem.LongestTitle ? row.Title : $"{row.Title[..(DraftItem.LongestTitle - 1)]}…";
        var id = row.Id ?? await backlogs.Put(meeting.Body, new(row.Kind, title, row.Text, row.From, row.Source, row.DueOn), clock.Now(), actor.Person, ct);
        var item = db.Add(new DraftItem(meeting, at, new(title, KindOf(row.Kind), row.Kind is BacklogKind.Question or BacklogKind.Proposed ? null : row.From, null, null), clock.Now(), actor.Person)).Entity;
        item.TakenFrom(id);
        await backlogs.Take(id, meeting.Id, item.Id, meeting.On, clock.Now(), actor.Person, ct);
        items.Insert(at, item);
    }

    static ItemKind KindOf(BacklogKind kind) => kind switch
    {
        BacklogKind.ReportBack => ItemKind.Information,
        BacklogKind.Deferred => ItemKind.Decision,
        _ => ItemKind.Discussion,
    };

    // What ends every meeting stays last: coming meetings, and that it is ended.
    static int BeforeTheEnd(List<DraftItem> items)
    {
        var at = items.FindLastIndex(i => i.Kind != ItemKind.Formality) + 1;
        return at == 0 ? Math.Max(0, items.Count - 1) : at;
    }

    /// <param name="version">The one that the writer had before them.</param>
    public Task<Refusal?> ChangeItem(Guid meetingId, Guid itemId, ItemFacts facts, int version, Actor actor, CancellationToken ct) => On(meetingId, actor, async _ =>
    {
        var item = (await Items(meetingId, ct)).Find(i => i.Id == itemId) ?? throw new RefusedException(NoItem);
        Refusal.Heed(item.Version == version ? null : new("stale-item", $"Någon annan har ändrat punkten ”{item.Title}” medan du skrev. Läs om sidan och gör om din ändring."));
        item.Change(facts);
    }, ct);

    public Task<Refusal?> RemoveItem(Guid meetingId, Guid itemId, Actor actor, CancellationToken ct) => On(meetingId, actor, async _ =>
    {
        var items = await Items(meetingId, ct);
        var item = items.Find(i => i.Id == itemId) ?? throw new RefusedException(NoItem);
        Refusal.Heed(await db.Set<Note>().AnyAsync(n => n.Item == itemId, ct) ? new("item-has-notes", "Det finns anteckningar under punkten. Ta bort dem först.")
            : await db.Set<GroupDiscussion>().AnyAsync(d => d.Item == itemId, ct) ? new("item-has-groups", "Punkten har en gruppdiskussion och kan inte tas bort.") : null);
        await db.Set<Speech>().Where(s => s.Item == itemId).ExecuteDeleteAsync(ct);
        if (item.Backlog is { } entry)
            await backlogs.PutBack(entry, clock.Now(), actor.Person, ct);
        foreach (var document in await db.Set<AgendaDocument>().AsTracking().Where(d => d.Item == itemId && d.RemovedAt == null).ToListAsync(ct))
            document.Remove(item.Restriction is null, clock.Now(), actor.Person);
        db.Remove(item);
        Renumber([.. items.Where(i => i.Id != itemId)]);
    }, ct);

    /// <summary>Puts the items in this order, all at once. Items that aren't named keep their order after those that are.</summary>
    public Task<Refusal?> Order(Guid meetingId, IReadOnlyList<Guid> order, Actor actor, CancellationToken ct) => On(meetingId, actor, async _ =>
    {
        var place = order.Select((id, i) => (id, i)).DistinctBy(p => p.id).ToDictionary(p => p.id, p => p.i);
        Renumber([.. (await Items(meetingId, ct)).OrderBy(i => place.GetValueOrDefault(i.Id, int.MaxValue)).ThenBy(i => i.Position)]);
    }, ct);

    /// <param name="by">-1 up, 1 down.</param>
    public Task<Refusal?> Move(Guid meetingId, Guid itemId, int by, Actor actor, CancellationToken ct) => On(meetingId, actor, async _ =>
    {
        var items = await Items(meetingId, ct);
        var item = items.Find(i => i.Id == itemId) ?? throw new RefusedException(NoItem);
        var to = Math.Clamp(item.Position + by, 0, items.Count - 1);
        items.Remove(item);
        items.Insert(to, item);
        Renumber(items);
    }, ct);

    static void Renumber(List<DraftItem> items)
    {
        for (var i = 0; i < items.Count; i++)
            items[i].MoveTo(i);
    }

    Task<List<DraftItem>> Items(Guid meeting, CancellationToken ct) => db.Set<DraftItem>().AsTracking().Where(i => i.Meeting == meeting).OrderBy(i => i.Position).ToListAsync(ct);

    Task<Refusal?> On(Guid meetingId, Actor actor, Func<Meeting, Task> verb, CancellationToken ct) => work.Do(async () =>
    {
        var meeting = await db.Prepared(meetingId, actor, ct);
        Refusal.Heed(meeting.IsBefore || meeting.IsWritten ? null : new("agenda-closed", "Dagordningen kan inte ändras längre."));
        await verb(meeting);
    }, ct);
}

/// <summary>How verbs find the meeting that they are done to.</summary>
static class HeldMeetings
{
    public static Refusal NoMeeting { get; } = new("no-meeting", "Mötet finns inte.");

    /// <summary>A meeting that is held here and is open to somebody of its body, who may do no more than follow it.</summary>
    public static async Task<Meeting> Opened(this SamverkDb db, Guid id, Actor actor, CancellationToken ct)
    {
        var meeting = await db.Set<Meeting>().Live().SingleOrDefaultAsync(m => m.Id == id, ct);
        Refusal.Heed(meeting is { IsHeldHere: true } && meeting.IsOpenTo(actor) ? null : NoMeeting);
        return meeting!;
    }

    /// <summary>A meeting that is held here, for somebody who may prepare it; a refusal when it isn't theirs to write.</summary>
    public static async Task<Meeting> Prepared(this SamverkDb db, Guid id, Actor actor, CancellationToken ct)
    {
        var meeting = await db.Set<Meeting>().AsTracking().Live().SingleOrDefaultAsync(m => m.Id == id, ct);
        Refusal.Heed(meeting is not { IsHeldHere: true } || !meeting.IsOpenTo(actor) ? NoMeeting : meeting.MayPrepare(actor));
        return meeting!;
    }
}
