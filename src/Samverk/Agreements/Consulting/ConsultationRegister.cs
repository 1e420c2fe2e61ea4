using Samverk.Organisations;
using Samverk.Organisations.Registers;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Agreements.Consulting;

/// <summary>Proposals sent out for opinions: those that are kept here, and those that minutes tell of.</summary>
sealed class ConsultationRegister(SamverkDb db, Names names, TimeProvider clock) : EntityRegister<Consultation, ConsultationRow>(db)
{
    // A draft is its keepers', and in no register.
    static readonly IReadOnlyList<(ConsultationState Key, WordCell Word)> States = [.. WordCell.All<ConsultationState>(s => s.Words()).Where(s => s.Key != ConsultationState.Draft)];
    static readonly IReadOnlyList<(bool Key, WordCell Word)> Kept = [(true, new("true", "Sköts här")), (false, new("false", "Ur protokoll"))];

    public override string ApiName => "consultations";
    public override string Path => ConsultationPages.All;
    public override string Title => "Remisser";
    public override string One => "remiss";
    public override string Many => "remisser";
    public override string OwnOrder => "-datum";

    public override IReadOnlyList<Column> Columns { get; } =
    [
        Text("subject", "Om", c => SwedishText.Capital(c.Subject)),
        Number("version", "Version", c => c.Version),
        Text("deadline", "Svar senast", c => c.Deadline),
        Date("deadlineLast", "Sista dag", c => c.DeadlineLast),
        Text("respondTo", "Svar till", c => c.RespondTo),
        Thing("body", "Organ", c => new(c.Body, names.Body(c.Body))),
        Thing("agreement", "Överenskommelse", c => c.Agreement is { } id ? new(id, c.Subject) : null),
        Thing("meeting", "Möte", c => c.Meeting is { } id ? new(id, c.On.Iso()) : null),
        Date("date", "Datum", c => c.On),
        Text("item", "Paragraf", c => c.Item),
        Number("asked", "Instanser", c => c.Agreement is null ? null : c.Asked),
        Number("answered", "Svar", c => c.Agreement is null ? null : c.Answered),
        Word("state", "Läge", [.. States.Select(s => s.Word.Code)], c => WordCell.Of(c.State(clock.Today()), s => s.Words())),
    ];

    protected override IReadOnlyList<Filter<Consultation>> MyFilters { get; } = [.. FiltersOf(names, clock.Today())];

    static IEnumerable<Filter<Consultation>> FiltersOf(Names names, DateOnly today) =>
    [
        FilterBy.Words<Consultation>(word => c => c.SubjectFolded.Contains(word)),
        FilterBy.Word("lage", "state", "Läge", ConsultationLife.On(today), States),
        FilterBy.YesNo<Consultation>("har", "kept", "Källa", c => c.Agreement != null, Kept),
        FilterBy.Year<Consultation>(c => c.On),
        .. FilterBy.Period<Consultation>(c => c.On),
        .. BodyFilters.Of<Consultation>(names, c => c.Body),
    ];

    protected override IReadOnlyList<Sort<Consultation>> MySorts { get; } = [new("datum", "date", SortPart.By<Consultation, DateOnly>(c => c.On), SortPart.Then<Consultation, Guid>(c => c.Id))];

    public override Task Prepare(CancellationToken ct) => names.Load(ct);

    protected override IQueryable<Consultation> Live => Db.Set<Consultation>().Live(Db);

    protected override IQueryable<ConsultationRow> Rows(IQueryable<Consultation> rows) => rows.Rows(Db);

    protected override Guid IdOf(ConsultationRow row) => row.Id;

    protected override ConsultationRow Shown(ConsultationRow row) => row.Without(names.Hidden);
}
