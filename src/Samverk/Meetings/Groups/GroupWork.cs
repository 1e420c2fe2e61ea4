using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Groups;

/// <summary>How the saving of a group's note went.</summary>
/// <param name="Saved">The note as it stands now, whoever saved it; null when there is none.</param>
public sealed record GroupSaving(Refusal? Refusal, GroupLineRow? Saved);

/// <summary>Opens group work under an item, takes what the groups write, and collects it into the item.</summary>
public sealed class GroupWork(SamverkDb db, Work work, MeetingFollowers live, TimeProvider clock)
{
    internal static Refusal Collected { get; } = new("groups-collected", "Anteckningarna är redan insamlade. De står under paragrafen, där sekreteraren ändrar dem.");
    static readonly Refusal Missing = new("no-groups", "Gruppdiskussionen finns inte. Läs om sidan.");
    static readonly Refusal NoItem = new("no-item", "Punkten finns inte längre. Läs om sidan.");

    /// <summary>Opens group work under an item, for those who are at the meeting.</summary>
    public Task<Refusal?> Open(Guid meetingId, Guid itemId, GroupFacts facts, Actor actor, CancellationToken ct) => Prepared(meetingId, actor, async meeting =>
    {
        Refusal.Heed(meeting.State == MeetingState.Running ? null : new("not-running", "Mötet pågår inte. En gruppdiskussion öppnas medan det pågår."));
        var item = await db.Set<DraftItem>().SingleOrDefaultAsync(i => i.Id == itemId && i.Meeting == meetingId, ct) ?? throw new RefusedException(NoItem);
        Refusal.Heed(await db.Set<GroupDiscussion>().AnyAsync(d => d.Item == itemId && d.CollectedAt == null && d.CalledOffAt == null, ct) ? new("groups-open", $"En gruppdiskussion pågår redan i § {item.Number}. Läs om sidan.") : null);
        await HeedMembers(meetingId, facts, ct);
        db.Add(new GroupDiscussion(item, facts, clock.Now(), actor.Person));
    }, ct);

    /// <summary>Moves people, renames and adds groups, changes the question or the time.</summary>
    /// <param name="version">The one that the writer had before them.</param>
    public Task<Refusal?> Change(Guid meetingId, Guid discussionId, GroupFacts facts, int version, Actor actor, CancellationToken ct) => Prepared(meetingId, actor, async _ =>
    {
        var discussion = await Found(meetingId, discussionId, ct);
        await HeedMembers(meetingId, facts, ct);
        var written = await db.Set<GroupLine>().Where(l => l.Discussion == discussionId).Select(l => l.Group).Distinct().ToListAsync(ct);
        discussion.Change(facts, version, written.ToHashSet());
    }, ct);

    /// <summary>Takes all groups' notes into the item, each under its group's name. Once: from then on the groups only read.</summary>
    public Task<Refusal?> Collect(Guid meetingId, Guid discussionId, Actor actor, CancellationToken ct) => Prepared(meetingId, actor, async _ =>
    {
        // A note that is added under the item at the same instant comes before or after.
        await db.OneAtATime(ct);
        var discussion = await Found(meetingId, discussionId, ct);
        var item = await db.Set<DraftItem>().AsTracking().SingleAsync(i => i.Id == discussion.Item, ct);
        var lines = await db.Set<GroupLine>().Where(l => l.Discussion == discussionId).ToListAsync(ct);
        var last = await db.Set<Note>().Where(n => n.Item == item.Id).MaxAsync(n => (int?)n.Position, ct) ?? -1;
        var now = clock.Now();
        db.AddRange(discussion.Collect(item.Number, lines, now, actor.Person).Select((content, i) => new Note(item, last + 1 + i, content, now, actor.Person)));
        item.Touch();
    }, ct);

    /// <summary>It was opened by mistake: nobody has written.</summary>
    public Task<Refusal?> CallOff(Guid meetingId, Guid discussionId, Actor actor, CancellationToken ct) => Prepared(meetingId, actor, async _ =>
    {
        var discussion = await Found(meetingId, discussionId, ct);
        var number = (await db.Set<DraftItem>().SingleAsync(i => i.Id == discussion.Item, ct)).Number;
        discussion.CallOff(number, await db.Set<GroupLine>().AnyAsync(l => l.Discussion == discussionId && l.Text != "", ct), clock.Now(), actor.Person);
    }, ct);

