using Samverk.Meetings.Publishing;

namespace Samverk.Meetings;

public static class Room
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services.AddScoped<MeetingsRecord>().AddScoped<MeetingsLists>().AddScoped<PublishedLists>().AddScoped<Publisher>();
}
