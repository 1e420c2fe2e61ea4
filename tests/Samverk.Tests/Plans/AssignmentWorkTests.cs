using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Plans.Working;
using Samverk.Shared;
using Samverk.Tests.House;
using Samverk.Tests.Meetings.Desk;
using Samverk.Tests.Organisations;

namespace Samverk.Tests.Plans;

/// <summary>Who help with an assignment, and its files.</summary>
[Trait("database", "both")]
public sealed class AssignmentWorkTests(WorldOnce once)
{
    static readonly byte[] File = [1, 2, 3];

    [Fact]
    public async Task Whoever_helps_sees_it_among_their_own_and_may_add_files()
    {
        await using var world = await once.Copy();
        var (held, id) = await AssignmentTests.Given(world, Held.Adjuster);
        var (owner, helper) = (await world.Actor(Held.Adjuster), await Stranger(world));
        Assert.Equal("coworker-unknown", await Do(world, w => w.AddCoworker(id, "Ingen Alls", owner, default)));
        Assert.Equal("may-not-report-assignment", await Do(world, w => w.AddCoworker(id, helper.Name, helper, default)));
        Assert.Equal("may-not-report-assignment", await Do(world, w => w.Attach(id, "Plan.pdf", File, helper, default)));
        Assert.Null(await View(world, id, helper));
        Assert.Null(await Do(world, w => w.AddCoworker(id, helper.Name, owner, default)));
        Assert.Equal("coworker-known", await Do(world, w => w.AddCoworker(id, helper.Name, owner, default)));
        Assert.Contains(await world.In(s => s.GetRequiredService<PlansLists>().HelpedBy(helper, 100, default)), a => a.Id == id);
        Assert.Equal("no-files", await Do(world, w => w.Attach(id, "Plan.pdf", [], helper, default)));
        Assert.Null(await Do(world, w => w.Attach(id, "..\\Plan.pdf", File, helper, default)));
        var seen = (await View(world, id, held.By))!;
        Assert.Equal(helper.Name, Assert.Single(seen.Coworkers).Name);
        var document = Assert.Single(seen.Documents);
        Assert.Equal(File, (await Content(world, id, document.Id, owner))!.Value.Bytes);
        Assert.Null(await Do(world, w => w.RemoveCoworker(id, seen.Coworkers[0].Id, owner, default)));
        Assert.Null(await Content(world, id, document.Id, helper));
        Assert.Null(await Do(world, w => w.Remove(id, document.Id, owner, default)));
        Assert.Null(await Content(world, id, document.Id, owner));
        Assert.Equal([$"{helper.Name} hjälper till med uppdraget", $"Handlingen {document.Name} lades till", $"{helper.Name} hjälper inte längre till med uppdraget", $"Handlingen {document.Name} togs bort"], (await world.Told(id)).TakeLast(4));
    }

    /// <summary>Somebody of the area without a place in the body that gave it.</summary>
    static async Task<Actor> Stranger(TestWorld world)
    {
        var body = (await world.Body("NV")).Id;
        foreach (var person in (await world.In(s => s.GetRequiredService<AreaDirectory>().People(default))).GroupBy(p => Swedish.Fold(p.Name)).Where(g => g.Count() == 1).Select(g => g.Single()))
            if (await world.Actor(person.Id) is { HasPlace: true, IsAdministrator: false } actor && !actor.MemberOf.Contains(body) && actor.Standings.All(s => s.Body != body))
                return actor;
        throw new InvalidOperationException("Everybody has a place in the body.");
    }

    static Task<string?> Do(TestWorld world, Func<AssignmentWork, Task<Refusal?>> verb) => world.Said(verb);

    static Task<AssignmentWorkView?> View(TestWorld world, Guid id, Actor actor) => world.In(s => s.GetRequiredService<AssignmentWork>().Of(id, actor, default));

    static Task<(string Name, byte[] Bytes)?> Content(TestWorld world, Guid id, Guid document, Actor actor) => world.In(s => s.GetRequiredService<AssignmentWork>().Content(id, document, actor, default));
}
