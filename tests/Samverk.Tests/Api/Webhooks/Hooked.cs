using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Api.Webhooks;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Organisations;

namespace Samverk.Tests.Api.Webhooks;

/// <summary>What tests do with a webhook of the World.</summary>
sealed class Hooked(TestWorld world, Guid id, string secret)
{
    public const string Site = "https://samverk.example";

    public Guid Id => id;
    public string Secret => secret;

    /// <summary>Names a host as the operator does in the configuration. Before anything is sent.</summary>
    public static void Allow(TestWorld world, string host = "127.0.0.1") => world.Services.GetRequiredService<IConfiguration>()["Webhooks:Hosts"] = host;

    /// <param name="types">None for every kind.</param>
    public static async Task<Hooked> On(TestWorld world, string organisation, string address, params string[] types)
    {
        Allow(world);
        var (added, secret, refusal) = await Add(world, organisation, address, types);
        Assert.Null(refusal);
        return new(world, added, secret!.Text);
    }

    public static async Task<(Guid Id, WebhookSecret? Secret, Refusal? Refusal)> Add(TestWorld world, string organisation, string address, params string[] types)
    {
        var (owner, by) = (await world.Organisation(organisation), await world.Administrator());
        return await world.In(s => s.GetRequiredService<WebhookKeeper>().Add(owner, new("Diariet", address, types is [] ? [.. EventKinds.All.Select(k => k.Type)] : types), Site, by, default));
    }

    /// <summary>What is due now is done.</summary>
    public static Task DoAll(TestWorld world) => world.Services.GetRequiredService<Outbox>().DoAll(default);

    public async Task<Refusal?> Keep(Func<WebhookKeeper, Samverk.Organisations.Actor, Task<Refusal?>> verb)
    {
        var by = await world.Administrator();
        return await world.In(s => verb(s.GetRequiredService<WebhookKeeper>(), by));
    }

    public async Task<string> Renew()
    {
        var by = await world.Administrator();
        var (renewed, refusal) = await world.In(s => s.GetRequiredService<WebhookKeeper>().Renew(id, by, default));
        Assert.Null(refusal);
        return renewed!.Text;
    }

    public async Task<WebhookRow> Row() => (await world.In(s => s.GetRequiredService<WebhookLists>().One(id, default)))!;

    /// <summary>The first first.</summary>
    public async Task<List<DeliveryRow>> Deliveries() => [.. (await world.In(s => s.GetRequiredService<WebhookLists>().Deliveries(id, default))).OrderBy(d => d.Id)];

    public static Task<int> Noted(TestWorld world) => world.In(s => s.GetRequiredService<SamverkDb>().Set<Noted>().CountAsync());
}
