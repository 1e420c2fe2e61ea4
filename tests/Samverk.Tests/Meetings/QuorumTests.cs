using FsCheck;
using FsCheck.Fluent;
using Samverk.Meetings.Deciding;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Tests.Meetings;

/// <summary>Whether a body can decide.</summary>
public sealed class QuorumTests
{
    static readonly Guid Region = Ids.Next(), Askvik = Ids.Next();
    static readonly CountedSeat OfRegion = new(Ids.Next(), Region, "Region Bergslunda", 3), OfAskvik = new(Ids.Next(), Askvik, "Askvik", 1), Care = new(Ids.Next(), null, "Primärvård", 1);
    static readonly CountedSeat[] Seats = [OfRegion, OfAskvik, Care];

    static Entitled In(CountedSeat seat) => new(Ids.Next(), seat.Id);

    static Quorum By(QuorumRule rule, IReadOnlyList<Entitled> present, int number = 1) => Quorum.For(Seats, present, BodyRulesInfo.Default with { Quorum = rule, QuorumNumber = number });

    [Fact]
    public void More_than_half_of_the_seats_counts_vacant_ones_too()
    {
        var two = By(QuorumRule.MoreThanHalf, [In(OfRegion), In(OfAskvik)]);
        Assert.Equal((2, 3, 5, false), (two.Present, two.Needed, two.Of, two.IsEnough));
        Assert.Equal("Mötet kan inte besluta. Två av fem platser är fyllda, tre behövs.", two.Words);
        Assert.Equal(["Primärvård"], two.Missing);
        Assert.True(By(QuorumRule.MoreThanHalf, [In(OfRegion), In(OfRegion), In(OfAskvik)]).IsEnough);
    }

    [Fact]
    public void Nobody_fills_more_places_than_the_seat_has_and_nobody_counts_twice()
    {
        var one = In(OfAskvik);
        Assert.Equal(1, By(QuorumRule.MoreThanHalf, [one, one, In(OfAskvik)]).Present);
        Assert.Equal(0, By(QuorumRule.MoreThanHalf, [new(Ids.Next(), null)]).Present);
    }

    [Fact]
    public void Each_organisation_means_each_seat_of_a_trade_too()
    {
        var state = By(QuorumRule.EachOrganisation, [In(OfRegion), In(OfRegion), In(OfAskvik)]);
        Assert.Equal((2, 3, false), (state.Present, state.Needed, state.IsEnough));
        Assert.Equal("Mötet kan inte besluta. Två av tre organisationer är här, alla behövs.", state.Words);
        Assert.True(By(QuorumRule.EachOrganisation, [In(OfRegion), In(OfAskvik), In(Care)]).IsEnough);
    }

    [Fact]
    public void A_number_is_a_number_and_no_rule_asks_for_nobody()
    {
        Assert.False(By(QuorumRule.Number, [In(OfRegion)], 2).IsEnough);
        Assert.True(By(QuorumRule.Number, [In(OfRegion), In(Care)], 2).IsEnough);
        Assert.Equal("Mötet kan besluta. En av fem platser är fyllda, en behövs.", By(QuorumRule.Number, [In(OfRegion)]).Words);
        Assert.True(By(QuorumRule.None, []).IsEnough);
    }

    [Fact]
    public void A_body_with_no_seats_at_all_decides_only_when_nothing_is_asked()
    {
        Quorum Empty(QuorumRule rule) => Quorum.For([], [], BodyRulesInfo.Default with { Quorum = rule });
        Assert.False(Empty(QuorumRule.MoreThanHalf).IsEnough);
        Assert.False(Empty(QuorumRule.EachOrganisation).IsEnough);
        Assert.True(Empty(QuorumRule.None).IsEnough);
    }

    [Fact]
    public void One_more_never_makes_it_fewer() => Prop.ForAll(Arb.From(from rule in Gen.Elements(Enum.GetValues<QuorumRule>()) from seats in Gen.Elements(Seats).ListOf() from more in Gen.Elements(Seats) from number in Gen.Choose(1, 6) select (rule, seats, more, number)), some =>
    {
        Entitled[] present = [.. some.seats.Select(In)];
        var (before, after) = (By(some.rule, present, some.number), By(some.rule, [.. present, In(some.more)], some.number));
        return after.Present >= before.Present && after.Needed == before.Needed && before.Present <= before.Of && (!before.IsEnough || after.IsEnough) && before.Missing.Count >= after.Missing.Count;
    }).QuickCheckThrowOnFailure();
}
