using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Desk;
using Samverk.Meetings.Groups;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Adjusting;

/// <summary>Freezes the text of minutes, has it adjusted by those who should, and seals it.</summary>
public sealed class MinutesAdjuster(SamverkDb db, Work work, AreaDirectory directory, RulesOfBodies rules, MinutesPress press, MeetingFollowers live, AdjustmentLetters letters, TimeProvider clock)
{
    static Refusal NotFrozen { get; } = new("not-adjusting", "Protokollet är inte under justering.");

    /// <summary>The minutes as they would be frozen now; null when the meeting isn't held here or isn't theirs to write.</summary>
    public async Task<(MinutesText Text, DateOnly Due, Refusal? Refusal)?> Proposed(Guid meetingId, Actor actor, CancellationToken ct)
    {
        var meeting = await db.Set<Meeting>().Live().SingleOrDefaultAsync(m => m.Id == meetingId, ct);
        if (meeting is not { IsHeldHere: true } || meeting.MayPrepare(actor) is not null || await directory.Body(meeting.Body, ct) is not { } body)
            return null;
        var rule = await rules.Of(body.Id, ct);
        var text = MinutesWriter.Write(await OnDesk(meeting, ct), body, await HostOf(body, ct), rule);
        return (text, clock.Today().AddDays(rule.AdjustingDays), meeting.MayFreeze(text) ?? await GroupWork.MayFreeze(db, meetingId, ct));
    }

    /// <summary>Freezes the text, makes its PDF, once, and sends it to those who adjust it.</summary>
    /// <param name="address">Where Samverk is reached: links in letters begin so. Null when nobody is to be written to.</param>
    public async Task<Refusal?> Freeze(Guid meetingId, string? address, Actor actor, CancellationToken ct)
    {
        var refusal = await work.Do(async () =>
        {
            await db.OneAtATime(ct);
            var meeting = await db.Prepared(meetingId, actor, ct);
            var body = (await directory.Body(meeting.Body, ct))!;
            var rule = await rules.Of(body.Id, ct);
            var desk = await OnDesk(meeting, ct);
            await Number(desk, body, ct);
            var text = MinutesWriter.Write(desk, body, await HostOf(body, ct), rule);
            Refusal.Heed(meeting.MayFreeze(text) ?? await GroupWork.MayFreeze(db, meetingId, ct));
            var version = (await db.Set<FrozenText>().Where(t => t.Meeting == meetingId).MaxAsync(t => (int?)t.Version, ct) ?? 0) + 1;
            var now = clock.Now();
            var frozen = new FrozenText(meeting, version, text, press.Minutes(text, now), clock.Today().AddDays(rule.AdjustingDays), rule.Order == AdjustingOrder.Sequential, address, now, actor.Person);
            db.Add(frozen);
            letters.Begin(frozen);
            meeting.Freeze(frozen, now, actor.Person);
        }, ct);
        if (refusal is null)
            live.Changed(meetingId);
        return refusal;
    }

