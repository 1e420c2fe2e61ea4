using Samverk.Meetings;
using Samverk.Meetings.Backlog;
using Samverk.Organisations.Protection;
using Samverk.Shared;
using Samverk.Storage.Registers;

namespace Samverk.Plans;

public static class Room
{
    const int MostDue = 100;

    public static IServiceCollection AddPlans(this IServiceCollection services) =>
        services.AddRegister<AssignmentRegister, AssignmentRow>().AddRegister<DeadlineRegister, DeadlineRow>().AddScoped<PlansRecord>().AddScoped<PlansLists>().AddScoped<PlansSearched>().AddScoped<IHear<MeetingWithdrawn>, WhenMeetingWithdrawn>().AddScoped<IHear<MinutesAdjusted>, WhenMinutesAdjusted>()
            .AddScoped<IHear<PersonAnonymised>, WhenPersonAnonymised>().AddSingleton(new PersonHold(WhenPersonAnonymised.Hold)).AddSingleton(new DueSource(ToReport));

    /// <summary>Assignments of a body that fall due are matters for its coming meetings.</summary>
    static async Task<IReadOnlyList<BacklogMatter>> ToReport(IServiceProvider services, Guid body, DateOnly until, CancellationToken ct) =>
        [.. (await services.GetRequiredService<PlansLists>().DueFor(body, until, MostDue, ct)).Select(a => BacklogMatter.Of(BacklogKind.ReportBack, a.Text, a.Assignee, $"/uppdrag/{a.Id}") with { DueOn = a.DueLast })];
}
