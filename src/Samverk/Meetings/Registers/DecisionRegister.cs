using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Organisations.Registers;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Meetings.Registers;

/// <summary>What bodies decided.</summary>
sealed class DecisionRegister(SamverkDb db, Names names) : EntityRegister<Decision, DecisionRow>(db)
{
    static readonly IReadOnlyList<(DecisionOutcome Key, WordCell Word)> Outcomes = WordCell.All<DecisionOutcome>(o => o.Words());

    public override string ApiName => "decisions";
    public override string Path => "/beslut";
    public override string Title => "Beslut";
    public override string One => "beslut";
    public override string Many => "beslut";
    public override string OwnOrder => "-datum";

    public override IReadOnlyList<Column> Columns { get; } =
    [
        Text("number", "Nummer", d => d.Number),
        Date("date", "Datum", d => d.On),
        Thing("body", "Organ", d => new(d.Body, names.Body(d.Body))),
        Thing("meeting", "Möte", d => new(d.Meeting, d.On.ToString("O"))),
        Text("item", "Paragraf", d => d.Item),
        Text("title", "Rubrik", d => d.ItemTitle),
        Text("text", "Beslut", d => d.Text),
        Word("outcome", "Slag", [.. Outcomes.Select(o => o.Word.Code)], d => WordCell.Of(d.Outcome, o => o.Words())),
    ];

    protected override IReadOnlyList<Filter<Decision>> MyFilters { get; } =
    [
        FilterBy.Words<Decision>(word => d => d.TextFolded.Contains(word)),
        FilterBy.Year<Decision>(d => d.On),
        .. FilterBy.Period<Decision>(d => d.On),
        .. BodyFilters.Of<Decision>(names, d => d.Body),
        FilterBy.Word<Decision, DecisionOutcome>("slag", "outcome", "Slag", d => d.Outcome, Outcomes),
        Attended.By<Decision>(db, names, d => d.Meeting),
        Attended.ByPerson<Decision>(db, names, d => d.Meeting),
    ];

    protected override IReadOnlyList<Sort<Decision>> MySorts { get; } =
    [
        new("datum", "date", SortPart.By<Decision, DateOnly>(d => d.On), SortPart.Then<Decision, Guid>(d => d.Meeting), SortPart.Then<Decision, int>(d => d.Position)),
    ];

    public override Task Prepare(CancellationToken ct) => names.Load(ct, withPeople: true, withOrganisations: true);

    protected override IQueryable<Decision> Live => Db.Set<Decision>().Live(Db);

    protected override IQueryable<DecisionRow> Rows(IQueryable<Decision> rows) => rows.Rows(Db);

    protected override Guid IdOf(DecisionRow row) => row.Id;
}
