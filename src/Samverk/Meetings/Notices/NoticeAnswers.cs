using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Backlog;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Notices;

/// <summary>Takes the answers to a notice. When a member can't come, the outbox calls a deputy by the body's rule.</summary>
sealed class NoticeAnswers(SamverkDb db, Work work, BacklogBook backlogs, AreaDirectory directory, TimeProvider clock)
{
    const int DaysAhead = 60, MostInstead = 30;

    /// <summary>Answers for oneself.</summary>
    public Task<Refusal?> Answer(Guid meeting, NoticeAnswer? answer, string? note, Actor actor, CancellationToken ct) =>
        Reply(meeting, r => r.Person == actor.Person, answer, note, new("not-called", "Du har inte fått någon kallelse till mötet."), _ => null, ct);

    /// <summary>Coming meetings of other bodies of the same kind, or that report to the same body, which somebody who can't come may ask to attend instead.</summary>
    public async Task<IReadOnlyList<MeetingRow>> Instead(Guid meeting, CancellationToken ct)
    {
        var of = await db.Set<Meeting>().Where(m => m.Id == meeting).Select(m => new { m.Body, m.On }).SingleAsync(ct);
        var bodies = await directory.Bodies(ct);
        var parent = bodies.FirstOrDefault(b => b.Id == of.Body)?.Parent;
        var others = bodies.Where(b => b.Id != of.Body && b.Parent == parent).Select(b => b.Id).ToList();
        var (from, to) = (clock.Today(), of.On.AddDays(DaysAhead));
        return await db.Set<Meeting>().Live().Where(m => others.Contains(m.Body) && m.CancelledAt == null && m.InRecordSince == null && m.On > from && m.On <= to).OrderBy(m => m.On).ThenBy(m => m.Id).Take(MostInstead).Rows().ToListAsync(ct);
    }

    /// <summary>Can't come, and asks to attend another body's meeting instead: the question waits in that body's backlog.</summary>
    public Task<Refusal?> AskInstead(Guid meetingId, Guid instead, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        var own = await db.Set<NoticeRecipient>().SingleOrDefaultAsync(r => r.Meeting == meetingId && r.Person == actor.Person, ct) ?? throw new RefusedException(new("not-called", "Du har inte fått någon kallelse till mötet."));
        var other = (await Instead(meetingId, ct)).FirstOrDefault(m => m.Id == instead) ?? throw new RefusedException(new("no-meeting", "Välj ett av mötena i listan."));
        var body = (await directory.Bodies(ct)).First(b => b.Id == other.Body);
        var from = own.OrganisationName is { } home ? $"{actor.Name}, {home}" : actor.Name;
        await backlogs.Put(body.Id, new(BacklogKind.Question, $"{own.OrganisationName ?? actor.Name} vill delta vid mötet {other.On.InWords()}", $"{from} kan inte komma till det egna organets möte och vill delta här i stället.", from, HeldPages.Meeting(meetingId), other.On), clock.Now(), actor.Person, ct);
    }, ct);

    /// <summary>The secretary notes what somebody has said by other ways.</summary>
    public Task<Refusal?> AnswerFor(Guid meeting, Guid recipient, NoticeAnswer? answer, string? note, Actor actor, CancellationToken ct) =>
        Reply(meeting, r => r.Id == recipient, answer, note, new("no-recipient", "Mottagaren finns inte. Läs om sidan."), m => NoticeSender.MayNot(m, actor), ct);

    Task<Refusal?> Reply(Guid meetingId, System.Linq.Expressions.Expression<Func<NoticeRecipient, bool>> who, NoticeAnswer? answer, string? note, Refusal nobody, Func<Meeting, Refusal?> mayNot, CancellationToken ct) => work.Do(async () =>
    {
        var meeting = await db.Set<Meeting>().Live().SingleOrDefaultAsync(m => m.Id == meetingId, ct) ?? throw new RefusedException(HeldMeetings.NoMeeting);
        Refusal.Heed(mayNot(meeting));
        var recipient = await db.Set<NoticeRecipient>().AsTracking().Where(r => r.Meeting == meetingId).SingleOrDefaultAsync(who, ct) ?? throw new RefusedException(nobody);
        Refusal.Heed(meeting.IsBefore ? null : new("answer-late", meeting.State == MeetingState.Cancelled ? "Mötet är inställt. Du behöver inte svara." : "Mötet har börjat. Säg till sekreteraren i stället."));
        Refusal.Heed(answer is null ? new("answer-not-chosen", "Välj om du kommer.") : null);
        recipient.Reply(answer!.Value, note, clock.Now());
        db.Add(new OutboxRow(db.Area, NoticeSender.CatchUpKind, meetingId, clock.Now()));
    }, ct);
}

/// <summary>A meeting that has been called is moved or called off: those who were called are told.</summary>
sealed class WhenMeetingReplanned(NoticeSender sender) : IHear<MeetingReplanned>, IHear<MeetingMoved>, IHear<MeetingCancelled>
{
    public Task Hear(MeetingReplanned happening, CancellationToken ct) => sender.Changed(happening.Meeting, happening.At, ct);

    public Task Hear(MeetingMoved happening, CancellationToken ct) => sender.Changed(happening.Meeting, happening.At, ct);

    public Task Hear(MeetingCancelled happening, CancellationToken ct) => sender.Changed(happening.Meeting, happening.At, ct);
}
