using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Samverk.Mail;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Dispatching;

/// <summary>A dispatch of the World, half done: sent by the verb that people use; some have registered it, one has only received it, one could not be reached.</summary>
public sealed class DemoDispatch(IServiceProvider services)
{
    /// <param name="then">The clock of the story: it is sent at once and answered within the days after.</param>
    public async Task Send(Guid meeting, Actor secretary, TimeProvider then, CancellationToken ct)
    {
        var (db, work, directory) = (services.GetRequiredService<SamverkDb>(), services.GetRequiredService<Work>(), services.GetRequiredService<AreaDirectory>());
        var post = new Post(db, services.GetRequiredService<MailSettings>(), services.GetRequiredService<IDataProtectionProvider>(), then);
        var roads = services.GetRequiredService<DispatchRoads>();
        var dispatcher = new MinutesDispatcher(db, work, post, directory, roads, services.GetRequiredService<DispatchFiles>(), then);
        var desk = await services.GetRequiredService<DispatchLists>().Desk(meeting, secretary, ct);
        var to = desk!.Receivers.Where(r => r is { Mail: not null, IsConcerned: true }).Select(r => r.Organisation).ToList();
        if (to.Count == 0)
            return;
        Refusal.Heed(await dispatcher.Send(meeting, to, "http://127.0.0.1", secretary, ct));
        var sent = await db.Set<Dispatch>().Where(d => d.Meeting == meeting).OrderBy(d => d.Running).Select(d => d.Id).ToListAsync(ct);
        var registrars = (await services.GetRequiredService<PlaceLists>().ReachedFunctions(then.Today(), ct)).Where(f => f.Kind == FunctionKind.Registrar).ToLookup(f => f.Organisation);
        await work.Must(async () =>
        {
            await post.LetBeSent(MinutesDispatcher.LetterKind, ct);
            await db.Set<OutboxRow>().Where(r => r.Kind == MinutesDispatcher.FollowKind && sent.Contains(r.About)).ExecuteDeleteAsync(ct);
            foreach (var (dispatch, i) in (await db.Set<Dispatch>().AsTracking().Where(d => d.Meeting == meeting).OrderBy(d => d.Running).ToListAsync(ct)).Select((d, i) => (d, i)))
                Become(dispatch, i, registrars[dispatch.Organisation].FirstOrDefault(), then.Now());
        }, ct);
    }

    static void Become(Dispatch dispatch, int i, FunctionRow? registrar, DateTimeOffset at)
    {
        if (i % 6 == 4)
        {
            dispatch.Fail("Mejlservern tog inte emot brevet: brevlådan är full.", at.AddHours(1));
            return;
        }
        dispatch.Leave(at.AddMinutes(1));
        if (registrar is not null && i % 6 is (0 or 1 or 3))
            dispatch.Register($"{(dispatch.OrganisationName.StartsWith("Region", StringComparison.Ordinal) ? "RS" : "KS")} {at.Year}/{310 + (17 * i)}", at.AddHours(23 + (i % 5)), registrar.Person, registrar.Name);
        else if (registrar is not null && i % 6 == 2)
            dispatch.Receive(at.AddHours(1 + (i % 5)), registrar.Person, registrar.Name);
    }
}
