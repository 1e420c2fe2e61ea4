using Samverk.Meetings;
using Samverk.Organisations.Protection;
using Samverk.Shared;

namespace Samverk.Plans;

public static class Room
{
    public static IServiceCollection AddPlans(this IServiceCollection services) =>
        services.AddScoped<PlansRecord>().AddScoped<PlansLists>().AddScoped<IHear<MeetingWithdrawn>, WhenMeetingWithdrawn>()
            .AddScoped<IHear<PersonAnonymised>, WhenPersonAnonymised>().AddSingleton(new PersonHold(WhenPersonAnonymised.Hold));
}
