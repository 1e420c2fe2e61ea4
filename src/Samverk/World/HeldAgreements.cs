using Samverk.Agreements;
using Samverk.Agreements.Ledger;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.World;

/// <summary>
/// The World's agreements that are kept here: a round half done, one in force, one that a municipality has declined, one
/// in preparation, and a recommendation from outside that every principal decides about for itself. The council's meeting that recommends them is held with Samverk, and every party's registrar answers by
/// the verb that people use.
/// </summary>
sealed class HeldAgreements(IServiceProvider services, TimeProvider clock)
{
    /// <summary>The council met so many days ago.</summary>
    public const int Met = -62;

    /// <param name="Planned">When it said so, and the day it said, in days after the meeting.</param>
    /// <param name="Answers">By municipality or region; days after the meeting, and what it decided. Who isn't named waits.</param>
    sealed record Kept(string Name, string About, string Basis, string Text, (string Party, int Days, AdoptionState Outcome, string Committee, string? Why)[] Answers, (string Party, int Said, int Days, string Committee)[] Planned);

    static readonly string[] Municipalities = ["Askvik", "Björkfors", "Dalsjö", "Ekhamra", "Forsnäs", "Granåker", "Kvarnberga", "Lindåsa", "Stenvalla", "Tallmora", "Åsmyra", "Örnsta"];
    static readonly string[] Committees = ["Socialnämnden", "Vård- och omsorgsnämnden", "Kommunstyrelsen", "Omsorgsnämnden"];

    static readonly Kept InPreparation = new("Överenskommelse om ungdomsmottagning på nätet", "Gemensam digital mottagning för unga.", "Reglemente för samverkan", "# Syfte\nUnga i hela länet når samma mottagning på nätet.", [], []);

    static readonly Kept[] All =
    [
        new("Överenskommelse om samverkan vid utskrivning", "Vem som gör vad när någon lämnar slutenvården.", "Lag (2017:612) om samverkan vid utskrivning",
            """
            # Syfte
            Den som lämnar slutenvården ska komma hem tryggt och få den vård och omsorg som behövs från första dagen.

            # Ansvar
            - Slutenvården skickar inskrivningsmeddelande senast 24 timmar efter inskrivningen.
            - Vårdcentralen utser en fast vårdkontakt inom tre dagar.
            - Kommunen planerar insatserna så att de finns på plats när personen är utskrivningsklar.

            # Betalning
            Kommunen betalar från den fjärde dagen efter att slutenvården har meddelat att personen är utskrivningsklar.

            # Uppföljning
            Chefsgruppen följer upp varje halvår.
            """,
            [("Region Bergslunda", 27, AdoptionState.Adopted, "Regionfullmäktige", null), ("Askvik", 21, AdoptionState.Adopted, "Socialnämnden", null), ("Björkfors", 35, AdoptionState.Adopted, "Vård- och omsorgsnämnden", null),
                ("Ekhamra", 41, AdoptionState.Adopted, "Kommunstyrelsen", null), ("Forsnäs", 28, AdoptionState.Adopted, "Omsorgsnämnden", null), ("Kvarnberga", 49, AdoptionState.ReferredBack, "Socialnämnden", "Vill se kostnad för korttidsplatser."),
                ("Lindåsa", 55, AdoptionState.Adopted, "Socialnämnden", null), ("Stenvalla", 47, AdoptionState.AdoptedWithCondition, "Kommunstyrelsen", "Kostnaden ses över efter ett år."), ("Örnsta", 36, AdoptionState.Adopted, "Omsorgsnämnden", null)],
            [("Dalsjö", 40, 70, "Socialnämnden"), ("Tallmora", 15, 48, "Kommunstyrelsen")]),
        new("Överenskommelse om hemsjukvård och hjälpmedel", "Gräns mellan regionens och kommunernas ansvar i hemmet.", "5 kap. hälso- och sjukvårdslagen",
            "# Syfte\nDen som behöver vård hemma ska få den utan att behöva veta vem som ansvarar.\n\n# Ansvar\n- Regionen ansvarar för läkarinsatser.\n- Kommunen ansvarar för hemsjukvård upp till sjuksköterska.\n- Hjälpmedel förskrivs av den som gör bedömningen.",
            [("Region Bergslunda", 20, AdoptionState.Adopted, "Regionfullmäktige", null), .. Municipalities.Select((m, i) => (m, 14 + (3 * i), AdoptionState.Adopted, Committees[i % Committees.Length], (string?)null))], []),
        new("Överenskommelse om gemensam familjerådgivning", "En mottagning för hela länet.", "3 kap. socialtjänstlagen (2025:400)",
            "# Syfte\nLänets invånare ska få familjerådgivning inom fyra veckor.\n\n# Ansvar\n- Stenvalla är värd för mottagningen.\n- Kostnaden delas efter antal invånare.",
            [("Region Bergslunda", 20, AdoptionState.Adopted, "Regionstyrelsen", null), .. Municipalities.Select((m, i) => (m, 16 + (2 * i), m == "Tallmora" ? AdoptionState.Declined : AdoptionState.Adopted, Committees[(i + 1) % Committees.Length], m == "Tallmora" ? "Har en egen mottagning." : (string?)null))], []),
    ];

