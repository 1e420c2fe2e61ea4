using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Organisations.Registers;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Agreements;

/// <summary>Proposals sent out for opinions, as minutes say.</summary>
sealed class ConsultationRegister(SamverkDb db, Names names, TimeProvider clock) : EntityRegister<Consultation, ConsultationRow>(db)
{
    static readonly IReadOnlyList<(bool Key, WordCell Word)> States = [(true, new("open", "Öppen")), (false, new("closed", "Stängd"))];

    public override string ApiName => "consultations";
    public override string Path => "/remisser";
    public override string Title => "Remisser";
    public override string One => "remiss";
    public override string Many => "remisser";
    public override string OwnOrder => "-datum";

    public override IReadOnlyList<Column> Columns { get; } =
    [
        Text("subject", "Om", c => SwedishText.Capital(c.Subject)),
        Text("deadline", "Svar senast", c => c.Deadline),
        Date("deadlineLast", "Sista dag", c => c.DeadlineLast),
        Text("respondTo", "Svar till", c => c.RespondTo),
        Thing("body", "Organ", c => new(c.Body, names.Body(c.Body))),
        Thing("meeting", "Möte", c => new(c.Meeting, c.On.Iso())),
        Date("date", "Datum", c => c.On),
        Text("item", "Paragraf", c => c.Item),
        Word("state", "Läge", [.. States.Select(s => s.Word.Code)], c => States.First(s => s.Key == (c.DeadlineLast >= clock.Today())).Word),
    ];

    protected override IReadOnlyList<Filter<Consultation>> MyFilters { get; } = [.. FiltersOf(names, clock.Today())];

    static IEnumerable<Filter<Consultation>> FiltersOf(Names names, DateOnly today) =>
    [
        FilterBy.Words<Consultation>(word => c => c.SubjectFolded.Contains(word)),
        FilterBy.YesNo<Consultation>("lage", "state", "Läge", c => (c.DeadlineLast ?? DateOnly.MinValue) >= today, States),
        FilterBy.Year<Consultation>(c => c.On),
        .. FilterBy.Period<Consultation>(c => c.On),
        .. BodyFilters.Of<Consultation>(names, c => c.Body),
    ];

    protected override IReadOnlyList<Sort<Consultation>> MySorts { get; } = [new("datum", "date", SortPart.By<Consultation, DateOnly>(c => c.On), SortPart.Then<Consultation, Guid>(c => c.Id))];

    public override Task Prepare(CancellationToken ct) => names.Load(ct);

    protected override IQueryable<Consultation> Live => Db.Set<Consultation>().Live(Db);

    protected override IQueryable<ConsultationRow> Rows(IQueryable<Consultation> rows) => rows.Rows();

    protected override Guid IdOf(ConsultationRow row) => row.Id;
}
