using Samverk.Agreements;
using Samverk.Agreements.Consulting;
using Samverk.Agreements.Disputes;
using Samverk.Agreements.Ledger;
using Samverk.Api.Things;
using Samverk.Meetings;
using Samverk.Meetings.Dispatching;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Shared;

namespace Samverk.Api.Webhooks;

/// <summary>Every kind of event. What is listened to, who is told, the form, the OpenAPI document and the page about the API are all made of these.</summary>
static class EventKinds
{
    /// <summary>What somebody sends to try a webhook; nothing has happened.</summary>
    public const string Test = "webhook.test";

    static readonly Words Everybody = new("Alla organisationers webhookar: det får alla i området läsa.", "The webhooks of every organisation: everybody in the area may read it.");

    static readonly Words DisputeParties = new("Parterna i tvisten.", "The parties of the dispute.");

    public static IReadOnlyList<EventKind> All { get; } =
    [
        new("adoption.requested", new("En text väntar på organisationens beslut.", "A text waits for the organisation's decision."), new("Parten som ska besluta.", "The party that is to decide."),
            AdoptionThing.Route, [Heard.Of<RoundOpened>(h => h.Round)], Requested),
        new("adoption.decided", new("En part har registrerat, rättat eller låtit ett tidigare beslut gälla om en text.", "A party has registered its decision about a text, corrected it, or let an earlier one hold."), Everybody,
            AdoptionThing.Route, [Heard.Of<AdoptionDecided>(h => h.Adoption), Heard.Of<AdoptionCorrected>(h => h.Adoption), Heard.Of<AdoptionCarried>(h => h.Adoption)], Adoption),
        new("adoption.undone", new("En part har ångrat registreringen av sitt beslut.", "A party has taken back the registration of its decision."), Everybody,
            AdoptionThing.Route, [Heard.Of<AdoptionUndone>(h => h.Adoption)], Adoption),
        new("agreement.in_force", new("En överenskommelse har börjat gälla.", "An agreement is in force."), Everybody,
            AgreementThing.Route, [Heard.Of<AgreementTookEffect>(h => h.Agreement)], Agreement),
        new("consultation.opened", new("Organisationen har fått en remiss.", "The organisation was sent a consultation."), new("Remissinstansen.", "The consultee."),
            ConsultationThing.Route, [Heard.Of<ConsultationOpened>(h => h.Consultation), Heard.Of<ConsultationWidened>(h => h.Consultation)], Consultee) { IsOnce = true },
        new("consultation.compiled", new("Sammanställningen av en remiss är klar.", "The compilation of a consultation is ready."), Everybody,
            CompilationThing.Route, [Heard.Of<ConsultationCompiled>(h => h.Consultation)], Compiled),
        new("dispute.raised", new("En tvist där organisationen är part är anmäld.", "A dispute was raised where the organisation is a party."), DisputeParties,
            DisputeThing.Route, [Heard.Of<DisputeRaised>(h => h.Dispute)], Disputed),
        new("dispute.position_sent", new("En part har skickat eller kompletterat sin ståndpunkt i en tvist där organisationen är part.", "A party has sent or supplemented its position in a dispute where the organisation is a party."), DisputeParties,
            DisputeThing.Route, [Heard.Of<PositionSent>(h => h.Dispute)], Disputed),
        new("dispute.sent_up", new("En tvist där organisationen är part är skickad vidare till nästa steg, och väntar på dess ståndpunkt där.", "A dispute where the organisation is a party was sent up to the next step, and waits for its position there."), DisputeParties,
            DisputeThing.Route, [Heard.Of<DisputeSentUp>(h => h.Dispute)], Disputed),
        new("dispute.recommended", new("Ett organ har lämnat en rekommendation i en tvist där organisationen är part.", "A body has made a recommendation in a dispute where the organisation is a party."), DisputeParties,
            DisputeThing.Route, [Heard.Of<DisputeRecommended>(h => h.Dispute)], Disputed),
        new("dispute.ended", new("En tvist är löst, avgjord, återtagen eller avslutad utan lösning.", "A dispute was settled, decided, withdrawn or closed without a settlement."), Everybody,
            DisputeThing.Route, [Heard.Of<DisputeEnded>(h => h.Dispute)], Ended),
        new("assignment.given", new("Organisationen, eller någon i den, har fått ett uppdrag eller fått det skickat vidare till sig.", "The organisation, or somebody in it, was given an assignment or had one passed on to it."), new("Den som har uppdraget.", "Who has the assignment."),
            AssignmentThing.Route, [Heard.Of<AssignmentGiven>(h => h.Assignment), Heard.Of<AssignmentForwarded>(h => h.Assignment)], Given),
        new("assignment.reported", new("Ett uppdrag är redovisat.", "An assignment was reported."), new("Den som har uppdraget, och värden för organet som gav det.", "Who has the assignment, and the host of the body that gave it."),
            AssignmentThing.Route, [Heard.Of<AssignmentReported>(h => h.Assignment)], Reported),
        new("minutes.adjusted", new("Ett protokoll är justerat.", "Minutes were adjusted."), Everybody,
            MeetingThing.Route, [Heard.Of<MinutesAdjusted>(h => h.Meeting)], Minutes),
        new("minutes.dispatched", new("Ett protokoll är expedierat till organisationen, eller skickat igen.", "Minutes were dispatched to the organisation, or sent again."), new("Mottagaren.", "The receiver."),
            DispatchThing.Route, [Heard.Of<MinutesDispatched>(h => h.Dispatch), Heard.Of<DispatchSentAgain>(h => h.Dispatch)], Dispatched),
    ];

