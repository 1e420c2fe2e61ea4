using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings.Deciding;

/// <summary>A deputy who serves in a member's place.</summary>
public sealed record Serving(Guid Deputy, Guid For);

/// <summary>Who is called when members can't come, or may not take part in an item (conflict of interest).</summary>
public static class Deputies
{
    /// <param name="holders">All members and deputies of the body, in their listed order.</param>
    /// <param name="away">Those, members and deputies alike, who can't serve.</param>
    /// <param name="already">Those who have been called before: they stay as long as their member is away and they are not.</param>
    /// <returns>At most one deputy for a member and one member for a deputy, in the order of the members. Who has none is not there.</returns>
    public static IReadOnlyList<Serving> Called(IReadOnlyList<Holder> holders, IReadOnlySet<Guid> away, DeputyRule rule, IReadOnlyList<Serving>? already = null)
    {
        var members = holders.Where(h => h.Role == MembershipRole.Member).DistinctBy(h => h.Person).ToList();
        var sitting = members.Select(m => m.Person).ToHashSet();
        // A member of the body never serves as somebody's deputy at the same time.
        var deputies = holders.Where(h => h.Role == MembershipRole.Deputy && !away.Contains(h.Person) && !sitting.Contains(h.Person)).OrderBy(h => h.Order ?? int.MaxValue).ToList();
        var lacking = members.FindAll(m => away.Contains(m.Person));
        var calling = new Calling(deputies, already ?? [], lacking);
        if (rule == DeputyRule.Personal)
            calling.Each(lacking, (member, deputy) => IsPersonal(holders, member, deputy));
        if (rule == DeputyRule.ByParty)
            calling.Each(lacking, (member, deputy) => member.Group == deputy.Group && IsSameParty(member, deputy));
        if (rule != DeputyRule.Personal)
            calling.Each(lacking, (member, deputy) => member.Group is not null && member.Group == deputy.Group);
        return [.. lacking.Where(m => calling.By.ContainsKey(m.Person)).Select(m => new Serving(calling.By[m.Person], m.Person))];
    }

    static bool IsSameParty(Holder member, Holder deputy) => member.Party is { } party && deputy.Party is { } other && Swedish.Fold(party) == Swedish.Fold(other);

    static bool IsPersonal(IReadOnlyList<Holder> holders, Holder member, Holder deputy) =>
        member.Seat == deputy.Seat && Number(holders, member) == Number(holders, deputy);

    // By the number that they were given, else by their place among those of the same kind in the seat.
    static int Number(IReadOnlyList<Holder> holders, Holder one) =>
        one.Order ?? 1 + holders.Where(h => h.Seat == one.Seat && h.Role == one.Role).TakeWhile(h => h.Person != one.Person).Count();

    sealed class Calling
    {
        readonly List<Holder> deputies;
        readonly HashSet<Guid> taken;

        public Calling(List<Holder> deputies, IReadOnlyList<Serving> already, List<Holder> lacking)
        {
            this.deputies = deputies;
            var holding = already.Where(s => lacking.Exists(m => m.Person == s.For) && deputies.Exists(d => d.Person == s.Deputy)).DistinctBy(s => s.For).DistinctBy(s => s.Deputy);
            By = holding.ToDictionary(s => s.For, s => s.Deputy);
            taken = [.. By.Values];
        }

        /// <summary>The deputy of each member who has one.</summary>
        public Dictionary<Guid, Guid> By { get; }

        /// <summary>Finds the first free deputy that fits for each member who has none yet.</summary>
        public void Each(List<Holder> members, Func<Holder, Holder, bool> fits)
        {
            foreach (var member in members.Where(m => !By.ContainsKey(m.Person)))
                if (deputies.Find(d => !taken.Contains(d.Person) && fits(member, d)) is { } deputy)
                {
                    By.Add(member.Person, deputy.Person);
                    taken.Add(deputy.Person);
                }
        }
    }
}
