using Microsoft.EntityFrameworkCore;
using Samverk.Organisations.Protection;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Speaking;

/// <summary>Who asked for the floor is nobody's concern once the minutes are adjusted.</summary>
sealed class WhenMinutesAdjusted(SamverkDb db) : IHear<MinutesAdjusted>
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    public Task Hear(MinutesAdjusted happening, CancellationToken ct) => db.Set<Speech>().Where(s => s.Meeting == happening.Meeting).ExecuteDeleteAsync(ct);

    /// <summary>For a meeting whose minutes nobody adjusts.</summary>
    public static RetentionRule Rule(SamverkDb db) => new("Talarlistor", Kept, "efter att ordet begärdes", "så länge protokollet skrivs; listan tas bort när protokollet är justerat")
    {
        Days = () => db.Set<Speech>().Select(s => s.AskedAt),
        Remove = (last, ct) => db.Set<Speech>().Where(s => s.AskedAt < last).ExecuteDeleteAsync(ct),
    };
}
