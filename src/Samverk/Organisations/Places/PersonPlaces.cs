using Microsoft.EntityFrameworkCore;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <param name="Seat">The seat's label; null for who has none.</param>
public sealed record PersonMembership(Guid Body, string? Seat, MembershipRole Role, DateOnly From, DateOnly? To);

public sealed record PersonStanding(Guid Body, StandingKind Kind, DateOnly From, DateOnly? To);

/// <summary>What a person has been in which bodies, the latest first.</summary>
public sealed class PersonPlaces(SamverkDb db)
{
    public Task<List<PersonMembership>> Memberships(Guid person, CancellationToken ct) =>
        (from m in db.Set<Membership>()
         join s in db.Set<Seat>() on m.Seat equals (Guid?)s.Id into seats
         from s in seats.DefaultIfEmpty()
         where m.Person == person
         orderby m.From descending, m.Id
         select new PersonMembership(m.Body, s == null ? null : s.Label, m.Role, m.From, m.To)).ToListAsync(ct);

    public Task<List<PersonStanding>> Standings(Guid person, CancellationToken ct) =>
        db.Set<Standing>().Where(s => s.Person == person).OrderByDescending(s => s.From).ThenBy(s => s.Id).Select(s => new PersonStanding(s.Body, s.Kind, s.From, s.To)).ToListAsync(ct);
}
