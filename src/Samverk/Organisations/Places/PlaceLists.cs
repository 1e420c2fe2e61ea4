using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>A seat as the one who keeps the body sees it.</summary>
sealed record KeptSeat(Guid Id, string Label, Guid? Organisation, string? OrganisationName, int Members, int Deputies, DateOnly? From);

/// <summary>A place in a body with all its facts.</summary>
sealed record KeptPlace(Guid Id, Guid Body, string BodyName, Guid? Seat, string? SeatLabel, Guid? SeatOrganisation, Guid Person, string Name, string? OrganisationName, MembershipRole Role, int? Order, DateOnly From, DateOnly? To, string? Party);

sealed record KeptStanding(Guid Id, Guid Body, string BodyName, Guid Person, string Name, StandingKind Kind, DateOnly From, DateOnly? To);

/// <summary>A function, of the area when it has no organisation.</summary>
public sealed record FunctionRow(Guid Id, Guid Person, string Name, FunctionKind Kind, Guid? Organisation, string? OrganisationName, DateOnly From, DateOnly? To, string? Mail, string? Telephone, string? Hours);

public sealed record ContactRow(Guid Id, Guid Organisation, string Label, string? Mail, string? Telephone, string? Hours, DateOnly From, DateOnly? To);

/// <summary>Places, standings, functions and contact ways as rows that can be changed.</summary>
public sealed class PlaceLists(SamverkDb db)
{
    internal Task<List<KeptSeat>> Seats(Guid body, CancellationToken ct) =>
        (from s in db.Set<Seat>()
         join o in db.Set<Organisation>() on s.Organisation equals o.Id into organisations
         from o in organisations.DefaultIfEmpty()
         where s.Body == body && s.To == null
         orderby s.Position
         select new KeptSeat(s.Id, s.Label, s.Organisation, o == null ? null : o.Name, s.Members, s.Deputies, s.From)).ToListAsync(ct);

    /// <summary>Those of a body that last on the day or later, in the order of its seats.</summary>
    internal Task<List<KeptPlace>> Places(Guid body, DateOnly day, CancellationToken ct) =>
        Kept(db.Set<Membership>().Where(m => m.Body == body && (m.To == null || m.To >= day))).ToListAsync(ct);

    internal Task<KeptPlace?> Place(Guid id, CancellationToken ct) => Kept(db.Set<Membership>().Where(m => m.Id == id)).SingleOrDefaultAsync(ct);

    internal Task<List<KeptStanding>> Standings(Guid body, DateOnly day, CancellationToken ct) =>
        Kept(db.Set<Standing>().Where(s => s.Body == body && (s.To == null || s.To >= day))).ToListAsync(ct);

    internal Task<KeptStanding?> Standing(Guid id, CancellationToken ct) => Kept(db.Set<Standing>().Where(s => s.Id == id)).SingleOrDefaultAsync(ct);

    /// <summary>The functions of an organisation, or of the area itself, that last on the day or later.</summary>
    public Task<List<FunctionRow>> Functions(Guid? organisation, DateOnly day, CancellationToken ct) =>
        Rows(db.Set<Function>().Where(f => f.Organisation == organisation && (f.To == null || f.To >= day))).ToListAsync(ct);

    public Task<List<FunctionRow>> FunctionsOf(Guid person, CancellationToken ct) => Rows(db.Set<Function>().Where(f => f.Person == person)).ToListAsync(ct);

    /// <summary>Those with an address of their own, on a day, for all organisations.</summary>
    public Task<List<FunctionRow>> ReachedFunctions(DateOnly day, CancellationToken ct) =>
        Rows(db.Set<Function>().Where(f => (f.Mail != null || f.Telephone != null) && f.From <= day && (f.To == null || f.To >= day))).ToListAsync(ct);

    internal Task<FunctionRow?> Function(Guid id, CancellationToken ct) => Rows(db.Set<Function>().Where(f => f.Id == id)).SingleOrDefaultAsync(ct);

    /// <param name="organisation">Null for those of all.</param>
    public async Task<IReadOnlyList<ContactRow>> Contacts(Guid? organisation, DateOnly day, CancellationToken ct) =>
        [.. (await Rows(db.Set<ContactWay>().Where(c => (organisation == null || c.Organisation == organisation) && (c.To == null || c.To >= day))).ToListAsync(ct)).OrderBy(c => c.Label, Swedish.Names)];

    internal Task<ContactRow?> Contact(Guid id, CancellationToken ct) => Rows(db.Set<ContactWay>().Where(c => c.Id == id)).SingleOrDefaultAsync(ct);

    IQueryable<KeptPlace> Kept(IQueryable<Membership> places) =>
        from m in places
        join b in db.Set<Body>() on m.Body equals b.Id
        join p in db.Set<Person>() on m.Person equals p.Id
        join o in db.Set<Organisation>() on p.Organisation equals o.Id into organisations
        from o in organisations.DefaultIfEmpty()
        join s in db.Set<Seat>() on m.Seat equals s.Id into seats
        from s in seats.DefaultIfEmpty()
        orderby s == null, s.Position, m.Role == MembershipRole.Member ? 0 : m.Role == MembershipRole.Deputy ? 1 : 2, m.CallOrder, p.NameSort, m.From
        select new KeptPlace(m.Id, m.Body, b.ShortName, m.Seat, s == null ? null : s.Label, s == null ? null : s.Organisation, p.Id, p.Name, o == null ? null : o.Name, m.Role, m.CallOrder, m.From, m.To, m.Party);

    IQueryable<KeptStanding> Kept(IQueryable<Standing> standings) =>
        from s in standings
        join b in db.Set<Body>() on s.Body equals b.Id
        join p in db.Set<Person>() on s.Person equals p.Id
        orderby s.Kind == StandingKind.Chair ? 0 : s.Kind == StandingKind.ViceChair ? 1 : 2, s.From
        select new KeptStanding(s.Id, s.Body, b.ShortName, p.Id, p.Name, s.Kind, s.From, s.To);

    IQueryable<FunctionRow> Rows(IQueryable<Function> functions) =>
        from f in functions
        join p in db.Set<Person>() on f.Person equals p.Id
        join o in db.Set<Organisation>() on f.Organisation equals o.Id into organisations
        from o in organisations.DefaultIfEmpty()
        orderby f.Kind, p.NameSort, f.From
        select new FunctionRow(f.Id, p.Id, p.Name, f.Kind, f.Organisation, o == null ? null : o.Name, f.From, f.To, f.Mail, f.Telephone, f.Hours);

    static IQueryable<ContactRow> Rows(IQueryable<ContactWay> ways) =>
        ways.Select(c => new ContactRow(c.Id, c.Organisation, c.Label, c.Mail, c.Telephone, c.Hours, c.From, c.To));
}
