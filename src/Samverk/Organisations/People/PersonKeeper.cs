using Microsoft.EntityFrameworkCore;
using Samverk.Organisations.Protection;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <param name="IsAnother">Somebody has said that it is another human than the one of the same name and organisation.</param>
sealed record PersonFacts(string Name, string? Title, Guid? Organisation, string? Mail, bool IsAnother = false);

/// <summary>Adds, renames and moves people.</summary>
sealed class PersonKeeper(SamverkDb db, Work work, TimeProvider clock)
{
    public async Task<(Guid Person, Refusal? Refusal)> Add(PersonFacts facts, Actor by, CancellationToken ct)
    {
        Guid added = default;
        var refusal = await work.Do(async () =>
        {
            Refusal.Heed(by.MayKeep(facts.Organisation));
            added = (await New(facts, by, ct)).Id;
        }, ct);
        return (added, refusal);
    }

    /// <summary>Within a unit of work that has asked whether they may.</summary>
    public async Task<Person> New(PersonFacts facts, Actor by, CancellationToken ct)
    {
        var (name, title, mail) = Typed(facts);
        await Check(null, name, facts, ct);
        var person = new Person(db.Area, name, title, facts.Organisation, clock.Now(), by.Person);
        if (mail is not null)
            person.Reach(mail, clock.Now(), by.Person);
        return db.Add(person).Entity;
    }

    public Task<Refusal?> Change(Guid id, PersonFacts facts, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        var person = await db.Person(id, ct);
        Refusal.Heed(by.MayKeep(person.Organisation) ?? by.MayKeep(facts.Organisation));
        var (name, title, mail) = Typed(facts);
        if (!person.IsProtected)
            await Check(id, name, facts, ct);
        if (mail != person.Mail)
            await CheckMail(person, by, ct);
        var at = clock.Now();
        await Rename(person, name, title, at, by.Person, ct);
        if (facts.Organisation != person.Organisation)
            await Move(person, facts.Organisation, at, by.Person, ct);
        person.Reach(mail, at, by.Person);
    }, ct);

    async Task Rename(Person person, string name, string? title, DateTimeOffset at, Guid by, CancellationToken ct)
    {
        if (person.IsProtected)
        {
            var kept = await db.Set<ProtectedName>().AsTracking().SingleAsync(n => n.Person == person.Id, ct);
            await RememberName(person.Id, Swedish.Fold(name), ct);
            person.Renamed(kept, name, title, at, by);
            return;
        }
        if (Swedish.Fold(name) != person.Folded)
            await RememberName(person.Id, person.Folded, ct);
        person.Rename(name, title, at, by);
    }

    async Task Move(Person person, Guid? organisation, DateTimeOffset at, Guid by, CancellationToken ct)
    {
        var before = await db.Set<Organisation>().Where(o => o.Id == person.Organisation).Select(o => o.Name).SingleOrDefaultAsync(ct);
        person.Move(organisation is { } to ? (to, (await db.Organisation(to, ct)).Name) : null, before, at, by);
    }

    async Task Check(Guid? self, string name, PersonFacts facts, CancellationToken ct)
    {
        if (facts.Organisation is not null)
            await db.Organisation(facts.Organisation, ct);
        var folded = Swedish.Fold(name);
        Refusal.Heed(!facts.IsAnother && await db.Set<Person>().AnyAsync(p => p.Id != self && p.Folded == folded && p.Organisation == facts.Organisation, ct)
            ? new("person-exists", $"{name} finns redan i samma organisation. Är det en annan med samma namn, säg det med rutan.") : null);
    }

    /// <summary>The address is a way in: who looks after an organisation must not reach what its people do for bodies and the area.</summary>
    async Task CheckMail(Person person, Actor by, CancellationToken ct)
    {
        if (by.IsAdministrator)
            return;
        var today = clock.Today();
        var isMore = await db.Set<Standing>().AnyAsync(s => s.Person == person.Id && (s.To == null || s.To >= today), ct)
            || await db.Set<Function>().AnyAsync(f => f.Person == person.Id && f.Organisation != person.Organisation && (f.To == null || f.To >= today), ct)
            || (await db.Set<Function>().AnyAsync(f => f.Person == person.Id && f.Kind == FunctionKind.Administrator && (f.To == null || f.To >= today), ct) && !by.Is(FunctionKind.Administrator, person.Organisation));
        Refusal.Heed(isMore ? new("may-not-administer", "Bara områdets administratör kan ändra e-postadressen för den som leder ett organ, för dess protokoll eller har en funktion utanför organisationen.") : null);
    }

    /// <summary>Older minutes and lists say the older name.</summary>
    async Task RememberName(Guid person, string folded, CancellationToken ct)
    {
        if (!await db.Set<PersonAlias>().AnyAsync(a => a.Person == person && a.Folded == folded, ct))
            db.Add(new PersonAlias(db.Area, person, folded));
    }

    static (string Name, string? Title, string? Mail) Typed(PersonFacts facts)
    {
        var (name, title, mail) = (facts.Name.Trim(), TextRules.Trimmed(facts.Title), TextRules.Trimmed(facts.Mail)?.ToLowerInvariant());
        Refusal.Heed(TextRules.Name(name, "Namnet") ?? TextRules.OneLine(title, "Titeln") ?? Reach.MailFault(mail));
        return (name, title, mail);
    }
}
