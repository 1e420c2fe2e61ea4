using Samverk.Api.Things;

namespace Samverk.Api;

/// <summary>Every address of the API.</summary>
static class Routes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        MeetingThing.Route, DecisionThing.Route, AssignmentThing.Route, AgreementThing.Route, ConsultationThing.Route, BodyThing.Route, PersonThing.Route, PrincipalThing.Route,
        ImportReceipt.Route, ImportThing.Route,
        Me.Route, ApiInfo.Route, ServiceHealth.Route,
    ];
}
