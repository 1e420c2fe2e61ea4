using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Calendar;

/// <summary>A day of a year that has a meeting, or on which nobody meets.</summary>
public sealed record YearDay(DateOnly Day, Holiday? Holiday, IReadOnlyList<MeetingRow> Meetings);

/// <summary>The meetings of a year at a glance.</summary>
public sealed class CalendarLists(SamverkDb db, ProtectedNames names)
{
    /// <summary>More than anybody plans; the page says when there are more.</summary>
    public const int Most = 2000;

    /// <summary>Every day of a year with a meeting or a holiday, in order.</summary>
    /// <param name="body">Null for all bodies.</param>
    public async Task<Listed<YearDay>> Year(int year, Guid? body, CancellationToken ct)
    {
        var (first, last, mask) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), await names.Mask(ct));
        var rows = db.Set<Meeting>().Live().Where(m => m.On >= first && m.On <= last && (body == null || m.Body == body));
        var meetings = (await rows.OrderBy(m => m.On).ThenBy(m => m.Start).ThenBy(m => m.Id).Take(Most).Rows().ToListAsync(ct)).ConvertAll(m => m with { Place = mask.Of(m.Place) }).ToLookup(m => m.On);
        var holidays = SwedishHolidays.Of(year).ToDictionary(h => h.Day);
        var days = meetings.Select(g => g.Key).Union(holidays.Keys).Order();
        return new([.. days.Select(d => new YearDay(d, holidays.GetValueOrDefault(d), [.. meetings[d]]))], await rows.CountAsync(ct));
    }
}
