using Microsoft.EntityFrameworkCore;
using Samverk.Organisations.Protection;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements;

/// <summary>Nobody answers for an agreement by the id of somebody who is anonymised. The accounts of adoptions keep the name that they have, as the record of who registered.</summary>
sealed class WhenPersonAnonymised(SamverkDb db) : IHear<PersonAnonymised>
{
    public Task Hear(PersonAnonymised happening, CancellationToken ct) =>
        db.Set<Agreement>().Where(a => a.Responsible == happening.Person).ExecuteUpdateAsync(a => a.SetProperty(x => x.Responsible, (Guid?)null), ct);
}
