using Microsoft.EntityFrameworkCore;
using Samverk.Mail;
using Samverk.Meetings.Deciding;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Notices;

/// <summary>Gathers what letters about a meeting say, and reckons which deputies are to be called.</summary>
sealed class NoticeMatters(SamverkDb db, AreaDirectory directory, OrganisationsLists organisations, RulesOfBodies rules, MailSettings settings)
{
    public async Task<NoticeMatter> Of(Meeting meeting, Notice notice, CancellationToken ct)
    {
        var sender = (await directory.People(ct)).FirstOrDefault(p => p.Id == notice.SentBy)?.Name ?? "den som kallade";
        return await Of(meeting, notice.Words, notice.Address, sender, ct);
    }

    public async Task<NoticeMatter> Of(Meeting meeting, string? words, string address, string sender, CancellationToken ct)
    {
        var body = (await directory.Body(meeting.Body, ct))!;
        return new(meeting.Id, body.Name, meeting.When(), meeting.Sequence, meeting.CancelledFor, TextRules.Trimmed(words), address, sender, settings.Sender?.Address, await Agenda(meeting.Id, ct));
    }

    /// <summary>The agenda as it would be sent now: of what is restricted only that it is.</summary>
    public async Task<IReadOnlyList<AgendaLine>> Agenda(Guid meeting, CancellationToken ct) =>
        [.. (await db.Set<DraftItem>().Where(i => i.Meeting == meeting).OrderBy(i => i.Position).ToListAsync(ct)).Select(Line)];

    /// <summary>Who is to serve for whom, by the body's rule and by what has been answered; those who have been called stay.</summary>
    public async Task<IReadOnlyList<Serving>> Servings(Meeting meeting, IReadOnlyList<NoticeRecipient> all, CancellationToken ct)
    {
        var (holders, rule) = (Holder.Of(await organisations.Seats(meeting.Body, meeting.On, ct)), (await rules.Of(meeting.Body, ct)).Deputies);
        var away = all.Where(r => r is { Answer: NoticeAnswer.Cannot, Person: not null }).Select(r => r.Person!.Value).ToHashSet();
        return Deputies.Called(holders, away, rule, [.. all.Where(r => r.ServesFor is not null).Select(r => new Serving(r.Person!.Value, r.ServesFor!.Value))]);
    }

    static AgendaLine Line(DraftItem i) => i.Restriction is null
        ? new(i.Id, i.Title, i.Kind, i.Presenter, i.Minutes, i.Proposal, IsRestricted: false)
        : new(i.Id, "Sekretess", i.Kind, null, i.Minutes, null, IsRestricted: true);
}
