using Samverk.Organisations;
using Samverk.Organisations.Registers;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Meetings.Dispatching;

/// <summary>Who has received what.</summary>
sealed class DispatchRegister(SamverkDb db, Names names, TimeProvider clock) : EntityRegister<Dispatch, DispatchRow>(db)
{
    static readonly IReadOnlyList<(DispatchState Key, WordCell Word)> States = WordCell.All<DispatchState>(s => s.Words());
    static readonly IReadOnlyList<(bool Key, WordCell Word)> Late = [(true, new("true", "Försenat"))];

    public override string ApiName => "dispatches";
    public override string Path => DispatchPages.All;
    public override string Title => "Expediering";
    public override string One => "expediering";
    public override string Many => "expedieringar";
    public override string OwnOrder => "-datum";

    public override IReadOnlyList<Column> Columns { get; } =
    [
        Text("number", "Nummer", d => d.Number),
        Date("date", "Mötesdag", d => d.On),
        Thing("body", "Organ", d => new(d.Body, names.Body(d.Body))),
        Thing("meeting", "Möte", d => new(d.Meeting, d.On.ToString("O"))),
        Thing("receiver", "Mottagare", d => new(d.Organisation, d.OrganisationName)),
        Word("way", "Väg", [.. WordCell.All<DispatchWay>(w => w.Words()).Select(w => w.Word.Code)], d => WordCell.Of(d.Way, w => w.Words())),
        Word("state", "Läge", [.. States.Select(s => s.Word.Code)], d => WordCell.Of(d.State, s => s.Words())),
        YesNo("extract", "Utdrag", d => d.IsExtract),
        Text("caseNumber", "Avsändarens diarienummer", d => d.CaseNumber),
        Instant("sent", "Skickat", d => d.SentAt),
        Instant("received", "Mottaget", d => d.ReceivedAt),
        Instant("registered", "Registrerat", d => d.RegisteredAt),
        Text("receiverCaseNumber", "Mottagarens diarienummer", d => d.TheirCaseNumber),
    ];

    protected override IReadOnlyList<Filter<Dispatch>> MyFilters { get; } = [.. FiltersOf(names, clock.Now().AddDays(-DispatchRow.ReceivedWithin), clock.Now().AddDays(-DispatchRow.RegisteredWithin))];

    static IEnumerable<Filter<Dispatch>> FiltersOf(Names names, DateTimeOffset unreceived, DateTimeOffset unregistered) =>
    [
        FilterBy.Word<Dispatch, DispatchState>("lage", "state", "Läge", d => d.State, States),
        FilterBy.YesNo<Dispatch>("sent", "late", "Försenat", d => (d.State == DispatchState.Sent && d.SentAt < unreceived) || (d.State == DispatchState.Received && d.SentAt < unregistered), Late),
        FilterBy.Thing<Dispatch>("mottagare", "receiver", "Mottagare", d => d.Organisation, names.OrganisationOrNull),
        .. BodyFilters.Of<Dispatch>(names, d => d.Body),
        FilterBy.Year<Dispatch>(d => d.On),
        .. FilterBy.Period<Dispatch>(d => d.On),
    ];

    protected override IReadOnlyList<Sort<Dispatch>> MySorts { get; } =
    [
        new("datum", "date", SortPart.By<Dispatch, DateOnly>(d => d.On), SortPart.Then<Dispatch, Guid>(d => d.Meeting), SortPart.Then<Dispatch, int>(d => d.Running)),
    ];

    public override Task Prepare(CancellationToken ct) => names.Load(ct, withOrganisations: true);

    protected override IQueryable<Dispatch> Live => Db.Set<Dispatch>();

    protected override IQueryable<DispatchRow> Rows(IQueryable<Dispatch> rows) => rows.Rows();

    protected override Guid IdOf(DispatchRow row) => row.Id;

    protected override DispatchRow Shown(DispatchRow row) => row;
}
