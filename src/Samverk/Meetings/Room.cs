using Samverk.Mail;
using Samverk.Meetings.Adjusting;
using Samverk.Meetings.Adjusting.Pages;
using Samverk.Meetings.Backlog;
using Samverk.Meetings.Calendar;
using Samverk.Meetings.Desk;
using Samverk.Meetings.Desk.Pages;
using Samverk.Meetings.Documents;
using Samverk.Meetings.Notices;
using Samverk.Meetings.Notices.Pages;
using Samverk.Meetings.Figures;
using Samverk.Meetings.Publishing;
using Samverk.Meetings.Registers;
using Samverk.Meetings.Templates;
using Samverk.Organisations.Protection;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Meetings;

public static class Room
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) =>
        services.AddScoped<AgendaTemplates>().AddScoped<AgendaDocuments>().AddScoped<BacklogBook>().AddScoped<BacklogKeeper>().AddScoped<BacklogLists>().AddScoped<IHear<MeetingRecorded>, WhenMeetingRecorded>().AddScoped<IHear<MeetingWithdrawn>, WhenMeetingRecorded>().AddScoped<IHear<MeetingCancelled>, WhenMeetingRecorded>()
            .AddScoped<IHear<MinutesAdjusted>, WhenMinutesAdjusted>()
            .AddScoped<NoticeRecipients>().AddScoped<NoticeMatters>().AddScoped<NoticeSender>().AddScoped<NoticeLists>().AddScoped<NoticeAnswers>().AddScoped(provider => new DemoNotice(provider.GetRequiredService<SamverkDb>(), provider.GetRequiredService<NoticeSender>(), provider.GetRequiredService<NoticeAnswers>(), provider.GetRequiredService<Post>(), provider.GetRequiredService<Work>()))
            .AddScoped<IHear<MeetingReplanned>, WhenMeetingReplanned>().AddScoped<IHear<MeetingMoved>, WhenMeetingReplanned>().AddScoped<IHear<MeetingCancelled>, WhenMeetingReplanned>()
            .AddSingleton(new OutboxHandler(NoticeSender.CatchUpKind, (provider, meeting, ct) => provider.GetRequiredService<NoticeSender>().CatchUp(meeting, ct)))
            .AddSingleton(new OutboxHandler(NoticeSender.RemindKind, (provider, meeting, ct) => provider.GetRequiredService<NoticeSender>().Remind(meeting, ct)))
            .AddScoped<Planner>().AddScoped<CalendarLists>().AddScoped<MeetingsRecord>().AddScoped<MeetingsLists>().AddScoped<MeetingsSearched>().AddScoped<PublishedLists>().AddScoped<Publisher>().AddScoped<OwnedMeetings>()
            .AddScoped<AgendaKeeper>().AddScoped<MinuteDesk>().AddScoped<DeskLists>().AddScoped<BodyFigures>().AddSingleton<MeetingFollowers>().AddScoped<MinutesAdjuster>().AddScoped<AdjustingLists>().AddSingleton<MinutesPress>()
            .AddScoped<IHear<PersonAnonymised>, WhenPersonAnonymised>().AddScoped<IHear<PersonAnonymised>, Notices.WhenPersonAnonymised>()
            .AddRegister<MeetingRegister, MeetingRow>().AddRegister<DecisionRegister, DecisionRow>().AddRegister<QuestionRegister, AskedRow>();

    public static void MapMeetings(this WebApplication app)
    {
        DeskEndpoints.Map(app);
        MinutesEndpoints.Map(app);
        NoticeEndpoints.Map(app);
    }
}
