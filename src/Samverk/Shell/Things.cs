using Samverk.Agreements;
using Samverk.Agreements.Consulting;
using Samverk.Agreements.Disputes;
using Samverk.Disclosure;
using Samverk.Import;
using Samverk.Meetings;
using Samverk.Meetings.Backlog;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Shared;

namespace Samverk.Shell;

/// <summary>Something that has a page of its own.</summary>
/// <param name="Subjects">Those whose happenings are its story: itself, and what it is part of.</param>
public sealed record Thing(string Title, string Address, IReadOnlyList<Guid> Subjects);

/// <summary>Finds what an id is, among all that the person at the door may see: each room is asked by the same read as its page asks.</summary>
public sealed class Things(AtTheDoor door, Names names, AreaDirectory directory, OrganisationsLists organisations, MeetingsLists meetings, BacklogLists backlog, PlansLists plans, AgreementsLists agreements, ConsultationViews consultations, DisputeViews disputes, ImportedThings imported, Disclosures disclosures, TimeProvider clock)
{
    /// <returns>Null when there is no such thing, or none that they may see.</returns>
    public async Task<Thing?> Find(Guid id, CancellationToken ct)
    {
        await names.Load(ct);
        return await Meeting(id, ct) ?? await Decision(id, ct) ?? await Assignment(id, ct) ?? await Agreement(id, ct) ?? await Consultation(id, ct) ?? await Dispute(id, ct)
            ?? await Body(id, ct) ?? await Person(id, ct) ?? await Organisation(id, ct) ?? await Imported(id, ct) ?? await Request(id, ct) ?? await Waiting(id, ct);
    }

    async Task<Thing?> Meeting(Guid id, CancellationToken ct) =>
        await meetings.Meeting(id, ct) is { } m ? new($"{names.Body(m.Body)} {m.On.InWords()}", $"/moten/{id}", [id]) : null;

    async Task<Thing?> Decision(Guid id, CancellationToken ct) =>
        await meetings.Decision(id, ct) is var (row, _, _) ? new($"Beslut {row.Number}", $"/beslut/{id}", [id, row.Meeting]) : null;

    async Task<Thing?> Assignment(Guid id, CancellationToken ct) =>
        await plans.Assignment(id, door.Required, ct) is { } a ? new(a.Row.Text, $"/uppdrag/{id}", [id, a.Row.Meeting]) : null;

    async Task<Thing?> Agreement(Guid id, CancellationToken ct) =>
        await agreements.Agreement(id, ct) is { } a ? new(SwedishText.Capital(a.Name), $"/overenskommelser/{id}", [id]) : null;

    async Task<Thing?> Consultation(Guid id, CancellationToken ct) =>
        await consultations.One(id, door.Required, ct) is { } c ? new($"Remiss: {c.Name}", ConsultationPages.Of(id), [id]) : null;

    async Task<Thing?> Dispute(Guid id, CancellationToken ct) =>
        await disputes.One(id, door.Required, ct) is { } d ? new($"Tvist: {d.Subject}", DisputePages.Of(id), [id]) : null;

    async Task<Thing?> Body(Guid id, CancellationToken ct) =>
        await directory.Body(id, ct) is { } b ? new(b.Name, $"/organ/{id}", [id]) : null;

    async Task<Thing?> Person(Guid id, CancellationToken ct) =>
        await organisations.Person(id, clock.Today(), ct) is { } p ? new(p.Name, $"/personer/{id}", [id]) : null;

    async Task<Thing?> Organisation(Guid id, CancellationToken ct) =>
        (await directory.Organisations(ct)).FirstOrDefault(o => o.Id == id) is { } o ? new(o.Name, $"/huvudman/{id}", [id]) : null;

    async Task<Thing?> Request(Guid id, CancellationToken ct) =>
        await disclosures.ReceivedOn(id, door.Required, ct) is { } on ? new($"Begäran om handlingar {on.InWords()}", $"/utlamnande/{id}", [id]) : null;

    async Task<Thing?> Waiting(Guid id, CancellationToken ct) =>
        await backlog.Entry(id, door.Required, ct) is { } e ? new(e.Title, $"/organ/{e.Body}/arenden/{id}", [id]) : null;

    async Task<Thing?> Imported(Guid id, CancellationToken ct) =>
        await imported.Find(id, door.Required, ct) is { } i ? new(i.Title, i.Address, [id]) : null;
}
