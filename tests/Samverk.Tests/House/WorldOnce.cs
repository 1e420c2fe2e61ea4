using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samverk.Organisations;
using Samverk.Storage;
using Samverk.World;

[assembly: AssemblyFixture(typeof(Samverk.Tests.House.WorldOnce))]

namespace Samverk.Tests.House;

/// <summary>The World, built once per run by importing its documents; every test gets a copy of its own.</summary>
public sealed class WorldOnce : IAsyncLifetime
{
    readonly Lazy<Task<DataPlace>> built = new(Build);
    readonly Lazy<Task<DataPlace>> twoAreas = new(House.TwoAreas.Build);
    readonly List<DataPlace> copies = [];

    /// <summary>A copy of the World to do with as the test likes.</summary>
    public async Task<TestWorld> Copy() => new(Copy(await built.Value), TestDatabase.Drop);

    /// <summary>A copy of two areas that have the same of everything.</summary>
    public async Task<TwoAreas> TwoAreas() => await House.TwoAreas.Over(Copy(await twoAreas.Value));

    DataPlace Copy(DataPlace original)
    {
        lock (copies)
        {
            var copy = TestDatabase.Copy(original);
            copies.Add(copy);
            return copy;
        }
    }

    /// <summary>An installation without any area.</summary>
    public async Task<TestWorld> Empty()
    {
        var place = TestDatabase.Empty();
        lock (copies)
            copies.Add(place);
        var world = new TestWorld(place, TestDatabase.Drop);
        await using var scope = world.Services.CreateAsyncScope();
        await Schema.Upgrade(scope.ServiceProvider.GetRequiredService<SamverkDb>());
        return world;
    }

    static async Task<DataPlace> Build()
    {
        var place = TestDatabase.Empty();
        await using var world = new TestWorld(place);
        await using (var scope = world.Services.CreateAsyncScope())
            await Schema.Upgrade(scope.ServiceProvider.GetRequiredService<SamverkDb>());
        if (!await world.Services.GetRequiredService<WorldSeed>().Fill(default))
            throw new InvalidOperationException("The World could not be built.");
        return place;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var copy in copies)
            TestDatabase.Drop(copy);
        foreach (var original in new[] { built, twoAreas }.Where(o => o.IsValueCreated))
            TestDatabase.Drop(await original.Value);
    }
}

/// <summary>The rooms over one database, with a clock that stands still at the World's day.</summary>
public sealed class TestWorld : IAsyncDisposable
{
    readonly ServiceProvider services;
    readonly Action<DataPlace>? afterwards;

    /// <param name="afterwards">What becomes of its database when the test is done with it; null where that is kept.</param>
    internal TestWorld(DataPlace place, Action<DataPlace>? afterwards = null)
    {
        (Place, this.afterwards) = (place, afterwards);
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection().Build());
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        Rooms.Add(collection, place);
        collection.AddSingleton<TimeProvider>(Clock);
        services = collection.BuildServiceProvider(validateScopes: true);
    }

    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 11, 0, 0, TimeSpan.Zero);

    internal DataPlace Place { get; }
    public StandingClock Clock { get; } = new(Noon);
    public IServiceProvider Services => services;

    /// <summary>Does something in the World's area with the rooms' services.</summary>
    internal async Task<T> In<T>(Func<IServiceProvider, Task<T>> act)
    {
        List<AreaInfo> areas;
        await using (var scope = services.CreateAsyncScope())
            areas = await scope.ServiceProvider.GetRequiredService<AreaSetup>().List(default);
        return await In(areas.Single().Id, act);
    }

    /// <summary>Does something in one of several areas.</summary>
    internal async Task<T> In<T>(Guid area, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentArea>().Enter(area);
        return await act(scope.ServiceProvider);
    }

    internal Task In(Guid area, Func<IServiceProvider, Task> act) => In(area, async s => { await act(s); return true; });

    internal Task In(Func<IServiceProvider, Task> act) => In(async s => { await act(s); return true; });

    /// <summary>A person of the World as they act today.</summary>
    internal async Task<Actor> Actor(string name)
    {
        var people = await In(s => s.GetRequiredService<AreaDirectory>().People(default));
        return (await Actor(people.Single(p => p.Name == name).Id))!;
    }

    internal Task<Actor?> Actor(Guid person) => In(s => s.GetRequiredService<Actors>().Find(person, new(2026, 11, 24), default));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        afterwards?.Invoke(Place);
    }
}

/// <summary>A clock that moves only when told.</summary>
public sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset At { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => At;
}
