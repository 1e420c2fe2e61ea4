using Samverk.Organisations;
using Samverk.Storage;

namespace Samverk.Import;

/// <summary>A document that could not be confirmed with the others, and the rule that said no.</summary>
sealed record NotConfirmed(Guid Document, string Words);

/// <summary>Confirms the documents of a batch that leave nothing in doubt, each for itself.</summary>
sealed class BulkConfirm(SamverkDb db, ImportLists lists, Importing importing)
{
    /// <returns>How many were confirmed, and those that were not.</returns>
    public async Task<(int Confirmed, IReadOnlyList<NotConfirmed> Not)> Run(Guid batch, Actor actor, CancellationToken ct)
    {
        List<NotConfirmed> not = [];
        var confirmed = 0;
        foreach (var document in await lists.Certain(batch, actor, ct))
        {
            if (await importing.Confirm(document, actor, ct) is { } refusal)
                not.Add(new(document, refusal.Text));
            else
                confirmed++;
            db.ChangeTracker.Clear();
        }
        return (confirmed, not);
    }
}
