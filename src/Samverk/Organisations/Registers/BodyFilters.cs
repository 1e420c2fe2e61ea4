using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage.Registers;

namespace Samverk.Organisations.Registers;

/// <summary>How registers are narrowed by bodies: one at a time, or with all that report to it.</summary>
public static class BodyFilters
{
    /// <param name="of">The body of a row.</param>
    public static IEnumerable<Filter<T>> Of<T>(Names names, Expression<Func<T, Guid>> of) where T : class =>
    [
        FilterBy.Thing("organ", "body", "Organ", of, names.BodyOrNull),
        new(FilterKind.Choices, "under", "bodyTree", "Organ med underorgan", value => Guid.TryParse(value, out var id) && names.BodyOrNull(id) is { } name ? $"{name} med underorgan" : null,
            values => FilterBy.Thing("under", "bodyTree", "", of, names.BodyOrNull, names.Under).Narrow(values),
            async (rows, ct) => WithThoseUnder(names, await rows.GroupBy(of).Select(g => new Counted<Guid>(g.Key, g.Count())).ToListAsync(ct))) { IsId = true },
    ];

    static List<Counted<string>> WithThoseUnder(Names names, List<Counted<Guid>> each)
    {
        var byBody = each.ToDictionary(c => c.Value, c => c.Count);
        return
        [
            .. from body in names.Bodies
               let under = names.Under(body.Id)
               where under.Count > 0
               let count = under.Append(body.Id).Sum(id => byBody.GetValueOrDefault(id))
               where count > 0
               orderby count descending
               select new Counted<string>(body.Id.ToString("D"), count),
        ];
    }
}
