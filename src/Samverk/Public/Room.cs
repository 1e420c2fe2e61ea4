using Samverk.Public.Feeds;

namespace Samverk.Public;

public static class Room
{
    public static void MapPublic(this WebApplication app)
    {
        FeedEndpoints.Map(app);
        CalendarEndpoints.Map(app);
        MinutesEndpoints.Map(app);
    }
}
