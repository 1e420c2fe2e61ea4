using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Organisations.Registers;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Import;

/// <param name="Meeting">The meeting that it became.</param>
/// <param name="IsRestricted">It holds what looks like personal data: the file itself is for those who may confirm it.</param>
public sealed record OriginalRow(Guid Id, string FileName, string Sha256, long Size, Guid? Body, DateOnly? On, Guid Meeting, DateTimeOffset ConfirmedAt, bool IsRestricted);

/// <summary>The originals that the record was read from: those that are confirmed, since a draft is its owner's internal matter.</summary>
sealed class DocumentRegister(SamverkDb db, Names names) : EntityRegister<Document, OriginalRow>(db)
{
    static readonly IReadOnlyList<(bool Key, WordCell Word)> Access = [(false, new("open", "Öppen")), (true, new("restricted", "Har personuppgifter"))];

    public override string ApiName => "documents";
    public override string Path => "/dokument";
    public override string Title => "Dokument";
    public override string One => "dokument";
    public override string Many => "dokument";
    public override string OwnOrder => "-datum";

    public override IReadOnlyList<Column> Columns { get; } =
    [
        Text("fileName", "Fil", d => d.FileName),
        Date("date", "Datum", d => d.On),
        Thing("body", "Organ", d => d.Body is { } body ? new(body, names.Body(body)) : null),
        Thing("meeting", "Möte", d => new(d.Meeting, d.On?.Iso() ?? "–")),
        Number("size", "Storlek, byte", d => (int)d.Size),
        Text("sha256", "SHA-256", d => d.Sha256),
        Instant("confirmedAt", "Bekräftat", d => d.ConfirmedAt),
        Word("access", "Åtkomst", [.. Access.Select(a => a.Word.Code)], d => Access.First(a => a.Key == d.IsRestricted).Word),
    ];

    protected override IReadOnlyList<Filter<Document>> MyFilters { get; } =
    [
        FilterBy.Words<Document>(word => d => d.NameFolded.Contains(word)),
        FilterBy.YesNo<Document>("atkomst", "access", "Åtkomst", d => d.PersonalData > 0, Access),
        FilterBy.Year<Document>(d => d.On ?? DateOnly.MinValue),
        .. FilterBy.Period<Document>(d => d.On ?? DateOnly.MinValue),
        .. BodyFilters.Of<Document>(names, d => d.Body ?? Guid.Empty),
    ];

    protected override IReadOnlyList<Sort<Document>> MySorts { get; } = [new("datum", "date", SortPart.By<Document, DateOnly>(d => d.On ?? DateOnly.MinValue), SortPart.Then<Document, Guid>(d => d.Id))];

    public override Task Prepare(CancellationToken ct) => names.Load(ct);

    protected override IQueryable<Document> Live => Db.Set<Document>().Where(d => d.Confirmations.Any(c => c.Undoing == null));

    protected override IQueryable<OriginalRow> Rows(IQueryable<Document> rows) => rows.Select(d => new OriginalRow(d.Id, d.FileName, d.Sha256, d.Size, d.Body, d.On,
        d.Confirmations.Where(c => c.Undoing == null).Select(c => c.Meeting).First(), d.Confirmations.Where(c => c.Undoing == null).Select(c => c.At).First(), d.PersonalData > 0));

    protected override Guid IdOf(OriginalRow row) => row.Id;
}