    /// <summary>Opens the text for writing again; what has been adjusted of it no longer counts.</summary>
    public Task<Refusal?> Reopen(Guid meetingId, string reason, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        await db.OneAtATime(ct);
        var meeting = await db.Prepared(meetingId, actor, ct);
        meeting.Reopen(await Frozen(meeting, ct), reason, clock.Now(), actor.Person);
    }, ct);

    /// <summary>Adjusts the minutes: exactly the text whose seal was shown. The last one who does so seals them.</summary>
    /// <param name="means">How the person had signed in.</param>
    public Task<Refusal?> Approve(Guid meetingId, string seal, string means, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        // Two last ones at once would each believe that the other is still to come.
        await db.OneAtATime(ct);
        var meeting = await Adjusted(meetingId, actor, ct);
        var frozen = await Frozen(meeting, ct);
        var now = clock.Now();
        var approval = frozen.Approve(actor.Person, seal, means, now);
        db.Add(approval);
        meeting.Approved(frozen, approval);
        if (frozen.IsApproved)
            await Seal(meeting, frozen, now, actor, ct);
        else if (frozen.InOrder)
            letters.TellNext(frozen);
    }, ct);

    /// <summary>Refuses to adjust the text as it stands; who sent it is told by letter.</summary>
    public async Task<Refusal?> ObjectTo(Guid meetingId, string reason, Actor actor, CancellationToken ct)
    {
        var told = await letters.OfRefusal(meetingId, reason, actor, ct);
        return await work.Do(async () =>
        {
            var meeting = await Adjusted(meetingId, actor, ct);
            var frozen = await Frozen(meeting, ct);
            meeting.Objected(frozen, db.Add(frozen.Object(actor.Person, reason, clock.Now())).Entity);
            letters.Leave(told);
        }, ct);
    }

    /// <param name="item">Null for all of it.</param>
    public Task<Refusal?> Comment(Guid meetingId, Guid? item, string words, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        var meeting = await Adjusted(meetingId, actor, ct);
        Refusal.Heed(TextRules.Trimmed(words) is null ? new("comment-missing", "Kommentaren är tom. Skriv vad som ska ändras.") : words.Length > 4000 ? new("comment-long", "Kommentaren är längre än 4 000 tecken. Dela den.") : null);
        db.Add(new AdjustmentComment(await Frozen(meeting, ct), item, actor.Person, actor.Name, words.Trim(), clock.Now()));
    }, ct);

    /// <summary>Remembers which version the person has read; what is new since then is shown next time.</summary>
    public Task Read(Guid meetingId, Actor actor, CancellationToken ct) => work.Must(async () =>
    {
        var frozen = await Texts(meetingId).OrderByDescending(t => t.Version).FirstOrDefaultAsync(ct);
        if (frozen is not null && !await db.Set<ReadText>().AnyAsync(r => r.Meeting == meetingId && r.Person == actor.Person && r.Version == frozen.Version, ct))
            db.Add(new ReadText(frozen, actor.Person, clock.Now()));
    }, ct);

    /// <summary>Notes what is wrong in adjusted minutes: they never change.</summary>
    public Task<Refusal?> Correct(Guid meetingId, string? item, string words, string means, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        var meeting = await db.Prepared(meetingId, actor, ct);
        var minutes = await db.Set<SealedMinutes>().SingleOrDefaultAsync(m => m.Meeting == meetingId, ct) ?? throw new RefusedException(new("not-adjusted", "Bara ett justerat protokoll kan rättas. Ett som inte är justerat skriver du i."));
        Refusal.Heed(TextRules.Trimmed(words) is null ? new("correction-missing", "Rättelsen är tom. Skriv vad som är fel och hur det ska vara.") : null);
        db.Add(new Correction(minutes, TextRules.Trimmed(item), words.Trim(), actor.Person, actor.Name, means, clock.Now()));
        meeting.Corrected(TextRules.Trimmed(item), words.Trim(), clock.Now(), actor.Person);
    }, ct);

    async Task Seal(Meeting meeting, FrozenText frozen, DateTimeOffset now, Actor actor, CancellationToken ct)
    {
        var body = (await directory.Body(meeting.Body, ct))!;
        // Sealed here and now or not at all: minutes are never adjusted without their seal.
        db.Add(new SealedMinutes(frozen, await press.Sealed(frozen, ct), press.Certificate(frozen, now), now));
        meeting.Adjust(frozen, body, now, actor.Person);
    }

    // A decision gets its number when its text is first frozen, and keeps it: those who adjust see it.
    async Task Number(OnDesk desk, BodyInfo body, CancellationToken ct)
    {
        var next = await db.LastRunning(body.Id, desk.Meeting.On.Year, ct) + 1;
        var place = desk.Items.ToDictionary(i => i.Id, i => i.Position);
        foreach (var decision in desk.Notes.Where(n => n is { Kind: NoteKind.Decision, RemovedAt: null, Running: null, Content.IsEmpty: false }).OrderBy(n => place[n.Item]).ThenBy(n => n.Position))
            decision.Number(next++);
    }

    async Task<Meeting> Adjusted(Guid id, Actor actor, CancellationToken ct)
    {
        var meeting = await db.Set<Meeting>().AsTracking().Live().SingleOrDefaultAsync(m => m.Id == id, ct);
        Refusal.Heed(meeting is null ? HeldMeetings.NoMeeting : null);
        var frozen = meeting!.FrozenAs is null || meeting.State != MeetingState.Adjusting ? null : await Frozen(meeting, ct);
        Refusal.Heed(frozen is not null && (meeting.IsOpenTo(actor) || frozen.Text.IsSigner(actor.Person)) ? null : meeting.IsOpenTo(actor) ? NotFrozen : HeldMeetings.NoMeeting);
        return meeting;
    }

    async Task<FrozenText> Frozen(Meeting meeting, CancellationToken ct) =>
        db.Set<FrozenText>().Local.FirstOrDefault(t => t.Id == meeting.FrozenAs) ?? await db.Set<FrozenText>().AsTracking().SingleOrDefaultAsync(t => t.Id == meeting.FrozenAs, ct) ?? throw new RefusedException(NotFrozen);

    IQueryable<FrozenText> Texts(Guid meeting) => db.Set<FrozenText>().Where(t => t.Meeting == meeting);

    async Task<OnDesk> OnDesk(Meeting meeting, CancellationToken ct) => new(meeting,
        await db.Set<DraftItem>().AsTracking().Where(i => i.Meeting == meeting.Id).OrderBy(i => i.Position).ToListAsync(ct),
        await db.Set<Note>().AsTracking().Where(n => n.Meeting == meeting.Id).ToListAsync(ct),
        await db.Set<Participant>().AsTracking().Where(p => p.Meeting == meeting.Id).OrderBy(p => p.Position).ToListAsync(ct));

    async Task<string?> HostOf(BodyInfo body, CancellationToken ct) => (await directory.Organisations(ct)).FirstOrDefault(o => o.Id == body.Host)?.Name;
}
