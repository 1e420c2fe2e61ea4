using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Organisations.Registers;

/// <summary>The area's bodies.</summary>
sealed class BodyRegister(SamverkDb db, Names names, TimeProvider clock) : EntityRegister<Body, ListedBody>(db)
{
    public override string ApiName => "bodies";
    public override string Path => "/organ";
    public override string Title => "Organ";
    public override string One => "organ";
    public override string Many => "organ";
    public override string OwnOrder => "namn";

    public override IReadOnlyList<Column> Columns { get; } =
    [
        Text("name", "Namn", b => b.Name),
        Text("code", "Förkortning", b => b.Code),
        Text("kind", "Slag", b => b.Kind),
        Thing("parent", "Under", b => b.Parent is { } parent ? new(parent, names.Body(parent)) : null),
        Thing("host", "Värd", b => new(b.HostId, b.Host)),
        Number("members", "Ledamöter", b => b.Members),
    ];

    protected override IReadOnlyList<Filter<Body>> MyFilters { get; } =
    [
        FilterBy.Words<Body>(word => b => b.Folded.Contains(word)),
        BodyFilters.Of<Body>(names, b => b.Id).Last(),
        FilterBy.Things<Body>("huvudman", "principal", "Huvudman med plats", names.OrganisationOrNull,
            ids => b => db.Set<Seat>().Any(s => s.Body == b.Id && s.To == null && s.Organisation != null && ids.Contains(s.Organisation.Value)),
            rows => db.Set<Seat>().Where(s => s.To == null && s.Organisation != null && rows.Any(b => b.Id == s.Body)).Select(s => new { s.Body, s.Organisation }).Distinct()
                .GroupBy(s => s.Organisation!.Value).OrderByDescending(g => g.Count()).Select(g => new Counted<Guid>(g.Key, g.Count()))),
    ];

    protected override IReadOnlyList<Sort<Body>> MySorts { get; } = [new("namn", "name", SortPart.By<Body, byte[]>(b => b.NameSort), SortPart.Then<Body, Guid>(b => b.Id))];

    public override Task Prepare(CancellationToken ct) => names.Load(ct, withOrganisations: true);

    protected override IQueryable<Body> Live => Db.Set<Body>();

    protected override IQueryable<ListedBody> Rows(IQueryable<Body> rows) => rows.Rows(Db, clock.Today());

    protected override Guid IdOf(ListedBody row) => row.Id;
}
