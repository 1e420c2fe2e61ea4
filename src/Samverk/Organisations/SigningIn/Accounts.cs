using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.SigningIn;

/// <summary>Whom an account is, in which areas.</summary>
/// <param name="AreaName">As people call the area.</param>
public sealed record AccountArea(Guid Area, string AreaName, Guid Person);

/// <summary>Accounts and their people.</summary>
sealed class Accounts(SamverkDb db, TimeProvider clock)
{
    /// <summary>The areas of an account, by name.</summary>
    public Task<List<AccountArea>> Areas(Guid account, CancellationToken ct) =>
        (from p in db.Set<AccountPerson>()
         join a in db.Set<Area>() on p.Area equals a.Id
         where p.Account == account
         orderby a.Name
         select new AccountArea(p.Area, a.Name, p.Person)).ToListAsync(ct);

    /// <summary>The account of a person of the current area, made when there was none. Within a unit of work.</summary>
    public async Task<AccountPerson> Of(Guid person, CancellationToken ct)
    {
        if (await db.Set<AccountPerson>().AsTracking().SingleOrDefaultAsync(p => p.Person == person, ct) is { } known)
            return known;
        var found = await db.Set<Person>().Where(p => p.Id == person && p.AnonymisedAt == null).Select(p => new { p.Name, p.Area }).SingleOrDefaultAsync(ct)
            ?? throw new RefusedException(new("person-missing", "Personen finns inte längre."));
        var account = db.Add(new Account(found.Name, clock.Now())).Entity;
        return db.Add(new AccountPerson(account.Id, found.Area, person)).Entity;
    }

    /// <summary>Where the account was last, else the first of its areas; null when it is nobody anywhere.</summary>
    public async Task<(Guid Area, Guid Person)?> Latest(Guid account, CancellationToken ct)
    {
        var people = await db.Set<AccountPerson>().Where(p => p.Account == account).OrderBy(p => p.Area).ToListAsync(ct);
        if (people.Count == 0)
            return null;
        var last = people.Count == 1 ? people[0].Area : await db.Set<Session>().Where(s => s.Account == account).OrderByDescending(s => s.SeenAt).Select(s => s.Area).FirstOrDefaultAsync(ct);
        var place = people.Find(p => p.Area == last) ?? people[0];
        return (place.Area, place.Person);
    }
}
