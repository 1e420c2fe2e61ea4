using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Organisations.Registers;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Plans;

/// <summary>Days that minutes name, by which something is to have happened.</summary>
sealed class DeadlineRegister(SamverkDb db, Names names, TimeProvider clock) : EntityRegister<Deadline, DeadlineRow>(db)
{
    static readonly IReadOnlyList<(bool Key, WordCell Word)> States = [(true, new("passed", "Har passerat")), (false, new("coming", "Kommer"))];

    public override string ApiName => "deadlines";
    public override string Path => "/tidsfrister";
    public override string Title => "Tidsfrister";
    public override string One => "tidsfrist";
    public override string Many => "tidsfrister";
    public override string OwnOrder => "-senast";

    public override IReadOnlyList<Column> Columns { get; } =
    [
        Text("what", "Vad", d => d.What),
        Text("date", "Senast", d => d.Date),
        Date("lastDay", "Sista dag", d => d.Last),
        Thing("body", "Organ", d => new(d.Body, names.Body(d.Body))),
        Thing("meeting", "Möte", d => new(d.Meeting, d.On.Iso())),
        Text("item", "Paragraf", d => d.Item),
        Word("state", "Läge", [.. States.Select(s => s.Word.Code)], d => States.First(s => s.Key == d.Last < clock.Today()).Word),
    ];

    protected override IReadOnlyList<Filter<Deadline>> MyFilters { get; } = [.. FiltersOf(names, clock.Today())];

    static IEnumerable<Filter<Deadline>> FiltersOf(Names names, DateOnly today) =>
    [
        FilterBy.Words<Deadline>(word => d => d.WhatFolded.Contains(word)),
        FilterBy.YesNo<Deadline>("lage", "state", "Läge", d => d.DateLast < today, States),
        FilterBy.Year<Deadline>(d => d.DateLast),
        .. FilterBy.Period<Deadline>(d => d.DateLast),
        .. BodyFilters.Of<Deadline>(names, d => d.Body),
    ];

    protected override IReadOnlyList<Sort<Deadline>> MySorts { get; } = [new("senast", "due", SortPart.By<Deadline, DateOnly>(d => d.DateLast), SortPart.Then<Deadline, Guid>(d => d.Id))];

    public override Task Prepare(CancellationToken ct) => names.Load(ct);

    protected override IQueryable<Deadline> Live => Db.Set<Deadline>().Live(Db);

    protected override IQueryable<DeadlineRow> Rows(IQueryable<Deadline> rows) => rows.Rows();

    protected override Guid IdOf(DeadlineRow row) => row.Id;
}
