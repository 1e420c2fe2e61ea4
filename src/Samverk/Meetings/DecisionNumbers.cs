using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Desk;
using Samverk.Storage;

namespace Samverk.Meetings;

static class DecisionNumbers
{
    /// <summary>The running number of the body's latest decision of the year, in the record or in minutes that are being adjusted; 0 when there is none.</summary>
    public static async Task<int> LastRunning(this SamverkDb db, Guid body, int year, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var recorded = await db.Set<Decision>().Where(d => d.Body == body && d.On >= first && d.On <= last).MaxAsync(d => (int?)d.Running, ct) ?? 0;
        var frozen = await (from n in db.Set<Note>()
                            join m in db.Set<Meeting>() on n.Meeting equals m.Id
                            where m.Body == body && m.On >= first && m.On <= last && n.Running != null
                            select n.Running).MaxAsync(ct) ?? 0;
        return Math.Max(recorded, frozen);
    }
}
