using Microsoft.EntityFrameworkCore;
using Samverk.Import.Pages;
using Samverk.Organisations;
using Samverk.Storage;

namespace Samverk.Import;

/// <summary>A document or a batch as other rooms point at it.</summary>
public sealed record ImportedThing(string Title, string Address);

/// <summary>What other rooms may ask of documents and batches.</summary>
public sealed class ImportedThings(SamverkDb db, ProtectedNames names)
{
    /// <returns>Null when there is none, or when this person may not see it.</returns>
    public async Task<ImportedThing?> Find(Guid id, Actor actor, CancellationToken ct)
    {
        var lists = new ImportLists(db, new Drafts(db), names);
        if (await db.Set<Document>().AnyAsync(d => d.Id == id, ct))
        {
            if (await lists.MayFetch(id, actor, asFile: false, ct) is not null)
                return null;
            var row = (await lists.Documents([id], actor, ct))[0];
            return new(row.FileName, !actor.MayImport ? ImportPages.Original(id) + "/text"
                : row.State is DocumentState.Waiting or DocumentState.Unreadable ? ImportPages.Batch(row.Batch) : ImportPages.Document(row.Batch, id));
        }
        return actor.MayImport && await lists.Batch(id, actor, ct) is { } batch ? new(batch.Name, ImportPages.Batch(id)) : null;
    }
}
