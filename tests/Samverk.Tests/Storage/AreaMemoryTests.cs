using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Storage;

/// <summary>What is remembered of an area is true until something happens in it, and not a moment longer.</summary>
[Trait("database", "both")]
public sealed class AreaMemoryTests(WorldOnce once)
{
    const string New = "Nya vårdbolaget i Stenvalla";

    [Fact]
    public async Task What_happens_on_one_node_is_known_to_the_other_at_its_next_question()
    {
        await using var world = await once.Copy();
        await using var other = await TestSite.Over(world);
        var area = (await world.Actor("Maria Sandelin")).Area;
        Assert.DoesNotContain(New, await Names(other.Services, area));
        Assert.Null(await Add(world, New));
        Assert.Contains(New, await Names(other.Services, area));
    }

    [Fact]
    public async Task Whoever_has_done_something_sees_it_at_once()
    {
        await using var world = await once.Copy();
        var administrator = await Administrator(world);
        await world.In(async s =>
        {
            Assert.DoesNotContain(New, await Names(s));
            Assert.Null(await s.GetRequiredService<OrganisationKeeper>().Add(New, KindNames.Addable[0], administrator, default));
            Assert.Contains(New, await Names(s));
        });
    }

    [Fact]
    public async Task What_is_taken_back_was_never_so_for_anybody_else()
    {
        await using var world = await once.Copy();
        await world.In(async s =>
        {
            var db = s.GetRequiredService<SamverkDb>();
            var refusal = await s.GetRequiredService<Work>().Do(async () =>
            {
                db.Add(new Organisation(db.Area, KindNames.Addable[0], New, null));
                await db.SaveChangesAsync();
                Assert.Contains(New, await Names(s));
                throw new RefusedException(new("no", "Nej."));
            });
            Assert.Equal("no", refusal?.Code);
            Assert.DoesNotContain(New, await Names(s));
        });
        Assert.DoesNotContain(New, await world.In(Names));
    }

    [Fact]
    public async Task Nothing_is_asked_twice_while_nothing_happens()
    {
        await using var world = await once.Copy();
        var asked = 0;
        Task<string> Ask(IServiceProvider s) => s.GetRequiredService<AreaMemory>().Recall("Vad heter området?", () => Task.FromResult($"svar {++asked}"), default);
        Assert.Equal("svar 1", await world.In(Ask));
        Assert.Equal("svar 1", await world.In(Ask));
        Assert.Null(await Add(world, New));
        Assert.Equal("svar 2", await world.In(Ask));
    }

    [Fact]
    public async Task Two_areas_remember_each_its_own()
    {
        await using var areas = await once.TwoAreas();
        Task<string> Ask(Guid area) => areas.World.In(area, s => s.GetRequiredService<AreaMemory>().Recall("Vilket område?", () => Task.FromResult($"{area}"), default));
        foreach (var area in (Guid[])[areas.Ours, areas.Theirs, areas.Ours, areas.Theirs])
            Assert.Equal($"{area}", await Ask(area));
    }

    static async Task<Refusal?> Add(TestWorld world, string name)
    {
        var administrator = await Administrator(world);
        return await world.In(s => s.GetRequiredService<OrganisationKeeper>().Add(name, KindNames.Addable[0], administrator, default));
    }

    static async Task<Actor> Administrator(TestWorld world) =>
        (await world.Actor((await world.In(s => s.GetRequiredService<AreaSetup>().Administrator(default)))!.Value))!;

    static async Task<IEnumerable<string>> Names(IServiceProvider services, Guid area)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentArea>().Enter(area);
        return await Names(scope.ServiceProvider);
    }

    static async Task<IEnumerable<string>> Names(IServiceProvider services) => (await services.GetRequiredService<AreaDirectory>().Organisations(default)).Select(o => o.Name);
}
