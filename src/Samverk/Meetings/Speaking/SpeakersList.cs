using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Speaking;

/// <summary>
/// The list of those who ask for the floor under the item that is up. Every act says what it is about, and not where that
/// stood: done twice, or by two at once, it is done once.
/// </summary>
public sealed class SpeakersList(SamverkDb db, Work work, MeetingFollowers live, TimeProvider clock)
{
    internal static Refusal Closed { get; } = new("list-closed", "Punkten är inte uppe. Talarlistan gäller bara den punkt som är uppe.");
    static readonly Refusal Changed = new("stale-list", "Listan har ändrats sedan du läste den. Se hur den är nu och gör om det.");

    /// <summary>Asks for the floor for oneself.</summary>
    public Task<Refusal?> Ask(Guid meetingId, Guid itemId, SpeechKind kind, Actor actor, CancellationToken ct) => Do(meetingId, actor, async meeting =>
    {
        Refusal.Heed(actor.May(Permission.Speak));
        var who = await db.Set<Participant>().FirstOrDefaultAsync(p => p.Meeting == meetingId && p.Person == actor.Person, ct);
        await Put(meeting, itemId, who, kind, actor, ct);
    }, ct);

    /// <summary>Takes one's own place back, before one has the floor.</summary>
    public Task<Refusal?> TakeBack(Guid meetingId, Guid speechId, Actor actor, CancellationToken ct) => Do(meetingId, actor, async _ =>
    {
        Refusal.Heed(actor.May(Permission.Speak));
        var speech = await Found(meetingId, speechId, ct);
        Refusal.Heed(await db.Set<Participant>().AnyAsync(p => p.Id == speech.Participant && p.Person == actor.Person, ct) ? null : Permission.LeadSpeakers.Refused);
        Refusal.Heed(speech.BeganAt is null ? null : new("already-speaking", "Du har redan fått ordet."));
        speech.Leave(clock.Now());
    }, ct);

    /// <summary>Puts somebody who is there on the list.</summary>
    public Task<Refusal?> Add(Guid meetingId, Guid itemId, Guid participantId, SpeechKind kind, Actor actor, CancellationToken ct) => Led(meetingId, actor, async meeting =>
    {
        var who = await db.Set<Participant>().FirstOrDefaultAsync(p => p.Id == participantId && p.Meeting == meetingId, ct);
        Refusal.Heed(who is null ? new("no-participant", "Välj vem som ska få ordet.") : null);
        await Put(meeting, itemId, who, kind, actor, ct);
    }, ct);

    /// <summary>Gives the floor to somebody who waits; whoever spoke has spoken.</summary>
    /// <param name="seen">The speech that went on when the list was read; null when nobody spoke.</param>
    public Task<Refusal?> Begin(Guid meetingId, Guid speechId, Guid? seen, Actor actor, CancellationToken ct) => Led(meetingId, actor, async meeting =>
    {
        var speech = await Found(meetingId, speechId, ct);
        if (speech.IsSpeaking)
            return;
        var speaking = (await OfItem(speech.Item, ct)).Find(s => s.IsSpeaking);
        Refusal.Heed(speech.Waits && speaking?.Id == seen ? null : Changed);
        var item = await db.Set<DraftItem>().FirstOrDefaultAsync(i => i.Id == speech.Item, ct);
        Refusal.Heed(Speech.MayBe(meeting, item, await db.Set<Participant>().FirstOrDefaultAsync(p => p.Id == speech.Participant, ct)));
        var now = clock.Now();
        speaking?.End(now);
        speech.Begin(now);
    }, ct);

    public Task<Refusal?> End(Guid meetingId, Guid speechId, Actor actor, CancellationToken ct) => Led(meetingId, actor, async _ => (await Found(meetingId, speechId, ct)).End(clock.Now()), ct);

    /// <summary>Strikes somebody who waits.</summary>
    public Task<Refusal?> Strike(Guid meetingId, Guid speechId, Actor actor, CancellationToken ct) => Led(meetingId, actor, async _ =>
    {
        var speech = await Found(meetingId, speechId, ct);
        Refusal.Heed(speech.BeganAt is null ? null : Changed);
        speech.Leave(clock.Now());
    }, ct);

