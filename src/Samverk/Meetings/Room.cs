using Samverk.Meetings.Publishing;
using Samverk.Meetings.Registers;
using Samverk.Storage.Registers;

namespace Samverk.Meetings;

public static class Room
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services.AddScoped<MeetingsRecord>().AddScoped<MeetingsLists>().AddScoped<PublishedLists>().AddScoped<Publisher>()
        .AddRegister<MeetingRegister, MeetingRow>().AddRegister<DecisionRegister, DecisionRow>().AddRegister<QuestionRegister, AskedRow>();
}
