using Samverk.Api.Things;
using Samverk.Storage.Registers;

namespace Samverk.Api;

/// <summary>Every address of the API: the registers as lists, things one by one, imports, and what tells of the API itself.</summary>
sealed class Routes(IServiceScopeFactory scopes)
{
    static readonly Route[] Things =
    [
        MeetingThing.Route, MinutesThing.Route, MinutesFiles.Pdf, MinutesFiles.Docx, DispatchThing.Route, DispatchThing.Registration, DecisionThing.Route, AgreementThing.Route, AdoptionThing.Route, AdoptionThing.Decision, AdoptionFeeds.Text, AdoptionFeeds.Waiting, ConsultationThing.Route, CompilationThing.Route, ConsultationAnswer.Route, DisputeThing.Route, DisputePosition.Route, AssignmentThing.Route, BodyThing.Route, PersonThing.Route, PrincipalThing.Route,
        ImportReceipt.Route, ImportThing.Route, SearchResult.Route, PublicMeetings.Route, PublicMeeting.Route, PublicDecisions.Route, Me.Route, ApiInfo.Route, ServiceHealth.Route,
    ];

    public IReadOnlyList<Route> All { get; } = [.. Lists(scopes), .. Things, .. AssignmentActs.All];

    static List<Route> Lists(IServiceScopeFactory scopes)
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetServices<Register>().Select(Api.Lists.Of)];
    }
}
