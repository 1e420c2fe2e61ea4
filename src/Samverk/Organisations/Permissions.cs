using Microsoft.AspNetCore.Authorization;
using Samverk.Organisations.ApiAccess;
using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>
/// Who may do what, as a sentence that a person can read. A page asks it of anybody ('of any body, of any
/// organisation'), an act of the thing that it is done to.
/// </summary>
/// <param name="Code">Stable; the name of the policy.</param>
/// <param name="Words">The sentence in Swedish, as the permissions page shows it.</param>
/// <param name="No">What the person is told who may not: who may.</param>
public sealed record Permission(string Code, string Words, string No, Func<Actor?, About, bool> Rule)
{
    public static Permission Everyone { get; } = new(MayAttribute.Everyone,
        "Vem som helst får se det som är publicerat, logga in, skriva om webbplatsens tillgänglighet och fråga om systemet är igång.", "", (_, _) => true);

    public static Permission SignedIn { get; } = new(MayAttribute.SignedIn,
        "Den som har loggat in får se sitt eget konto, sina platser, sina inloggningar och sina API-nycklar, skapa och avsluta dem, och hämta allt som området har om dem.", "Logga in först.", (actor, _) => actor is not null);

    public static Permission Read { get; } = new(MayAttribute.Read,
        "Den som har en plats eller funktion i området, och ett system som är anslutet till det, får läsa dess justerade, öppna handlingar.",
        "Bara den som har en plats eller funktion i området får läsa dess handlingar.", (actor, _) => actor is { HasPlace: true });

    public static Permission Import { get; } = new(MayAttribute.Import,
        "Den som är sekreterare i ett organ, eller administratör, får läsa in protokoll. Med en API-nyckel får man det när nyckeln säger det, och då även ett anslutet system.",
        "Bara den som är sekreterare i ett organ, eller administratör, får läsa in protokoll.", (actor, _) => actor is not null && (actor.IsAdministrator || actor.IsSystem || actor.IsSecretary(null)));

    public static Permission Record { get; } = new("record",
        "Sekreteraren i ett organ, eller en administratör, får bekräfta organets protokoll och ångra det.",
        "Bara organets sekreterare eller en administratör kan bekräfta dess protokoll.", (actor, about) => actor is not null && (actor.IsAdministrator || actor.IsSecretary(about.Body)));

    public static Permission Minutes { get; } = new("minutes",
        "Sekreteraren i ett organ, den som är ett mötes sekreterare, eller en administratör, får skriva dagordning och protokoll, öppna gruppdiskussioner och samla in dem, skicka protokollet för justering, öppna det igen och rätta det.",
        "Bara organets sekreterare, mötets sekreterare eller en administratör kan skriva dagordning och protokoll.", (actor, about) => Record.Holds(actor, about));

    public static Permission Follow { get; } = new("follow",
        "Den som har en plats i ett organ får följa dess möten och läsa dagordning, anteckningar och protokoll som inte är justerade.",
        "Bara den som har en plats i organet får läsa det som inte är justerat.", (actor, about) => actor is not null && (Minutes.Holds(actor, about) || (about.Body is { } body ? actor.MemberOf.Contains(body) || actor.Standings.Any(s => s.Body == body) : actor.HasPlace)));

    public static Permission Adjust { get; } = new("adjust",
        "Den som är justerare vid ett möte får justera dess protokoll när det är skickat, kommentera det, och låta bli att justera med skäl.",
        "Bara de som är justerare vid mötet kan justera protokollet.", (actor, _) => actor is { HasPlace: true, IsSystem: false });

    public static Permission Plan { get; } = new(MayAttribute.Plan,
        "Sekreteraren eller ordföranden i ett organ, eller en administratör, får planera organets möten, flytta och ställa in dem, sköta dess ärendelista, kalla, och öppna och stänga dess utvärdering.",
        "Bara organets sekreterare eller ordförande, eller en administratör, kan planera dess möten.", (actor, about) => actor is not null && (actor.IsAdministrator || actor.IsSecretary(about.Body) || actor.IsChair(about.Body)));

