using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Organisations.Protection;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Notices;

/// <summary>That somebody was called stays; who it was, where they were reached and what they wrote does not.</summary>
sealed class WhenPersonAnonymised(SamverkDb db) : IHear<PersonAnonymised>
{
    public Task Hear(PersonAnonymised happening, CancellationToken ct) =>
        db.Set<NoticeRecipient>().Where(r => r.Person == happening.Person)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.Name, PersonInfo.Anonymised).SetProperty(x => x.Mail, (string?)null).SetProperty(x => x.Note, (string?)null), ct);
}
