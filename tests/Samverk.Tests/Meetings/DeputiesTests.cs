using FsCheck;
using FsCheck.Fluent;
using Samverk.Meetings.Deciding;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Tests.Meetings;

/// <summary>Who is called for whom, by the three rules.</summary>
public sealed class DeputiesTests
{
    static readonly Guid Askvik = Ids.Next(), Dalsjo = Ids.Next();
    static readonly Guid AskvikSeat = Ids.Next(), DalsjoSeat = Ids.Next(), OtherAskvikSeat = Ids.Next();

    static Holder Member(Guid seat, Guid of, string? party = null, int? order = null) => new(Ids.Next(), MembershipRole.Member, seat, of, of, order, party);

    static Holder Deputy(Guid seat, Guid of, string? party = null, int? order = null) => new(Ids.Next(), MembershipRole.Deputy, seat, of, of, order, party);

    static IReadOnlyList<Serving> Called(DeputyRule rule, IReadOnlyList<Holder> holders, IReadOnlyList<Holder> away, IReadOnlyList<Serving>? already = null) =>
        Deputies.Called(holders, away.Select(a => a.Person).ToHashSet(), rule, already);

    [Fact]
    public void A_personal_deputy_serves_for_their_own_member_and_for_no_other()
    {
        Holder[] members = [Member(AskvikSeat, Askvik), Member(AskvikSeat, Askvik)], deputies = [Deputy(AskvikSeat, Askvik, order: 2), Deputy(AskvikSeat, Askvik, order: 1)];
        Assert.Equal([new(deputies[0].Person, members[1].Person)], Called(DeputyRule.Personal, [.. members, .. deputies], [members[1]]));
        Assert.Equal([new(deputies[0].Person, members[1].Person)], Called(DeputyRule.Personal, [.. members, .. deputies], [.. members, deputies[1]]));
    }

    [Fact]
    public void The_organisations_deputies_are_called_in_order_whichever_of_its_seats_they_have()
    {
        var (member, other) = (Member(AskvikSeat, Askvik), Member(OtherAskvikSeat, Askvik));
        Holder[] deputies = [Deputy(OtherAskvikSeat, Askvik, order: 2), Deputy(AskvikSeat, Askvik, order: 1), Deputy(DalsjoSeat, Dalsjo, order: 1)];
        Holder[] all = [member, other, .. deputies];
        Assert.Equal([new(deputies[1].Person, other.Person)], Called(DeputyRule.ByOrganisation, all, [other]));
        Assert.Equal([new(deputies[1].Person, member.Person), new(deputies[0].Person, other.Person)], Called(DeputyRule.ByOrganisation, all, [member, other]));
        Assert.Equal([new(deputies[0].Person, member.Person)], Called(DeputyRule.ByOrganisation, all, [member, other, deputies[1]]));
    }

    [Fact]
    public void A_party_keeps_its_own_deputy_even_when_another_member_is_before_it_in_the_list()
    {
        var (first, second) = (Member(AskvikSeat, Askvik, "Centern"), Member(AskvikSeat, Askvik, "Vänstern"));
        Holder[] deputies = [Deputy(AskvikSeat, Askvik, "vänstern", 1), Deputy(AskvikSeat, Askvik, "Liberalerna", 2)];
        Assert.Equal([new(deputies[1].Person, first.Person), new(deputies[0].Person, second.Person)], Called(DeputyRule.ByParty, [first, second, .. deputies], [first, second]));
        Assert.Equal([new(deputies[0].Person, first.Person)], Called(DeputyRule.ByParty, [first, second, .. deputies], [first]));
    }

    [Fact]
    public void A_deputy_who_serves_already_stays_and_steps_down_for_the_item_that_concerns_them()
    {
        var member = Member(AskvikSeat, Askvik);
        Holder[] deputies = [Deputy(AskvikSeat, Askvik, order: 1), Deputy(AskvikSeat, Askvik, order: 2)];
        Holder[] all = [member, .. deputies];
        Serving[] serving = [new(deputies[1].Person, member.Person)];
        Assert.Equal(serving, Called(DeputyRule.ByOrganisation, all, [member], serving));
        Assert.Equal([new(deputies[0].Person, member.Person)], Called(DeputyRule.ByOrganisation, all, [member, deputies[1]], serving));
        Assert.Empty(Called(DeputyRule.ByOrganisation, all, [], serving));
    }

    [Fact]
    public void Nobody_is_called_from_another_organisation_nor_when_there_is_nobody()
    {
        var member = Member(AskvikSeat, Askvik);
        Assert.All(Enum.GetValues<DeputyRule>(), rule => Assert.Empty(Called(rule, [member, Deputy(DalsjoSeat, Dalsjo)], [member])));
        Assert.All(Enum.GetValues<DeputyRule>(), rule => Assert.Empty(Called(rule, [member], [member])));
    }

    [Fact]
    public void Whoever_can_come_each_deputy_serves_for_one_and_nobody_serves_who_is_away_or_a_member() => Prop.ForAll(Arb.From(Bodies()), body =>
    {
        var (holders, away, rule) = body;
        var called = Deputies.Called(holders, away, rule);
        var members = holders.Where(h => h.Role == MembershipRole.Member).Select(h => h.Person).ToHashSet();
        Assert.Equal(called.Count, called.Select(c => c.Deputy).Distinct().Count());
        Assert.Equal(called.Count, called.Select(c => c.For).Distinct().Count());
        Assert.All(called, c => Assert.True(away.Contains(c.For) && members.Contains(c.For) && !away.Contains(c.Deputy) && !members.Contains(c.Deputy)));
        // Called again with what was called, it is the same: nobody is sent home by a second reckoning.
        Assert.Equal(called, Deputies.Called(holders, away, rule, called));
        // No seat stands empty while somebody could fill it.
        if (rule == DeputyRule.ByOrganisation)
            foreach (var lacking in holders.Where(h => h.Role == MembershipRole.Member && h.Group is not null && away.Contains(h.Person) && called.All(c => c.For != h.Person)))
                Assert.DoesNotContain(holders, d => d.Role == MembershipRole.Deputy && d.Group == lacking.Group && !away.Contains(d.Person) && !members.Contains(d.Person) && called.All(c => c.Deputy != d.Person));
        return true;
    }).QuickCheckThrowOnFailure();

    static Gen<(IReadOnlyList<Holder>, IReadOnlySet<Guid>, DeputyRule)> Bodies()
    {
        Guid[] people = [.. Enumerable.Range(0, 14).Select(_ => Ids.Next())];
        (Guid? Seat, Guid? Of)[] seats = [(AskvikSeat, Askvik), (OtherAskvikSeat, Askvik), (DalsjoSeat, Dalsjo), (Ids.Next(), null), (null, null)];
        var holder = from person in Gen.Elements(people)
                     from role in Gen.Elements(MembershipRole.Member, MembershipRole.Deputy)
                     from seat in Gen.Elements(seats)
                     from order in Gen.Elements<int?>(null, 1, 2, 3)
                     from party in Gen.Elements(null, "Centern", "Vänstern")
                     select new Holder(person, role, seat.Seat, seat.Of, seat.Of, order, party);
        return from holders in holder.ListOf()
               from away in Gen.Elements(people).ListOf()
               from rule in Gen.Elements(Enum.GetValues<DeputyRule>())
               select ((IReadOnlyList<Holder>)[.. holders.DistinctBy(h => (h.Person, h.Role))], (IReadOnlySet<Guid>)away.ToHashSet(), rule);
    }
}
