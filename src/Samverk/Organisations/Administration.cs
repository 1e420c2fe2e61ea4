using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <param name="Parent">The body it reports to.</param>
/// <param name="Host">The organisation whose public records its minutes are; null when nobody chose.</param>
sealed record NewBody(string Code, string Name, string Kind, Guid? Parent, Guid? Host);

/// <summary>A secretary to be: somebody known, or a person by name.</summary>
sealed record NewSecretary(Guid? Body, Guid? Person, string Name, string? Title, Guid? Organisation, DateOnly? From);

/// <summary>What an administrator does with the area's organisations, bodies and people.</summary>
sealed class Administration(SamverkDb db, Work work, TimeProvider clock)
{
    const int LongestName = 200, LongestCode = 8;

    public Task<Refusal?> AddOrganisation(string name, OrganisationKind kind, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(by.May(Permission.Administer) ?? NameFault(name, "Organisationens namn"));
        Refusal.Heed(KindNames.Addable.Contains(kind) ? null : new("kind-odd", "Välj vilket slag av organisation det är."));
        var taken = await db.Set<Organisation>().Select(o => o.Name).ToListAsync(ct);
        Refusal.Heed(taken.Exists(t => Swedish.Fold(t) == Swedish.Fold(name)) ? new("organisation-exists", $"{name.Trim()} finns redan i området.") : null);
        var organisation = new Organisation(db.Area, kind, name.Trim(), null);
        organisation.Added(clock.Now(), by.Person);
        db.Add(organisation);
    }, ct);

    public Task<Refusal?> AddBody(NewBody body, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        var (code, name) = (body.Code.Trim().ToUpper(Swedish.Culture), body.Name.Trim());
        Refusal.Heed(by.May(Permission.Administer) ?? CodeFault(code) ?? NameFault(name, "Organets namn"));
        var known = await db.Set<Body>().Select(b => new { b.Id, b.Code, b.Name }).ToListAsync(ct);
        Refusal.Heed(known.Find(b => b.Code == code) is { } holder ? new("code-taken", $"Koden {code} har {holder.Name} redan. Skriv en annan.") : null);
        Refusal.Heed(known.Exists(b => Swedish.Fold(b.Name) == Swedish.Fold(name)) ? new("body-exists", $"{name} finns redan i området.") : null);
        Refusal.Heed(body.Parent is { } parent && known.TrueForAll(b => b.Id != parent) ? new("parent-missing", "Organet som det rapporterar till finns inte. Välj det i listan.") : null);
        Refusal.Heed(await HasOrganisation(body.Host, ct) ? null : new("host-missing", "Välj vilken organisation som förvarar organets handlingar."));
        db.Add(new Body(db.Area, body.Host!.Value, code, name, null, body.Kind.Trim(), body.Parent, clock.Now(), by.Person));
    }, ct);

    public Task<Refusal?> AppointSecretary(NewSecretary secretary, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(by.May(Permission.Administer));
        var body = await db.Set<Body>().AsTracking().SingleOrDefaultAsync(b => b.Id == secretary.Body, ct)
            ?? throw new RefusedException(new("body-missing", "Välj organet i listan."));
        var person = await Known(secretary.Person, ct) ?? await Add(secretary, by, ct);
        var from = secretary.From ?? clock.Today();
        var standing = db.Set<Standing>().Where(s => s.Body == body.Id && s.Person == person.Id && s.Kind == StandingKind.Secretary);
        Refusal.Heed(await standing.AnyAsync(s => s.To == null || s.To >= from, ct)
            ? new("secretary-already", $"{person.Name} är redan sekreterare i {body.Name}.") : null);
        db.Add(body.AppointSecretary(person.Id, person.Name, from, clock.Now(), by.Person));
    }, ct);

    /// <summary>Ends a secretary's standing at once: yesterday was its last day.</summary>
    public Task<Refusal?> ReleaseSecretary(Guid standing, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(by.May(Permission.Administer));
        var held = await db.Set<Standing>().AsTracking().SingleOrDefaultAsync(s => s.Id == standing && s.Kind == StandingKind.Secretary && s.To == null, ct)
            ?? throw new RefusedException(new("standing-ended", "Uppdraget är redan avslutat."));
        var body = await db.Set<Body>().AsTracking().SingleAsync(b => b.Id == held.Body, ct);
        var name = await db.Set<Person>().Where(p => p.Id == held.Person).Select(p => p.Name).SingleAsync(ct);
        body.ReleaseSecretary(held, name, clock.Today().AddDays(-1), clock.Now(), by.Person);
    }, ct);

    async Task<Person?> Known(Guid? id, CancellationToken ct) =>
        id is null ? null
        : await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new RefusedException(new("person-missing", "Personen finns inte. Välj i listan eller skriv ett nytt namn."));

    async Task<Person> Add(NewSecretary secretary, Actor by, CancellationToken ct)
    {
        var name = secretary.Name.Trim();
        Refusal.Heed(name.Length == 0 ? new("person-missing", "Välj en person i listan, eller skriv namnet på en ny.") : NameFault(name, "Namnet"));
        var folded = Swedish.Fold(name);
        Refusal.Heed(await db.Set<Person>().AnyAsync(p => p.Folded == folded && p.Organisation == secretary.Organisation, ct)
            ? new("person-exists", $"{name} finns redan i samma organisation. Välj namnet i listan.") : null);
        Refusal.Heed(secretary.Organisation is null || await HasOrganisation(secretary.Organisation, ct) ? null : new("organisation-missing", "Organisationen finns inte. Välj den i listan."));
        var at = clock.Now();
        return db.Add(new Person(db.Area, name, string.IsNullOrWhiteSpace(secretary.Title) ? null : secretary.Title.Trim(), secretary.Organisation, at, by.Person)).Entity;
    }

    async Task<bool> HasOrganisation(Guid? id, CancellationToken ct) => id is not null && await db.Set<Organisation>().AnyAsync(o => o.Id == id, ct);

    static Refusal? NameFault(string name, string what) =>
        string.IsNullOrWhiteSpace(name) ? new("name-missing", $"{what} saknas. Skriv det.")
        : name.Length > LongestName ? new("name-long", $"{what} är längre än {LongestName} tecken. Korta det.")
        : null;

    static Refusal? CodeFault(string code) =>
        code.Length == 0 ? new("code-missing", "Koden saknas. Skriv två eller tre bokstäver, till exempel SR.")
        : code.Length > LongestCode || !code.All(char.IsLetterOrDigit) ? new("code-odd", $"Koden är bokstäver och siffror, högst {LongestCode}, till exempel SR.")
        : null;
}
