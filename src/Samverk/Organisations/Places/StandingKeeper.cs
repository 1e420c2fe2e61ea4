using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>Who chairs a body and who keeps its minutes: appointed, corrected, ended, withdrawn.</summary>
sealed class StandingKeeper(SamverkDb db, Work work, PersonKeeper people, TimeProvider clock)
{
    /// <param name="person">Null when it is somebody new.</param>
    public Task<Refusal?> Appoint(Guid? body, StandingKind kind, Guid? person, PersonFacts? somebodyNew, DateOnly? from, DateOnly? to, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(by.May(Permission.Administer));
        var of = await db.Body(body, ct);
        var who = person is null && somebodyNew is not null ? await people.New(somebodyNew, by, ct) : await db.Person(person, ct);
        var days = Period.Typed(from, to, clock.Today());
        await Check(null, of, who, kind, days, ct);
        var standing = new Standing(db.Area, of.Id, who.Id, kind, days.From, days.To);
        standing.Given(Telling(of, who, kind, by));
        db.Add(standing);
    }, ct);

    public Task<Refusal?> Correct(Guid id, DateOnly? from, DateOnly? to, Actor by, CancellationToken ct) => Change(id, by, async (standing, body, person) =>
    {
        var days = Period.Typed(from, to, clock.Today());
        await Check(id, body, person, standing.Kind, days, ct);
        standing.Correct(days, Telling(body, person, standing.Kind, by));
    }, ct);

    public Task<Refusal?> End(Guid id, DateOnly? last, Actor by, CancellationToken ct) => Change(id, by, (standing, body, person) =>
    {
        Refusal.Heed(last is null ? new("last-missing", "Sista dagen saknas. Skriv den som 2026-12-31.") : null);
        standing.End(last!.Value, Telling(body, person, standing.Kind, by));
        return Task.CompletedTask;
    }, ct);

    public Task<Refusal?> Withdraw(Guid id, string reason, Actor by, CancellationToken ct) => Change(id, by, (standing, body, person) =>
    {
        standing.Withdraw(reason, Telling(body, person, standing.Kind, by));
        return Task.CompletedTask;
    }, ct);

    Task<Refusal?> Change(Guid id, Actor by, Func<Standing, Body, Person, Task> change, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(by.May(Permission.Administer));
        var standing = await db.One<Standing>(s => s.Id == id, new("place-missing", "Uppgiften finns inte längre. Läs om sidan."), ct);
        await change(standing, await db.Body(standing.Body, ct), await db.Person(standing.Person, ct));
    }, ct);

    async Task Check(Guid? self, Body body, Person person, StandingKind kind, Period days, CancellationToken ct)
    {
        await db.OneAtATime(ct);
        var others = await (from s in db.Set<Standing>()
                            join p in db.Set<Person>() on s.Person equals p.Id
                            where s.Id != self && s.Body == body.Id && s.Kind == kind
                            select new { s.Person, p.Name, Days = new Period(s.From, s.To) }).ToListAsync(ct);
        var what = kind.Words().ToLower(Swedish.Culture);
        var twice = others.Find(o => o.Person == person.Id && o.Days.Overlaps(days));
        Refusal.Heed(twice is null ? null : new("standing-overlaps", $"{person.Name} är redan {what} i {body.ShortName} {twice.Days.Words}."));
        var before = kind == StandingKind.Chair ? others.Find(o => o.Days.Overlaps(days)) : null;
        Refusal.Heed(before is null ? null : new("chair-taken", $"{before.Name} är {what} i {body.ShortName} {before.Days.Words}. Avsluta det först."));
    }

    Telling Telling(Body body, Person person, StandingKind kind, Actor by) =>
        new(person.Name, $"{kind.Words().ToLower(Swedish.Culture)} i {body.ShortName}", [body.Id, person.Id], clock.Now(), by.Person);
}
