using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>Adds organisations beside those of the official register, and renames them.</summary>
sealed class OrganisationKeeper(SamverkDb db, Work work, TimeProvider clock)
{
    public Task<Refusal?> Add(string name, OrganisationKind kind, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(by.May(Permission.Administer) ?? TextRules.Name(name, "Organisationens namn"));
        Refusal.Heed(KindNames.Addable.Contains(kind) ? null : new("kind-odd", "Välj vilket slag av organisation det är."));
        await Check(null, name, ct);
        var organisation = new Organisation(db.Area, kind, name.Trim(), null);
        organisation.Added(clock.Now(), by.Person);
        db.Add(organisation);
    }, ct);

    public Task<Refusal?> Rename(Guid id, string name, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(by.May(Permission.Administer) ?? TextRules.Name(name, "Organisationens namn"));
        var organisation = await db.Organisation(id, ct);
        Refusal.Heed(organisation.Code is null ? null : new("name-official", "Regioner och kommuner heter som i det officiella registret."));
        await Check(id, name, ct);
        organisation.Rename(name.Trim(), clock.Now(), by.Person);
    }, ct);

    async Task Check(Guid? self, string name, CancellationToken ct)
    {
        var taken = await db.Set<Organisation>().Where(o => o.Id != self).Select(o => o.Name).ToListAsync(ct);
        Refusal.Heed(taken.Exists(t => Swedish.Fold(t) == Swedish.Fold(name)) ? new("organisation-exists", $"{name.Trim()} finns redan i området.") : null);
    }
}
