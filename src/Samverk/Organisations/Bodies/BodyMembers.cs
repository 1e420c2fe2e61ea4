using Microsoft.EntityFrameworkCore;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>Somebody with a place in a body on a day.</summary>
/// <param name="Name">Safe to show anywhere.</param>
/// <param name="SeatOrganisation">The organisation that the seat is for.</param>
/// <param name="Order">In which order deputies are called in.</param>
public sealed record MemberInfo(Guid Person, string Name, string? Mail, Guid? Organisation, string? OrganisationName, MembershipRole Role, Guid? Seat, string? SeatLabel, Guid? SeatOrganisation, int? Order);

/// <summary>Who chairs a body or keeps its minutes on a day.</summary>
public sealed record StandingInfo(Guid Person, string Name, string? Mail, Guid? Organisation, string? OrganisationName, StandingKind Kind);

/// <summary>Who belongs to a body on a day: what meetings ask before they call and note who is there.</summary>
public sealed class BodyMembers(SamverkDb db)
{
    /// <summary>In the order of the seats; members before deputies.</summary>
    public Task<List<MemberInfo>> Members(Guid body, DateOnly day, CancellationToken ct) =>
        (from m in db.Set<Membership>()
         join p in db.Set<Person>() on m.Person equals p.Id
         join o in db.Set<Organisation>() on p.Organisation equals o.Id into organisations
         from o in organisations.DefaultIfEmpty()
         join s in db.Set<Seat>() on m.Seat equals s.Id into seats
         from s in seats.DefaultIfEmpty()
         where m.Body == body && m.From <= day && (m.To == null || m.To >= day)
         orderby s == null, s.Position, m.Role == MembershipRole.Member ? 0 : m.Role == MembershipRole.Deputy ? 1 : 2, m.CallOrder, p.NameSort
         select new MemberInfo(p.Id, p.Name, p.Mail, p.Organisation, o == null ? null : o.Name, m.Role, m.Seat, s == null ? null : s.Label, s == null ? null : s.Organisation, m.CallOrder)).ToListAsync(ct);

    /// <summary>The chair first, then the vice chairs and the secretaries.</summary>
    public Task<List<StandingInfo>> Standings(Guid body, DateOnly day, CancellationToken ct) =>
        (from s in db.Set<Standing>()
         join p in db.Set<Person>() on s.Person equals p.Id
         join o in db.Set<Organisation>() on p.Organisation equals o.Id into organisations
         from o in organisations.DefaultIfEmpty()
         where s.Body == body && s.From <= day && (s.To == null || s.To >= day)
         orderby s.Kind == StandingKind.Chair ? 0 : s.Kind == StandingKind.ViceChair ? 1 : 2, s.From
         select new StandingInfo(p.Id, p.Name, p.Mail, p.Organisation, o == null ? null : o.Name, s.Kind)).ToListAsync(ct);
}
