using Samverk.Meetings.Publishing;
using Samverk.Public.Feedback;
using Samverk.Public.Feeds;
using Samverk.Public.Subscriptions;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Public;

public static class Room
{
    public static IServiceCollection AddPublic(this IServiceCollection services) => services.AddScoped<OParlEndpoints>().AddScoped<FeedbackBox>().AddScoped<SubscriptionLinks>().AddScoped<SubscriptionKeeper>().AddScoped<IHear<MinutesPublished>, WhenMinutesPublished>()
            .AddSingleton(new OutboxHandler(SubscriptionKeeper.DailyKind, (provider, area, ct) => provider.GetRequiredService<SubscriptionKeeper>().Tell(area, ct)))
            .AddSingleton<FeedbackLimit>();

    public static void MapPublic(this WebApplication app)
    {
        FeedEndpoints.Map(app);
        CalendarEndpoints.Map(app);
        MinutesEndpoints.Map(app);
        OParlEndpoints.Map(app);
        CatalogueEndpoints.Map(app);
    }
}