    /// <summary>Saves one note of a group; a new one when there is none with its id. Another's newer text is never overwritten.</summary>
    /// <param name="version">The version that they wrote on; 0 for a new one.</param>
    public async Task<GroupSaving> Save(Guid meetingId, Guid groupId, Guid lineId, string text, int version, Actor actor, CancellationToken ct)
    {
        var typed = text.ReplaceLineEndings("\n").TrimEnd();
        var refusal = await Do(meetingId, actor, async meeting =>
        {
            var group = await db.Set<DiscussionGroup>().SingleOrDefaultAsync(g => g.Id == groupId, ct) ?? throw new RefusedException(Missing);
            var discussion = await Found(meetingId, group.Discussion, ct);
            Refusal.Heed(await MayWrite(meeting, group, actor, ct) ?? discussion.MayGoOn() ?? (meeting.IsWritten ? null : Collected));
            var line = await db.Set<GroupLine>().AsTracking().SingleOrDefaultAsync(l => l.Id == lineId, ct);
            Refusal.Heed(line is not null && line.Group != groupId ? Missing : null);
            var now = clock.Now();
            if (line is null)
            {
                // Nothing was typed in the empty one: that makes no note.
                if (typed.Length == 0)
                    return;
                line = db.Add(new GroupLine(group, lineId, now, actor.Person)).Entity;
            }
            // A form sends all its notes: of one that its writer left as they read it, another's newer text stands.
            else if (version < line.Version && await db.Set<GroupLineVersion>().AnyAsync(v => v.Line == lineId && v.Version == version && v.Text == typed, ct))
                return;
            var before = new GroupLineVersion(line);
            line.Save(typed, version, now, actor.Person);
            if (line.Version != before.Version && before.Version > 0)
                db.Add(before);
        }, ct);
        return new(refusal is { Code: "stale" } ? Note.StaleNote : refusal, await db.Set<GroupLine>().Where(l => l.Id == lineId && l.Group == groupId).Select(GroupLists.Row).SingleOrDefaultAsync(ct));
    }

    /// <summary>Why the minutes can't be frozen for what groups have written; null when they can.</summary>
    internal static async Task<Refusal?> MayFreeze(SamverkDb db, Guid meetingId, CancellationToken ct)
    {
        var open = await (from d in db.Set<GroupDiscussion>()
                          join i in db.Set<DraftItem>() on d.Item equals i.Id
                          where d.Meeting == meetingId && d.CollectedAt == null && d.CalledOffAt == null && db.Set<GroupLine>().Any(l => l.Discussion == d.Id && l.Text != "")
                          orderby i.Position
                          select i.Position).ToListAsync(ct);
        return open.Count == 0 ? null : new("groups-not-collected", $"Gruppernas anteckningar i § {open[0] + 1} är inte insamlade. Samla in dem först.");
    }

    /// <summary>Members of the group write in it, and who keeps the minutes writes for any.</summary>
    async Task<Refusal?> MayWrite(Meeting meeting, DiscussionGroup group, Actor actor, CancellationToken ct) =>
        meeting.MayPrepare(actor) is null ? null
        : actor.May(Permission.WriteInGroup)
            ?? (await db.Set<Participant>().AnyAsync(p => p.Meeting == meeting.Id && p.Person == actor.Person && group.Members.Contains(p.Id), ct) ? null : Permission.WriteInGroup.Refused);

    async Task HeedMembers(Guid meetingId, GroupFacts facts, CancellationToken ct)
    {
        var known = await db.Set<Participant>().Where(p => p.Meeting == meetingId).Select(p => p.Id).ToListAsync(ct);
        Refusal.Heed(facts.Groups.SelectMany(g => g.Members).Except(known).Any() ? new("no-participant", "Någon i en grupp står inte på närvarolistan längre. Läs om sidan.") : null);
    }

    async Task<GroupDiscussion> Found(Guid meetingId, Guid discussionId, CancellationToken ct) =>
        await db.Set<GroupDiscussion>().AsTracking().SingleOrDefaultAsync(d => d.Id == discussionId && d.Meeting == meetingId, ct) ?? throw new RefusedException(Missing);

    Task<Refusal?> Prepared(Guid meetingId, Actor actor, Func<Meeting, Task> verb, CancellationToken ct) => Do(meetingId, actor, async meeting =>
    {
        Refusal.Heed(meeting.MayPrepare(actor));
        Refusal.Heed(meeting.IsWritten ? null : MinuteDesk.NotWritten(meeting));
        await verb(meeting);
    }, ct);

    async Task<Refusal?> Do(Guid meetingId, Actor actor, Func<Meeting, Task> verb, CancellationToken ct)
    {
        var refusal = await work.Do(async () =>
        {
            // One at a time: what is written while the notes are collected comes before it, or is told that it came too late.
            await db.OneAtATime(ct);
            await verb(await db.Opened(meetingId, actor, ct));
        }, ct);
        if (refusal is null)
            live.Changed(meetingId);
        return refusal;
    }
}
