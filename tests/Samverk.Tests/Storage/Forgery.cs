using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Storage;

/// <summary>What somebody can do who may write the database and knows the program: every hash is right again.</summary>
static class Forgery
{
    /// <summary>Changes what a row says, and makes the chain anew from it to its end.</summary>
    public static Task Rewrite(TestWorld world, long from) => world.In(async s =>
    {
        var db = s.GetRequiredService<SamverkDb>();
        var rows = await db.Set<HistoryRow>().AsTracking().Where(r => r.Number >= from).OrderBy(r => r.Number).ToListAsync();
        Set(db, rows[0], nameof(HistoryRow.Told), rows[0].Told.Replace("2", "3", StringComparison.Ordinal));
        Set(db, rows[0], nameof(HistoryRow.PayloadHash), rows[0].HashPayload());
        var previous = rows[0].Previous;
        foreach (var row in rows)
        {
            Set(db, row, nameof(HistoryRow.Previous), previous);
            Set(db, row, nameof(HistoryRow.Hash), previous = row.HashRow());
        }
        var head = await db.Set<HistoryHead>().AsTracking().SingleAsync();
        head.Move(rows[^1]);
        await db.SaveChangesAsync();
    });

    static void Set(SamverkDb db, HistoryRow row, string property, object value) => db.Entry(row).Property(property).CurrentValue = value;
}
