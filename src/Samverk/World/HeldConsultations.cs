using Samverk.Agreements;
using Samverk.Agreements.Consulting;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.World;

/// <summary>
/// The World's consultations: one that is open, where some have answered, one has been given longer and the rest are silent so
/// far, and one that is compiled, whose text has been changed after it.
/// </summary>
sealed class HeldConsultations(IServiceProvider services, TimeProvider clock)
{
    const string Union = "Omsorgsfacket i Bergslunda", Association = "Föreningen Vägen vidare", Mailbox = "remisser@bergslunda.example";

    const string Comorbidity = """
        # Syfte
        Den som har samsjuklighet ska få en samordnad vård och ett sammanhållet stöd.

        # Ansvar
        - Regionen ansvarar för vård och behandling av skadligt bruk och beroende.
        - Kommunen ansvarar för stöd till boende och sysselsättning.

        # Samordning
        En fast kontakt utses inom en vecka efter att behovet är känt.

        # Uppföljning
        Psykiatrigruppen följer upp varje år.
        """;

    const string SelfCare = "# Syfte\nDen som kan och vill ska få sköta sin egenvård tryggt.\n\n# Bedömning\nDen som behandlar bedömer om en åtgärd är egenvård och skriver intyg.\n\n# Omprövning\nIntyget omprövas varje år.";
    const string SelfCareAfter = "# Syfte\nDen som kan och vill ska få sköta sin egenvård tryggt.\n\n# Bedömning\nDen som behandlar bedömer om en åtgärd är egenvård och skriver intyg, efter samråd med kommunen.\n\n# Omprövning\nIntyget omprövas varje halvår, och när något har ändrats.";

    public async Task Hold(HeldMeetings meetings, CancellationToken ct)
    {
        var bodies = (await services.GetRequiredService<AreaDirectory>().Bodies(ct)).ToDictionary(b => b.Code);
        await Compiled(bodies, await meetings.Secretary(bodies["SR"], clock.Today(), ct), ct);
        await Open(bodies, await meetings.Secretary(bodies["SR"], clock.Today(), ct), ct);
    }

    async Task Open(Dictionary<string, BodyInfo> bodies, Actor secretary, CancellationToken ct)
    {
        var then = At(-12);
        var demo = new DemoConsultations(services, then);
        var last = clock.Today().AddDays(18);
        var id = await demo.Send(await PutUp("Överenskommelse om samsjuklighet", "Vård och stöd till den som har både psykisk ohälsa och beroende.", Comorbidity, bodies["CG"].Id, then, secretary, ct),
            new(1, "Vi vill veta om ansvaret är tydligt och om ni kan arbeta så från januari.", last, ["Kan ni utse en fast kontakt inom en vecka?", "Vad behöver ni för att kunna börja i januari?"], Mailbox),
            await Asked(["Region Bergslunda", "Askvik", "Dalsjö", "Granåker", "Stenvalla", "Åsmyra"], bodies["BU"], ct), secretary, ct);
        async Task Answered(int days, string name, Stance stance, params Remark[] remarks)
        {
            then.Now = On(days);
            await demo.Answer(await Of(demo, id, name, secretary, ct), new(stance, remarks, null), await People(name, ct), ct);
        }
        await Answered(-8, "Askvik", Stance.Supports, new Remark(PlaceKind.Question, 0, "Ja."), new Remark(PlaceKind.Question, 1, "En gemensam mall för planen."));
        await Answered(-5, "Region Bergslunda", Stance.SupportsWithChanges, new Remark(PlaceKind.Whole, 0, "Regionen ställer sig bakom helheten."), new Remark(PlaceKind.Part, 1, "Skriv ut att regionen ansvarar också under placering."), new Remark(PlaceKind.Question, 0, "Ja, i vuxenpsykiatrin. I övriga delar tidigast i mars."));
        await Answered(-2, "Stenvalla", Stance.NoRemarks);
        then.Now = On(-1);
        await demo.Extend(id, await Of(demo, id, "Dalsjö", secretary, ct), last.AddDays(14), "Nämnden sammanträder först i januari.", secretary, ct);
        await demo.Draft(await Of(demo, id, "Granåker", secretary, ct), new(Stance.SupportsWithChanges, [new(PlaceKind.Part, 2, "En vecka är för kort tid under sommaren.")], null), (await People("Granåker", ct))[0], ct);
    }

