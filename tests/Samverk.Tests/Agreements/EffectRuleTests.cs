using Samverk.Agreements.Ledger;

namespace Samverk.Tests.Agreements;

/// <summary>Every rule of taking effect, as a table: what the parties answered, and what that makes of the agreement.</summary>
public sealed class EffectRuleTests
{
    static readonly Guid[] Parties = [.. Enumerable.Range(1, 5).Select(i => new Guid(i, 0, 0, new byte[8]))];
    static readonly DateOnly First = new(2026, 10, 1);

    /// <summary>
    /// One letter for each party, in order: a adopted, v with a condition, n declined, r referred back, . waiting. The party at
    /// place i decided on day i of October. Chosen parties are the first two.
    /// </summary>
    [Theory]
    // All, the ordinary rule.
    [InlineData(EffectKind.All, 0, true, IfDeclined.Halts, 0, "aaaaa", "met 5")]
    [InlineData(EffectKind.All, 0, true, IfDeclined.Halts, 0, "aaaa.", "waiting")]
    [InlineData(EffectKind.All, 0, true, IfDeclined.Halts, 0, "aaaar", "waiting")]
    [InlineData(EffectKind.All, 0, true, IfDeclined.Halts, 0, "aaaan", "halted")]
    [InlineData(EffectKind.All, 0, true, IfDeclined.Halts, 0, "n....", "halted")]
    [InlineData(EffectKind.All, 0, true, IfDeclined.Halts, 0, ".....", "waiting")]
    [InlineData(EffectKind.All, 0, true, IfDeclined.Halts, 0, "aavaa", "met 5")]
    [InlineData(EffectKind.All, 0, false, IfDeclined.Halts, 0, "aavaa", "halted")]
    [InlineData(EffectKind.All, 0, true, IfDeclined.Halts, 20, "aaaaa", "met 20")]
    [InlineData(EffectKind.All, 0, true, IfDeclined.Halts, 2, "aaaaa", "met 5")]
    // All who don't say no.
    [InlineData(EffectKind.All, 0, true, IfDeclined.WithoutThem, 0, "aanaa", "met 5")]
    [InlineData(EffectKind.All, 0, true, IfDeclined.WithoutThem, 0, "aaaan", "met 4")]
    [InlineData(EffectKind.All, 0, true, IfDeclined.WithoutThem, 0, "aana.", "waiting")]
    [InlineData(EffectKind.All, 0, true, IfDeclined.WithoutThem, 0, "nnnna", "halted")]
    [InlineData(EffectKind.All, 0, false, IfDeclined.WithoutThem, 0, "aavaa", "met 5")]
    // A stated number.
    [InlineData(EffectKind.Number, 3, true, IfDeclined.Halts, 0, "aa.a.", "met 4")]
    [InlineData(EffectKind.Number, 3, true, IfDeclined.Halts, 0, "aaaaa", "met 3")]
    [InlineData(EffectKind.Number, 3, true, IfDeclined.Halts, 0, "aa...", "waiting")]
    [InlineData(EffectKind.Number, 3, true, IfDeclined.Halts, 0, "aanr.", "waiting")]
    [InlineData(EffectKind.Number, 3, true, IfDeclined.Halts, 0, "aannn", "halted")]
    [InlineData(EffectKind.Number, 3, true, IfDeclined.Halts, 0, "nn.a.", "waiting")]
    [InlineData(EffectKind.Number, 3, false, IfDeclined.Halts, 0, "aav..", "waiting")]
    [InlineData(EffectKind.Number, 3, true, IfDeclined.Halts, 0, "aav..", "met 3")]
    // Each for itself.
    [InlineData(EffectKind.Each, 0, true, IfDeclined.Halts, 0, "..a..", "met 3")]
    [InlineData(EffectKind.Each, 0, true, IfDeclined.Halts, 0, "n.a.a", "met 3")]
    [InlineData(EffectKind.Each, 0, true, IfDeclined.Halts, 10, "..a..", "met 10")]
    [InlineData(EffectKind.Each, 0, true, IfDeclined.Halts, 0, "nnnnn", "halted")]
    [InlineData(EffectKind.Each, 0, true, IfDeclined.Halts, 0, "nnnn.", "waiting")]
    // Those that are named: the region and the municipalities of a part of the county.
    [InlineData(EffectKind.Chosen, 0, true, IfDeclined.Halts, 0, "aa...", "met 2")]
    [InlineData(EffectKind.Chosen, 0, true, IfDeclined.Halts, 0, "aannn", "met 2")]
    [InlineData(EffectKind.Chosen, 0, true, IfDeclined.Halts, 0, "a.aaa", "waiting")]
    [InlineData(EffectKind.Chosen, 0, true, IfDeclined.Halts, 0, "anaaa", "halted")]
    [InlineData(EffectKind.Chosen, 0, true, IfDeclined.WithoutThem, 0, "anaaa", "halted")]
    public void The_answers_make_the_agreement(EffectKind kind, int number, bool conditionCounts, IfDeclined ifDeclined, int from, string answers, string expected)
    {
        var rule = new EffectRule(kind, number == 0 ? null : number, kind == EffectKind.Chosen ? Parties[..2] : [], conditionCounts, ifDeclined, from == 0 ? null : Day(from));
        var effect = rule.Of(Answers(answers));
        Assert.Equal(expected, effect.State == EffectState.Met ? $"met {effect.Since!.Value.Day}" : effect.State.ToString().ToLowerInvariant());
    }

