using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Agreements;

/// <summary>Joint agreements, as far as recorded facts tell.</summary>
sealed class AgreementRegister(SamverkDb db, Names names) : EntityRegister<Agreement, AgreementRow>(db)
{
    static readonly IReadOnlyList<(AgreementState? Key, WordCell Word)> States =
        [.. WordCell.All<AgreementState>(s => s.Words()).Select(s => ((AgreementState?)s.Key, s.Word))];

    static readonly IReadOnlyList<(AgreementKind Key, WordCell Word)> Kinds = WordCell.All<AgreementKind>(k => k.Words());

    public override string ApiName => "agreements";
    public override string Path => "/overenskommelser";
    public override string Title => "Överenskommelser";
    public override string One => "överenskommelse";
    public override string Many => "överenskommelser";
    public override string OwnOrder => "namn";

    public override IReadOnlyList<Column> Columns { get; } =
    [
        Text("name", "Namn", a => SwedishText.Capital(a.Name)),
        Word("kind", "Slag", [.. Kinds.Select(k => k.Word.Code)], a => WordCell.Of(a.Kind, k => k.Words())),
        Word("state", "Läge", [.. States.Select(s => s.Word.Code)], a => a.State is { } state ? WordCell.Of(state, s => s.Words()) : null),
        YesNo("needsRevision", "Behöver ses över", a => a.NeedsRevision),
        Number("mentions", "Nämnd, gånger", a => a.Mentions),
        Date("firstMentioned", "Först nämnd", a => a.First),
        Date("lastMentioned", "Senast nämnd", a => a.Latest),
    ];

    protected override IReadOnlyList<Filter<Agreement>> MyFilters { get; } =
    [
        FilterBy.Words<Agreement>(word => a => a.Folded.Contains(word)),
        FilterBy.Word<Agreement, AgreementState?>("lage", "state", "Läge", Mentions.StateOf(db), States),
        FilterBy.Word<Agreement, AgreementKind>("slag", "kind", "Slag", a => a.Kind, Kinds),
        FilterBy.Things<Agreement>("organ", "body", "Organ", names.BodyOrNull,
            ids => a => ids.Contains(a.Body!.Value) || db.Set<AgreementMention>().Live(db).Any(m => m.Agreement == a.Id && ids.Contains(m.Body)),
            rows => db.Set<AgreementMention>().Live(db).Where(m => rows.Any(a => a.Id == m.Agreement)).Select(m => new { m.Agreement, m.Body })
                .Union(rows.Where(a => a.Body != null).Select(a => new { Agreement = a.Id, Body = a.Body!.Value }))
                .GroupBy(m => m.Body).OrderByDescending(g => g.Count()).Select(g => new Counted<Guid>(g.Key, g.Count()))),
    ];

    protected override IReadOnlyList<Sort<Agreement>> MySorts { get; } = [new("namn", "name", SortPart.By<Agreement, byte[]>(a => a.NameSort), SortPart.Then<Agreement, Guid>(a => a.Id))];

    public override Task Prepare(CancellationToken ct) => names.Load(ct);

    protected override IQueryable<Agreement> Live => Db.Set<Agreement>().Live(Db);

    protected override IQueryable<AgreementRow> Rows(IQueryable<Agreement> rows) => rows.Rows(Db);

    protected override Guid IdOf(AgreementRow row) => row.Id;

    protected override AgreementRow Shown(AgreementRow row) => names.Hidden.IsEmpty ? row : row with { Name = names.Hidden.Of(row.Name) };
}
