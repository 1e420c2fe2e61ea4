using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Tests.House;

namespace Samverk.Tests.Organisations;

[Trait("database", "both")]
public sealed class BodyRulesTests(WorldOnce once)
{
    [Fact]
    public async Task A_body_works_by_the_ordinary_rules_until_somebody_says_otherwise_and_history_tells_what_changed()
    {
        await using var world = await once.Copy();
        var (by, body) = (await world.Administrator(), await world.Body("SR"));
        Assert.Equal(BodyRulesInfo.Default, await Rules());
        var to = BodyRulesInfo.Default with { Deputies = DeputyRule.ByParty, Quorum = QuorumRule.Number, QuorumNumber = 7, Adjusters = 2, ChairSigns = false, Order = AdjustingOrder.Sequential, NoticeDays = 10 };
        Assert.Equal("may-not-administer", await Change(to, await world.Actor("Maria Sandelin")));
        Assert.Null(await Change(to, by));
        Assert.Equal(to, await Rules());
        var told = await world.Told(body.Id);
        Assert.Contains("Regeln för när organet kan besluta ändrades från mer än hälften av platserna är fyllda till minst sju platser är fyllda", told);
        Assert.Contains("Antalet justerare ändrades från 1 till 2", told);
        Assert.Null(await Change(to, by));
        Assert.Equal(told, await world.Told(body.Id));

        Task<BodyRulesInfo> Rules() => world.In(s => s.GetRequiredService<RulesOfBodies>().Of(body.Id, default));
        Task<string?> Change(BodyRulesInfo rules, Actor actor) => world.Said<BodyRulesKeeper>(k => k.Change(body.Id, rules, actor, default));
    }

    [Fact]
    public async Task Rules_that_no_body_could_keep_are_refused()
    {
        await using var world = await once.Copy();
        var (by, body, good) = (await world.Administrator(), await world.Body("SR"), BodyRulesInfo.Default);
        foreach (var (rules, code) in new[]
        {
            (good with { Quorum = QuorumRule.Number, QuorumNumber = 0 }, "quorum-odd"), (good with { Adjusters = -1 }, "adjusters-odd"), (good with { Adjusters = 0, ChairSigns = false }, "nobody-adjusts"),
            (good with { AdjustingDays = 0 }, "adjusting-days-odd"), (good with { NoticeDays = 61 }, "notice-days-odd"), (good with { Minutes = 5 }, "length-odd"),
        })
            Assert.Equal(code, await world.Said<BodyRulesKeeper>(k => k.Change(body.Id, rules, by, default)));
    }
}
