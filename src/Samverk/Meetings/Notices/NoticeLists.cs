using Microsoft.EntityFrameworkCore;
using Samverk.Mail;
using Samverk.Meetings.Deciding;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Notices;

/// <summary>Somebody whom a notice has gone to, with how it goes for the letter and what they have answered.</summary>
/// <param name="Letter">Null when nothing could be sent: no address is known.</param>
/// <param name="ServesFor">The name of the member whom a deputy serves for.</param>
public sealed record RecipientRow(Guid Id, Guid? Person, string Name, RecipientKind Kind, string? OrganisationName, bool HasMail, LetterState? Letter, NoticeAnswer? Answer, DateTimeOffset? AnsweredAt, string? Note, string? ServesFor, bool IsAsked);

/// <summary>A notice that has been sent.</summary>
/// <param name="Version">Of the agenda, the latest that was sent.</param>
/// <param name="Difference">What the agenda has become since, in words.</param>
/// <param name="Quorum">Whether the meeting could decide if those came who have said that they do.</param>
public sealed record SentNotice(DateTimeOffset SentAt, string SentBy, int Version, string? Words, int RemindDays, DateTimeOffset? RemindedAt, IReadOnlyList<RecipientRow> Recipients, IReadOnlyList<string> Difference, Quorum Quorum);

/// <summary>What somebody who was called has answered, and may answer.</summary>
public sealed record OwnAnswer(RecipientKind Kind, NoticeAnswer? Answer, DateTimeOffset? AnsweredAt, string? Note, string? ServesFor);

/// <summary>Reads notices for those who may see them.</summary>
sealed class NoticeLists(SamverkDb db, AreaDirectory directory, OrganisationsLists organisations, RulesOfBodies rules, NoticeRecipients recipients, NoticeMatters matters, Post post)
{
    /// <summary>Whom the notice would go to if it were sent now; empty to those who may not send it.</summary>
    public async Task<IReadOnlyList<Recipient>> Proposed(Guid meetingId, Actor actor, CancellationToken ct) =>
        await One(meetingId, ct) is { } meeting && NoticeSender.MayNot(meeting, actor) is null ? await recipients.Find(meeting, ct) : [];

    /// <summary>Whether this person may send the notice of a meeting.</summary>
    public async Task<bool> MaySend(Guid meetingId, Actor actor, CancellationToken ct) => await One(meetingId, ct) is { } meeting && NoticeSender.MayNot(meeting, actor) is null;

    /// <returns>Null while none has been sent, and to those who may not see it.</returns>
    public async Task<SentNotice?> Sent(Guid meetingId, Actor actor, CancellationToken ct)
    {
        if (await One(meetingId, ct) is not { } meeting || !meeting.IsOpenTo(actor) || await db.Set<Notice>().SingleOrDefaultAsync(n => n.Meeting == meetingId, ct) is not { } notice)
            return null;
        var all = await db.Set<NoticeRecipient>().Where(r => r.Meeting == meetingId).OrderBy(r => r.Kind == RecipientKind.Member ? 0 : r.Kind == RecipientKind.Deputy ? 1 : r.Kind == RecipientKind.Guest ? 2 : 3).ThenBy(r => r.Position).ToListAsync(ct);
        var letters = await post.Of([.. all.Select(r => r.Letter).OfType<Guid>()], ct);
        var people = (await directory.People(ct)).ToDictionary(p => p.Id, p => p.Name);
        var latest = await db.Set<AgendaVersion>().Where(v => v.Meeting == meetingId).OrderByDescending(v => v.Version).Select(v => new { v.Version, v.Agenda }).FirstAsync(ct);
        return new(notice.SentAt, people.GetValueOrDefault(notice.SentBy, "–"), latest.Version, notice.Words, notice.RemindDays, notice.RemindedAt,
            [.. all.Select(r => Row(r, letters, people))], AgendaDifference.Between(latest.Agenda.Lines, await matters.Agenda(meetingId, ct)), await Quorum(meeting, all, ct));
    }

