using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Organisations.ApiAccess;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Api.Webhooks;

/// <summary>Hears one kind of happening for the webhooks.</summary>
sealed class WhenHappened<T>(EventKind kind, Func<T, Guid> about, EventListener listener) : IHear<T> where T : Happening
{
    public Task Hear(T happening, CancellationToken ct) => listener.Note(kind, about(happening), happening.At, ct);
}

/// <summary>
/// Notes what happened in the transaction that it happened in, so that it is told of if and only if it did. Who is told is
/// said after the commit, by <see cref="EventFan"/>: only then can it be read as others read it.
/// </summary>
sealed class EventListener(SamverkDb db)
{
    Guid transaction;
    bool isWanted;

    public async Task Note(EventKind kind, Guid about, DateTimeOffset at, CancellationToken ct)
    {
        if (!await IsWanted(ct))
            return;
        var noted = db.Add(new Noted(db.Area, kind.Type, about, at)).Entity;
        db.Add(new OutboxRow(db.Area, EventFan.Kind, noted.Id, at));
    }

    // Asked once in a piece of work, which may be of a thousand things.
    async Task<bool> IsWanted(CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not { } current || current.TransactionId != transaction)
        {
            transaction = db.Database.CurrentTransaction?.TransactionId ?? Guid.Empty;
            isWanted = await db.Set<Webhook>().AnyAsync(w => w.State == WebhookState.On, ct);
        }
        return isWanted;
    }
}

/// <summary>Says who is told of something that happened: those who want it, whom it concerns, and who may read it. Called by the outbox, as often as it likes.</summary>
sealed class EventFan(SamverkDb db, Work work, IServiceProvider services, TimeProvider clock)
{
    public const string Kind = "api.webhook-event";

    public async Task Spread(Guid id, CancellationToken ct)
    {
        if (await db.Set<Noted>().SingleOrDefaultAsync(n => n.Id == id, ct) is not { } noted)
            return;
        var told = EventKinds.Find(noted.Type) is { } kind ? await Told(kind, noted, ct) : [];
        await work.Must(async () =>
        {
            foreach (var (webhook, thing) in told)
                db.Leave(new(webhook, noted.Type, thing, noted.At, clock.Now()));
            await db.Set<Noted>().Where(n => n.Id == id).ExecuteDeleteAsync(ct);
        }, ct);
    }

    async Task<List<(Webhook Webhook, Guid Thing)>> Told(EventKind kind, Noted noted, CancellationToken ct)
    {
        var on = await db.Set<Webhook>().Where(w => w.State == WebhookState.On && w.CreatedAt <= noted.At).OrderBy(w => w.Id).ToListAsync(ct);
        List<(Webhook, Guid)> told = [];
        foreach (var own in on.Where(w => w.Types.Contains(kind.Type)).GroupBy(w => w.Owner))
            if (await kind.Thing(new(services, noted.About, Reader(own.Key), ct)) is { } thing)
                told.AddRange((await Untold(kind, [.. own], thing, ct)).Select(w => (w, thing)));
        return told;
    }

    async Task<IReadOnlyList<Webhook>> Untold(EventKind kind, IReadOnlyList<Webhook> webhooks, Guid thing, CancellationToken ct)
    {
        if (!kind.IsOnce)
            return webhooks;
        var had = await db.Set<Delivery>().Where(d => d.Thing == thing && d.Type == kind.Type).Select(d => d.Webhook).ToListAsync(ct);
        return [.. webhooks.Where(w => !had.Contains(w.Id))];
    }

    Actor Reader(Guid organisation) => new(Guid.Empty, "", null, db.Area, "") { Organisation = organisation, IsSystem = true, Scope = TokenScope.Read };
}

static class Leaving
{
    /// <summary>Leaves something to be sent, within a unit of work.</summary>
    public static void Leave(this SamverkDb db, Delivery delivery)
    {
        db.Add(delivery);
        db.Add(new OutboxRow(delivery.Area, Courier.Kind, delivery.Id, delivery.QueuedAt));
    }

    /// <summary>What waits to be sent is not, since its webhook has been stopped. Within a unit of work.</summary>
    public static Task Drop(this SamverkDb db, Guid webhook, CancellationToken ct) =>
        db.Set<Delivery>().Where(d => d.Webhook == webhook && d.State == DeliveryState.Waiting)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.State, DeliveryState.Dropped).SetProperty(x => x.NextAt, (DateTimeOffset?)null), ct);
}
