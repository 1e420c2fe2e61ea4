using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Organisations.Registers;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Plans;

/// <summary>What people promised bodies to do. Overdue is derived: due before today, and not reported.</summary>
sealed class AssignmentRegister(SamverkDb db, Names names, TimeProvider clock) : EntityRegister<Assignment, AssignmentRow>(db)
{
    static readonly IReadOnlyList<(bool Key, WordCell Word)> States = [(false, new("given", "Givet")), (true, new("reported", "Redovisat"))];
    static readonly IReadOnlyList<(bool Key, WordCell Word)> Lateness = [(true, new("true", "Försenade"))];

    public override string ApiName => "assignments";
    public override string Path => "/uppdrag";
    public override string Title => "Uppdrag";
    public override string One => "uppdrag";
    public override string Many => "uppdrag";
    public override string OwnOrder => "-datum";

    public override IReadOnlyList<Column> Columns { get; } =
    [
        Text("text", "Uppdrag", a => a.Text),
        Text("assignee", "Vem", a => a.Assignee),
        Thing("assigneePerson", "Person", a => a.AssigneePerson is { } person && names.PersonOrNull(person) is { } name ? new(person, name) : null),
        Thing("body", "Organ", a => new(a.Body, names.Body(a.Body))),
        Thing("meeting", "Givet vid mötet", a => new(a.Meeting, a.GivenOn.Iso())),
        Date("givenOn", "Givet", a => a.GivenOn),
        Text("item", "Paragraf", a => a.Item),
        Text("due", "Senast", a => a.Due),
        Word("state", "Läge", [.. States.Select(s => s.Word.Code)], a => States.First(s => s.Key == a.ReportedAt is not null).Word),
        Instant("reportedAt", "Redovisat", a => a.ReportedAt),
        Number("daysLate", "Dagar försenat", a => a.DaysLate(clock.Today())),
    ];

    protected override IReadOnlyList<Filter<Assignment>> MyFilters { get; } = [.. FiltersOf(names, clock.Today())];

    static IEnumerable<Filter<Assignment>> FiltersOf(Names names, DateOnly today)
    {
        Expression<Func<Assignment, bool>> isLate = a => a.Report == null && a.DueOrder < today;
        return
        [
            FilterBy.Words<Assignment>(word => a => a.TextFolded.Contains(word)),
            FilterBy.YesNo<Assignment>("lage", "state", "Läge", a => a.Report != null, States),
            FilterBy.YesNo("sent", "overdue", "Tid", isLate, Lateness),
            FilterBy.Year<Assignment>(a => a.On),
            .. FilterBy.Period<Assignment>(a => a.On),
            .. BodyFilters.Of<Assignment>(names, a => a.Body),
            FilterBy.Things<Assignment>("huvudman", "principal", "Den ansvarigas organisation", names.OrganisationOrNull,
                ids =>
                {
                    var people = ids.SelectMany(names.PeopleOf).ToList();
                    return a => a.AssigneePerson != null && people.Contains(a.AssigneePerson.Value);
                },
                count: null),
            FilterBy.Things<Assignment>("person", "person", "Ansvarig", names.PersonOrNull, ids => a => a.AssigneePerson != null && ids.Contains(a.AssigneePerson.Value), count: null),
        ];
    }

    protected override IReadOnlyList<Sort<Assignment>> MySorts { get; } =
    [
        new("senast", "due", SortPart.By<Assignment, DateOnly>(a => a.DueOrder), SortPart.By<Assignment, Guid>(a => a.Id)),
        new("datum", "date", SortPart.By<Assignment, DateOnly>(a => a.On), SortPart.Then<Assignment, Guid>(a => a.Id)),
    ];

    public override Task Prepare(CancellationToken ct) => names.Load(ct, withPeople: true, withOrganisations: true);

    protected override IQueryable<Assignment> Live => Db.Set<Assignment>().Live(Db);

    protected override IQueryable<AssignmentRow> Rows(IQueryable<Assignment> rows) => rows.Rows();

    protected override Guid IdOf(AssignmentRow row) => row.Id;
}
