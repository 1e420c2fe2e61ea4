using Microsoft.EntityFrameworkCore;
using Samverk.Organisations.ApiAccess;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>A person as other rooms know them.</summary>
/// <param name="Name">Safe to show anywhere: 'Skyddad person' for who has a protected identity.</param>
/// <param name="Title">Null for who has a protected identity.</param>
public sealed record PersonInfo(Guid Id, string Name, string? Title, Guid? Organisation, string? OrganisationName)
{
    /// <summary>What stands for the name of somebody with protected identity, and of somebody who has been anonymised.</summary>
    public const string Protected = "Skyddad person", Anonymised = "Anonymiserad person";

    public bool IsProtected { get; init; }
    /// <summary>Nothing can be given to them any more.</summary>
    public bool IsAnonymised { get; init; }
}

/// <summary>An organisation as other rooms know it.</summary>
public sealed record OrganisationInfo(Guid Id, string Name, OrganisationKind Kind, string? Code)
{
    public bool IsPrincipal => Kind is OrganisationKind.Region or OrganisationKind.Municipality;
}

/// <summary>What other rooms may ask about people, bodies and organisations of the current area.</summary>
public sealed class AreaDirectory(SamverkDb db, AreaMemory memory)
{
    public async Task<IReadOnlyList<PersonInfo>> People(CancellationToken ct) => await memory.Recall(Everything.People, () =>
        (from p in db.Set<Person>()
         join o in db.Set<Organisation>() on p.Organisation equals o.Id into organisations
         from o in organisations.DefaultIfEmpty()
         orderby p.NameSort
         select new PersonInfo(p.Id, p.Name, p.Title, p.Organisation, o == null ? null : o.Name) { IsProtected = p.IsProtected, IsAnonymised = p.AnonymisedAt != null }).ToListAsync(ct), ct);

    /// <summary>Where letters to some people go; those without an address are not there. For sending, never for showing.</summary>
    public Task<Dictionary<Guid, string>> Mails(IReadOnlyCollection<Guid> people, CancellationToken ct) =>
        db.Set<Person>().Where(p => people.Contains(p.Id) && p.Mail != null).ToDictionaryAsync(p => p.Id, p => p.Mail!, ct);

    public async Task<IReadOnlyList<OrganisationInfo>> Organisations(CancellationToken ct) => await memory.Recall(Everything.Organisations, () =>
        db.Set<Organisation>().OrderBy(o => o.Kind == OrganisationKind.Region ? 0 : 1).ThenBy(o => o.NameSort)
            .Select(o => new OrganisationInfo(o.Id, o.Name, o.Kind, o.Code)).ToListAsync(ct), ct);

    public async Task<IReadOnlyList<BodyInfo>> Bodies(CancellationToken ct) => await memory.Recall(Everything.Bodies, () =>
        db.Set<Body>().OrderBy(b => b.NameSort).Select(b => new BodyInfo(b.Id, b.Area, b.Owner, b.Code, b.Name, b.ShortName, b.Parent)).ToListAsync(ct), ct);

    public Task<BodyInfo?> Body(Guid id, CancellationToken ct) =>
        db.Set<Body>().Where(b => b.Id == id).Select(b => new BodyInfo(b.Id, b.Area, b.Owner, b.Code, b.Name, b.ShortName, b.Parent)).SingleOrDefaultAsync(ct);

    /// <summary>Other spellings that a person has said are the same, by folded name.</summary>
    public async Task<ILookup<string, Guid>> PersonAliases(CancellationToken ct) =>
        (await db.Set<PersonAlias>().ToListAsync(ct)).ToLookup(a => a.Folded, a => a.Person);

    public async Task<IReadOnlyDictionary<string, Guid>> BodyAliases(CancellationToken ct) =>
        await db.Set<BodyAlias>().ToDictionaryAsync(a => a.Folded, a => a.Body, ct);

    /// <summary>Adds a person that somebody has said is new. Within a unit of work.</summary>
    public Guid AddPerson(string name, string? title, Guid? organisation, DateTimeOffset at, Guid? by) =>
        db.Add(new Person(db.Area, name, title, organisation, at, by)).Entity.Id;