    public static Permission Speak { get; } = new(MayAttribute.Speak,
        "Den som är noterad som närvarande vid ett möte får begära ordet och replik vid den punkt som är uppe, och ta tillbaka det innan det är ens tur.",
        "Bara den som är med på mötet kan begära ordet.", (actor, _) => actor is { HasPlace: true, IsSystem: false });

    public static Permission LeadSpeakers { get; } = new("lead-speakers",
        "Sekreteraren eller ordföranden i ett organ, de som är det vid ett möte, eller en administratör, får sätta upp närvarande på mötets talarlista, ordna den, ge ordet, avsluta anföranden och stryka.",
        "Bara mötets ordförande eller sekreterare kan ändra talarlistan för andra.", (actor, about) => Plan.Holds(actor, about));

    public static Permission WriteInGroup { get; } = new(MayAttribute.WriteInGroup,
        "Den som är med i en grupp vid ett möte, och den som skriver mötets protokoll, får läsa, skriva och ändra gruppens anteckningar tills de är insamlade. Andra på mötet ser vilka som har skrivit, och vad när det är insamlat.",
        "Bara de som är med i gruppen kan skriva i den.", (actor, _) => actor is { HasPlace: true, IsSystem: false });

    public static Permission Ask { get; } = new(MayAttribute.Ask,
        "Den som har en plats i ett organ, och den som planerar dess möten, får läsa organets ärendelista, anmäla ärenden till den och se hur organets utvärderingar har gått.",
        "Bara den som har en plats i organet, eller planerar dess möten, kan läsa och anmäla ärenden.",
        (actor, about) => actor is not null && (Plan.Holds(actor, about) || (about.Body is { } body ? actor.MemberOf.Contains(body) : actor.MemberOf.Count > 0)));

    public static Permission Publish { get; } = new(MayAttribute.Publish,
        "Sekreteraren i ett organ, eller en administratör, får publicera organets protokoll, bestämma vad som döljs i dem och avpublicera dem.",
        "Bara organets sekreterare eller en administratör kan publicera dess protokoll.", (actor, about) => Record.Holds(actor, about));

    public static Permission Dispatch { get; } = new("dispatch",
        "Sekreteraren i ett organ, den som är ett mötes sekreterare, eller en administratör, får expediera organets justerade protokoll till huvudmännens officiella brevlådor, skicka igen och se hur det går.",
        "Bara organets sekreterare, mötets sekreterare eller en administratör kan expediera protokoll.", (actor, about) => Record.Holds(actor, about));

    public static Permission Register { get; } = new(MayAttribute.Register,
        "Registratorn eller samordnaren i en organisation får bekräfta att ett protokoll som har skickats till den har kommit in, och skriva dess diarienummer. Med en API-nyckel får man det när nyckeln säger det, och då även ett system som är anslutet för organisationen.",
        "Bara den mottagande organisationens registrator eller samordnare kan registrera protokollet.",
        (actor, about) => actor is not null && (actor.Is(FunctionKind.Registrar, about.Organisation) || actor.Is(FunctionKind.Coordinator, about.Organisation)
            || (actor.IsSystem && (about.Organisation is null || actor.Organisation == about.Organisation))));

    public static Permission KeepAgreement { get; } = new(MayAttribute.KeepAgreement,
        "Sekreteraren i ett organ, eller en administratör, får lägga upp överenskommelser som organet ansvarar för, skriva och låsa deras text, bestämma parter och regel, skicka dem till parterna, påminna och ändra läge.",
        "Bara sekreteraren i det organ som ansvarar för överenskommelsen, eller en administratör, kan ändra den.",
        (actor, about) => Record.Holds(actor, about));

    public static Permission Adopt { get; } = new(MayAttribute.Adopt,
        "Registratorn eller samordnaren i en organisation får registrera vad organisationen har beslutat om en överenskommelse, ändra det och säga när det planeras. Med en API-nyckel får man det när nyckeln säger att den får registrera, och då även ett system som är anslutet för organisationen.",
        "Bara registratorn eller samordnaren i den organisation som har beslutat kan registrera beslutet.",
        (actor, about) => Register.Holds(actor, about));

