using Microsoft.EntityFrameworkCore;
using Samverk.Organisations.Protection;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings;

/// <summary>The minutes keep the name that they have, and no longer say which person it is.</summary>
sealed class WhenPersonAnonymised(SamverkDb db) : IHear<PersonAnonymised>
{
    public Task Hear(PersonAnonymised happening, CancellationToken ct) =>
        db.Set<Attendance>().Where(a => a.Person == happening.Person).ExecuteUpdateAsync(a => a.SetProperty(x => x.Person, (Guid?)null), ct);
}
