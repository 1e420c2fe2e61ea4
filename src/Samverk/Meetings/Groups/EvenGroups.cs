using Samverk.Meetings.Desk;

namespace Samverk.Meetings.Groups;

/// <summary>Divides those who are there into groups that are as even as can be, with each organisation spread over them. Pure.</summary>
public static class EvenGroups
{
    /// <summary>As many as can talk with each other.</summary>
    public const int GoodSize = 5;

    /// <summary>How many groups are proposed for so many people.</summary>
    public static int For(int people) => Math.Max(2, (people + GoodSize - 1) / GoodSize);

    /// <param name="people">Those who take part.</param>
    /// <returns>The groups' members; no group is larger than another by more than one.</returns>
    public static IReadOnlyList<IReadOnlyList<Guid>> Propose(IReadOnlyList<ParticipantRow> people, int groups)
    {
        // Dealt out one by one, those of one organisation after each other: no two of them in one group before all have one.
        var dealt = people.GroupBy(p => p.OrganisationName ?? "").OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).SelectMany(g => g).Select((p, i) => (p.Id, Group: i % groups)).ToLookup(p => p.Group, p => p.Id);
        return [.. Enumerable.Range(0, groups).Select(g => (IReadOnlyList<Guid>)[.. dealt[g]])];
    }
}
