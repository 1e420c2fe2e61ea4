using Microsoft.EntityFrameworkCore;
using Samverk.Storage;

namespace Samverk.Meetings.Figures;

/// <summary>How an organisation has been at a body's meetings.</summary>
/// <param name="Meetings">Those where it had somebody who could decide: a member, or a deputy in their place. Two from one organisation at one meeting are one.</param>
/// <param name="ByDeputy">Of those, the meetings where only deputies were there for it.</param>
public sealed record OrganisationFigures(Guid Organisation, int Meetings, int ByDeputy);

/// <summary>A body's year in figures, of what is in the record.</summary>
/// <param name="WithAttendance">Meetings whose minutes say who was there; shares are of these.</param>
/// <param name="DaysToAdjusted">The median of days from meeting to adjusted minutes; null when no minutes say when.</param>
public sealed record BodyYear(int Year, int Meetings, int WithAttendance, int Decisions, int Questions, double? DaysToAdjusted, IReadOnlyList<OrganisationFigures> Organisations);

/// <summary>Reckons what a body has done, year by year.</summary>
public sealed class BodyFigures(SamverkDb db)
{
    static readonly AttendanceRole[] Deciding = [AttendanceRole.Chair, AttendanceRole.Member, AttendanceRole.Deputy, AttendanceRole.Participant];

    /// <summary>The years that the body has met, the latest first.</summary>
    public Task<List<int>> Years(Guid body, CancellationToken ct) => Held(body).Select(m => m.On.Year).Distinct().OrderByDescending(y => y).ToListAsync(ct);

    public async Task<BodyYear> Of(Guid body, int year, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var held = Held(body).Where(m => m.On >= first && m.On <= last);
        var meetings = await held.Select(m => new { m.Id, m.On, m.AdjustedOn, Decisions = m.Decisions.Count, Questions = m.Questions.Count }).ToListAsync(ct);
        var there = await (from a in db.Set<Attendance>()
                           join m in held on a.Meeting equals m.Id
                           where a.Presence != Presence.Absent && Deciding.Contains(a.Role)
                           select new { a.Meeting, a.Organisation, IsDeputy = a.Role == AttendanceRole.Deputy }).ToListAsync(ct);
        var organisations = there.Where(a => a.Organisation is not null).GroupBy(a => a.Organisation!.Value)
            .Select(o => new OrganisationFigures(o.Key, o.Select(a => a.Meeting).Distinct().Count(), o.GroupBy(a => a.Meeting).Count(at => at.All(a => a.IsDeputy))))
            .OrderByDescending(o => o.Meetings).ThenBy(o => o.Organisation);
        var days = meetings.Where(m => m.AdjustedOn is not null).Select(m => (double)(m.AdjustedOn!.Value.DayNumber - m.On.DayNumber)).Where(d => d >= 0).Order().ToList();
        return new(year, meetings.Count, there.Select(a => a.Meeting).Distinct().Count(), meetings.Sum(m => m.Decisions), meetings.Sum(m => m.Questions), Median(days), [.. organisations]);
    }

    IQueryable<Meeting> Held(Guid body) => db.Set<Meeting>().Live().Where(m => m.Body == body && m.InRecordSince != null);

    static double? Median(List<double> sorted) => sorted.Count == 0 ? null : sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
}
