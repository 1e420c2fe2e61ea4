using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>A place in a body, as somebody typed it.</summary>
/// <param name="Order">In which order a deputy is called in, and which member a personal deputy is for.</param>
/// <param name="Party">Where deputies are called by party.</param>
sealed record PlaceFacts(Guid? Seat, MembershipRole Role, DateOnly? From, DateOnly? To, int? Order, string? Party = null);

/// <summary>Who sits in a body: seated, corrected, ended, withdrawn.</summary>
sealed class PlaceKeeper(SamverkDb db, Work work, PersonKeeper people, TimeProvider clock)
{
    const int LastInOrder = 99;

    /// <param name="person">Null when it is somebody new.</param>
    public Task<Refusal?> Seat(Guid body, Guid? person, PersonFacts? somebodyNew, PlaceFacts facts, Actor by, CancellationToken ct) =>
        work.Do(() => Place(body, person, somebodyNew, facts, by, ct), ct);

    /// <summary>Within a unit of work.</summary>
    public async Task Place(Guid body, Guid? known, PersonFacts? somebodyNew, PlaceFacts facts, Actor by, CancellationToken ct)
    {
        var into = await db.Body(body, ct);
        var seat = await SeatOf(body, facts.Seat, ct);
        Refusal.Heed(May(by, body, seat));
        var days = Period.Typed(facts.From, facts.To, clock.Today());
        var person = known is null && somebodyNew is not null ? await New(somebodyNew, seat, body, by, ct) : await db.Person(known, ct);
        await Check(null, into, person, seat, facts, days, ct);
        var place = new Membership(db.Area, body, person.Id, seat?.Id, facts.Role, days.From, days.To);
        place.CalledAs(Order(facts), Party(facts));
        place.Given(Telling(into, person, seat, facts.Role, Order(facts), by));
        db.Add(place);
    }

    public Task<Refusal?> Correct(Guid id, PlaceFacts facts, Actor by, CancellationToken ct) => Change(id, by, async (place, body, person, seat) =>
    {
        var to = await SeatOf(body.Id, facts.Seat, ct);
        Refusal.Heed(May(by, body.Id, to));
        var days = Period.Typed(facts.From, facts.To, clock.Today());
        await Check(id, body, person, to, facts, days, ct);
        place.Correct(to?.Id, facts.Role, Order(facts), Party(facts), days,
            Telling(body, person, seat, place.Role, place.CallOrder, by), Telling(body, person, to, facts.Role, Order(facts), by));
    }, ct);

    public Task<Refusal?> End(Guid id, DateOnly? last, Actor by, CancellationToken ct) => Change(id, by, (place, body, person, seat) =>
    {
        Refusal.Heed(last is null ? new("last-missing", "Sista dagen saknas. Skriv den som 2026-12-31.") : null);
        place.End(last!.Value, Telling(body, person, seat, place.Role, place.CallOrder, by));
        return Task.CompletedTask;
    }, ct);

    public Task<Refusal?> Withdraw(Guid id, string reason, Actor by, CancellationToken ct) => Change(id, by, (place, body, person, seat) =>
    {
        place.Withdraw(reason, Telling(body, person, seat, place.Role, place.CallOrder, by));
        return Task.CompletedTask;
    }, ct);

    Task<Refusal?> Change(Guid id, Actor by, Func<Membership, Body, Person, Seat?, Task> change, CancellationToken ct) => work.Do(async () =>
    {
        var place = await db.One<Membership>(m => m.Id == id, new("place-missing", "Platsen finns inte längre. Läs om sidan."), ct);
        var seat = await db.Set<Seat>().SingleOrDefaultAsync(s => s.Id == place.Seat, ct);
        Refusal.Heed(May(by, place.Body, seat));
        await change(place, await db.Body(place.Body, ct), await db.Person(place.Person, ct), seat);
    }, ct);

    public static Refusal? May(Actor by, Guid body, Seat? seat) => by.May(Permission.Seat, new(Body: body, Organisation: seat?.Organisation));

    // A secretary may say that somebody new sits in the body; an organisation adds only people of its own.
    async Task<Person> New(PersonFacts facts, Seat? seat, Guid body, Actor by, CancellationToken ct)
    {
        if (!by.IsAdministrator && !by.IsSecretary(body))
            Refusal.Heed(by.MayKeep(facts.Organisation ?? seat?.Organisation));
        return await people.New(facts with { Organisation = facts.Organisation ?? seat?.Organisation }, by, ct);
    }

    async Task<Seat?> SeatOf(Guid body, Guid? id, CancellationToken ct) =>
        id is null ? null : await db.One<Seat>(s => s.Id == id && s.Body == body, new("seat-missing", "Platsen finns inte i organet. Välj den i listan."), ct);

    async Task Check(Guid? self, Body body, Person person, Seat? seat, PlaceFacts facts, Period days, CancellationToken ct)
    {
        Refusal.Heed(facts.Order is < 1 or > LastInOrder ? new("order-odd", $"Ordningen är ett tal mellan 1 och {LastInOrder}.") : null);
        Refusal.Heed(TextRules.OneLine(facts.Party ?? "", "Partiet"));
        Refusal.Heed(seat is null && facts.Role is MembershipRole.Member or MembershipRole.Deputy && await db.Set<Seat>().AnyAsync(s => s.Body == body.Id && s.To == null, ct)
            ? new("seat-not-chosen", "Välj vilken plats det gäller.") : null);
        Refusal.Heed(seat is not null && (days.From < seat.From || (seat.To is { } last && (days.To is null || days.To > last)))
            ? new("seat-days", $"Platsen {seat.Label} finns {new Period(seat.From ?? days.From, seat.To).Words}. Välj dagar däremellan.") : null);
        await db.OneAtATime(ct);
        var others = await db.Set<Membership>().Where(m => m.Id != self && m.Body == body.Id && m.Person == person.Id).ToListAsync(ct);
        var twice = others.Find(m => m.Days().Overlaps(days) && (m.Seat == seat?.Id || (m.Role == MembershipRole.Member && facts.Role == MembershipRole.Member)));
        Refusal.Heed(twice is null ? null : new("place-overlaps", $"{person.Name} är redan {twice.Role.Words().ToLower(Swedish.Culture)} i {body.ShortName} {twice.Days().Words}. Avsluta det först, eller välj andra dagar."));
    }

    static int? Order(PlaceFacts facts) => IsCalled(facts) ? facts.Order : null;

    static string? Party(PlaceFacts facts) => IsCalled(facts) ? TextRules.Trimmed(facts.Party) : null;

    static bool IsCalled(PlaceFacts facts) => facts.Role is MembershipRole.Member or MembershipRole.Deputy;

    Telling Telling(Body body, Person person, Seat? seat, MembershipRole role, int? order, Actor by) => new(person.Name,
        $"{role.Words().ToLower(Swedish.Culture)}{(order is null ? "" : $" nummer {order}")} i {body.ShortName}{(seat is null ? "" : $" för {seat.Label}")}",
        seat?.Organisation is { } organisation ? [body.Id, person.Id, organisation] : [body.Id, person.Id], clock.Now(), by.Person);
}
