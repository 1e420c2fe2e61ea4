using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;

namespace Samverk.Storage;

/// <summary>What waits to be done, as figures for those who watch over the server. Read from the database when asked for.</summary>
public sealed class OutboxMeter : IDisposable
{
    readonly Meter meter = new("Samverk.Outbox");
    readonly IServiceScopeFactory scopes;
    readonly TimeProvider clock;

    public OutboxMeter(IServiceScopeFactory scopes, TimeProvider clock)
    {
        (this.scopes, this.clock) = (scopes, clock);
        meter.CreateObservableGauge("samverk.outbox.waiting", () => Read(rows => rows.LongCount()), description: "Rows that are not done");
        meter.CreateObservableGauge("samverk.outbox.failing", () => Read(rows => rows.LongCount(r => r.Problem != null)), description: "Rows whose last attempt failed");
        meter.CreateObservableGauge("samverk.outbox.age", Age, "s", "How long the row that has waited longest has been due");
    }

    public string Name => meter.Name;

    public void Dispose() => meter.Dispose();

    double Age()
    {
        var now = clock.GetUtcNow();
        var oldest = Read(rows => rows.Where(r => r.Due <= now).OrderBy(r => r.Due).Select(r => (DateTimeOffset?)r.Due).FirstOrDefault());
        return oldest is { } due ? (now - due).TotalSeconds : 0;
    }

    T Read<T>(Func<IQueryable<OutboxRow>, T> read)
    {
        using var scope = scopes.CreateScope();
        return read(scope.ServiceProvider.GetRequiredService<SamverkDb>().Set<OutboxRow>().Where(r => r.DoneAt == null));
    }
}
