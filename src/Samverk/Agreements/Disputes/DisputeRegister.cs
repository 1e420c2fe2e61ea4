using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Agreements.Disputes;

/// <summary>Disputes about agreements: those that run, and how the others ended.</summary>
sealed class DisputeRegister(SamverkDb db, Names names, TimeProvider clock) : EntityRegister<Dispute, DisputeRow>(db)
{
    static readonly IReadOnlyList<(DisputeState Key, WordCell Word)> States = WordCell.All<DisputeState>(s => s.Words());
    static readonly IReadOnlyList<(bool Key, WordCell Word)> Late = [(true, new("true", "Tiden är ute"))];

    public override string ApiName => "disputes";
    public override string Path => DisputePages.All;
    public override string Title => "Tvister";
    public override string One => "tvist";
    public override string Many => "tvister";
    public override string OwnOrder => "-datum";

    public override IReadOnlyList<Column> Columns { get; } =
    [
        Text("subject", "Gäller", d => d.Subject),
        Thing("agreement", "Överenskommelse", d => new(d.Agreement, d.AgreementName)),
        Texts("parties", "Parter", d => d.Parties),
        Word("state", "Läge", [.. States.Select(s => s.Word.Code)], d => WordCell.Of(d.State, s => s.Words())),
        Number("step", "Steg", d => d.Step),
        Text("stepName", "Ligger hos", d => d.StepName),
        Thing("body", "Organ", d => d.StepBody is { } body ? new(body, names.Body(body)) : null),
        Date("raisedOn", "Anmäld", d => d.RaisedOn),
        Date("lastDay", "Sista dag på steget", d => d.LastDay),
        Date("endedOn", "Avslutad", d => d.EndedOn),
    ];

    protected override IReadOnlyList<Filter<Dispute>> MyFilters { get; } = [.. FiltersOf(db, names, clock.Today())];

    static IEnumerable<Filter<Dispute>> FiltersOf(SamverkDb db, Names names, DateOnly today) =>
    [
        FilterBy.Words<Dispute>(word => d => d.SubjectFolded.Contains(word)),
        FilterBy.Word<Dispute, DisputeState>("lage", "state", "Läge", d => d.State, States),
        FilterBy.YesNo<Dispute>("sent", "late", "Försenat", d => d.State == DisputeState.Running && d.LastDay < today, Late),
        // Where it is, and where it has been on its way.
        FilterBy.Things<Dispute>("organ", "body", "Organ", names.BodyOrNull, ids => d => d.Steps.Any(s => s.StartedOn != null && s.Body != null && ids.Contains(s.Body.Value)),
            rows => db.Set<DisputeStep>().Where(s => s.StartedOn != null && s.Body != null && rows.Any(d => d.Id == s.Dispute)).GroupBy(s => s.Body!.Value).OrderByDescending(g => g.Count()).Select(g => new Counted<Guid>(g.Key, g.Count()))),
        FilterBy.Things<Dispute>("huvudman", "principal", "Part", names.OrganisationOrNull, ids => d => d.Parties.Any(p => ids.Contains(p.Organisation)),
            rows => db.Set<DisputeParty>().Where(p => rows.Any(d => d.Id == p.Dispute)).GroupBy(p => p.Organisation).OrderByDescending(g => g.Count()).Select(g => new Counted<Guid>(g.Key, g.Count()))),
        FilterBy.Year<Dispute>(d => d.RaisedOn),
        .. FilterBy.Period<Dispute>(d => d.RaisedOn),
    ];

    protected override IReadOnlyList<Sort<Dispute>> MySorts { get; } =
    [
        new("datum", "raisedOn", SortPart.By<Dispute, DateOnly>(d => d.RaisedOn), SortPart.Then<Dispute, Guid>(d => d.Id)),
        new("senast", "lastDay", SortPart.By<Dispute, DateOnly>(d => d.LastDay), SortPart.Then<Dispute, Guid>(d => d.Id)),
    ];

    public override Task Prepare(CancellationToken ct) => names.Load(ct, withOrganisations: true);

    protected override IQueryable<Dispute> Live => Db.Set<Dispute>();

    protected override IQueryable<DisputeRow> Rows(IQueryable<Dispute> rows) => rows.Rows(Db);

    protected override Guid IdOf(DisputeRow row) => row.Id;

    protected override DisputeRow Shown(DisputeRow row) => row.Without(names.Hidden);
}
