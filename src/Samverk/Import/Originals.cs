using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Import;

/// <summary>An original that somebody may see.</summary>
public sealed record SeenOriginal(Guid Id, string FileName, string Sha256);

/// <summary>What other rooms may offer and hand over of originals.</summary>
public sealed class Originals(SamverkDb db, Drafts drafts, ProtectedNames names)
{
    /// <summary>Of these, those that the actor may see.</summary>
    public Task<List<SeenOriginal>> SeenBy(Actor actor, IReadOnlyCollection<Guid> documents, CancellationToken ct) =>
        drafts.SeenBy(actor).Where(d => documents.Contains(d.Id)).OrderBy(d => d.On).ThenBy(d => d.Id).Select(d => new SeenOriginal(d.Id, d.FileName, d.Sha256)).ToListAsync(ct);

    /// <summary>Why the actor may not hand over the file itself; null when they may.</summary>
    public Task<Refusal?> MayFetch(Guid document, Actor actor, CancellationToken ct) => new ImportLists(db, drafts, names).MayFetch(document, actor, asFile: true, ct);

    /// <summary>The bytes as they came in, in pieces.</summary>
    public IAsyncEnumerable<byte[]> Content(Guid document) => db.Set<Chunk>().Where(c => c.Document == document).OrderBy(c => c.Number).Select(c => c.Bytes).AsAsyncEnumerable();

    /// <summary>The text that was read from it, without personal data and names of those with protected identity; null when none could be read.</summary>
    public async Task<string?> SafeText(Guid document, CancellationToken ct) =>
        await new ImportLists(db, drafts, names).SafeOriginal(document, ct) is { } original ? PersonalData.Mask(string.Join("\n\n", original.Pages.Select(p => p.Text))) : null;
}
