using Samverk.Agreements;
using Samverk.Agreements.Disputes;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.World;

/// <summary>
/// The World's disputes, both about the agreement that is in force: one that has come to the second step, where the region
/// has sent its position and Lindåsa has not, and one that was settled by the units themselves.
/// </summary>
sealed class HeldDisputes(IServiceProvider services, TimeProvider clock)
{
    const string Agreement = "Överenskommelse om hemsjukvård och hjälpmedel";

    public async Task Hold(HeldMeetings meetings, CancellationToken ct)
    {
        var directory = services.GetRequiredService<AreaDirectory>();
        var bodies = (await directory.Bodies(ct)).ToDictionary(b => b.Code);
        var organisations = (await directory.Organisations(ct)).Where(o => o.IsPrincipal).ToList();
        Guid Of(string name) => organisations.First(o => o.Name.StartsWith(name, StringComparison.Ordinal)).Id;
        var then = new HeldMeetings.At(On(-13));
        var (demo, secretary) = (new DemoDisputes(services, then), await meetings.Secretary(bodies["SR"], clock.Today(), ct));
        var agreement = (await services.GetRequiredService<Recommendables>().All(ct)).First(t => t.Name == Agreement).Agreement;
        await demo.SetLadder(agreement, [new(null, "Enhetscheferna hos parterna", 7), new(bodies["CG"].Id, "", 21), new(bodies["SR"].Id, "", 60)], secretary, ct);

        var (region, lindasa, forsnas) = (Of("Region Bergslunda"), Of("Lindåsa"), Of("Forsnäs"));
        then.Now = On(-12);
        var settled = await demo.Raise(agreement, new(forsnas, "Upphämtning av madrasser", "Forsnäs menar att regionen hämtar tryckavlastande madrasser som inte längre används. Regionen menar att de lämnas in.",
            "Enhetscheferna har talats vid två gånger i höst.", [forsnas, region]), await Registrar(forsnas, ct), ct);
        then.Now = On(-11);
        await demo.State(settled, forsnas, "Den som har satt ut madrassen hämtar den. Hemtjänsten har varken bil eller lokal för det.", await Registrar(forsnas, ct), ct);
        var running = await demo.Raise(agreement, new(lindasa, "Förbandsmaterial vid svårläkta sår", "Lindåsa menar att regionen står för förband som läkaren har ordinerat. Regionen menar att de ingår i kommunens hemsjukvård.",
            "Enhetscheferna och medicinskt ansvarig sjuksköterska möttes i oktober, utan att enas.", [lindasa, region]), await Registrar(lindasa, ct), ct);
        then.Now = On(-9);
        await demo.State(settled, region, "Vi hämtar gärna, om det samlas till en dag i veckan.", await Registrar(region, ct), ct);
        await demo.State(running, lindasa, "Förband som ordineras för ett visst sår är behandling, och följer läkaren.", await Registrar(lindasa, ct), ct);
        then.Now = On(-7);
        await demo.Act(settled, new(DisputeActKind.Settled, clock.Today().AddDays(-7), "Regionen hämtar madrasser varje torsdag. Kommunen samlar dem på förrådet."), secretary, ct);
        then.Now = On(-3);
        await demo.Tell(running, ct);
        await demo.Act(running, new(DisputeActKind.SentUp, null, null), await Registrar(lindasa, ct), ct);
        then.Now = On(-1);
        await demo.State(running, region, "Förband till ett känt sår är förbrukningsmaterial. Så har det räknats i alla kommuner.", await Registrar(region, ct), ct);
    }

    DateTimeOffset On(int days) => clock.Today().AddDays(days).At(new TimeOnly(10, 20));

    async Task<Actor> Registrar(Guid organisation, CancellationToken ct)
    {
        var today = clock.Today();
        var person = (await services.GetRequiredService<PlaceLists>().Functions(organisation, today, ct)).First(f => f.Kind == FunctionKind.Registrar).Person;
        return (await services.GetRequiredService<Actors>().Find(person, today, ct))!;
    }
}
