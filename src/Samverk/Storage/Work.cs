using Microsoft.EntityFrameworkCore;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>Lets one writer at a time through on a database that has but one.</summary>
public sealed class WriteGate(Provider provider) : IDisposable
{
    readonly SemaphoreSlim gate = new(1, 1);

    /// <returns>Dispose it to let the next one through.</returns>
    public async Task<IDisposable?> Enter(CancellationToken ct)
    {
        if (!provider.OneWriter)
            return null;
        await gate.WaitAsync(ct);
        return new Turn(gate);
    }

    public void Dispose() => gate.Dispose();

    sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}

/// <summary>One piece of work: a verb, its history, what other rooms make of it, saved together or not at all.</summary>
public sealed class Work(SamverkDb db, CurrentArea area, WriteGate gate, Origin origin, Outbox outbox, TimeProvider clock, IServiceProvider services)
{
    readonly List<Happening> said = [];
    bool leaves;

    /// <summary>Remembers, within a piece of work, what happened to no thing that remembers for itself: a reading, an erasing.</summary>
    public void Remember(Happening happening) => said.Add(happening);

    /// <returns>Null when done; otherwise the rule that said no, and nothing is saved.</returns>
    public async Task<Refusal?> Do(Func<Task> verb, CancellationToken ct = default)
    {
        using var turn = await gate.Enter(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            await verb();
            await Tell(ct);
            await transaction.CommitAsync(ct);
            // Nothing that was done is looked through again by the next piece of work.
            db.ChangeTracker.Clear();
            db.SeenHead = null;
            // What is left to do after the commit is done now, not at the worker's next tick.
            if (leaves)
                outbox.Wake();
            return null;
        }
        catch (RefusedException refused)
        {
            Forget();
            return refused.Refusal;
        }
        catch (DbUpdateConcurrencyException)
        {
            Forget();
            return new("stale", "Någon annan har ändrat samma sak. Läs om sidan och gör om din ändring.");
        }
        catch
        {
            Forget();
            throw;
        }
    }

    void Forget()
    {
        db.ChangeTracker.Clear();
        said.Clear();
    }

    /// <summary>Does a verb that no rule can refuse; a refusal here is a fault of the program.</summary>
    public async Task Must(Func<Task> verb, CancellationToken ct = default)
    {
        if (await Do(verb, ct) is { } refusal)
            throw new RefusedException(refusal);
    }

    async Task Tell(CancellationToken ct)
    {
        List<Happening> told = [];
        while (Fresh() is { Count: > 0 } fresh)
        {
            told.AddRange(fresh);
            foreach (var happening in fresh)
                await Listeners.Tell(services, happening, ct);
        }
        leaves = db.ChangeTracker.Entries<OutboxRow>().Any(row => row.State == EntityState.Added);
        await db.SaveChangesAsync(ct);
        await Write(told, ct);
    }

    // The head is locked last, so that writers of one area queue only for the moment of writing.
    async Task Write(List<Happening> told, CancellationToken ct)
    {
        if (told.Count == 0)
            return;
        var heads = db.Set<HistoryHead>();
        var head = await Provider.Of(db.Database).Locked(heads, area.Id).AsTracking().SingleOrDefaultAsync(ct);
        head ??= heads.Add(new HistoryHead(area.Id)).Entity;
        foreach (var happening in told)
        {
            var row = new HistoryRow(area.Id, happening, origin.ActedFor(happening.By), head);
            db.Add(row);
            db.Add(new HistoryOrigin(area.Id, row.Number, clock.Now(), origin.Address, origin.Browser));
            head.Move(row);
        }
        await db.SaveChangesAsync(ct);
    }

    List<Happening> Fresh()
    {
        List<Happening> fresh = [.. db.ChangeTracker.Entries<Remembering>().ToList().SelectMany(e => e.Entity.TakeFresh()).Concat(said).OrderBy(h => h.At)];
        said.Clear();
        return fresh;
    }
}

/// <summary>Finds who listens to a happening, by its type.</summary>
static class Listeners
{
    static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, Func<IServiceProvider, Happening, CancellationToken, Task>> Tellers = new();

    public static Task Tell(IServiceProvider services, Happening happening, CancellationToken ct) =>
        Tellers.GetOrAdd(happening.GetType(), Teller)(services, happening, ct);

    static Func<IServiceProvider, Happening, CancellationToken, Task> Teller(Type type) =>
        typeof(Listeners).GetMethod(nameof(TellAll), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type).CreateDelegate<Func<IServiceProvider, Happening, CancellationToken, Task>>();

    static async Task TellAll<T>(IServiceProvider services, Happening happening, CancellationToken ct) where T : Happening
    {
        foreach (var listener in services.GetServices<IHear<T>>())
            await listener.Hear((T)happening, ct);
    }
}
