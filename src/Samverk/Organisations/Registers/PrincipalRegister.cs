using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Organisations.Registers;

/// <summary>The organisations of the area: its principals first in name, then those who take part otherwise.</summary>
sealed class PrincipalRegister(SamverkDb db, Names names) : EntityRegister<Organisation, OrganisationInfo>(db)
{
    static readonly IReadOnlyList<(OrganisationKind Key, WordCell Word)> Kinds = WordCell.All<OrganisationKind>(k => SwedishText.Capital(k.Words()));

    public override string ApiName => "principals";
    public override string Path => "/huvudman";
    public override string Title => "Huvudmän";
    public override string One => "organisation";
    public override string Many => "organisationer";
    public override string OwnOrder => "namn";

    public override IReadOnlyList<Column> Columns { get; } =
    [
        Text("name", "Namn", o => o.Name),
        Word("kind", "Slag", [.. Kinds.Select(k => k.Word.Code)], o => WordCell.Of(o.Kind, k => SwedishText.Capital(k.Words()))),
        Text("code", "Kod", o => o.Code),
        YesNo("isPrincipal", "Huvudman", o => o.IsPrincipal),
    ];

    protected override IReadOnlyList<Filter<Organisation>> MyFilters { get; } =
    [
        FilterBy.Word<Organisation, OrganisationKind>("slag", "kind", "Slag", o => o.Kind, Kinds),
        FilterBy.Things<Organisation>("organ", "body", "Har plats i", names.BodyOrNull,
            ids => o => db.Set<Seat>().Any(s => s.Organisation == o.Id && s.To == null && ids.Contains(s.Body)),
            rows => db.Set<Seat>().Where(s => s.To == null && s.Organisation != null && rows.Any(o => o.Id == s.Organisation)).Select(s => new { s.Body, s.Organisation }).Distinct()
                .GroupBy(s => s.Body).OrderByDescending(g => g.Count()).Select(g => new Counted<Guid>(g.Key, g.Count()))),
    ];

    protected override IReadOnlyList<Sort<Organisation>> MySorts { get; } =
        [new("namn", "name", SortPart.By<Organisation, byte[]>(o => o.NameSort), SortPart.Then<Organisation, Guid>(o => o.Id))];

    public override Task Prepare(CancellationToken ct) => names.Load(ct);

    protected override IQueryable<Organisation> Live => Db.Set<Organisation>();

    protected override IQueryable<OrganisationInfo> Rows(IQueryable<Organisation> rows) => rows.Select(o => new OrganisationInfo(o.Id, o.Name, o.Kind, o.Code));

    protected override Guid IdOf(OrganisationInfo row) => row.Id;
}