    async Task Compiled(Dictionary<string, BodyInfo> bodies, Actor secretary, CancellationToken ct)
    {
        var then = At(-120);
        var (demo, agreements) = (new DemoConsultations(services, then), new DemoAgreements(services, then));
        var agreement = await PutUp("Överenskommelse om egenvård", "Hur egenvård bedöms och följs upp.", SelfCare, bodies["CG"].Id, then, secretary, ct);
        var id = await demo.Send(agreement, new(1, "Egenvård bedöms olika i länet. Vi vill ha en gemensam ordning.", clock.Today().AddDays(-76), ["Hur ofta behöver intyget omprövas?"], Mailbox),
            await Asked(["Region Bergslunda", "Björkfors", "Ekhamra", "Tallmora"], null, ct), secretary, ct);
        async Task Answered(int days, string name, Stance stance, params Remark[] remarks)
        {
            then.Now = On(days);
            await demo.Answer(await Of(demo, id, name, secretary, ct), new(stance, remarks, null), await People(name, ct), ct);
        }
        await Answered(-101, "Björkfors", Stance.SupportsWithChanges, new Remark(PlaceKind.Part, 1, "Kommunen behöver vara med innan intyget skrivs."), new Remark(PlaceKind.Question, 0, "Varje halvår."));
        await Answered(-92, "Region Bergslunda", Stance.Supports, new Remark(PlaceKind.Question, 0, "En gång om året räcker."));
        await Answered(-84, "Ekhamra", Stance.Rejects, new Remark(PlaceKind.Whole, 0, "Förslaget lägger kostnader på kommunen som inte är utredda."), new Remark(PlaceKind.Part, 2, "Ompröva när något har ändrats, inte bara på dagen."));
        then.Now = On(-78);
        await demo.Record(id, await Of(demo, id, Union, secretary, ct), new(new(Stance.SupportsWithChanges, [new(PlaceKind.Whole, 0, "Den som utför uppgiften ska ha fått utbildning först."), new(PlaceKind.Part, 1, "Skriv vem som ger instruktionen.")], null), null, clock.Today().AddDays(-79)), secretary, ct);
        then.Now = On(-50);
        await agreements.Revise(agreement, 2, SelfCareAfter, "Ändrat efter remissen: samråd före intyget, och omprövning varje halvår", secretary, ct);
        then.Now = On(-48);
        await demo.Compile(id, Reply, secretary, ct);
    }

    static (string? Words, ReplyOutcome Outcome) Reply(RemarkRow remark) => (remark.Kind, remark.Index) switch
    {
        (PlaceKind.Part, 1) => ("Samråd med kommunen före intyget skrivs in. Vem som instruerar hör hemma i rutinen.", ReplyOutcome.PartlyChanged),
        (PlaceKind.Part, 2) => ("Så skrivs det.", ReplyOutcome.Changed),
        (PlaceKind.Question, _) => ("Halvår valdes, eftersom de flesta föreslog det.", ReplyOutcome.Changed),
        (PlaceKind.Whole, _) when remark.Words.Contains("utbildning", StringComparison.Ordinal) => ("Utbildningen tas upp i rutinen, och inte här.", ReplyOutcome.NotChanged),
        _ => ("Kostnaderna tas upp i chefsgruppen i vår.", ReplyOutcome.NotChanged),
    };

    DateTimeOffset On(int days) => clock.Today().AddDays(days).At(new TimeOnly(9, 40));

    HeldMeetings.At At(int days) => new(On(days));

    async Task<Guid> PutUp(string name, string about, string text, Guid body, HeldMeetings.At then, Actor secretary, CancellationToken ct)
    {
        List<ProposedParty> parties = [.. (await services.GetRequiredService<AreaDirectory>().Organisations(ct)).Where(o => o.IsPrincipal).Select(o => new ProposedParty(o.Id, o.Name, IsOutside: false, null))];
        return await new DemoAgreements(services, then).PutUp(new(name, body, about, null, null, null, null, null, null, AgreementFacts.OrdinaryAnswerDays), text, isLocked: true, parties, secretary, ct);
    }

    /// <summary>Some principals, a body, and two outside.</summary>
    async Task<List<ProposedConsultee>> Asked(string[] principals, BodyInfo? body, CancellationToken ct)
    {
        var organisations = await services.GetRequiredService<AreaDirectory>().Organisations(ct);
        return
        [
            .. principals.Select(p => organisations.First(o => o.Name.StartsWith(p, StringComparison.Ordinal))).Select(o => new ProposedConsultee(o.Id, null, o.Name, null)),
            .. body is null ? Array.Empty<ProposedConsultee>() : [new ProposedConsultee(null, body.Id, body.Name, null)],
            new(null, null, Union, "remiss@omsorgsfacket.example"), new(null, null, Association, "kontakt@vagenvidare.example"),
        ];
    }

    static async Task<Guid> Of(DemoConsultations demo, Guid id, string name, Actor secretary, CancellationToken ct) =>
        (await demo.View(id, secretary, ct)).Consultees.First(c => c.Name.StartsWith(name, StringComparison.Ordinal)).Id;

    /// <summary>Those who answer for a principal.</summary>
    async Task<List<Actor>> People(string principal, CancellationToken ct)
    {
        var today = clock.Today();
        var organisation = (await services.GetRequiredService<AreaDirectory>().Organisations(ct)).First(o => o.Name.StartsWith(principal, StringComparison.Ordinal)).Id;
        var people = (await services.GetRequiredService<PlaceLists>().Functions(organisation, today, ct)).Where(f => f.Kind is FunctionKind.Registrar or FunctionKind.Coordinator).Select(f => f.Person).Distinct().Take(2).ToList();
        List<Actor> actors = [];
        foreach (var person in people)
            actors.Add((await services.GetRequiredService<Actors>().Find(person, today, ct))!);
        return actors;
    }
}
