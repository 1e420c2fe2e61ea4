using Samverk.Storage;

namespace Samverk.Api.Webhooks;

static class WebhookServices
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        foreach (var kind in EventKinds.All)
            foreach (var heard in kind.Heard)
                heard.Listen(services, kind);
        return services.AddSingleton(provider => WebhookSettings.Read(provider.GetRequiredService<IConfiguration>())).AddSingleton<WebhookSecrets>().AddSingleton<WebhookCaller>()
            .AddScoped<EventListener>().AddScoped<EventFan>().AddScoped<Courier>().AddScoped<WebhookKeeper>().AddScoped<WebhookLists>()
            .AddScoped(provider => WebhookLists.Kept(provider.GetRequiredService<SamverkDb>()))
            .AddSingleton(new OutboxHandler(EventFan.Kind, (provider, noted, ct) => provider.GetRequiredService<EventFan>().Spread(noted, ct)))
            .AddSingleton(new OutboxHandler(Courier.Kind, (provider, delivery, ct) => provider.GetRequiredService<Courier>().Send(delivery, ct)));
    }
}
