using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Shared;

namespace Samverk.World;

/// <summary>Assignments of the World in every state, brought there by the verbs that people use.</summary>
sealed class HeldAssignments(IServiceProvider services, TimeProvider clock)
{
    const int Most = 200;

    public async Task Hold(CancellationToken ct)
    {
        var (plans, demo) = (services.GetRequiredService<PlansLists>(), services.GetRequiredService<DemoAssignments>());
        var today = clock.Today();
        // Those that a person has, due last: what is late stays late.
        var open = (await plans.Assignments(AssignmentView.Open, today, null, null, Most, ct)).Rows.Where(a => a is { AssigneePerson: not null, DueLast: not null }).Reverse().Take(4).ToList();
        if (open is not [var accepted, var reported, var forwarded, var withdrawn])
            return;
        var keeper = demo.At(new HeldMeetings.At(today.AddDays(-1).At(new TimeOnly(10, 20))));
        Refusal.Heed(await keeper.Accept(accepted.Id, await Owner(accepted, ct), ct));
        Refusal.Heed(await keeper.Report(reported.Id, "Arbetet är klart. Underlaget skickades till sekreteraren i måndags.", await Owner(reported, ct), ct));
        Refusal.Heed(await keeper.Forward(forwarded.Id, "Sekreteraren", "Det här ligger närmare dig.", await Owner(forwarded, ct), ct));
        var administrator = (await services.GetRequiredService<AreaSetup>().Administrator(ct))!.Value;
        Refusal.Heed(await keeper.Withdraw(withdrawn.Id, "Frågan är löst på annat sätt.", await Actor(administrator, ct), ct));
        await demo.LetNobodyBeTold(ct);
    }

    Task<Actor> Owner(AssignmentRow of, CancellationToken ct) => Actor(of.AssigneePerson!.Value, ct);

    async Task<Actor> Actor(Guid person, CancellationToken ct) => (await services.GetRequiredService<Actors>().Find(person, clock.Today(), ct))!;
}