    public static Permission Respond { get; } = new(MayAttribute.Respond,
        "Registratorn eller samordnaren i en organisation, och sekreteraren eller ordföranden i ett organ, får skriva, godkänna och skicka dess svar på remisser. Har den flera som får det godkänner någon annan än den som lämnade svaret. Med en API-nyckel får man det när nyckeln säger att den får registrera, och då även ett system som är anslutet för organisationen.",
        "Bara remissinstansens registrator eller samordnare, eller organets sekreterare eller ordförande, kan svara på remissen.",
        (actor, about) => actor is not null && (((about.Organisation is not null || about.Body is null) && Register.Holds(actor, new(Organisation: about.Organisation)))
            || ((about.Body is not null || about.Organisation is null) && (actor.IsSecretary(about.Body) || actor.IsChair(about.Body)))));

    public static Permission Dispute { get; } = new(MayAttribute.Dispute,
        "Registratorn eller samordnaren i en organisation får anmäla en tvist om en överenskommelse som organisationen är part i, skriva och skicka dess ståndpunkter, skicka tvisten vidare uppåt, skriva vad parterna har kommit överens om och ta tillbaka det som organisationen har anmält. Sekreteraren eller ordföranden i det organ där tvisten ligger får skriva vad organet har kommit fram till. Den som sköter överenskommelsen får anmäla, skicka vidare och avsluta, men inte skriva någons ståndpunkt. Med en API-nyckel får man skicka en ståndpunkt när nyckeln säger att den får registrera, och då även ett system som är anslutet för organisationen.",
        "Bara partens registrator eller samordnare, sekreteraren eller ordföranden i organet där tvisten ligger, eller den som sköter överenskommelsen, kan göra det här.",
        (actor, about) => actor is not null && (((about.Organisation is not null || about.Body is null) && Register.Holds(actor, new(Organisation: about.Organisation)))
            || ((about.Body is not null || about.Organisation is null) && (actor.IsAdministrator || actor.IsSecretary(about.Body) || actor.IsChair(about.Body)))));

    public static Permission ReportAssignment { get; } = new(MayAttribute.ReportAssignment,
        "Den som har ett uppdrag, registratorn eller samordnaren i en organisation som har det, sekreteraren i organet som gav det, eller en administratör, får ta emot det, redovisa det och skicka det vidare. Med en API-nyckel får den som har uppdraget det när nyckeln säger det.",
        "Bara den som har uppdraget, organets sekreterare eller en administratör kan redovisa uppdraget.",
        (actor, about) => actor is not null && (actor.IsAdministrator || actor.IsSecretary(about.Body) || about.Person == actor.Person
            || (about.Organisation is { } of && (actor.Is(FunctionKind.Registrar, of) || actor.Is(FunctionKind.Coordinator, of) || (actor.IsSystem && actor.Organisation == of)))
            || (about.Body is null && about.Person is null && about.Organisation is null && actor.HasPlace)));

    public static Permission KeepAssignment { get; } = new(MayAttribute.KeepAssignment,
        "Sekreteraren eller ordföranden i organet som gav ett uppdrag, eller en administratör, får godkänna redovisningen för organet, skicka uppdraget vidare när den inte räcker, och ta tillbaka det.",
        "Bara sekreteraren eller ordföranden i organet som gav uppdraget, eller en administratör, kan godkänna det eller ta tillbaka det.",
        (actor, about) => actor is not null && (actor.IsAdministrator || actor.IsSecretary(about.Body) || actor.IsChair(about.Body)));

    public static Permission Administer { get; } = new(MayAttribute.Administer,
        "En administratör får sköta områdets personer, organ, anslutna system och inställningar, och hämta allt som området har om en person. Uttaget skrivs i loggen.",
        "Bara en administratör kan ändra områdets organ och personer.", (actor, _) => actor is { IsAdministrator: true });

