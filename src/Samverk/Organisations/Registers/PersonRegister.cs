using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Organisations.Registers;

/// <summary>The people of the area that somebody has said who they are.</summary>
sealed class PersonRegister(SamverkDb db, Names names, TimeProvider clock) : EntityRegister<Person, PersonRow>(db)
{
    public override string ApiName => "people";
    public override string Path => "/personer";
    public override string Title => "Personer";
    public override string One => "person";
    public override string Many => "personer";
    public override string OwnOrder => "namn";

    public override IReadOnlyList<Column> Columns { get; } =
    [
        Text("name", "Namn", p => p.Name),
        Text("title", "Titel", p => p.Title),
        Thing("organisation", "Organisation", p => p.Organisation is { } organisation ? new(organisation, p.OrganisationName ?? "–") : null),
        Number("seats", "Platser", p => p.Seats),
    ];

    protected override IReadOnlyList<Filter<Person>> MyFilters { get; } = [.. FiltersOf(db, names, clock.Today())];

    static IEnumerable<Filter<Person>> FiltersOf(SamverkDb db, Names names, DateOnly today)
    {
        var seated = db.Set<Membership>().Where(m => m.From <= today && (m.To == null || m.To >= today));
        return
        [
            FilterBy.Words<Person>(word => p => p.Folded.Contains(word)),
            FilterBy.Things<Person>("huvudman", "principal", "Organisation", names.OrganisationOrNull, ids => p => p.Organisation != null && ids.Contains(p.Organisation.Value),
                rows => rows.Where(p => p.Organisation != null).GroupBy(p => p.Organisation!.Value).OrderByDescending(g => g.Count()).Select(g => new Counted<Guid>(g.Key, g.Count()))),
            FilterBy.Things<Person>("organ", "body", "Plats i dag i", names.BodyOrNull, ids => p => seated.Any(m => m.Person == p.Id && ids.Contains(m.Body)),
                rows => seated.Where(m => rows.Any(p => p.Id == m.Person)).Select(m => new { m.Person, m.Body }).Distinct()
                    .GroupBy(m => m.Body).OrderByDescending(g => g.Count()).Select(g => new Counted<Guid>(g.Key, g.Count()))),
        ];
    }

    protected override IReadOnlyList<Sort<Person>> MySorts { get; } = [new("namn", "name", SortPart.By<Person, byte[]>(p => p.NameSort), SortPart.Then<Person, Guid>(p => p.Id))];

    public override Task Prepare(CancellationToken ct) => names.Load(ct, withOrganisations: true);

    protected override IQueryable<Person> Live => Db.Set<Person>();

    protected override IQueryable<PersonRow> Rows(IQueryable<Person> rows) => rows.Rows(Db, clock.Today());

    protected override Guid IdOf(PersonRow row) => row.Id;
}
