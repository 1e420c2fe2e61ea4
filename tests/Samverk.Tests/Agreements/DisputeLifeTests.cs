using FsCheck;
using FsCheck.Fluent;
using Samverk.Agreements.Disputes;
using Samverk.Shared;

namespace Samverk.Tests.Agreements;

/// <summary>Where a dispute is and what can follow, as a table; and what holds however it goes.</summary>
public sealed class DisputeLifeTests
{
    static readonly DateOnly First = new(2026, 11, 2);

    /// <summary>The units for seven days, a body for fourteen, another for thirty.</summary>
    static readonly LadderStep[] Three = [new(null, "Enheterna", 7), new(Ids.Next(), "Chefsgruppen", 14), new(Ids.Next(), "Rådet", 30)];

    static readonly Dictionary<char, DisputeActKind> Letters = new()
    {
        ['u'] = DisputeActKind.SentUp, ['r'] = DisputeActKind.Recommended, ['d'] = DisputeActKind.Decided, ['s'] = DisputeActKind.Settled, ['w'] = DisputeActKind.Withdrawn, ['c'] = DisputeActKind.Closed,
    };

    /// <summary>One letter for each act after it was raised, three days after the one before: up, recommended, decided, settled, withdrawn, closed. A letter that is refused is where it stops.</summary>
    /// <param name="expected">The state, the step from 1, and the last day of the step in November or December; or the code of the refusal.</param>
    [Theory]
    [InlineData("", "Running 1 11-09")]
    [InlineData("u", "Running 2 11-19")]
    [InlineData("uu", "Running 3 12-08")]
    [InlineData("uuu", "at-the-top")]
    [InlineData("s", "Settled 1 11-09")]
    [InlineData("us", "Settled 2 11-19")]
    [InlineData("w", "Withdrawn 1 11-09")]
    [InlineData("d", "no-body-here")]
    [InlineData("r", "no-body-here")]
    [InlineData("c", "not-at-the-top")]
    [InlineData("uc", "not-at-the-top")]
    [InlineData("ud", "Decided 2 11-19")]
    [InlineData("ur", "Running 2 11-19")]
    [InlineData("urs", "Settled 2 11-19")]
    [InlineData("uru", "Running 3 12-11")]
    [InlineData("urrd", "Decided 2 11-19")]
    [InlineData("uuc", "Closed 3 12-08")]
    [InlineData("uurc", "Closed 3 12-08")]
    [InlineData("ss", "dispute-ended")]
    [InlineData("wu", "dispute-ended")]
    [InlineData("udr", "dispute-ended")]
    [InlineData("uucs", "dispute-ended")]
    public void The_acts_say_where_it_is(string acts, string expected)
    {
        List<(DisputeActKind Kind, DateOnly On)> done = [(DisputeActKind.Raised, First)];
        foreach (var (kind, i) in acts.Select((letter, i) => (Letters[letter], i)))
        {
            if (DisputeLife.May(kind, Three, DisputeLife.Of(Three, done)) is { } no)
            {
                Assert.Equal(expected, no.Code);
                return;
            }
            done.Add((kind, First.AddDays(3 * (i + 1))));
        }
        var here = DisputeLife.Of(Three, done);
        Assert.Equal(expected, $"{here.State} {here.Step + 1} {here.LastDay:MM-dd}");
        Assert.Equal(here.IsRunning ? null : done[^1].On, here.EndedOn);
    }

    /// <summary>The step has until 9 November.</summary>
    [Theory]
    [InlineData(DisputeActKind.SentUp, 9, null, false, "words-missing")]
    [InlineData(DisputeActKind.SentUp, 9, null, true, null)]
    [InlineData(DisputeActKind.SentUp, 10, null, false, null)]
    [InlineData(DisputeActKind.Settled, 9, 5, true, null)]
    [InlineData(DisputeActKind.Settled, 9, 5, false, "words-missing")]
    [InlineData(DisputeActKind.Settled, 9, null, true, "day-missing")]
    [InlineData(DisputeActKind.Settled, 9, 10, true, "day-ahead")]
    [InlineData(DisputeActKind.Settled, 9, 1, true, "day-before-step")]
    [InlineData(DisputeActKind.Decided, 9, 2, true, null)]
    [InlineData(DisputeActKind.Recommended, 9, 9, true, null)]
    [InlineData(DisputeActKind.Recommended, 9, 9, false, "words-missing")]
    [InlineData(DisputeActKind.Withdrawn, 12, null, false, "words-missing")]
    [InlineData(DisputeActKind.Withdrawn, 12, null, true, null)]
    [InlineData(DisputeActKind.Closed, 12, null, false, "words-missing")]
    public void An_act_says_what_it_must(DisputeActKind kind, int today, int? on, bool hasWords, string? code)
    {
        var here = DisputeLife.Of(Three, [(DisputeActKind.Raised, First)]);
        Assert.Equal(code, DisputeLife.Fault(new(kind, on is { } day ? new(2026, 11, day) : null, hasWords ? "Så blev det." : " "), here, new(2026, 11, today))?.Code);
    }

