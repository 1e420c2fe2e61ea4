using Samverk.Public.Feedback;
using Samverk.Public.Feeds;

namespace Samverk.Public;

public static class Room
{
    public static IServiceCollection AddPublic(this IServiceCollection services) => services.AddScoped<OParlEndpoints>().AddScoped<FeedbackBox>().AddSingleton<FeedbackLimit>();

    public static void MapPublic(this WebApplication app)
    {
        FeedEndpoints.Map(app);
        CalendarEndpoints.Map(app);
        MinutesEndpoints.Map(app);
        OParlEndpoints.Map(app);
        CatalogueEndpoints.Map(app);
    }
}
