using Samverk.Meetings.Evaluating;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.World;

/// <summary>The World's evaluations: one that was answered and closed a year ago, and one that is open now.</summary>
sealed class HeldEvaluations(IServiceProvider services, TimeProvider clock)
{
    const string Address = "http://127.0.0.1";

    static readonly (int[] Ratings, string? Text)[] Replies =
    [
        ([4, 3, 4, 5, 2], "Besluten är tydliga, men vi hör sällan hur det gick."),
        ([3, 2, 5, 4, 3], null),
        ([4, 4, 3, 4, 2], "Skicka handlingarna tidigare inför decembermötet."),
        ([5, 3, 4, 4, 3], null),
        ([3, 2, 4, 3, 2], "De mindre kommunerna behöver mer tid på dagordningen."),
        ([4, 3, 5, 5, 3], null),
    ];

    public async Task Hold(CancellationToken ct)
    {
        var bodies = (await services.GetRequiredService<AreaDirectory>().Bodies(ct)).ToDictionary(b => b.Code);
        await Closed(bodies["CG"].Id, ct);
        var secretary = await Secretary(bodies["SR"].Id, clock.Today(), ct);
        Refusal.Heed(await services.GetRequiredService<Evaluator>().Open(bodies["SR"].Id, clock.Today().AddDays(16), ["Rådet tar upp rätt frågor."], Address, secretary, ct));
        await services.GetRequiredService<DemoEvaluation>().LetBeSent(clock.Now(), ct);
    }

    async Task Closed(Guid body, CancellationToken ct)
    {
        var day = clock.Today().AddYears(-1);
        var then = new HeldMeetings.At(day.At(new TimeOnly(9, 15)));
        var evaluator = services.GetRequiredService<DemoEvaluation>().At(then);
        var secretary = await Secretary(body, day, ct);
        Refusal.Heed(await evaluator.Open(body, day.AddDays(20), [], Address, secretary, ct));
        var members = (await services.GetRequiredService<BodyMembers>().Members(body, day, ct)).Where(m => m.Role == MembershipRole.Member).Take(Replies.Length);
        foreach (var (member, (ratings, text)) in members.Zip(Replies))
        {
            var actor = (await services.GetRequiredService<Actors>().Find(member.Person, day, ct))!;
            Refusal.Heed(await evaluator.Answer(body, new(EvaluationQuestions.Standing.Zip(ratings).ToDictionary(q => q.First.Key, q => (int?)q.Second), text), actor, ct));
        }
        then.Now = day.AddDays(18).At(new TimeOnly(13, 0));
        Refusal.Heed(await evaluator.Close(body, secretary, ct));
    }

    async Task<Actor> Secretary(Guid body, DateOnly on, CancellationToken ct)
    {
        var secretary = (await services.GetRequiredService<BodyMembers>().Standings(body, on, ct)).First(s => s.Kind == StandingKind.Secretary);
        return (await services.GetRequiredService<Actors>().Find(secretary.Person, on, ct))!;
    }
}
