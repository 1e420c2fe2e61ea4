using Microsoft.EntityFrameworkCore;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>A body with the names of what it stands under and who keeps its records.</summary>
public sealed record BodyRow(Guid Id, string Code, string Name, string ShortName, string Kind, Guid? Parent, string? ParentName, Guid Host, string HostName);

/// <summary>What the administration pages show of the current area: as many rows as an area has bodies, so unpaged.</summary>
sealed class AdministrationLists(SamverkDb db)
{
    public Task<AreaInfo> Area(CancellationToken ct) =>
        db.Set<Area>().Where(a => a.Id == db.Area).Select(a => new AreaInfo(a.Id, a.Name, a.Slug, a.RegionCode)).SingleAsync(ct);

    public Task<int> BodyCount(CancellationToken ct) => db.Set<Body>().CountAsync(ct);

    public Task<int> PersonCount(CancellationToken ct) => db.Set<Person>().CountAsync(ct);

    public Task<List<BodyRow>> Bodies(CancellationToken ct) =>
        (from b in db.Set<Body>()
         join o in db.Set<Organisation>() on b.Owner equals o.Id
         join p in db.Set<Body>() on b.Parent equals p.Id into parents
         from p in parents.DefaultIfEmpty()
         orderby b.NameSort
         select new BodyRow(b.Id, b.Code, b.Name, b.ShortName, b.Kind, b.Parent, p == null ? null : p.Name, o.Id, o.Name)).ToListAsync(ct);

    /// <summary>Who administers the area on the day.</summary>
    public Task<List<string>> Administrators(DateOnly today, CancellationToken ct) =>
        (from f in db.Set<Function>()
         join p in db.Set<Person>() on f.Person equals p.Id
         where f.Kind == FunctionKind.Administrator && f.Organisation == null && f.From <= today && (f.To == null || f.To >= today)
         orderby p.NameSort
         select p.Name).ToListAsync(ct);

    public Task<bool> IsAnonymised(Guid person, CancellationToken ct) => db.Set<Person>().AnyAsync(p => p.Id == person && p.AnonymisedAt != null, ct);

    /// <summary>A person with their e-mail address, for those who may change them.</summary>
    public Task<PersonFacts?> Person(Guid id, CancellationToken ct) =>
        db.Set<Person>().Where(p => p.Id == id).Select(p => new PersonFacts(p.Name, p.Title, p.Organisation, p.Mail, false)).SingleOrDefaultAsync(ct);
}
