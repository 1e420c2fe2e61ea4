using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Operation;

/// <summary>What would be removed, as the command tells it.</summary>
[Trait("database", "both")]
public sealed class RetentionTests(WorldOnce once)
{
    static async Task<string> Told(TestWorld world)
    {
        var said = new StringWriter();
        Assert.Equal(0, await RetentionCommand.Run([], world.Services, said, said, default));
        return said.ToString();
    }

    [Fact]
    public async Task It_tells_what_is_over_and_removes_nothing()
    {
        await using var world = await once.Copy();
        var origins = await world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryOrigin>().CountAsync());
        Assert.NotEqual(0, origins);
        Assert.Contains($"Adress och webbläsare till historiken: 0 av {origins} tas bort en gång om dygnet, nästa ", await Told(world), StringComparison.Ordinal);
        world.Clock.At += HistoryOrigin.Kept + TimeSpan.FromDays(1);
        Assert.Contains($"Adress och webbläsare till historiken: {origins} av {origins} tas bort", await Told(world), StringComparison.Ordinal);
        Assert.Equal(origins, await world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryOrigin>().CountAsync()));
        // What the rule removes is what was told.
        Assert.Equal(origins, await world.In(s => HistoryOrigin.Forget(s.GetRequiredService<SamverkDb>(), world.Clock.At, default)));
    }

    [Fact]
    public async Task It_takes_no_options()
    {
        await using var world = await once.Copy();
        var said = new StringWriter();
        Assert.Equal(2, await RetentionCommand.Run(["--nu"], world.Services, said, said, default));
    }
}
