using Microsoft.EntityFrameworkCore;
using Samverk.Organisations.SigningIn;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>Makes, revokes and opens the secret addresses of people's calendars. Each has at most one that opens.</summary>
public sealed class CalendarKeys(SamverkDb db, Work work, TimeProvider clock)
{
    /// <summary>Where a calendar program reads.</summary>
    public const string Route = "/publikt/{area}/kalender/{key}.ics";

    public static string Address(string slug, string key) => $"/publikt/{slug}/kalender/{key}.ics";

    /// <summary>When the address that opens was made; null when there is none.</summary>
    public Task<DateTimeOffset?> MadeAt(Actor actor, CancellationToken ct) =>
        db.Set<CalendarKey>().Where(k => k.Person == actor.Person && k.RevokedAt == null).Select(k => (DateTimeOffset?)k.CreatedAt).FirstOrDefaultAsync(ct);

    /// <summary>Makes a new key; one that there was opens nothing any more.</summary>
    /// <returns>The key as it stands in the address: it can't be shown again.</returns>
    public async Task<string> Make(Actor actor, CancellationToken ct)
    {
        var key = SecretKey.New();
        await work.Must(async () =>
        {
            await RevokeAll(actor, ct);
            db.Add(new CalendarKey(actor.Area, actor.Person, key, clock.Now()));
        }, ct);
        return key.Text;
    }

    public Task<Refusal?> Revoke(Actor actor, CancellationToken ct) => work.Do(() => RevokeAll(actor, ct), ct);

    /// <summary>The bodies where the holder of the key has a place today.</summary>
    /// <returns>Null when the key opens nothing.</returns>
    public async Task<IReadOnlyList<Guid>?> BodiesOf(string key, CancellationToken ct)
    {
        var (hash, today) = (SecretKey.HashOf(key), clock.Today());
        if (await db.Set<CalendarKey>().Where(k => k.KeyHash == hash && k.RevokedAt == null).Select(k => (Guid?)k.Person).SingleOrDefaultAsync(ct) is not { } person)
            return null;
        var seats = await db.Set<Membership>().Where(m => m.Person == person && m.From <= today && (m.To == null || m.To >= today)).Select(m => m.Body).ToListAsync(ct);
        var standings = await db.Set<Standing>().Where(s => s.Person == person && s.From <= today && (s.To == null || s.To >= today)).Select(s => s.Body).ToListAsync(ct);
        return [.. seats.Union(standings)];
    }

    async Task RevokeAll(Actor actor, CancellationToken ct)
    {
        foreach (var key in await db.Set<CalendarKey>().AsTracking().Where(k => k.Person == actor.Person && k.RevokedAt == null).ToListAsync(ct))
            key.Revoke(clock.Now());
    }
}
