using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Organisations.Registers;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Plans;

/// <summary>What people promised bodies to do. Overdue is derived: due before today, and not reported.</summary>
sealed class AssignmentRegister(SamverkDb db, Names names, AtTheDoor door, TimeProvider clock) : EntityRegister<Assignment, AssignmentRow>(db)
{
    /// <summary>Stands for whoever asks.</summary>
    const string Me = "me";

    static readonly IReadOnlyList<(AssignmentState Key, WordCell Word)> States = WordCell.All<AssignmentState>(s => s.Words());
    static readonly IReadOnlyList<(AssignmentKind Key, WordCell Word)> Kinds = WordCell.All<AssignmentKind>(k => k.Words());
    static readonly IReadOnlyList<(bool Key, WordCell Word)> Openness = [(true, new("true", "Öppna"))];
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
        Word("kind", "Slag", [.. Kinds.Select(k => k.Word.Code)], a => WordCell.Of(a.Kind, k => k.Words())),
        Word("state", "Läge", [.. States.Select(s => s.Word.Code)], a => WordCell.Of(a.State, s => s.Words())),
        Instant("reportedAt", "Redovisat", a => a.ReportedAt),
        Number("daysLate", "Dagar försenat", a => a.DaysLate(clock.Today())),
    ];

    protected override IReadOnlyList<Filter<Assignment>> MyFilters { get; } = [.. FiltersOf(names, door, clock.Today())];

    static IEnumerable<Filter<Assignment>> FiltersOf(Names names, AtTheDoor door, DateOnly today)
    {
        Expression<Func<Assignment, bool>> isLate = a => (a.State == AssignmentState.Given || a.State == AssignmentState.Accepted || a.State == AssignmentState.Forwarded) && a.DueOrder < today;
        return
        [
            FilterBy.Words<Assignment>(word => a => a.TextFolded.Contains(word)),
            FilterBy.YesNo("oppet", "open", "Öppet", PlanQueries.IsOpen, Openness),
            FilterBy.Word<Assignment, AssignmentState>("lage", "state", "Läge", a => a.State, States),
            FilterBy.Word<Assignment, AssignmentKind>("slag", "kind", "Slag", a => a.Kind, Kinds),
            new(FilterKind.Link, "agare", "owner", "Ansvarig", value => value == Me ? "Jag" : null, values => values.All(v => v == Me) ? door.Actor is { } actor ? PlanQueries.OwedBy(actor) : _ => false : null)
            {
                Settled = [new(Me, "Jag")],
            },
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

    protected override AssignmentRow Shown(AssignmentRow row) => row.Without(names.Hidden);
}
