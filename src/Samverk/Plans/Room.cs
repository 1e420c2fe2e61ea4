using Samverk.Meetings;
using Samverk.Organisations.Protection;
using Samverk.Shared;
using Samverk.Storage.Registers;

namespace Samverk.Plans;

public static class Room
{
    public static IServiceCollection AddPlans(this IServiceCollection services) =>
        services.AddRegister<AssignmentRegister, AssignmentRow>().AddRegister<DeadlineRegister, DeadlineRow>().AddScoped<PlansRecord>().AddScoped<PlansLists>().AddScoped<PlansSearched>().AddScoped<IHear<MeetingWithdrawn>, WhenMeetingWithdrawn>().AddScoped<IHear<MinutesAdjusted>, WhenMinutesAdjusted>()
            .AddScoped<IHear<PersonAnonymised>, WhenPersonAnonymised>().AddSingleton(new PersonHold(WhenPersonAnonymised.Hold));
}
