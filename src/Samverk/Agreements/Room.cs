using Samverk.Meetings;
using Samverk.Shared;

namespace Samverk.Agreements;

public static class Room
{
    public static IServiceCollection AddAgreements(this IServiceCollection services) =>
        services.AddScoped<AgreementsRecord>().AddScoped<AgreementsLists>().AddScoped<AgreementsSearched>().AddScoped<IHear<MeetingWithdrawn>, WhenMeetingWithdrawn>();
}
