using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>
/// Something to be done after the commit (read a file, send a mail), written in the same transaction as its
/// reason. A worker takes a lease; a lease that runs out (a killed process) lets another take it. Area-less as all jobs.
/// </summary>
public sealed class OutboxRow(Guid area, string kind, Guid about, DateTimeOffset due)
{
    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; } = area;
    /// <summary>Which handler does it.</summary>
    public string Kind { get; private set; } = kind;
    /// <summary>The row it is about.</summary>
    public Guid About { get; private set; } = about;
    /// <summary>Not before; while somebody does it: when their lease runs out.</summary>
    public DateTimeOffset Due { get; private set; } = due;
    public int Attempts { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }
    /// <summary>Why the last attempt failed, for the administrator.</summary>
    public string? Problem { get; private set; }

    public void Done(DateTimeOffset at) => (DoneAt, Problem) = (at, null);

    /// <summary>Tries again later: after 2, 4, 8 … minutes, at most a day.</summary>
    public void Failed(DateTimeOffset at, string problem) =>
        (Due, Problem) = (at.AddMinutes(Math.Min(1 << Math.Min(Attempts, 11), 24 * 60)), problem.Length > 500 ? problem[..500] : problem);
}

/// <summary>Who does a kind of outbox row. Must stand being called twice for the same row.</summary>
public sealed record OutboxHandler(string Kind, Func<IServiceProvider, Guid, CancellationToken, Task> Handle);

/// <summary>Takes due rows one at a time and has them done.</summary>
public sealed class Outbox(IServiceScopeFactory scopes, IEnumerable<OutboxHandler> handlers, TimeProvider clock, WriteGate gate, IConfiguration configuration, ILogger<Outbox> log) : IDisposable
{
    /// <summary>How long a row waits when the process that took it has died. A living one renews its lease.</summary>
    readonly TimeSpan lease = TimeSpan.FromSeconds(configuration.GetValue("Outbox:LeaseSeconds", 180));
    readonly Dictionary<string, OutboxHandler> byKind = handlers.ToDictionary(h => h.Kind);
    readonly SemaphoreSlim wake = new(0, 1);
    readonly ConcurrentDictionary<TaskCompletionSource, bool> inHand = [];

    public void Dispose() => wake.Dispose();

    /// <summary>Says that there is something new, so that nobody waits for the next tick.</summary>
    public void Wake()
    {
        if (wake.CurrentCount == 0)
            try { wake.Release(); }
            catch (SemaphoreFullException) { /* somebody else woke it in between: as good */ }
    }

    internal Task Awakened(TimeSpan atMost, CancellationToken ct) => wake.WaitAsync(atMost, ct);

    /// <returns>False when nothing was due.</returns>
    public async Task<bool> DoNext(CancellationToken ct)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        inHand[ended] = true;
        try
        {
            return await TakeAndDo(ct);
        }
        finally
        {
            inHand.TryRemove(ended, out _);
            ended.SetResult();
        }
    }

    async Task<bool> TakeAndDo(CancellationToken ct)
    {
        if (await Take(ct) is not { } row)
            return false;
        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var renewing = Renew(row, done.Token);
        string? problem = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentArea>().Enter(row.Area);
            await byKind[row.Kind].Handle(scope.ServiceProvider, row.About, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The server is stopping: another may take the row at once.
            await done.CancelAsync();
            await renewing;
            await Lease(row, clock.GetUtcNow(), CancellationToken.None);
            throw;
        }
        catch (Exception e)
        {
            log.LogError(e, "Outbox row {Id} of kind {Kind} failed", row.Id, row.Kind);
            problem = e.Message;
        }
        await done.CancelAsync();
        await renewing;
        await Finish(row, problem, CancellationToken.None);
        return true;
    }

    /// <summary>Does all that is due now; what somebody else in this process has in hand is done too when it returns.</summary>
    public async Task DoAll(CancellationToken ct)
    {
        Task[] others;
        do
        {
            while (await DoNext(ct)) { }
            others = [.. inHand.Keys.Select(o => o.Task)];
            await Task.WhenAll(others).WaitAsync(ct);
        }
        while (others.Length > 0);
    }

    async Task<OutboxRow?> Take(CancellationToken ct)
    {
        using var turn = await gate.Enter(ct);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SamverkDb>();
        var now = clock.GetUtcNow();
        for (var tries = 0; tries < 20; tries++)
        {
            var row = await db.Set<OutboxRow>().AsNoTracking().Where(r => r.DoneAt == null && r.Due <= now).OrderBy(r => r.Due).ThenBy(r => r.Id).FirstOrDefaultAsync(ct);
            if (row is null)
                return null;
            // Compare and set: of two nodes that saw the same row, one gets it.
            var taken = await db.Set<OutboxRow>().Where(r => r.Id == row.Id && r.DoneAt == null && r.Attempts == row.Attempts)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.Due, now + lease).SetProperty(r => r.Attempts, r => r.Attempts + 1), ct);
            if (taken == 1)
                return row;
        }
        return null;
    }

    async Task Renew(OutboxRow row, CancellationToken done)
    {
        using var timer = new PeriodicTimer(lease / 3, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(done) && await Lease(row, clock.GetUtcNow() + lease, done)) { }
        }
        catch (OperationCanceledException)
        {
            // It is done, in one way or another.
        }
        catch (Exception e)
        {
            log.LogWarning(e, "The lease of outbox row {Id} could not be renewed", row.Id);
        }
    }

    /// <returns>False when the lease had run out and another took the row.</returns>
    async Task<bool> Lease(OutboxRow row, DateTimeOffset until, CancellationToken ct)
    {
        using var turn = await gate.Enter(ct);
        await using var scope = scopes.CreateAsyncScope();
        return await Held(scope, row).ExecuteUpdateAsync(set => set.SetProperty(r => r.Due, until), ct) == 1;
    }

    // What another has taken over is the other's to finish.
    async Task Finish(OutboxRow row, string? problem, CancellationToken ct)
    {
        using var turn = await gate.Enter(ct);
        await using var scope = scopes.CreateAsyncScope();
        if (await Held(scope, row).AsTracking().SingleOrDefaultAsync(ct) is not { } held)
            return;
        if (problem is null)
            held.Done(clock.GetUtcNow());
        else
            held.Failed(clock.GetUtcNow(), problem);
        await scope.ServiceProvider.GetRequiredService<SamverkDb>().SaveChangesAsync(ct);
    }

    // Every taking counts an attempt: while the count stands, nobody else has taken it.
    static IQueryable<OutboxRow> Held(AsyncServiceScope scope, OutboxRow row) =>
        scope.ServiceProvider.GetRequiredService<SamverkDb>().Set<OutboxRow>().Where(r => r.Id == row.Id && r.DoneAt == null && r.Attempts == row.Attempts + 1);
}

/// <summary>Does outbox rows in the background while the server runs.</summary>
sealed class OutboxWorker(Outbox outbox, ILogger<OutboxWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await outbox.DoAll(stoppingToken);
                await outbox.Awakened(TimeSpan.FromSeconds(5), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "The outbox could not be read; trying again");
                await outbox.Awakened(TimeSpan.FromSeconds(5), CancellationToken.None);
            }
        }
    }
}

sealed class OutboxTable : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("storage_outbox");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.DoneAt, r.Due });
    }
}