    /// <returns>Null when there is no such kind.</returns>
    public static EventKind? Find(string type) => All.FirstOrDefault(kind => kind.Type == type);

    static async Task<Guid?> Requested(Asked a) => (await a.Get<LedgerLists>().OfRound(a.About, a.Stop)).Find(row => row.Organisation == a.Organisation)?.Id;

    static async Task<Guid?> Adoption(Asked a) => (await a.Get<LedgerLists>().Adoption(a.About, a.Reader, a.Stop))?.Row.Id;

    static async Task<Guid?> Agreement(Asked a) => (await a.Get<AgreementsLists>().Agreement(a.About, a.Stop))?.Id;

    static async Task<Guid?> Consultee(Asked a) =>
        await a.Get<ConsultationViews>().One(a.About, a.Reader, a.Stop) is { } view && view.Consultees.Any(c => c.Organisation == a.Organisation) ? view.Id : null;

    static async Task<Guid?> Compiled(Asked a) => await a.Get<ConsultationViews>().One(a.About, a.Reader, a.Stop) is { CompiledAt: not null } view ? view.Id : null;

    static async Task<Guid?> Disputed(Asked a) => await a.Get<DisputeViews>().One(a.About, a.Reader, a.Stop) is { } view && view.Parties.Any(p => p.Organisation == a.Organisation) ? view.Id : null;

    static async Task<Guid?> Ended(Asked a) => (await a.Get<DisputeViews>().One(a.About, a.Reader, a.Stop))?.Id;

    static async Task<Guid?> Given(Asked a) => await Assignment(a) is { } row && await Has(a, row) ? row.Id : null;

    static async Task<Guid?> Reported(Asked a) =>
        await Assignment(a) is { } row && (await Has(a, row) || (await a.Get<AreaDirectory>().Body(row.Body, a.Stop))?.Host == a.Organisation) ? row.Id : null;

    static async Task<AssignmentRow?> Assignment(Asked a) => (await a.Get<PlansLists>().Assignment(a.About, a.Reader, a.Stop))?.Row;

    static async Task<bool> Has(Asked a, AssignmentRow row) => row.AssigneeOrganisation == a.Organisation
        || (row.AssigneePerson is { } person && (await a.Get<Actors>().Find(person, a.Get<TimeProvider>().Today(), a.Stop))?.Organisation == a.Organisation);

    static async Task<Guid?> Minutes(Asked a) => (await a.Get<MeetingsLists>().Meeting(a.About, a.Stop))?.Id;

    static async Task<Guid?> Dispatched(Asked a) => await a.Get<DispatchLists>().Dispatch(a.About, a.Reader, a.Stop) is { } view && view.Row.Organisation == a.Organisation ? view.Row.Id : null;
}
