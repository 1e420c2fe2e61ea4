using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Api.Webhooks;

/// <summary>
/// Sends what webhooks are told of; called by the outbox, as often as it likes. Killed between the receiver's yes and our
/// own note of it, a message is sent once more, with the same webhook-id.
/// </summary>
sealed class Courier(SamverkDb db, Work work, WebhookCaller caller, TimeProvider clock)
{
    public const string Kind = "api.webhook-send";

    public async Task Send(Guid id, CancellationToken ct)
    {
        if (await db.Set<Delivery>().SingleOrDefaultAsync(d => d.Id == id && d.State == DeliveryState.Waiting, ct) is not { } delivery)
            return;
        var webhook = await db.Set<Webhook>().SingleAsync(w => w.Id == delivery.Webhook, ct);
        // Where nobody answers one try finds out; the others wait for it, so that a receiver that is down holds nothing else up.
        if (!delivery.IsTest && webhook.RestsUntil is { } rests && rests > clock.Now())
            await Wait(id, rests, ct);
        else
            await Note(id, await caller.Call(webhook, delivery, ct), ct);
    }

    Task Wait(Guid id, DateTimeOffset until, CancellationToken ct) => work.Must(async () =>
    {
        if (await Waiting(id, ct) is not { } delivery)
            return;
        delivery.WaitUntil(until);
        db.Add(new OutboxRow(delivery.Area, Kind, id, until));
    }, ct);

    Task Note(Guid id, Answered answer, CancellationToken ct) => work.Must(async () =>
    {
        await db.OneAtATime(ct);
        if (await Waiting(id, ct) is not { } delivery)
            return;
        var (webhook, at) = (await db.Set<Webhook>().AsTracking().SingleAsync(w => w.Id == delivery.Webhook, ct), clock.Now());
        if (answer.IsTaken)
            await Arrived(webhook, delivery, answer.Status!.Value, at, ct);
        else
            await Missed(webhook, delivery, answer, at, ct);
    }, ct);

    async Task Arrived(Webhook webhook, Delivery delivery, int status, DateTimeOffset at, CancellationToken ct)
    {
        delivery.Arrived(status, at);
        if (!webhook.Answered())
            return;
        // The receiver is back: what has waited for it waits no longer.
        foreach (var waiting in await db.Set<Delivery>().Where(d => d.Webhook == webhook.Id && d.State == DeliveryState.Waiting && d.Id != delivery.Id).OrderBy(d => d.Id).Select(d => d.Id).ToListAsync(ct))
            db.Add(new OutboxRow(webhook.Area, Kind, waiting, at));
    }

    async Task Missed(Webhook webhook, Delivery delivery, Answered answer, DateTimeOffset at, CancellationToken ct)
    {
        if (!delivery.IsTest || answer.IsGone)
            webhook.Missed(answer.IsGone, answer.After, at);
        delivery.Missed(answer, webhook.State == WebhookState.On, at);
        if (delivery.NextAt is { } next)
            db.Add(new OutboxRow(delivery.Area, Kind, delivery.Id, next));
        if (webhook.State != WebhookState.On)
            await db.Drop(webhook.Id, ct);
    }

    Task<Delivery?> Waiting(Guid id, CancellationToken ct) => db.Set<Delivery>().AsTracking().SingleOrDefaultAsync(d => d.Id == id && d.State == DeliveryState.Waiting, ct);
}