    /// <summary>Adds a body that somebody has said is new; its code is made of its initials. Within a unit of work.</summary>
    public async Task<BodyInfo> AddBody(string name, DateTimeOffset at, Guid? by, CancellationToken ct)
    {
        var host = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Region).Select(o => o.Id).FirstAsync(ct);
        var taken = await db.Set<Body>().Select(b => b.Code).ToListAsync(ct);
        var body = new Body(db.Area, host, FreeCode(name, taken), name, null, "", null, at, by);
        db.Add(body);
        return new(body.Id, body.Area, body.Owner, body.Code, body.Name, body.ShortName);
    }

    /// <summary>Remembers that a spelling means a person. Within a unit of work.</summary>
    public async Task Remember(string spelling, Guid person, CancellationToken ct)
    {
        var folded = Swedish.Fold(spelling);
        if (!await db.Set<PersonAlias>().AnyAsync(a => a.Folded == folded && a.Person == person, ct)
            && !await db.Set<Person>().AnyAsync(p => p.Id == person && p.Folded == folded, ct)
            && !db.Set<PersonAlias>().Local.Any(a => a.Folded == folded && a.Person == person))
            db.Add(new PersonAlias(db.Area, person, folded));
    }

    /// <summary>Remembers that a name means a body. Within a unit of work.</summary>
    public async Task RememberBody(string spelling, Guid body, CancellationToken ct)
    {
        var folded = Swedish.Fold(spelling);
        if (!await db.Set<BodyAlias>().AnyAsync(a => a.Folded == folded, ct))
            db.Add(new BodyAlias(db.Area, body, folded));
    }

    enum Everything { People, Organisations, Bodies }

    static string FreeCode(string name, List<string> taken)
    {
        var initials = string.Concat(name.Split(' ', '-').Where(w => w.Length > 3).Take(4).Select(w => char.ToUpper(w[0], Swedish.Culture)));
        var code = initials.Length == 0 ? "O" : initials;
        for (var n = 2; taken.Contains(code); n++)
            code = $"{initials}{n}";
        return code;
    }
}

/// <summary>Finds who somebody is and what they may today.</summary>
public sealed class Actors(SamverkDb db, AreaMemory memory)
{
    /// <returns>Null when no such system is connected to the current area.</returns>
    public Task<Actor?> System(Guid system, CancellationToken ct) =>
        (from s in db.Set<ConnectedSystem>()
         join a in db.Set<Area>() on s.Area equals a.Id
         where s.Id == system && s.DisconnectedAt == null
         select new Actor(s.Id, s.Name, null, s.Area, a.Name) { Organisation = s.Organisation, IsSystem = true }).SingleOrDefaultAsync(ct)!;

    /// <returns>Null when there is no such person in the current area.</returns>
    public Task<Actor?> Find(Guid person, DateOnly today, CancellationToken ct) => memory.Recall(new OnDay(person, today), () => Ask(person, today, ct), ct);

    readonly record struct OnDay(Guid Person, DateOnly Day);

    async Task<Actor?> Ask(Guid person, DateOnly today, CancellationToken ct)
    {
        var found = await (from p in db.Set<Person>()
                           join a in db.Set<Area>() on p.Area equals a.Id
                           where p.Id == person
                           select new { p.Name, p.Title, p.Organisation, p.Area, AreaName = a.Name }).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        var functions = await db.Set<Function>().Where(f => f.Person == person && f.From <= today && (f.To == null || f.To >= today)).Select(f => new { f.Kind, f.Organisation }).ToListAsync(ct);
        var standings = await db.Set<Standing>().Where(s => s.Person == person && s.From <= today && (s.To == null || s.To >= today)).Select(s => new { s.Kind, s.Body }).ToListAsync(ct);
        var seats = await db.Set<Membership>().Where(m => m.Person == person && m.Role != MembershipRole.Guest && m.From <= today && (m.To == null || m.To >= today)).Select(m => m.Body).ToListAsync(ct);
        return new(person, found.Name, found.Title, found.Area, found.AreaName)
        {
            Organisation = found.Organisation,
            Functions = [.. functions.Select(f => (f.Kind, f.Organisation))],
            Standings = [.. standings.Select(s => (s.Kind, s.Body))],
            MemberOf = seats.ToHashSet(),
        };
    }
}