    /// <summary>Puts one who waits before another who waits; already there, nothing is changed.</summary>
    public Task<Refusal?> MoveBefore(Guid meetingId, Guid speechId, Guid otherId, Actor actor, CancellationToken ct) => Led(meetingId, actor, async _ =>
    {
        var speech = await Found(meetingId, speechId, ct);
        var waiting = await Waiting(speech.Item, ct);
        var (moved, other) = (waiting.Find(s => s.Id == speechId), waiting.Find(s => s.Id == otherId));
        Refusal.Heed(moved is null || other is null ? Changed : null);
        if (waiting.IndexOf(moved!) < waiting.IndexOf(other!))
            return;
        waiting.Remove(moved!);
        waiting.Insert(waiting.IndexOf(other!), moved!);
        Renumber(waiting);
    }, ct);

    /// <summary>The lists of items that are left close: whoever speaks has spoken, and nobody waits. A part of the work that leaves them.</summary>
    internal static async Task Close(SamverkDb db, IReadOnlyList<Guid> items, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var speech in await db.Set<Speech>().AsTracking().Where(s => items.Contains(s.Item) && s.LeftAt == null && s.EndedAt == null).ToListAsync(ct))
        {
            speech.End(at);
            speech.Leave(at);
        }
    }

    // A rejoinder goes before all turns, after the rejoinders that were asked for before it.
    async Task Put(Meeting meeting, Guid itemId, Participant? who, SpeechKind kind, Actor actor, CancellationToken ct)
    {
        var item = await db.Set<DraftItem>().FirstOrDefaultAsync(i => i.Id == itemId && i.Meeting == meeting.Id, ct);
        Refusal.Heed(Speech.MayBe(meeting, item, who));
        var all = await OfItem(itemId, ct);
        Refusal.Heed(kind == SpeechKind.Rejoinder && all.TrueForAll(s => s.BeganAt is null) ? new("nobody-spoke", "Ingen har talat än. Begär ordet i stället.") : null);
        var waiting = all.FindAll(s => s.Waits);
        if (waiting.Exists(s => s.Participant == who!.Id && s.Kind == kind))
            return;
        waiting.Insert(kind == SpeechKind.Rejoinder ? waiting.FindLastIndex(s => s.Kind == SpeechKind.Rejoinder) + 1 : waiting.Count,
            db.Add(new Speech(item!, who!, kind, waiting.Count, clock.Now(), actor.Person)).Entity);
        Renumber(waiting);
    }

    static void Renumber(List<Speech> waiting)
    {
        for (var i = 0; i < waiting.Count; i++)
            waiting[i].MoveTo(i);
    }

    Task<List<Speech>> OfItem(Guid item, CancellationToken ct) => db.Set<Speech>().AsTracking().Where(s => s.Item == item && s.LeftAt == null).OrderBy(s => s.Position).ThenBy(s => s.Id).ToListAsync(ct);

    async Task<List<Speech>> Waiting(Guid item, CancellationToken ct) => (await OfItem(item, ct)).FindAll(s => s.Waits);

    async Task<Speech> Found(Guid meetingId, Guid speechId, CancellationToken ct) =>
        await db.Set<Speech>().AsTracking().SingleOrDefaultAsync(s => s.Id == speechId && s.Meeting == meetingId, ct) ?? throw new RefusedException(Changed);

    Task<Refusal?> Led(Guid meetingId, Actor actor, Func<Meeting, Task> verb, CancellationToken ct) => Do(meetingId, actor, meeting =>
    {
        Refusal.Heed(meeting.MayLeadSpeakers(actor));
        return verb(meeting);
    }, ct);

    async Task<Refusal?> Do(Guid meetingId, Actor actor, Func<Meeting, Task> verb, CancellationToken ct)
    {
        var refusal = await work.Do(async () =>
        {
            // One at a time: a place is found by looking at the others', and the item may be left meanwhile.
            await db.OneAtATime(ct);
            await verb(await db.Opened(meetingId, actor, ct));
        }, ct);
        if (refusal is null)
            live.Changed(meetingId);
        return refusal;
    }
}
