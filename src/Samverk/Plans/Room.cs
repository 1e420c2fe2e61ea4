using Samverk.Meetings;
using Samverk.Shared;

namespace Samverk.Plans;

public static class Room
{
    public static IServiceCollection AddPlans(this IServiceCollection services) =>
        services.AddScoped<PlansRecord>().AddScoped<PlansLists>().AddScoped<PlansSearched>().AddScoped<IHear<MeetingWithdrawn>, WhenMeetingWithdrawn>();
}
