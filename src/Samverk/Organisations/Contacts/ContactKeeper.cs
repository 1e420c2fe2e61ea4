using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>A contact way as somebody typed it.</summary>
sealed record ContactFacts(string Label, string? Mail, string? Telephone, string? Hours, DateOnly? From);

/// <summary>The functional addresses of organisations.</summary>
sealed class ContactKeeper(SamverkDb db, Work work, TimeProvider clock)
{
    public Task<Refusal?> Add(Guid organisation, ContactFacts facts, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(by.MayKeep(organisation));
        await db.Organisation(organisation, ct);
        var (label, reach) = Typed(facts);
        var way = new ContactWay(db.Area, organisation, label, reach, Period.Typed(facts.From ?? clock.Today(), null, clock.Today()));
        way.Added(clock.Now(), by.Person);
        db.Add(way);
    }, ct);

    public Task<Refusal?> Change(Guid id, ContactFacts facts, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        var way = await One(id, by, ct);
        var (label, reach) = Typed(facts);
        way.Change(label, reach, clock.Now(), by.Person);
    }, ct);

    public Task<Refusal?> End(Guid id, DateOnly? last, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        var way = await One(id, by, ct);
        Refusal.Heed(last is null ? new("last-missing", "Sista dagen saknas. Skriv den som 2026-12-31.") : null);
        way.End(last!.Value, clock.Now(), by.Person);
    }, ct);

    async Task<ContactWay> One(Guid id, Actor by, CancellationToken ct)
    {
        var way = await db.One<ContactWay>(c => c.Id == id, new("contact-missing", "Kontaktvägen finns inte. Läs om sidan."), ct);
        Refusal.Heed(by.MayKeep(way.Organisation));
        return way;
    }

    static (string Label, Reach Reach) Typed(ContactFacts facts)
    {
        var label = facts.Label.Trim();
        Refusal.Heed(TextRules.Name(label, "Vad som svarar"));
        var reach = Reach.Typed(facts.Mail, facts.Telephone, facts.Hours);
        Refusal.Heed(reach is { Mail: null, Telephone: null } ? new("reach-missing", "Skriv en e-postadress eller ett telefonnummer.") : null);
        return (label, reach);
    }
}
