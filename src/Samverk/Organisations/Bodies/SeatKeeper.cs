using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <param name="Organisation">Null for a trade, or for several organisations together.</param>
/// <param name="From">Null when the body has had it since anybody remembers.</param>
sealed record SeatFacts(string Label, Guid? Organisation, int Members, int Deputies, DateOnly? From);

/// <summary>The seats of a body: added, renamed, ordered, ended.</summary>
sealed class SeatKeeper(SamverkDb db, Work work, TimeProvider clock)
{
    const int Most = 99;

    public Task<Refusal?> Add(Guid body, SeatFacts facts, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(by.May(Permission.Administer));
        await db.Body(body, ct);
        var label = TextRules.Trimmed(facts.Label);
        if (facts.Organisation is not null)
            label ??= Short((await db.Organisation(facts.Organisation, ct)).Name);
        Add(await Known(body, ct), body, facts with { Label = label ?? "" }, by);
    }, ct);

    /// <summary>A seat of the same size for each municipality of the area that has none.</summary>
    public Task<Refusal?> AddForMunicipalities(Guid body, SeatFacts facts, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(by.May(Permission.Administer));
        await db.Body(body, ct);
        var seats = await Known(body, ct);
        var municipalities = await db.Set<Organisation>().Where(o => o.Kind == OrganisationKind.Municipality).OrderBy(o => o.NameSort).ToListAsync(ct);
        var lacking = municipalities.FindAll(m => seats.TrueForAll(s => s.Organisation != m.Id));
        Refusal.Heed(lacking.Count == 0 ? new("seats-exist", "Alla kommuner har redan en plats i organet.") : null);
        foreach (var municipality in lacking)
            seats.Add(Add(seats, body, facts with { Label = Short(municipality.Name), Organisation = municipality.Id }, by));
    }, ct);

    public Task<Refusal?> Change(Guid id, SeatFacts facts, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(by.May(Permission.Administer));
        var seat = await One(id, ct);
        var label = facts.Label.Trim();
        Refusal.Heed(Fault(label, facts) ?? Twice(await Known(seat.Body, ct), id, label));
        seat.Change(label, facts.Members, facts.Deputies, clock.Now(), by.Person);
    }, ct);

    /// <param name="up">Before the seat above it; else after the one below.</param>
    public Task<Refusal?> Move(Guid id, bool up, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(by.May(Permission.Administer));
        var seat = await One(id, ct);
        var all = await Known(seat.Body, ct);
        var at = all.FindIndex(s => s.Id == id);
        var to = up ? at - 1 : at + 1;
        if (to < 0 || to >= all.Count)
            return;
        (all[at], all[to]) = (all[to], all[at]);
        foreach (var (one, position) in all.Select((s, i) => (s, i)))
            one.MoveTo(position);
        seat.Moved(at, clock.Now(), by.Person);
    }, ct);

    public Task<Refusal?> End(Guid id, DateOnly? last, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(by.May(Permission.Administer) ?? (last is null ? new("last-missing", "Sista dagen saknas. Skriv den som 2026-12-31.") : null));
        var seat = await One(id, ct);
        var sitting = await (from m in db.Set<Membership>()
                             join p in db.Set<Person>() on m.Person equals p.Id
                             where m.Seat == id && (m.To == null || m.To > last)
                             select p.Name).FirstOrDefaultAsync(ct);
        Refusal.Heed(sitting is null ? null : new("seat-filled", $"{sitting} sitter på platsen efter den dagen. Avsluta det först."));
        seat.End(last!.Value, clock.Now(), by.Person);
    }, ct);

    Seat Add(List<Seat> seats, Guid body, SeatFacts facts, Actor by)
    {
        Refusal.Heed(Fault(facts.Label, facts) ?? Twice(seats, null, facts.Label));
        if (facts.From is { } first)
            Period.Typed(first, null, clock.Today());
        var seat = new Seat(db.Area, body, facts.Label, facts.Organisation, seats.Count == 0 ? 0 : seats.Max(s => s.Position) + 1);
        seat.Wants(facts.Members, facts.Deputies);
        seat.Added(facts.From, clock.Now(), by.Person);
        return db.Add(seat).Entity;
    }

    Task<Seat> One(Guid id, CancellationToken ct) => db.One<Seat>(s => s.Id == id && s.To == null, new("seat-missing", "Platsen finns inte, eller är avslutad."), ct);

    Task<List<Seat>> Known(Guid body, CancellationToken ct) => db.Set<Seat>().AsTracking().Where(s => s.Body == body && s.To == null).OrderBy(s => s.Position).ToListAsync(ct);

    static Refusal? Twice(List<Seat> seats, Guid? self, string label) =>
        seats.Exists(s => s.Id != self && Swedish.Fold(s.Label) == Swedish.Fold(label)) ? new("seat-exists", $"Platsen {label} finns redan i organet.") : null;

    static Refusal? Fault(string label, SeatFacts facts) =>
        TextRules.Name(label, "Platsens namn")
        ?? (facts.Members is < 0 or > Most || facts.Deputies is < 0 or > Most ? new("number-odd", $"Antalet är ett tal mellan 0 och {Most}.") : null);

    /// <summary>'Askersund' for 'Askersunds kommun', as bodies call their seats.</summary>
    static string Short(string name) => OfficialRegister.Recognise(name) is { Kind: OrganisationKind.Municipality } known ? known.Name : name;
}
