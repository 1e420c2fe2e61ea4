using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Agreements.Ledger;

/// <summary>Every party's decision about every text. Narrowed to a party and a state it is the feed of what waits for that party's decision.</summary>
sealed class AdoptionRegister : EntityRegister<Adoption, AdoptionRow>
{
    static readonly IReadOnlyList<(AdoptionState Key, WordCell Word)> States = WordCell.All<AdoptionState>(s => s.Words());
    static readonly IReadOnlyList<(bool Key, WordCell Word)> Late = [(true, new("true", "Försenat"))], Open = [(true, new("true", "Väntar på beslut"))];

    readonly Names names;
    readonly Dictionary<Guid, string> agreements = [];

    public AdoptionRegister(SamverkDb db, Names names, TimeProvider clock) : base(db)
    {
        this.names = names;
        MyFilters = [.. FiltersOf(names, clock.Today(), agreements)];
        Columns = [.. ColumnsOf(clock.Today())];
    }

    public override string ApiName => "adoptions";
    public override string Path => AgreementPages.Adoptions;
    public override string Title => "Antaganden";
    public override string One => "antagande";
    public override string Many => "antaganden";
    public override string OwnOrder => "-begart";

    public override IReadOnlyList<Column> Columns { get; }

    protected override IReadOnlyList<Filter<Adoption>> MyFilters { get; }

    static IEnumerable<Column> ColumnsOf(DateOnly today) =>
    [
        Thing("agreement", "Överenskommelse", a => new(a.Agreement, a.AgreementName)),
        Number("version", "Version", a => a.Version),
        Thing("principal", "Part", a => new(a.Organisation, a.OrganisationName)),
        Word("state", "Läge", [.. States.Select(s => s.Word.Code)], a => WordCell.Of(a.State, s => s.Words())),
        Text("committee", "Nämnd", a => a.Committee),
        Date("date", "Beslutsdatum", a => a.DecidedOn),
        Text("paragraph", "Paragraf", a => a.Paragraph),
        Text("caseNumber", "Diarienummer", a => a.CaseNumber),
        Text("condition", "Förbehåll eller skäl", a => a.Condition),
        Date("plannedDate", "Planerat", a => a.PlannedOn),
        Date("askedOn", "Begärt", a => a.OpenedOn),
        Date("answerBy", "Svar senast", a => a.AnswerBy),
        Number("days", "Dagar", a => a.Days(today)),
        Date("remindedOn", "Senast påmind", a => a.RemindedOn),
        Number("reminders", "Påminnelser", a => a.Reminders),
        YesNo("closed", "Avslutat", a => a.ClosedAt != null),
    ];

    static IEnumerable<Filter<Adoption>> FiltersOf(Names names, DateOnly today, Dictionary<Guid, string> agreements) =>
    [
        FilterBy.YesNo<Adoption>("vantar", "waiting", "Väntar", LedgerQueries.IsWaiting, Open),
        FilterBy.YesNo<Adoption>("sent", "late", "Försenat", FilterBy.Both(LedgerQueries.IsWaiting, a => (a.PlannedOn ?? a.AnswerBy) < today), Late),
        FilterBy.Word<Adoption, AdoptionState>("lage", "state", "Läge", a => a.State, States),
        FilterBy.Thing<Adoption>("part", "principal", "Part", a => a.Organisation, names.OrganisationOrNull),
        FilterBy.Things<Adoption>("overenskommelse", "agreement", "Överenskommelse", id => agreements.GetValueOrDefault(id), ids => a => ids.Contains(a.Agreement), null),
        FilterBy.Year<Adoption>(a => a.OpenedOn),
    ];

    protected override IReadOnlyList<Sort<Adoption>> MySorts { get; } =
    [
        new("begart", "askedOn", SortPart.By<Adoption, DateOnly>(a => a.OpenedOn), SortPart.Then<Adoption, Guid>(a => a.Round), SortPart.Then<Adoption, Guid>(a => a.Id)),
        new("senast", "answerBy", SortPart.By<Adoption, DateOnly>(a => a.AnswerBy), SortPart.Then<Adoption, Guid>(a => a.Id)),
    ];

    public override async Task Prepare(CancellationToken ct)
    {
        await names.Load(ct, withOrganisations: true);
        foreach (var agreement in await Db.Set<Agreement>().IgnoreAutoIncludes().Where(a => a.KeptOn != null).Select(a => new { a.Id, a.Name }).ToListAsync(ct))
            agreements[agreement.Id] = agreement.Name;
    }

    protected override IQueryable<Adoption> Live => Db.Set<Adoption>();

    protected override IQueryable<AdoptionRow> Rows(IQueryable<Adoption> rows) => rows.Rows(Db);

    protected override Guid IdOf(AdoptionRow row) => row.Id;

    protected override AdoptionRow Shown(AdoptionRow row) => names.Hidden.IsEmpty ? row : row with { AgreementName = names.Hidden.Of(row.AgreementName), Condition = names.Hidden.Of(row.Condition) };
}
