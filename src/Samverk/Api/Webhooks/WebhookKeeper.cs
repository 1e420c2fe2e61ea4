using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Api.Webhooks;

/// <summary>Webhooks put up, changed, tried, paused and taken away.</summary>
sealed class WebhookKeeper(SamverkDb db, Work work, WebhookSecrets secrets, WebhookSettings settings, AreaDirectory directory, TimeProvider clock)
{
    public const int MostOfOrganisation = 10, MostAgain = 1000;

    static Refusal Missing { get; } = new("webhook-missing", "Webhooken finns inte.");

    /// <param name="site">The address that this site is reached by.</param>
    /// <returns>The secret, told once; or the rule that said no.</returns>
    public async Task<(Guid Id, WebhookSecret? Secret, Refusal? Refusal)> Add(Guid? organisation, WebhookFacts facts, string site, Actor by, CancellationToken ct)
    {
        var (id, secret) = (Ids.Next(), WebhookSecret.New());
        var hidden = secrets.Seal(id, secret);
        var refusal = await work.Do(async () =>
        {
            Refusal.Heed(MayManage(by) ?? Fault(facts));
            var owner = (await directory.Organisations(ct)).FirstOrDefault(o => o.Id == organisation) ?? throw new RefusedException(new("organisation-missing", "Organisationen finns inte. Välj den i listan."));
            await db.OneAtATime(ct);
            Refusal.Heed(await db.Set<Webhook>().CountAsync(w => w.Owner == owner.Id && w.State != WebhookState.Removed, ct) >= MostOfOrganisation
                ? new("webhooks-many", $"{owner.Name} har redan {MostOfOrganisation} webhookar. Ta bort en först.") : null);
            db.Add(new Webhook(id, db.Area, owner.Id, owner.Name, Clean(facts), hidden, site, clock.Now(), by.Person));
        }, ct);
        return (id, refusal is null ? secret : null, refusal);
    }

    public Task<Refusal?> Change(Guid id, WebhookFacts facts, string site, Actor by, CancellationToken ct) => Do(id, by, webhook =>
    {
        Refusal.Heed(Fault(facts));
        webhook.Change(Clean(facts), site, clock.Now(), by.Person);
        return Task.CompletedTask;
    }, ct);

    /// <returns>The new secret, told once; or the rule that said no.</returns>
    public async Task<(WebhookSecret? Secret, Refusal? Refusal)> Renew(Guid id, Actor by, CancellationToken ct)
    {
        var secret = WebhookSecret.New();
        var hidden = secrets.Seal(id, secret);
        var refusal = await Do(id, by, webhook =>
        {
            webhook.Renew(hidden, clock.Now(), by.Person);
            return Task.CompletedTask;
        }, ct);
        return (refusal is null ? secret : null, refusal);
    }

    /// <summary>What happens meanwhile is not told, and what waited is not sent.</summary>
    public Task<Refusal?> Pause(Guid id, Actor by, CancellationToken ct) => Stop(id, WebhookState.Paused, by, ct);

    public Task<Refusal?> Remove(Guid id, Actor by, CancellationToken ct) => Stop(id, WebhookState.Removed, by, ct);

    public Task<Refusal?> Start(Guid id, Actor by, CancellationToken ct) => Do(id, by, webhook =>
    {
        webhook.Start(clock.Now(), by.Person);
        return Task.CompletedTask;
    }, ct);

    /// <summary>Sends a message of nothing, once, also to one that is stopped: to see that it comes through.</summary>
    public Task<Refusal?> Try(Guid id, Actor by, CancellationToken ct) => Do(id, by, webhook =>
    {
        db.Leave(new(webhook, EventKinds.Test, webhook.Id, clock.Now(), clock.Now()));
        return Task.CompletedTask;
    }, ct);

    /// <summary>Sends what did not come through once more.</summary>
    public Task<Refusal?> Again(Guid id, Actor by, CancellationToken ct) => Do(id, by, async webhook =>
    {
        Refusal.Heed(webhook.State == WebhookState.On ? null : new("webhook-off", "Webhooken är inte på. Slå på den först."));
        foreach (var delivery in await db.Set<Delivery>().AsTracking().Where(WebhookLists.IsMissed).Where(d => d.Webhook == id).OrderBy(d => d.Id).Take(MostAgain).ToListAsync(ct))
        {
            delivery.Again(clock.Now());
            db.Add(new OutboxRow(delivery.Area, Courier.Kind, delivery.Id, delivery.QueuedAt));
        }
    }, ct);

    public static Refusal? MayManage(Actor by) => by.May(Permission.Administer);

    Task<Refusal?> Stop(Guid id, WebhookState state, Actor by, CancellationToken ct) => Do(id, by, webhook =>
    {
        webhook.Stop(state, clock.Now(), by.Person);
        return db.Drop(id, ct);
    }, ct);

    Task<Refusal?> Do(Guid id, Actor by, Func<Webhook, Task> verb, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(MayManage(by));
        await verb(await db.Set<Webhook>().AsTracking().SingleOrDefaultAsync(w => w.Id == id && w.State != WebhookState.Removed, ct) ?? throw new RefusedException(Missing));
    }, ct);

    Refusal? Fault(WebhookFacts facts) =>
        TextRules.Name(facts.Name, "Namnet") ?? WebhookAddress.Fault(facts.Address.Trim(), settings)
        ?? (facts.Types.Any(type => EventKinds.Find(type) is not null) ? null : new("events-missing", "Välj minst en händelse."));

    // In the order of the table, each once, and nothing else.
    static WebhookFacts Clean(WebhookFacts facts) => new(facts.Name.Trim(), facts.Address.Trim(), [.. EventKinds.All.Select(kind => kind.Type).Where(facts.Types.Contains)]);
}
