using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Organisations.Registers;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Meetings.Registers;

/// <summary>Meetings that were held and recorded, and those that are planned.</summary>
sealed class MeetingRegister(SamverkDb db, Names names) : EntityRegister<Meeting, MeetingRow>(db)
{
    const string Published = "published", Adjusted = "adjusted", Recorded = "recorded", Adjusting = "adjusting", Held = "held", Running = "running", Called = "called", Planned = "planned", Cancelled = "cancelled";

    static readonly IReadOnlyList<(string Key, WordCell Word)> States =
        [.. new[] { Recorded, Adjusted, Published, Planned, Called, Running, Held, Adjusting, Cancelled }.Select(code => (code, new WordCell(code, Enum.Parse<MeetingState>(code, ignoreCase: true).Words())))];

    static readonly IReadOnlyList<string> Formats = [.. WordCell.All<MeetingFormat>(f => f.Words()).Select(f => f.Word.Code)];

    public override string ApiName => "meetings";
    public override string Path => "/moten";
    public override string Title => "Möten";
    public override string One => "möte";
    public override string Many => "möten";
    public override string OwnOrder => "-datum";

    public override IReadOnlyList<Column> Columns { get; } =
    [
        Date("date", "Datum", m => m.On),
        Time("start", "Börjar", m => m.Start),
        Time("end", "Slutar", m => m.End),
        Thing("body", "Organ", m => new(m.Body, names.Body(m.Body))),
        Text("place", "Plats", m => m.Place),
        Word("format", "Form", Formats, m => m.Format is { } format ? WordCell.Of(format, f => f.Words()) : null),
        Number("decisions", "Beslut", m => m.IsRecorded ? m.Decisions : null),
        Word("state", "Läge", [.. States.Select(s => s.Word.Code)], m => WordCell.Of(m.State, s => s.Words())),
    ];

    protected override IReadOnlyList<Filter<Meeting>> MyFilters { get; } =
    [
        FilterBy.Words<Meeting>(word => m => m.Items.Any(i => i.TitleFolded.Contains(word))),
        FilterBy.Word<Meeting, string>("lage", "state", "Läge", m => m.CancelledAt != null ? Cancelled : m.Publication != null ? Published : m.InRecordSince != null ? (m.Document != null ? Recorded : Adjusted)
            : m.FrozenAs != null ? Adjusting : m.EndedAt != null ? Held : m.StartedAt != null ? Running : m.CalledAt != null ? Called : Planned, States),
        FilterBy.Year<Meeting>(m => m.On),
        .. FilterBy.Period<Meeting>(m => m.On),
        .. BodyFilters.Of<Meeting>(names, m => m.Body),
        Attended.By<Meeting>(db, names, m => m.Id),
        Attended.ByPerson<Meeting>(db, names, m => m.Id),
    ];

    protected override IReadOnlyList<Sort<Meeting>> MySorts { get; } =
        [new("datum", "date", SortPart.By<Meeting, DateOnly>(m => m.On), SortPart.Then<Meeting, Guid>(m => m.Id))];

    public override Task Prepare(CancellationToken ct) => names.Load(ct, withPeople: true, withOrganisations: true);

    protected override IQueryable<Meeting> Live => Db.Set<Meeting>().Live();

    protected override IQueryable<MeetingRow> Rows(IQueryable<Meeting> rows) => rows.Rows();

    protected override Guid IdOf(MeetingRow row) => row.Id;

    protected override MeetingRow Shown(MeetingRow row) => names.Hidden.IsEmpty ? row : row with { Place = names.Hidden.Of(row.Place) };
}
