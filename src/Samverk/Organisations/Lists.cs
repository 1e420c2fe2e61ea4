using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

public sealed record ListedBody(Guid Id, string Code, string Name, string ShortName, string Kind, Guid? Parent, Guid HostId, string Host, int Members);

/// <param name="Id">Null for those who have no seat: guests, co-opted, members of a body without seats.</param>
/// <param name="Members">How many members it should have.</param>
public sealed record SeatRow(Guid? Id, string Label, Guid? Organisation, int Members, int Deputies, IReadOnlyList<SeatHolder> Holders);

/// <param name="Place">The membership.</param>
/// <param name="Organisation">The person's own.</param>
public sealed record SeatHolder(Guid Place, Guid Person, string Name, Guid? Organisation, MembershipRole Role, int? Order, DateOnly From, DateOnly? To, string? Party = null);

/// <summary>A seat of a body as everybody may know it: who fills it is an organisation, not a person.</summary>
public sealed record PublicSeat(Guid Id, Guid Body, string Label, Guid? Organisation, DateOnly? From, DateOnly? To);

public sealed record StandingRow(Guid Person, string Name, StandingKind Kind, DateOnly From);

/// <param name="Name">Safe to show anywhere, as in <see cref="PersonInfo"/>.</param>
public sealed record PersonRow(Guid Id, string Name, string? Title, Guid? Organisation, string? OrganisationName, int Seats)
{
    public bool IsProtected { get; init; }
    public bool IsAnonymised { get; init; }
}

public sealed record PlaceRow(Guid Body, string What, DateOnly From, DateOnly? To);

/// <summary>The registers of bodies, people and organisations.</summary>
public sealed class OrganisationsLists(SamverkDb db)
{
    public Task<List<ListedBody>> Bodies(DateOnly today, CancellationToken ct) => db.Set<Body>().OrderBy(b => b.NameSort).Rows(db, today).ToListAsync(ct);

    /// <summary>The seats of a body in their order, with who holds them on a day.</summary>
    public async Task<IReadOnlyList<SeatRow>> Seats(Guid body, DateOnly day, CancellationToken ct)
    {
        var seats = await db.Set<Seat>().Where(s => s.Body == body && (s.From == null || s.From <= day) && (s.To == null || s.To >= day)).OrderBy(s => s.Position).ToListAsync(ct);
        var holders = await (from m in db.Set<Membership>()
                             join p in db.Set<Person>() on m.Person equals p.Id
                             where m.Body == body && m.From <= day && (m.To == null || m.To >= day)
                             orderby m.CallOrder == null, m.CallOrder, p.NameSort
                             select new { m.Seat, Holder = new SeatHolder(m.Id, p.Id, p.Name, p.Organisation, m.Role, m.CallOrder, m.From, m.To, m.Party) }).ToListAsync(ct);
        var rows = seats.ConvertAll(s => new SeatRow(s.Id, s.Label, s.Organisation, s.Members, s.Deputies, [.. holders.Where(h => h.Seat == s.Id).Select(h => h.Holder)]));
        var unseated = holders.Where(h => h.Seat is null).Select(h => h.Holder).ToList();
        return unseated.Count == 0 ? rows : [.. rows, new SeatRow(null, "Utan angiven plats", null, 0, 0, unseated)];
    }

    /// <summary>Every seat of every body, over time.</summary>
    public Task<List<PublicSeat>> AllSeats(CancellationToken ct) =>
        db.Set<Seat>().OrderBy(s => s.Body).ThenBy(s => s.Position).ThenBy(s => s.Id).Select(s => new PublicSeat(s.Id, s.Body, s.Label, s.Organisation, s.From, s.To)).ToListAsync(ct);

    public Task<List<StandingRow>> Standings(Guid body, DateOnly day, CancellationToken ct) =>
        (from s in db.Set<Standing>()
         join p in db.Set<Person>() on s.Person equals p.Id
         where s.Body == body && s.From <= day && (s.To == null || s.To >= day)
         orderby s.Kind == StandingKind.Chair ? 0 : s.Kind == StandingKind.ViceChair ? 1 : 2, p.NameSort
         select new StandingRow(p.Id, p.Name, s.Kind, s.From)).ToListAsync(ct);