    static readonly Kept Asked = new("Rekommendation om gemensam nationell brukarundersökning", "", "", "Huvudmannen beslutar att delta i den nationella brukarundersökningen under 2027–2029 och att dela sina resultat öppet.",
        [("Region Bergslunda", 44, AdoptionState.Adopted, "Regionstyrelsen", null), ("Askvik", 30, AdoptionState.Adopted, "Socialnämnden", null), ("Forsnäs", 38, AdoptionState.Declined, "Omsorgsnämnden", "Har en egen undersökning till 2028."), ("Örnsta", 51, AdoptionState.Adopted, "Omsorgsnämnden", null)], []);

    public async Task Keep(HeldMeetings meetings, CancellationToken ct)
    {
        var (directory, on) = (services.GetRequiredService<AreaDirectory>(), clock.Today().AddDays(Met));
        var bodies = (await directory.Bodies(ct)).ToDictionary(b => b.Code);
        List<ProposedParty> parties = [.. (await directory.Organisations(ct)).Where(o => o.IsPrincipal).Select(o => new ProposedParty(o.Id, o.Name, IsOutside: false, null))];
        var then = new HeldMeetings.At(on.AddDays(-20).At(new TimeOnly(10, 0)));
        var (secretary, demo) = (await meetings.Secretary(bodies["SR"], on, ct), new DemoAgreements(services, then));
        AgreementFacts Facts(Kept k) => new(k.Name, bodies["CG"].Id, k.About, k.Basis, null, null, null, null, null, AgreementFacts.OrdinaryAnswerDays);
        List<(Kept Kept, Guid Id)> kept = [];
        foreach (var k in All)
            kept.Add((k, await demo.PutUp(Facts(k), k.Text, isLocked: true, parties, secretary, ct)));
        await demo.PutUp(Facts(InPreparation), InPreparation.Text, isLocked: false, parties, secretary, ct);
        var texts = (await services.GetRequiredService<Recommendables>().All(ct)).ToDictionary(t => t.Agreement);
        await meetings.Hold(new("SR", Met, HeldMeetings.Until.Published, "Regionhuset, Stenvalla",
            [.. kept.Select(k => new HeldMeetings.Matter(k.Kept.Name, ItemKind.Decision, null, new RecommendationNote(k.Kept.Name, null, k.Id, 1, texts[k.Id].Seal)))]), bodies["SR"], ct);
        then.Now = on.AddDays(10).At(new TimeOnly(9, 30));
        kept.Add((Asked, await demo.Ask(new(Asked.Name, bodies["CG"].Id, Asked.Text, "Rådet för välfärdsuppföljning", on.AddDays(4), on.AddDays(100), "uppfoljning@valfardsradet.example"), parties, secretary, ct)));
        foreach (var (k, id) in kept)
            await Answer(k, id, on, secretary, demo, then, ct);
    }

    async Task Answer(Kept k, Guid id, DateOnly met, Actor secretary, DemoAgreements demo, HeldMeetings.At then, CancellationToken ct)
    {
        var registrars = (await services.GetRequiredService<PlaceLists>().ReachedFunctions(met, ct)).Where(f => f.Kind == FunctionKind.Registrar).ToDictionary(f => f.OrganisationName!);
        var ledger = (await services.GetRequiredService<AgreementViews>().One(id, secretary, ct))!.Ledger;
        AdoptionRow Of(string party) => ledger.First(a => a.OrganisationName.StartsWith(party, StringComparison.Ordinal));
        async Task<Actor> Registrar(string party) => (await services.GetRequiredService<Actors>().Find(registrars[Of(party).OrganisationName].Person, met, ct))!;
        List<(int Day, Func<Task> Act)> story =
        [
            .. k.Planned.Select(p => (p.Said, (Func<Task>)(async () => await demo.Plan(Of(p.Party).Id, met.AddDays(p.Days), p.Committee, await Registrar(p.Party), ct)))),
            .. k.Answers.Select(a => (a.Days + 1, (Func<Task>)(async () => await demo.Decide(Of(a.Party).Id, Decision(a.Outcome, a.Committee, met.AddDays(a.Days), a.Days, a.Why), await Registrar(a.Party), ct)))),
            .. k.Planned.Length > 0 ? [(12, () => demo.Send(id, secretary, ct)), (48, () => demo.Remind(id, secretary, ct))] : Array.Empty<(int, Func<Task>)>(),
        ];
        foreach (var (day, act) in story.OrderBy(s => s.Day))
        {
            then.Now = met.AddDays(day).At(new TimeOnly(9, 12));
            await act();
        }
    }

    static PartyDecision Decision(AdoptionState outcome, string committee, DateOnly on, int days, string? why) =>
        new(outcome, committee, on, $"{40 + (days * 2)}", $"{committee[0]}{(committee.EndsWith("styrelsen", StringComparison.Ordinal) ? "S" : "N")} {on.Year}-{180 + (days * 7)}", why);
}
