using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Storage;

namespace Samverk.Import;

/// <summary>
/// Minutes that nobody has confirmed are their owner's internal matter. They are seen by the secretary of the body that
/// they are read as, by the secretary who handed them over, and by administrators: not in lists, counts or addresses by
/// anybody else. Confirmed ones are seen by all who read; undoing the confirmation makes a draft of them again.
/// </summary>
public sealed class Drafts(SamverkDb db)
{
    internal IQueryable<Document> SeenBy(Actor actor)
    {
        if (actor.IsAdministrator)
            return db.Set<Document>();
        if (!actor.MayImport)
            return db.Set<Document>().Where(d => d.Confirmations.Any(c => c.Undoing == null));
        var (person, bodies) = (actor.Person, actor.SecretaryOf.ToList());
        return db.Set<Document>().Where(d => d.Confirmations.Any(c => c.Undoing == null)
            || (d.Body != null && bodies.Contains(d.Body.Value))
            || db.Set<Batch>().Any(b => b.Id == d.Batch && b.By == person));
    }

    internal Task<bool> IsSeenBy(Actor actor, Guid document, CancellationToken ct) => SeenBy(actor).AnyAsync(d => d.Id == document, ct);
}
