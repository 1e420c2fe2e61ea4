using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Storage;

/// <summary>Two outboxes over one database are two nodes: neither knows of the other but through the rows.</summary>
[Trait("database", "both")]
public sealed class OutboxTests(WorldOnce once)
{
    const string Kind = "test";

    [Fact]
    public async Task Of_two_nodes_one_does_each_row()
    {
        await using var world = await Waiting(30);
        var done = new ConcurrentBag<Guid>();
        var (one, other) = (Node(world, Add), Node(world, Add));
        await Task.WhenAll(one.DoAll(default), other.DoAll(default));
        Assert.Equal(30, done.Count);
        Assert.Equal(30, done.Distinct().Count());
        Assert.All(await Rows(world), r => Assert.True(r is { Attempts: 1, DoneAt: not null }));

        Task Add(IServiceProvider services, Guid about, CancellationToken ct)
        {
            done.Add(about);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_row_that_takes_longer_than_its_lease_is_not_taken_by_another_while_its_node_lives()
    {
        await using var world = await Waiting(1);
        var release = new TaskCompletionSource();
        var started = new TaskCompletionSource();
        using var slow = Node(world, (_, _, _) => { started.SetResult(); return release.Task; });
        using var eager = Node(world, (_, _, _) => throw new InvalidOperationException("It was taken."));
        var doing = slow.DoNext(default);
        await started.Task;
        for (var i = 0; i < 3; i++)
        {
            var due = (await Rows(world)).Single().Due;
            world.Clock.At += TimeSpan.FromMilliseconds(900);
            await Until.So(async () => (await Rows(world)).Single().Due != due, () => "The lease is not renewed.");
            Assert.False(await eager.DoNext(default));
        }
        release.SetResult();
        Assert.True(await doing);
        Assert.True((await Rows(world)).Single() is { Attempts: 1, DoneAt: not null, Problem: null });
    }

    [Fact]
    public async Task What_a_killed_node_held_is_taken_when_its_lease_has_run_out_and_not_before()
    {
        await using var world = await Waiting(1);
        var row = (await Rows(world)).Single();
        // As a node leaves it that took the row and was killed.
        await world.In(s => s.GetRequiredService<SamverkDb>().Set<OutboxRow>()
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Attempts, 1).SetProperty(r => r.Due, world.Clock.At.AddSeconds(1))));
        var done = 0;
        using var node = Node(world, (_, about, _) => { Assert.Equal(row.About, about); done++; return Task.CompletedTask; });
        Assert.False(await node.DoNext(default));
        world.Clock.At += TimeSpan.FromSeconds(1);
        Assert.True(await node.DoNext(default));
        Assert.Equal(1, done);
        Assert.True((await Rows(world)).Single() is { Attempts: 2, DoneAt: not null });
    }

    [Fact]
    public async Task A_stopping_node_gives_back_what_it_had_not_finished()
    {
        await using var world = await Waiting(1);
        using var stop = new CancellationTokenSource();
        using var stopping = Node(world, async (_, _, ct) => { await stop.CancelAsync(); await new TaskCompletionSource().Task.WaitAsync(ct); });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopping.DoNext(stop.Token));
        using var other = Node(world, (_, _, _) => Task.CompletedTask);
        Assert.True(await other.DoNext(default));
        Assert.NotNull((await Rows(world)).Single().DoneAt);
    }

    [Fact]
    public async Task What_fails_is_tried_again_later_and_says_why()
    {
        await using var world = await Waiting(1);
        using var failing = Node(world, (_, _, _) => throw new InvalidOperationException("servern svarade inte"));
        Assert.True(await failing.DoNext(default));
        Assert.False(await failing.DoNext(default));
        Assert.True((await Rows(world)).Single() is { Attempts: 1, DoneAt: null, Problem: "servern svarade inte" });
        world.Clock.At += TimeSpan.FromMinutes(2);
        Assert.True(await failing.DoNext(default));
    }

    async Task<TestWorld> Waiting(int rows)
    {
        var world = await once.Copy();
        await world.In(async s =>
        {
            var db = s.GetRequiredService<SamverkDb>();
            await db.Set<OutboxRow>().ExecuteDeleteAsync();
            for (var i = 0; i < rows; i++)
                db.Add(new OutboxRow(db.Area, Kind, Ids.Next(), world.Clock.At));
            await db.SaveChangesAsync();
        });
        return world;
    }

    static Outbox Node(TestWorld world, Func<IServiceProvider, Guid, CancellationToken, Task> handle) =>
        new(world.Services.GetRequiredService<IServiceScopeFactory>(), [new OutboxHandler(Kind, handle)], world.Clock, world.Services.GetRequiredService<WriteGate>(),
            new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Outbox:LeaseSeconds", (string?)"1")]).Build(), NullLogger<Outbox>.Instance);

    static Task<List<OutboxRow>> Rows(TestWorld world) => world.In(s => s.GetRequiredService<SamverkDb>().Set<OutboxRow>().ToListAsync());
}
