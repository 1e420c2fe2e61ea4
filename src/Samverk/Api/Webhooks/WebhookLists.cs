using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Organisations.Protection;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Api.Webhooks;

/// <param name="Missed">How many of the kept deliveries did not come through.</param>
sealed record WebhookRow(Guid Id, string Name, Guid Owner, string OwnerName, string Address, IReadOnlyList<string> Types, WebhookState State, DateTimeOffset CreatedAt, DateTimeOffset? FailingSince, DateTimeOffset? BothSecretsUntil, int Waiting, int Missed);

sealed record DeliveryRow(Guid Id, string Type, Guid Thing, DateTimeOffset HappenedAt, DeliveryState State, int Attempts, DateTimeOffset? TriedAt, DateTimeOffset? NextAt, string? Problem);

/// <summary>Reads webhooks for those who administer the area.</summary>
sealed class WebhookLists(SamverkDb db, AreaDirectory directory, TimeProvider clock)
{
    public const int MostDeliveries = 50;
    const int Most = 500;

    /// <summary>It did not come through and is tried no more; a try-out is not missed.</summary>
    public static Expression<Func<Delivery, bool>> IsMissed { get; } = d => (d.State == DeliveryState.GivenUp || d.State == DeliveryState.Dropped) && d.Type != EventKinds.Test;

    public async Task<IReadOnlyList<WebhookRow>> All(CancellationToken ct) => await Read(db.Set<Webhook>().OrderBy(w => w.NameSort).ThenBy(w => w.Id).Take(Most), ct);

    /// <returns>Null when there is none.</returns>
    public async Task<WebhookRow?> One(Guid id, CancellationToken ct) => (await Read(db.Set<Webhook>().Where(w => w.Id == id), ct)).SingleOrDefault();

    /// <summary>The latest first.</summary>
    public Task<List<DeliveryRow>> Deliveries(Guid webhook, CancellationToken ct) =>
        db.Set<Delivery>().Where(d => d.Webhook == webhook).OrderByDescending(d => d.Id).Take(MostDeliveries)
            .Select(d => new DeliveryRow(d.Id, d.Type, d.Thing, d.HappenedAt, d.State, d.Attempts, d.TriedAt, d.NextAt, d.Problem)).ToListAsync(ct);

    /// <summary>How long deliveries are kept.</summary>
    public static RetentionRule Kept(SamverkDb db) => new("Det som har skickats till webhookar", Delivery.Kept, "efter händelsen", "så länge någon kan fråga om mottagaren fick veta det")
    {
        Days = () => db.Set<Delivery>().Select(d => d.HappenedAt),
        Remove = (last, ct) => db.Set<Delivery>().Where(d => d.HappenedAt < last).ExecuteDeleteAsync(ct),
    };

    async Task<List<WebhookRow>> Read(IQueryable<Webhook> webhooks, CancellationToken ct)
    {
        var (now, names) = (clock.GetUtcNow(), (await directory.Organisations(ct)).ToDictionary(o => o.Id, o => o.Name));
        var rows = await webhooks.Where(w => w.State != WebhookState.Removed).Select(w => new
        {
            Webhook = w,
            Waiting = db.Set<Delivery>().Count(d => d.Webhook == w.Id && d.State == DeliveryState.Waiting),
            Missed = db.Set<Delivery>().Where(IsMissed).Count(d => d.Webhook == w.Id),
        }).ToListAsync(ct);
        return rows.ConvertAll(r => new WebhookRow(r.Webhook.Id, r.Webhook.Name, r.Webhook.Owner, names.GetValueOrDefault(r.Webhook.Owner, "–"), r.Webhook.Address, r.Webhook.Types, r.Webhook.State, r.Webhook.CreatedAt, r.Webhook.FailingSince,
            r.Webhook.SecretBeforeUntil > now ? r.Webhook.SecretBeforeUntil : null, r.Waiting, r.Missed));
    }
}
