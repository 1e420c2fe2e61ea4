using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings.Desk;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Meetings.Desk;

/// <summary>Those who follow a meeting are told that something has changed.</summary>
public sealed class FollowingTests(WorldOnce once)
{
    [Fact]
    public async Task A_follower_is_told_of_what_is_written_and_several_changes_that_nobody_has_read_are_one()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, "Läget i kommunerna");
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var follower = world.Services.GetRequiredService<MeetingFollowers>().Follow(held.Meeting, stop.Token).GetAsyncEnumerator(stop.Token);
        Assert.True(await follower.MoveNextAsync());
        Assert.False(follower.Current);
        var told = follower.MoveNextAsync();
        Assert.False(told.IsCompleted);
        await held.Write("Läget i kommunerna", new TextNote("Kommunerna redovisar läget."));
        Assert.True(await told);
        await held.Write("Läget i kommunerna", new TextNote("Ett."));
        await held.Write("Läget i kommunerna", new TextNote("Två."));
        Assert.True(await follower.MoveNextAsync());
        var more = follower.MoveNextAsync().AsTask();
        Assert.False(more.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => more);
    }

    // Else the browser would not know that it hears until something has changed, and miss what changed before.
    [Fact]
    public async Task A_browser_knows_that_it_hears_before_anything_has_changed()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var held = await Held.Open(world, "Läget i kommunerna");
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var browser = site.Browser(held.By);
        using var answer = await browser.GetAsync($"/moten/{held.Meeting}/folj/handelser", HttpCompletionOption.ResponseHeadersRead, stop.Token);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(stop.Token));
        Assert.Equal("event: begun", await lines.ReadLineAsync(stop.Token));
    }

    [Fact, Trait("database", "postgres")]
    public async Task What_is_written_on_one_node_wakes_the_followers_of_another()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, "Läget i kommunerna");
        await using var one = await TestSite.Over(world);
        await using var other = await TestSite.Over(world);
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var follower = other.Services.GetRequiredService<MeetingFollowers>().Follow(held.Meeting, stop.Token).GetAsyncEnumerator(stop.Token);
        Assert.True(await follower.MoveNextAsync());
        Assert.False(follower.Current);
        var signals = one.Services.GetRequiredService<Signals>();
        // Both listen a moment after they have started, which they tell once each; until then a signal goes nowhere.
        for (var heard = 0; heard < 4; heard++)
        {
            var told = follower.MoveNextAsync().AsTask();
            await Until.Ended(told, TimeSpan.FromMilliseconds(50), () => { signals.Send(held.Meeting); return Task.CompletedTask; });
            Assert.True(await told);
        }
    }
}