    [Fact]
    public void A_party_that_adopts_late_is_bound_from_its_own_day()
    {
        var effect = (EffectRule.Default with { Kind = EffectKind.Number, Number = 2 }).Of(Answers("aa..a"));
        Assert.Equal([Day(2), Day(2), Day(5)], effect.Parties.OrderBy(p => Array.IndexOf(Parties, p.Key)).Select(p => p.Value));
    }

    /// <summary>Every way that five parties can answer, under every rule: 5⁵ answers × 20 rules.</summary>
    [Fact]
    public void The_order_of_answers_never_changes_what_they_make_and_nothing_is_in_force_without_its_rule()
    {
        var random = new Random(2026);
        foreach (var rule in Rules())
            foreach (var letters in Everything(5))
            {
                var answers = Answers(letters);
                var effect = rule.Of(answers);
                random.Shuffle(answers);
                var shuffled = rule.Of(answers);
                Assert.Equal((effect.State, effect.Since), (shuffled.State, shuffled.Since));
                Assert.Equal(effect.Parties.OrderBy(p => p.Key), shuffled.Parties.OrderBy(p => p.Key));
                Assert.Equal(IsMet(rule, letters), effect.State == EffectState.Met);
                // Nobody is bound who has not adopted, nor before it did, nor before the agreement holds.
                Assert.All(effect.Parties, p => Assert.True(Counts(rule, letters[Array.IndexOf(Parties, p.Key)]) && p.Value >= Day(Array.IndexOf(Parties, p.Key) + 1) && p.Value >= effect.Since));
            }
    }

    [Fact]
    public void A_halted_agreement_can_take_effect_by_no_further_answer()
    {
        foreach (var rule in Rules())
            foreach (var letters in Everything(4).Where(l => rule.Of(Answers(l)).State == EffectState.Halted))
                Assert.All(Completions(letters), whole => Assert.NotEqual(EffectState.Met, rule.Of(Answers(whole)).State));
    }

    // Said anew, in words as near the README's as code can be.
    static bool IsMet(EffectRule rule, string letters)
    {
        bool Adopted(int i) => Counts(rule, letters[i]);
        bool No(int i) => letters[i] == 'n' || (letters[i] == 'v' && !rule.ConditionCounts);
        bool AllOf(List<int> who)
        {
            var left = rule.IfDeclined == IfDeclined.WithoutThem ? who.FindAll(i => !No(i)) : who;
            return left.Count >= 2 && left.TrueForAll(Adopted);
        }
        List<int> all = [.. Enumerable.Range(0, letters.Length)];
        return rule.Kind switch
        {
            EffectKind.All => AllOf(all),
            EffectKind.Chosen => AllOf(all.FindAll(i => rule.Chosen.Contains(Parties[i]))),
            EffectKind.Number => all.Count(Adopted) >= rule.Number,
            _ => all.Exists(Adopted),
        };
    }

    static bool Counts(EffectRule rule, char letter) => letter == 'a' || (letter == 'v' && rule.ConditionCounts);

    static IEnumerable<EffectRule> Rules() =>
        from kind in Enum.GetValues<EffectKind>()
        from counts in new[] { true, false }
        from no in Enum.GetValues<IfDeclined>()
        from number in kind == EffectKind.Number ? new int?[] { 2, 4 } : [null]
        select new EffectRule(kind, number, kind == EffectKind.Chosen ? Parties[..3] : [], counts, no, null);

    static IEnumerable<string> Everything(int length) => length == 0 ? [""] : Everything(length - 1).SelectMany(rest => "avnr.".Select(c => rest + c));

    // What is open can still be answered; what is answered stands.
    static IEnumerable<string> Completions(string letters) =>
        letters.Aggregate((IEnumerable<string>)[""], (begun, c) => begun.SelectMany(b => (c is '.' or 'r' ? "avn" : c.ToString()).Select(x => b + x)));

    static PartyAnswer[] Answers(string letters) => [.. letters.Select((c, i) => new PartyAnswer(Parties[i], c switch
    {
        'a' => AdoptionState.Adopted,
        'v' => AdoptionState.AdoptedWithCondition,
        'n' => AdoptionState.Declined,
        'r' => AdoptionState.ReferredBack,
        _ => AdoptionState.Waiting,
    }, c == '.' ? null : Day(i + 1)))];

    static DateOnly Day(int day) => First.AddDays(day - 1);
}
