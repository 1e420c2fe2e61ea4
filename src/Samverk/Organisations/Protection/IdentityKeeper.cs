using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.Protection;

/// <summary>Protects a person's identity, and lifts the protection when it is over.</summary>
sealed class IdentityKeeper(SamverkDb db, Work work, TimeProvider clock)
{
    public Task<Refusal?> Protect(Guid id, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        var person = await Kept(id, by, ct);
        var name = person.Folded;
        db.Add(person.Protect(clock.Now(), by.Person));
        // Minutes and lists that have the name still mean this person, without saying so.
        if (!await db.Set<PersonAlias>().AnyAsync(a => a.Person == id && a.Folded == name, ct))
            db.Add(new PersonAlias(db.Area, id, name));
        await Call(id, person.Name, ct);
    }, ct);

    public Task<Refusal?> Lift(Guid id, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        var person = await Kept(id, by, ct);
        var kept = await db.Set<ProtectedName>().AsTracking().SingleOrDefaultAsync(n => n.Person == id, ct);
        Refusal.Heed(kept is null ? new("not-protected", "Personen har inga skyddade personuppgifter.") : null);
        person.Lift(kept!, clock.Now(), by.Person);
        db.Remove(kept!);
        await Call(id, person.Name, ct);
    }, ct);

    async Task<Person> Kept(Guid id, Actor by, CancellationToken ct)
    {
        var person = await db.Person(id, ct);
        Refusal.Heed(by.MayKeep(person.Organisation));
        return person;
    }

    /// <summary>An account has a name too; one that is somebody in several areas is called as they are called elsewhere.</summary>
    async Task Call(Guid person, string name, CancellationToken ct)
    {
        var own = await db.Set<SigningIn.AccountPerson>().Where(p => p.Person == person).Select(p => p.Account).ToListAsync(ct);
        await db.Set<Account>().Where(a => own.Contains(a.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.Name, name), ct);
    }
}
