using Samverk.Shared;

namespace Samverk.Search;

/// <summary>The filters of a question, and what is left under each value of one by the others.</summary>
sealed class Narrowing(SearchQuestion question)
{
    readonly HashSet<ThingKind> kinds = [.. question.Kinds];
    readonly HashSet<Guid> bodies = [.. question.Bodies];
    readonly HashSet<int> years = [.. question.Years];

    public bool Has(CountedEntry entry) => OfKind(entry) && OfBody(entry) && OfYear(entry);

    public SearchFacets Count(IEnumerable<CountedEntry> entries)
    {
        Dictionary<ThingKind, int> byKind = [];
        Dictionary<Guid, int> byBody = [];
        Dictionary<int, int> byYear = [];
        foreach (var entry in entries)
        {
            var (ofKind, ofBody, ofYear) = (OfKind(entry), OfBody(entry), OfYear(entry));
            if (ofBody && ofYear)
                byKind[entry.Kind!.Value] = byKind.GetValueOrDefault(entry.Kind.Value) + 1;
            if (ofKind && ofYear && entry.Body is { } body)
                byBody[body] = byBody.GetValueOrDefault(body) + 1;
            if (ofKind && ofBody && EntryNumber.Year(entry.Number) is { } year)
                byYear[year] = byYear.GetValueOrDefault(year) + 1;
        }
        return new(
            [.. byKind.OrderByDescending(k => k.Value).ThenBy(k => k.Key).Select(k => new Counted<ThingKind>(k.Key, k.Value))],
            [.. byBody.OrderByDescending(b => b.Value).ThenBy(b => b.Key).Select(b => new Counted<Guid>(b.Key, b.Value))],
            [.. byYear.OrderByDescending(y => y.Key).Select(y => new Counted<int>(y.Key, y.Value))]);
    }

    bool OfKind(CountedEntry entry) => kinds.Count == 0 || kinds.Contains(entry.Kind!.Value);

    bool OfBody(CountedEntry entry) => bodies.Count == 0 || (entry.Body is { } body && bodies.Contains(body));

    bool OfYear(CountedEntry entry) => years.Count == 0 || (EntryNumber.Year(entry.Number) is { } year && years.Contains(year));
}