    public static Permission Audit { get; } = new(MayAttribute.Audit,
        "En administratör får läsa områdets logg, ta ut den och radera uppgifter ur historiken när lagen kräver det. Uttaget och raderingen skrivs i loggen.",
        "Bara en administratör kan läsa loggen och radera ur historiken.", (actor, _) => actor is { IsAdministrator: true });

    public static Permission Disclose { get; } = new(MayAttribute.Disclose,
        "Registratorn i en organisation får pröva en begäran om allmänna handlingar som organisationen äger. En administratör får det för alla.",
        "Bara organisationens registrator eller områdets administratör kan pröva en begäran om handlingar.",
        (actor, about) => actor is not null && (actor.IsAdministrator || actor.Is(FunctionKind.Registrar, about.Organisation)));

    public static Permission KeepOrganisation { get; } = new(MayAttribute.KeepOrganisation,
        "Den som är administratör eller samordnare i en organisation, eller administratör för området, får sköta organisationens personer, funktioner och kontaktvägar.",
        "Bara organisationens administratör eller samordnare, eller områdets administratör, kan ändra det här.",
        (actor, about) => actor is not null && (actor.IsAdministrator || actor.Is(FunctionKind.Administrator, about.Organisation) || actor.Is(FunctionKind.Coordinator, about.Organisation)));

    /// <summary>Asked about a body and the organisation that the seat is for; a seat that is for none is the body's own matter.</summary>
    public static Permission Seat { get; } = new(MayAttribute.Seat,
        "Sekreteraren i ett organ får säga vem som sitter i organet, och den som sköter en organisation vem som sitter på dess platser. En administratör får säga det överallt.",
        "Bara organets sekreterare, den som sköter platsens organisation eller områdets administratör kan säga vem som sitter här.",
        (actor, about) => actor is not null && (actor.IsAdministrator || actor.IsSecretary(about.Body)
            || ((about.Body is null || about.Organisation is not null) && KeepOrganisation.Holds(actor, about))));

    /// <summary>Every sentence, in the order of the permissions page.</summary>
    public static IReadOnlyList<Permission> All { get; } = [Everyone, SignedIn, Read, ReportAssignment, KeepAssignment, Import, Ask, Plan, Minutes, Follow, Speak, LeadSpeakers, WriteInGroup, Adjust, Record, Publish, Dispatch, Register, KeepAgreement, Adopt, Respond, Dispute, Seat, KeepOrganisation, Disclose, Administer, Audit];

    /// <summary>Whether they may, by the rule and by the token that they came with.</summary>
    public bool Holds(Actor? actor, About about) => IsLeftBy(actor?.Scope) && Rule(actor, about);

    /// <summary>A token never does more than read, and hand over or register where it says so: what else a person may, they do themselves.</summary>
    bool IsLeftBy(TokenScope? scope) =>
        scope is null || Code is MayAttribute.Everyone or MayAttribute.SignedIn or MayAttribute.Read
        || (scope == TokenScope.ReadAndImport && Code == MayAttribute.Import) || (scope == TokenScope.ReadAndRegister && Code is MayAttribute.Register or MayAttribute.Adopt or MayAttribute.Respond or MayAttribute.Dispute or MayAttribute.ReportAssignment or MayAttribute.KeepAssignment);

    /// <summary>The no of this permission.</summary>
    public Refusal Refused => new($"may-not-{Code}", No);
}

/// <summary>Declares a page's or endpoint's permission. What declares none is denied to all.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class MayAttribute(string permission) : AuthorizeAttribute(permission)
{
    public const string Everyone = "everyone", SignedIn = "signed-in", Read = "read", Import = "import", Ask = "ask", Plan = "plan", Publish = "publish", Administer = "administer", Audit = "audit", KeepOrganisation = "keep-organisation", Seat = "seat", Disclose = "disclose", Register = "register", KeepAgreement = "keep-agreement", Adopt = "adopt", Respond = "respond", Dispute = "dispute", Speak = "speak", WriteInGroup = "write-in-group", ReportAssignment = "report-assignment", KeepAssignment = "keep-assignment";
}

/// <summary>The names of the claims of a session.</summary>
public static class SessionClaims
{
    public const string Person = "person", Area = "area";
}
