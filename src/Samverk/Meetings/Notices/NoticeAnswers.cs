using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Notices;

/// <summary>Takes the answers to a notice. When a member can't come, the outbox calls a deputy by the body's rule.</summary>
sealed class NoticeAnswers(SamverkDb db, Work work, TimeProvider clock)
{
    /// <summary>Answers for oneself.</summary>
    public Task<Refusal?> Answer(Guid meeting, NoticeAnswer? answer, string? note, Actor actor, CancellationToken ct) =>
        Reply(meeting, r => r.Person == actor.Person, answer, note, new("not-called", "Du har inte fått någon kallelse till mötet."), _ => null, ct);

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
