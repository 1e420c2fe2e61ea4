using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Organisations.Registers;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Meetings.Registers;

/// <param name="ItemTitle">What the matter was that it was put under.</param>
public sealed record AskedRow(Guid Id, Guid Meeting, Guid Body, DateOnly On, string? Item, string? ItemTitle, string? Text, IReadOnlyList<string> Answers, IReadOnlyList<string> Comments);

/// <summary>What was asked at meetings, and answered.</summary>
sealed class QuestionRegister(SamverkDb db, Names names) : EntityRegister<Question, AskedRow>(db)
{
    static readonly IReadOnlyList<(bool Key, WordCell Word)> States = [(true, new("answered", "Besvarad")), (false, new("open", "Utan svar"))];

    public override string ApiName => "questions";
    public override string Path => "/fragor";
    public override string Title => "Frågor och svar";
    public override string One => "fråga";
    public override string Many => "frågor";
    public override string OwnOrder => "-datum";

    public override IReadOnlyList<Column> Columns { get; } =
    [
        Date("date", "Datum", q => q.On),
        Thing("body", "Organ", q => new(q.Body, names.Body(q.Body))),
        Thing("meeting", "Möte", q => new(q.Meeting, q.On.ToString("O"))),
        Text("item", "Paragraf", q => q.Item),
        Text("title", "Rubrik", q => q.ItemTitle),
        Text("text", "Fråga", q => q.Text),
        Texts("answers", "Svar", q => q.Answers),
        Texts("comments", "Kommentarer", q => q.Comments),
        Word("state", "Läge", [.. States.Select(s => s.Word.Code)], q => States.First(s => s.Key == q.Answers.Count > 0).Word),
    ];

    protected override IReadOnlyList<Filter<Question>> MyFilters { get; } =
    [
        FilterBy.Words<Question>(word => q => q.TextFolded.Contains(word)),
        FilterBy.YesNo<Question>("lage", "state", "Läge", q => q.IsAnswered, States),
        FilterBy.Year<Question>(q => q.On),
        .. FilterBy.Period<Question>(q => q.On),
        .. BodyFilters.Of<Question>(names, q => q.Body),
        Attended.By<Question>(db, names, q => q.Meeting),
    ];

    protected override IReadOnlyList<Sort<Question>> MySorts { get; } =
        [new("datum", "date", SortPart.By<Question, DateOnly>(q => q.On), SortPart.Then<Question, Guid>(q => q.Meeting), SortPart.Then<Question, int>(q => q.Position))];

    public override Task Prepare(CancellationToken ct) => names.Load(ct, withOrganisations: true);

    protected override IQueryable<Question> Live
    {
        get
        {
            var withdrawn = Db.Set<Meeting>().Where(m => m.Withdrawal != null).Select(m => m.Id);
            return Db.Set<Question>().Where(q => !withdrawn.Contains(q.Meeting));
        }
    }

    protected override IQueryable<AskedRow> Rows(IQueryable<Question> rows) =>
        rows.Select(q => new AskedRow(q.Id, q.Meeting, q.Body, q.On, q.Item,
            Db.Set<AgendaItem>().Where(i => i.Meeting == q.Meeting && i.Number == q.Item && q.Item != null).Select(i => i.Title).FirstOrDefault(), q.Text, q.Answers, q.Comments));

    protected override Guid IdOf(AskedRow row) => row.Id;
}
