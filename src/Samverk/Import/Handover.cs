using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Import;

/// <summary>A document on its way into the record, as other rooms show it.</summary>
/// <param name="Problem">Why it can't be read and what to do.</param>
/// <param name="NeedsPerson">Why a person must look at it, in words.</param>
/// <param name="Meeting">The meeting that it became.</param>
public sealed record ImportedDocument(Guid Id, Guid Batch, int Position, string FileName, long Size, DocumentState State, string? Problem, string? NeedsPerson, string? Title, DateOnly? On, Guid? Meeting);

public sealed record ImportedBatch(Guid Id, string Name, DateTimeOffset At, int Documents);

/// <summary>What became of files that were handed over.</summary>
/// <param name="Batch">Null when every file was known already.</param>
/// <param name="Known">Kept before, byte for byte.</param>
/// <param name="Unopened">Files in a zip that could not be unpacked.</param>
public sealed record Receipt(Guid? Batch, IReadOnlyList<Guid> Known, int Unopened);

/// <summary>The way in for files from other rooms: the same as the page's upload, with the same limits and the same verb.</summary>
public sealed class Handover(SamverkDb db, Importing importing, Drafts drafts, ProtectedNames names, Outbox outbox, TimeProvider clock)
{
    /// <summary>What an upload may be refused with.</summary>
    public static IReadOnlyList<Refusal> Refusals { get; } = Upload.All;

    /// <returns>What became of them, or why nothing was kept.</returns>
    public async Task<(Receipt? Receipt, Refusal? Refusal)> Take(string? name, IReadOnlyList<IFormFile> files, Actor by, CancellationToken ct)
    {
        var (uploaded, refusal) = await new Upload(db, importing, clock).Take(name, files, by.Person, ct);
        if (uploaded is null)
            return (null, refusal);
        outbox.Wake();
        return (new(uploaded.Batch, uploaded.Known, uploaded.Unopened), null);
    }

    /// <returns>Null when there is no such batch, or none that they see.</returns>
    public async Task<ImportedBatch?> Batch(Guid id, Actor actor, CancellationToken ct) =>
        await new ImportLists(db, drafts, names).Batch(id, actor, ct) is { } row ? new(row.Id, row.Name, row.At, row.Counts.Total) : null;

    /// <summary>Those of a batch that somebody sees, after a place in it.</summary>
    public async Task<IReadOnlyList<ImportedDocument>> Documents(Guid batch, int after, int most, Actor actor, CancellationToken ct) =>
        await Documents(await drafts.SeenBy(actor).Where(d => d.Batch == batch && d.Position > after).OrderBy(d => d.Position).Select(d => d.Id).Take(most).ToListAsync(ct), actor, ct);

    /// <summary>Of these documents those that somebody sees.</summary>
    public async Task<IReadOnlyList<ImportedDocument>> Documents(IReadOnlyList<Guid> ids, Actor actor, CancellationToken ct) =>
        [.. (await new ImportLists(db, drafts, names).Documents(ids, actor, ct)).Select(d => new ImportedDocument(d.Id, d.Batch, d.Position, d.FileName, d.Size, d.State, d.Problem, d.NeedsPerson, d.Title, d.On, d.Meeting))];
}
