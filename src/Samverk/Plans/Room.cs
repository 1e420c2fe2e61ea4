using Samverk.Meetings;
using Samverk.Meetings.Backlog;
using Samverk.Organisations;
using Samverk.Organisations.Protection;
using Samverk.Plans.PuttingOff;
using Samverk.Plans.Working;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Storage.Registers;

namespace Samverk.Plans;

public static class Room
{
    const int MostDue = 100;

    public static IServiceCollection AddPlans(this IServiceCollection services) =>
        services.AddRegister<AssignmentRegister, AssignmentRow>().AddRegister<DeadlineRegister, DeadlineRow>().AddRegister<DeferralRegister, DeferralRow>().AddScoped<PlansRecord>().AddScoped<PlansLists>().AddScoped<PlansSearched>()
            .AddScoped<AssigneeFinder>().AddScoped<AssignmentKeeper>().AddScoped<AssignmentWork>().AddScoped<AssignmentLetters>().AddScoped<DemoAssignments>()
            .AddScoped<IHear<MeetingWithdrawn>, WhenMeetingWithdrawn>().AddScoped<IHear<MinutesAdjusted>, WhenMinutesAdjusted>().AddScoped<IHear<MinutesAdjusted>, WhenPutOff>().AddScoped<IHear<MeetingRecorded>, WhenPutOff>()
            .AddScoped<IHear<AssignmentGiven>, WhenActed>().AddScoped<IHear<AssignmentReported>, WhenActed>().AddScoped<IHear<AssignmentApproved>, WhenActed>().AddScoped<IHear<AssignmentForwarded>, WhenActed>().AddScoped<IHear<AssignmentWithdrawn>, WhenActed>()
            .AddSingleton(new OutboxHandler(AssignmentLetters.TellKind, (provider, assignment, ct) => provider.GetRequiredService<AssignmentLetters>().Tell(assignment, ct)))
            .AddSingleton(new OutboxHandler(AssignmentLetters.RemindKind, (provider, assignment, ct) => provider.GetRequiredService<AssignmentLetters>().Remind(assignment, ct)))
            .AddSingleton(new OutboxHandler(AssignmentLetters.LateKind, (provider, assignment, ct) => provider.GetRequiredService<AssignmentLetters>().TellLate(assignment, ct)))
            .AddScoped<IHear<PersonAnonymised>, WhenPersonAnonymised>().AddSingleton(new PersonHold(WhenPersonAnonymised.Hold)).AddSingleton(new DueSource(ToReport));

    /// <summary>Assignments of a body that fall due are matters for its coming meetings.</summary>
    static async Task<IReadOnlyList<BacklogMatter>> ToReport(IServiceProvider services, Guid body, DateOnly until, CancellationToken ct) =>
        [.. (await services.GetRequiredService<PlansLists>().DueFor(body, until, MostDue, ct)).Select(a => BacklogMatter.Of(BacklogKind.ReportBack, a.Text, a.Assignee, AssignmentPages.Of(a.Id)) with { DueOn = a.DueLast })];

    public static void MapPlans(this WebApplication app) =>
        app.MapGet("/uppdrag/{id:guid}/handlingar/{document:guid}", Document).WithMetadata(new MayAttribute(MayAttribute.Read));

    // Always as a file to keep, never shown here: it may hold anything.
    static async Task<IResult> Document(Guid id, Guid document, AssignmentWork work, AtTheDoor door, CancellationToken ct) =>
        await work.Content(id, document, door.Required, ct) is var (name, bytes) ? Results.Bytes(bytes, "application/octet-stream", name) : Results.NotFound();
}
