using Samverk.Meetings;
using Samverk.Shared;
using Samverk.Storage.Registers;

namespace Samverk.Agreements;

public static class Room
{
    public static IServiceCollection AddAgreements(this IServiceCollection services) =>
        services.AddRegister<AgreementRegister, AgreementRow>().AddRegister<ConsultationRegister, ConsultationRow>().AddScoped<AgreementsRecord>().AddScoped<AgreementsLists>().AddScoped<AgreementsSearched>().AddScoped<IHear<MeetingWithdrawn>, WhenMeetingWithdrawn>().AddScoped<IHear<MinutesAdjusted>, WhenMinutesAdjusted>();
}
