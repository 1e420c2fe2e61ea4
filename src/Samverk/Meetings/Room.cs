using Samverk.Mail;
using Samverk.Meetings.Adjusting;
using Samverk.Meetings.Adjusting.Pages;
using Samverk.Meetings.Backlog;
using Samverk.Meetings.Calendar;
using Samverk.Meetings.Desk;
using Samverk.Meetings.Desk.Pages;
using Samverk.Meetings.Documents;
using Samverk.Meetings.Dispatching;
using Samverk.Meetings.Dispatching.Pages;
using Samverk.Meetings.Dispatching.Sdk;
using Samverk.Meetings.Groups;
using Samverk.Meetings.Groups.Pages;
using Samverk.Meetings.Speaking;
using Samverk.Meetings.Speaking.Pages;
using Samverk.Meetings.Evaluating;
using Samverk.Meetings.Notices;
using Samverk.Meetings.Notices.Pages;
using Samverk.Meetings.Figures;
using Samverk.Meetings.Publishing;
using Samverk.Meetings.Registers;
using Samverk.Meetings.Templates;
using Samverk.Organisations;
using Samverk.Organisations.Protection;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Meetings;

public static class Room
{
    public static IServiceCollection AddMeetings(this IServiceCollection services) =>
        services.AddScoped<AgendaTemplates>().AddScoped<Recommendables>().AddScoped<AgendaDocuments>().AddScoped<BacklogBook>().AddScoped<BacklogKeeper>().AddScoped<BacklogLists>().AddScoped<IHear<MeetingRecorded>, WhenMeetingRecorded>().AddScoped<IHear<MeetingWithdrawn>, WhenMeetingRecorded>().AddScoped<IHear<MeetingCancelled>, WhenMeetingRecorded>()
            .AddScoped<IHear<MinutesAdjusted>, Backlog.WhenMinutesAdjusted>()
            .AddScoped<SpeakersList>().AddScoped<SpeakersLists>().AddScoped<IHear<MinutesAdjusted>, Speaking.WhenMinutesAdjusted>().AddScoped(provider => Speaking.WhenMinutesAdjusted.Rule(provider.GetRequiredService<SamverkDb>()))
            .AddScoped<GroupWork>().AddScoped<GroupLists>()
            .AddScoped<Evaluator>().AddScoped<DemoEvaluation>().AddScoped<EvaluationLists>()
            .AddSingleton(new OutboxHandler(Evaluator.CloseKind, (provider, evaluation, ct) => provider.GetRequiredService<Evaluator>().CloseByItself(evaluation, ct)))
            .AddScoped<OfficialMailboxes>().AddScoped<NoticeRecipients>().AddScoped<NoticeMatters>().AddScoped<NoticeSender>().AddScoped<NoticeLists>().AddScoped<NoticeAnswers>().AddScoped(provider => new DemoNotice(provider.GetRequiredService<SamverkDb>(), provider.GetRequiredService<NoticeSender>(), provider.GetRequiredService<NoticeAnswers>(), provider.GetRequiredService<Post>(), provider.GetRequiredService<Work>()))
            .AddScoped<IHear<MeetingReplanned>, WhenMeetingReplanned>().AddScoped<IHear<MeetingMoved>, WhenMeetingReplanned>().AddScoped<IHear<MeetingCancelled>, WhenMeetingReplanned>()
            .AddSingleton(new OutboxHandler(NoticeSender.CatchUpKind, (provider, meeting, ct) => provider.GetRequiredService<NoticeSender>().CatchUp(meeting, ct)))
            .AddSingleton(new OutboxHandler(NoticeSender.RemindKind, (provider, meeting, ct) => provider.GetRequiredService<NoticeSender>().Remind(meeting, ct)))
            .AddScoped<DispatchRoads>().AddScoped<DispatchFiles>().AddScoped<DemoDispatch>().AddScoped<SdkCourier>()
            .AddSingleton(provider => SdkSettings.Read(provider.GetRequiredService<IConfiguration>())).AddSingleton<SdkService>()
            .AddSingleton(new OutboxHandler(SdkCourier.Kind, (provider, dispatch, ct) => provider.GetRequiredService<SdkCourier>().Carry(dispatch, ct)))
            .AddScoped(provider => new MinutesDispatcher(provider.GetRequiredService<SamverkDb>(), provider.GetRequiredService<Work>(), provider.GetRequiredService<Post>(), provider.GetRequiredService<AreaDirectory>(), provider.GetRequiredService<DispatchRoads>(), provider.GetRequiredService<DispatchFiles>(), provider.GetRequiredService<TimeProvider>()))
            .AddScoped(provider => new DispatchLists(provider.GetRequiredService<SamverkDb>(), provider.GetRequiredService<AreaDirectory>(), provider.GetRequiredService<OrganisationsLists>(), provider.GetRequiredService<DispatchRoads>(), provider.GetRequiredService<DispatchFiles>()))
            .AddSingleton(new OutboxHandler(MinutesDispatcher.FollowKind, (provider, dispatch, ct) => provider.GetRequiredService<MinutesDispatcher>().Follow(dispatch, ct)))
            .AddSingleton(new OutboxHandler(AdjustmentLetters.TellKind, (provider, text, ct) => provider.GetRequiredService<AdjustmentLetters>().Tell(text, ct)))
            .AddSingleton(new OutboxHandler(AdjustmentLetters.RemindKind, (provider, text, ct) => provider.GetRequiredService<AdjustmentLetters>().Remind(text, ct)))
            .AddScoped<Planner>().AddScoped<CalendarLists>().AddScoped<MeetingsRecord>().AddScoped<MeetingsLists>().AddScoped<MeetingsSearched>().AddScoped<PublishedLists>().AddScoped<Publisher>().AddScoped<OwnedMeetings>()
            .AddScoped<AgendaKeeper>().AddScoped<MinuteDesk>().AddScoped<DeskLists>().AddScoped<BodyFigures>().AddSingleton<MeetingFollowers>().AddScoped<MinutesAdjuster>().AddScoped<AdjustmentLetters>().AddScoped<AdjustingLists>().AddScoped<SealedProof>().AddSingleton<MinutesPress>()
            .AddScoped<IHear<PersonAnonymised>, WhenPersonAnonymised>().AddScoped<IHear<PersonAnonymised>, Notices.WhenPersonAnonymised>()
            .AddRegister<MeetingRegister, MeetingRow>().AddRegister<DecisionRegister, DecisionRow>().AddRegister<QuestionRegister, AskedRow>().AddRegister<DispatchRegister, DispatchRow>();

    public static void MapMeetings(this WebApplication app)
    {
        DeskEndpoints.Map(app);
        SpeakersEndpoints.Map(app);
        GroupEndpoints.Map(app);
        MinutesEndpoints.Map(app);
        NoticeEndpoints.Map(app);
        DispatchEndpoints.Map(app);
    }
}
