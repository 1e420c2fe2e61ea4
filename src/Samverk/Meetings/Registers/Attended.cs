using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Meetings.Registers;

/// <summary>Narrows what belongs to a meeting by who was there: an organisation, a person.</summary>
static class Attended
{
    /// <param name="meetingOf">The meeting of a row.</param>
    public static Filter<T> By<T>(SamverkDb db, Names names, Expression<Func<T, Guid>> meetingOf) where T : class =>
        FilterBy.Things("huvudman", "principal", "Närvarande huvudman", names.OrganisationOrNull,
            ids => In(meetingOf, Present(db).Where(a => a.Organisation != null && ids.Contains(a.Organisation.Value))),
            // Each meeting's rows are counted once, and not once for each organisation that was there. An outer join, so that
            // SQLite looks the few meetings up for each who was there and not the other way round, which takes twice as long.
            rows => from a in Present(db).Where(a => a.Organisation != null).Select(a => new { a.Meeting, a.Organisation }).Distinct()
                    join r in rows.GroupBy(meetingOf).Select(g => new { Meeting = g.Key, Count = g.Count() }) on a.Meeting equals r.Meeting into found
                    from r in found.DefaultIfEmpty()
                    group (int?)r.Count ?? 0 by a.Organisation!.Value into one
                    where one.Sum() > 0
                    orderby one.Sum() descending
                    select new Counted<Guid>(one.Key, one.Sum()));

    /// <summary>A person is one of thousands: chosen from their own page.</summary>
    public static Filter<T> ByPerson<T>(SamverkDb db, Names names, Expression<Func<T, Guid>> meetingOf) where T : class =>
        FilterBy.Things("person", "person", "Närvarande person", names.PersonOrNull,
            ids => In(meetingOf, Present(db).Where(a => a.Person != null && ids.Contains(a.Person.Value))), count: null);

    static IQueryable<Attendance> Present(SamverkDb db) => db.Set<Attendance>().Where(a => a.Presence != Presence.Absent);

    static Expression<Func<T, bool>> In<T>(Expression<Func<T, Guid>> meetingOf, IQueryable<Attendance> present)
    {
        var meetings = present.Select(a => a.Meeting);
        return Expression.Lambda<Func<T, bool>>(
            Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(Guid)], meetings.Expression, meetingOf.Body), meetingOf.Parameters);
    }
}
