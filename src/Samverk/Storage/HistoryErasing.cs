using Microsoft.EntityFrameworkCore;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>
/// Erases what a row of the current area's history says, by an act that is itself a row. The row stays with its hashes, so
/// the chain still proves all the rest; what is erased is in no database after it, but in backups until those are old.
/// </summary>
public sealed class HistoryErasing(SamverkDb db, Work work, TimeProvider clock)
{
    public const int Longest = 500;

    /// <summary>Why a row can't be erased; null when it can.</summary>
    public async Task<Refusal?> MayErase(long number, CancellationToken ct) => MayErase(await db.Set<HistoryRow>().SingleOrDefaultAsync(r => r.Number == number, ct));

    /// <param name="may">Why this person may not, asked again within the work; null when they may.</param>
    /// <param name="legalBasis">The law and section, or the decision.</param>
    public Task<Refusal?> Erase(long number, string reason, string legalBasis, Refusal? may, Guid? by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(may ?? TextFault(reason, "Skälet") ?? TextFault(legalBasis, "Det lagliga stödet"));
        var row = await db.Set<HistoryRow>().AsTracking().SingleOrDefaultAsync(r => r.Number == number, ct);
        Refusal.Heed(MayErase(row));
        await Empty([row!], reason, legalBasis, by, ct);
    }, ct);

    /// <summary>Erases what can be erased of several rows, each by a row of its own. Within a unit of work that has asked whether they may.</summary>
    /// <returns>How many.</returns>
    public async Task<int> EraseAll(IReadOnlyCollection<long> numbers, string reason, string legalBasis, Guid? by, CancellationToken ct)
    {
        Refusal.Heed(TextFault(reason, "Skälet") ?? TextFault(legalBasis, "Det lagliga stödet"));
        var rows = (await db.Set<HistoryRow>().AsTracking().Where(r => numbers.Contains(r.Number)).OrderBy(r => r.Number).ToListAsync(ct)).FindAll(r => MayErase(r) is null);
        await Empty(rows, reason, legalBasis, by, ct);
        return rows.Count;
    }

    async Task Empty(List<HistoryRow> rows, string reason, string legalBasis, Guid? by, CancellationToken ct)
    {
        var numbers = rows.ConvertAll(r => r.Number);
        await db.Set<HistoryOrigin>().Where(o => numbers.Contains(o.Number)).ExecuteDeleteAsync(ct);
        foreach (var row in rows)
        {
            row.ErasePayload();
            work.Remember(new HistoryErased(row.Subject, row.Number, reason.Trim(), legalBasis.Trim(), clock.Now(), by));
        }
    }

    static Refusal? MayErase(HistoryRow? row) =>
        row is null ? new("no-row", "Raden finns inte i historiken.")
        : row.IsErased ? new("erased", "Uppgifterna i raden är redan raderade.")
        : row.Kind == nameof(HistoryErased) ? new("erasing-stays", "Raden säger att något raderades och varför. Den kan inte raderas.")
        : null;

    static Refusal? TextFault(string text, string what) =>
        string.IsNullOrWhiteSpace(text) ? new("text-missing", $"{what} saknas. Skriv det.")
        : text.Length > Longest ? new("text-long", $"{what} är längre än {Longest} tecken. Korta det.")
        : null;
}
