using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>Saves the rows of a membership list that somebody has looked at: all of them or none.</summary>
sealed class MemberImport(SamverkDb db, Work work, PlaceKeeper places, PersonKeeper people)
{
    public Task<Refusal?> Save(IReadOnlyList<MemberRow> rows, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(rows.Any(r => r.Include) ? null : new("list-nothing", "Ingen rad är vald. Kryssa för minst en."));
        Dictionary<(string, Guid?), Guid> added = [];
        foreach (var row in rows.Where(r => r.Include))
        {
            Refusal.Heed(row.Problems is [var problem, ..] ? new("row", $"Rad {row.Line.Number}: {problem}") : null);
            await Save(row, added, by, ct);
        }
    }, ct);

    async Task Save(MemberRow row, Dictionary<(string, Guid?), Guid> added, Actor by, CancellationToken ct)
    {
        try
        {
            var facts = new PlaceFacts(row.Seat, row.Role, row.From, row.To, row.Order);
            var key = (Swedish.Fold(row.Line.Name), row.Organisation);
            if (row.Person is null && !added.ContainsKey(key))
                added.Add(key, await Add(row, by, ct));
            await places.Place(row.Body!.Value, row.Person ?? added[key], null, facts, by, ct);
            // The next row must see this one.
            await db.SaveChangesAsync(ct);
        }
        catch (RefusedException refused)
        {
            throw new RefusedException(refused.Refusal with { Text = $"Rad {row.Line.Number}: {refused.Refusal.Text}" });
        }
    }

    // Who may seat in the body may say that somebody new sits there; an organisation adds only people of its own.
    async Task<Guid> Add(MemberRow row, Actor by, CancellationToken ct)
    {
        if (!by.IsAdministrator && !by.IsSecretary(row.Body))
            Refusal.Heed(by.MayKeep(row.Organisation));
        var person = await people.New(new(row.Line.Name, row.Line.Title, row.Organisation, row.Line.Mail, IsAnother: row.Candidates.Count > 0), by, ct);
        await db.SaveChangesAsync(ct);
        return person.Id;
    }
}
