using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Organisations;
using Samverk.Organisations.Registers;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Plans.PuttingOff;

public sealed record DeferralRow(Guid Id, Guid Meeting, DateOnly On, Guid Body, string? Item, string What, string? Why, DateOnly? To, DeferralState State, Guid? ReturnedTo, DateOnly? ReturnedOn, string? ReturnedAs)
{
    /// <summary>The day that it was to come back has passed, and it hasn't.</summary>
    public bool IsLate(DateOnly today) => State == DeferralState.Waiting && To < today;
}

/// <summary>Decisions that bodies put off, to when, and whether they came back.</summary>
sealed class DeferralRegister(SamverkDb db, Names names, TimeProvider clock) : EntityRegister<Deferral, DeferralRow>(db)
{
    static readonly IReadOnlyList<(DeferralState Key, WordCell Word)> States = WordCell.All<DeferralState>(s => s.Words());
    static readonly IReadOnlyList<(bool Key, WordCell Word)> Late = [(true, new("true", "Försenade"))];

    public override string ApiName => "deferrals";
    public override string Path => "/framskjutet";
    public override string Title => "Framskjutna beslut";
    public override string One => "framskjutet beslut";
    public override string Many => "framskjutna beslut";
    public override string OwnOrder => "-datum";

    public override IReadOnlyList<Column> Columns { get; } =
    [
        Text("what", "Ärende", d => d.What),
        Text("why", "Varför", d => d.Why),
        Thing("body", "Organ", d => new(d.Body, names.Body(d.Body))),
        Thing("meeting", "Sköts fram vid mötet", d => new(d.Meeting, d.On.Iso())),
        Date("date", "Mötesdag", d => d.On),
        Text("item", "Paragraf", d => d.Item),
        Date("to", "Till", d => d.To),
        Word("state", "Läge", [.. States.Select(s => s.Word.Code)], d => WordCell.Of(d.State, s => s.Words())),
        Thing("returnedTo", "Togs upp vid mötet", d => d.ReturnedTo is { } meeting ? new(meeting, d.ReturnedOn!.Value.Iso()) : null),
        Date("returnedOn", "Togs upp", d => d.ReturnedOn),
    ];

    protected override IReadOnlyList<Filter<Deferral>> MyFilters { get; } = [.. FiltersOf(names, clock.Today())];

    static IEnumerable<Filter<Deferral>> FiltersOf(Names names, DateOnly today) =>
    [
        FilterBy.Words<Deferral>(word => d => d.WhatFolded.Contains(word)),
        FilterBy.Word<Deferral, DeferralState>("lage", "state", "Läge", d => d.State, States),
        FilterBy.YesNo<Deferral>("sent", "overdue", "Tid", d => d.State == DeferralState.Waiting && d.ToOrder < today, Late),
        FilterBy.Year<Deferral>(d => d.On),
        .. FilterBy.Period<Deferral>(d => d.On),
        .. BodyFilters.Of<Deferral>(names, d => d.Body),
    ];

    protected override IReadOnlyList<Sort<Deferral>> MySorts { get; } =
    [
        new("datum", "date", SortPart.By<Deferral, DateOnly>(d => d.On), SortPart.Then<Deferral, Guid>(d => d.Id)),
        new("till", "to", SortPart.By<Deferral, DateOnly>(d => d.ToOrder), SortPart.By<Deferral, Guid>(d => d.Id)),
    ];

    public override Task Prepare(CancellationToken ct) => names.Load(ct);

    protected override IQueryable<Deferral> Live => Db.Set<Deferral>().Live(Db);

    protected override IQueryable<DeferralRow> Rows(IQueryable<Deferral> rows) =>
        rows.Select(d => new DeferralRow(d.Id, d.Meeting, d.On, d.Body, d.Item, d.What, d.Why, d.To, d.State, d.ReturnedTo, d.ReturnedOn, d.ReturnedAs));

    protected override Guid IdOf(DeferralRow row) => row.Id;

    protected override DeferralRow Shown(DeferralRow row) => names.Hidden.IsEmpty ? row : row with { What = names.Hidden.Of(row.What), Why = names.Hidden.Of(row.Why) };
}

sealed class DeferralTable : IEntityTypeConfiguration<Deferral>
{
    public void Configure(EntityTypeBuilder<Deferral> builder)
    {
        builder.ToTable("plans_deferral");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.State).HasConversion<string>();
        builder.HasIndex(d => new { d.Area, d.On, d.Id });
        builder.HasIndex(d => new { d.Area, d.ToOrder, d.Id });
        builder.HasIndex(d => new { d.Body, d.State });
        builder.HasIndex(d => d.Meeting);
        builder.ComplexProperty(d => d.Source);
    }
}

/// <summary>The Swedish words of what was put off.</summary>
public static class DeferralWords
{
    public static string Words(this DeferralState state) => state switch
    {
        DeferralState.Waiting => "Väntar",
        DeferralState.Returned => "Har tagits upp",
        DeferralState.LaterRead => "Senare protokoll är inlästa",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