    [Fact]
    public void However_it_goes_it_never_goes_down_nothing_follows_an_end_and_a_step_lasts_as_long_as_its_ladder_says()
    {
        var days = Gen.Choose(1, 365);
        var ladders = from count in Gen.Choose(1, Ladder.MostSteps)
                      from unitsFirst in Gen.Elements(true, false)
                      from each in days.ListOf(count)
                      select each.Select((d, i) => new LadderStep(i == 0 && unitsFirst ? null : Ids.Next(), $"Steg {i}", d)).ToArray();
        var acts = (from kind in Gen.Elements(Enum.GetValues<DisputeActKind>()) from after in Gen.Choose(0, 400) select (Kind: kind, After: after)).ListOf(12);
        Prop.ForAll((from ladder in ladders from tried in acts select (Steps: ladder, Tried: tried.ToList())).ToArbitrary(), story => Holds(story.Steps, story.Tried)).QuickCheckThrowOnFailure();
    }

    static bool Holds(LadderStep[] ladder, List<(DisputeActKind Kind, int After)> tried)
    {
        List<(DisputeActKind Kind, DateOnly On)> done = [(DisputeActKind.Raised, First)];
        var here = DisputeLife.Of(ladder, done);
        Assert.Equal((0, First, First.AddDays(ladder[0].Days)), (here.Step, here.StartedOn, here.LastDay));
        foreach (var (kind, after) in tried)
        {
            var may = DisputeLife.May(kind, ladder, here) is null;
            Assert.False(may && !here.IsRunning, $"{kind} followed {here.State}");
            if (!may)
                continue;
            done.Add((kind, done[^1].On.AddDays(after)));
            var next = DisputeLife.Of(ladder, done);
            Assert.Equal(kind == DisputeActKind.SentUp ? here.Step + 1 : here.Step, next.Step);
            Assert.InRange(next.Step, 0, ladder.Length - 1);
            Assert.Equal(next.StartedOn.AddDays(ladder[next.Step].Days), next.LastDay);
            Assert.Equal(kind == DisputeActKind.SentUp ? done[^1].On : here.StartedOn, next.StartedOn);
            Assert.True(kind is not (DisputeActKind.Decided or DisputeActKind.Recommended) || ladder[here.Step].Body is not null);
            Assert.True(kind != DisputeActKind.Closed || here.Step == ladder.Length - 1);
            Assert.Equal(next.IsRunning, next.EndedOn is null);
            here = next;
        }
        return true;
    }

    [Fact]
    public void A_ladder_has_the_units_first_or_not_at_all_each_body_once_and_days_for_each()
    {
        var (one, other) = (Ids.Next(), Ids.Next());
        (string Code, int Step, bool IsDays)? Fault(params LadderStep[] steps) => Ladder.Fault(steps) is { } f ? (f.Refusal.Code, f.Step, f.IsDays) : null;
        Assert.Null(Fault());
        Assert.Null(Fault(new LadderStep(null, "Enheterna", 7), new(one, "Chefsgruppen", 14)));
        Assert.Null(Fault(new LadderStep(one, "Chefsgruppen", 14), new(other, "Rådet", 365)));
        Assert.Equal(("step-body-missing", 1, false), Fault(new LadderStep(one, "Chefsgruppen", 14), new(null, "Enheterna", 7)));
        Assert.Equal(("step-name-missing", 0, false), Fault(new LadderStep(null, " ", 7)));
        Assert.Equal(("step-twice", 1, false), Fault(new LadderStep(one, "Chefsgruppen", 14), new(one, "Chefsgruppen", 30)));
        Assert.Equal(("step-days-odd", 1, true), Fault(new LadderStep(one, "Chefsgruppen", 14), new(other, "Rådet", 0)));
        Assert.Equal(("step-days-odd", 0, true), Fault(new LadderStep(one, "Chefsgruppen", 366)));
        Assert.Equal("steps-many", Fault([.. Enumerable.Range(0, Ladder.MostSteps + 1).Select(i => new LadderStep(Ids.Next(), $"Organ {i}", 7))])?.Code);
    }
}
