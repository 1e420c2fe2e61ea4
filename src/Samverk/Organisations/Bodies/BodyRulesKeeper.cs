using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>Tells other rooms by which rules a body works.</summary>
public sealed class RulesOfBodies(SamverkDb db)
{
    public async Task<BodyRulesInfo> Of(Guid body, CancellationToken ct) =>
        (await db.Set<BodyRules>().SingleOrDefaultAsync(r => r.Body == body, ct))?.Info() ?? BodyRulesInfo.Default;

    /// <summary>Of those bodies that work by other rules than <see cref="BodyRulesInfo.Default"/>.</summary>
    public async Task<IReadOnlyDictionary<Guid, BodyRulesInfo>> OfAll(CancellationToken ct) =>
        await db.Set<BodyRules>().ToDictionaryAsync(r => r.Body, r => r.Info(), ct);
}

/// <summary>Changes the rules of a body.</summary>
sealed class BodyRulesKeeper(SamverkDb db, Work work, TimeProvider clock)
{
    public const int MostSeats = 199, MostAdjusters = 9, MostDays = 60, ShortestMeeting = 15, LongestMeeting = 720;

    public Task<Refusal?> Change(Guid body, BodyRulesInfo to, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(by.May(Permission.Administer) ?? Fault(to));
        await db.Body(body, ct);
        var rules = await db.Set<BodyRules>().AsTracking().SingleOrDefaultAsync(r => r.Body == body, ct) ?? db.Add(new BodyRules(db.Area, body)).Entity;
        rules.Change(to, clock.Now(), by.Person);
    }, ct);

    static Refusal? Fault(BodyRulesInfo rules) =>
        rules.Quorum == QuorumRule.Number && rules.QuorumNumber is < 1 or > MostSeats ? new("quorum-odd", $"Antalet platser är ett tal mellan 1 och {MostSeats}.")
        : rules.Adjusters is < 0 or > MostAdjusters ? new("adjusters-odd", $"Antalet justerare är ett tal mellan 0 och {MostAdjusters}.")
        : rules is { Adjusters: 0, ChairSigns: false } ? new("nobody-adjusts", "Någon måste justera protokollet. Välj minst en justerare, eller att ordföranden justerar.")
        : rules.AdjustingDays is < 1 or > MostDays ? new("adjusting-days-odd", $"Dagarna för justering är ett tal mellan 1 och {MostDays}.")
        : rules.NoticeDays is < 0 or > MostDays ? new("notice-days-odd", $"Dagarna för kallelse är ett tal mellan 0 och {MostDays}.")
        : rules.Minutes is < ShortestMeeting or > LongestMeeting ? new("length-odd", $"Mötets längd är mellan {ShortestMeeting} och {LongestMeeting} minuter.")
        : null;
}
