using Microsoft.EntityFrameworkCore;
using Samverk.Storage;

namespace Samverk.Organisations;

sealed record BodyRow(Guid Id, string Code, string Name, string Kind, string? Parent, string Host);

/// <param name="Id">The standing's, by which it is ended.</param>
sealed record SecretaryRow(Guid Id, string Name, string? Title, string Body, DateOnly From);

/// <summary>What the administration page shows of the current area: as many rows as an area has bodies, so unpaged.</summary>
sealed class AdministrationLists(SamverkDb db)
{
    public Task<AreaInfo> Area(CancellationToken ct) =>
        db.Set<Area>().Where(a => a.Id == db.Area).Select(a => new AreaInfo(a.Id, a.Name, a.Slug, a.RegionCode)).SingleAsync(ct);

    public Task<List<BodyRow>> Bodies(CancellationToken ct) =>
        (from b in db.Set<Body>()
         join o in db.Set<Organisation>() on b.Owner equals o.Id
         join p in db.Set<Body>() on b.Parent equals p.Id into parents
         from p in parents.DefaultIfEmpty()
         orderby b.NameSort
         select new BodyRow(b.Id, b.Code, b.Name, b.Kind, p == null ? null : p.Name, o.Name)).ToListAsync(ct);

    public Task<List<SecretaryRow>> Secretaries(CancellationToken ct) =>
        (from s in db.Set<Standing>()
         join p in db.Set<Person>() on s.Person equals p.Id
         join b in db.Set<Body>() on s.Body equals b.Id
         where s.Kind == StandingKind.Secretary && s.To == null
         orderby b.NameSort, p.NameSort
         select new SecretaryRow(s.Id, p.Name, p.Title, b.Name, s.From)).ToListAsync(ct);

    public Task<List<string>> Administrators(DateOnly today, CancellationToken ct) =>
        (from f in db.Set<Function>()
         join p in db.Set<Person>() on f.Person equals p.Id
         where f.Kind == FunctionKind.Administrator && f.Organisation == null && f.From <= today && (f.To == null || f.To >= today)
         orderby p.NameSort
         select p.Name).ToListAsync(ct);
}