    /// <returns>Null when this person has not been called.</returns>
    public async Task<OwnAnswer?> Own(Guid meetingId, Actor actor, CancellationToken ct)
    {
        if (await db.Set<NoticeRecipient>().SingleOrDefaultAsync(r => r.Meeting == meetingId && r.Person == actor.Person, ct) is not { } own)
            return null;
        var serves = own.ServesFor is { } member ? (await directory.People(ct)).FirstOrDefault(p => p.Id == member)?.Name : null;
        return new(own.Kind, own.Answer, own.AnsweredAt, own.Note, serves);
    }

    /// <summary>The notice as it was sent, for those who may see it.</summary>
    public async Task<byte[]?> Pdf(Guid meetingId, int version, Actor actor, CancellationToken ct) =>
        await One(meetingId, ct) is { } meeting && meeting.IsOpenTo(actor)
            ? await db.Set<AgendaVersion>().Where(v => v.Meeting == meetingId && v.Version == version).Select(v => v.Pdf).SingleOrDefaultAsync(ct) : null;

    /// <summary>When the agenda was last sent: what came after that is late. Null while it is a draft.</summary>
    public Task<DateTimeOffset?> AgendaSentAt(Guid meeting, CancellationToken ct) => db.Set<AgendaVersion>().Where(v => v.Meeting == meeting).OrderBy(v => v.Version).Select(v => (DateTimeOffset?)v.SentAt).FirstOrDefaultAsync(ct);

    /// <summary>What the agenda has become since it was last sent, in words; for those who may see the agenda.</summary>
    public async Task<IReadOnlyList<string>> Difference(Guid meeting, CancellationToken ct)
    {
        var latest = await db.Set<AgendaVersion>().Where(v => v.Meeting == meeting).OrderByDescending(v => v.Version).Select(v => v.Agenda).FirstOrDefaultAsync(ct);
        return latest is null ? [] : AgendaDifference.Between(latest.Lines, await matters.Agenda(meeting, ct));
    }

    /// <summary>Those who have said that they come decide, and the deputies who are called and come.</summary>
    async Task<Quorum> Quorum(Meeting meeting, List<NoticeRecipient> all, CancellationToken ct)
    {
        var seats = await organisations.Seats(meeting.Body, meeting.On, ct);
        var holders = Holder.Of(seats);
        var coming = all.Where(r => r is { Person: not null, Answer: NoticeAnswer.Comes or NoticeAnswer.Remote }).ToList();
        Guid? SeatOf(Guid person) => holders.FirstOrDefault(h => h.Person == person && h.Role == MembershipRole.Member)?.Seat;
        var entitled = coming.Where(r => r.ServesFor is not null || holders.Any(h => h.Person == r.Person && h.Role == MembershipRole.Member))
            .Select(r => new Entitled(r.Person!.Value, SeatOf(r.ServesFor ?? r.Person!.Value)));
        return Deciding.Quorum.For(Deciding.Quorum.SeatsOf(seats), [.. entitled], await rules.Of(meeting.Body, ct));
    }

    static RecipientRow Row(NoticeRecipient r, IReadOnlyDictionary<Guid, LetterState> letters, Dictionary<Guid, string> people) => new(
        r.Id, r.Person, r.Person is { } person ? people.GetValueOrDefault(person, r.Name) : r.Name, r.Kind, r.OrganisationName, r.Mail is not null, r.Letter is { } letter ? letters.GetValueOrDefault(letter) : null,
        r.Answer, r.AnsweredAt, r.Note, r.ServesFor is { } member ? people.GetValueOrDefault(member, "–") : null, r.IsAsked);

    Task<Meeting?> One(Guid id, CancellationToken ct) => db.Set<Meeting>().Live().SingleOrDefaultAsync(m => m.Id == id, ct);
}