    public async Task<Listed<PersonRow>> People(string? text, Guid? organisation, DateOnly today, int page, int size, CancellationToken ct)
    {
        var people = db.Set<Person>().Where(p => organisation == null || p.Organisation == organisation);
        foreach (var word in Swedish.Fold(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            people = people.Where(p => p.Folded.Contains(word));
        return new(await people.OrderBy(p => p.NameSort).ThenBy(p => p.Id).Skip((page - 1) * size).Take(size).Rows(db, today).ToListAsync(ct), await people.CountAsync(ct));
    }

    public Task<PersonRow?> Person(Guid id, DateOnly today, CancellationToken ct) => db.Set<Person>().Where(p => p.Id == id).Rows(db, today).SingleOrDefaultAsync(ct);

    /// <summary>A person's seats, standings and functions over time, the latest first.</summary>
    public async Task<IReadOnlyList<PlaceRow>> Places(Guid person, CancellationToken ct)
    {
        var memberships = await db.Set<Membership>().Where(m => m.Person == person).ToListAsync(ct);
        var standings = await db.Set<Standing>().Where(s => s.Person == person).ToListAsync(ct);
        return [.. memberships.Select(m => new PlaceRow(m.Body, m.Role.Words(), m.From, m.To)).Concat(standings.Select(s => new PlaceRow(s.Body, s.Kind.Words(), s.From, s.To))).OrderByDescending(p => p.From)];
    }

    /// <summary>The seats that an organisation fills, by body.</summary>
    public Task<List<PlaceRow>> SeatsOf(Guid organisation, CancellationToken ct) =>
        db.Set<Seat>().Where(s => s.Organisation == organisation && s.To == null).Select(s => new PlaceRow(s.Body, s.Label, default, null)).ToListAsync(ct);
}

/// <summary>How lists and registers read people and bodies.</summary>
static class OrganisationQueries
{
    public static IQueryable<PersonRow> Rows(this IQueryable<Person> people, SamverkDb db, DateOnly today) =>
        people.Select(p => new PersonRow(p.Id, p.Name, p.Title, p.Organisation, db.Set<Organisation>().Where(o => o.Id == p.Organisation).Select(o => o.Name).FirstOrDefault(),
            db.Set<Membership>().Count(m => m.Person == p.Id && m.From <= today && (m.To == null || m.To >= today))) { IsProtected = p.IsProtected, IsAnonymised = p.AnonymisedAt != null });

    public static IQueryable<ListedBody> Rows(this IQueryable<Body> bodies, SamverkDb db, DateOnly today) =>
        bodies.Select(b => new ListedBody(b.Id, b.Code, b.Name, b.ShortName, b.Kind, b.Parent, b.Owner, db.Set<Organisation>().Where(o => o.Id == b.Owner).Select(o => o.Name).First(),
            db.Set<Membership>().Count(m => m.Body == b.Id && m.Role == MembershipRole.Member && m.From <= today && (m.To == null || m.To >= today))));
}

public static class OrganisationWords
{
    public static string Words(this MembershipRole role) => role switch
    {
        MembershipRole.Member => "Ledamot",
        MembershipRole.Deputy => "Ersättare",
        MembershipRole.CoOpted => "Adjungerad",
        MembershipRole.Guest => "Inbjuden",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static string Words(this FunctionKind kind) => kind switch
    {
        FunctionKind.Administrator => "Administratör",
        FunctionKind.Registrar => "Registrator",
        FunctionKind.Coordinator => "Samordnare",
        FunctionKind.Reporter => "Rapportör",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Words(this StandingKind kind) => kind switch
    {
        StandingKind.Chair => "Ordförande",
        StandingKind.ViceChair => "Vice ordförande",
        StandingKind.Secretary => "Sekreterare",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
