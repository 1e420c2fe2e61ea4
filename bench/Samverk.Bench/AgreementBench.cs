using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Agreements;
using Samverk.Agreements.Ledger;
using Samverk.Agreements.Texts;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Bench;

/// <summary>The adoption ledger: the matrix of all parties and agreements, and a decision that is written while many others read.</summary>
static class AgreementBench
{
    const int Readers = 50, Decisions = 40;

    public static async IAsyncEnumerable<Row> Run()
    {
        await using var area = await TemporaryArea.Create();
        Row? smaller = null;
        var made = 0;
        foreach (var agreements in new[] { 20, 200 })
        {
            await Make(area, made, agreements);
            made = agreements;
            yield return smaller = Row.Of("Matrix read", $"13 parties × {agreements} agreements", "cell", await Timing.Compare(() => area.In(Matrix), () => area.In(PlainRows)), 13 * agreements, smaller);
        }
        yield return await Decide(area);
    }

    static Task Make(TemporaryArea area, int from, int to) => area.In(async s =>
    {
        var (db, work, now) = (s.GetRequiredService<SamverkDb>(), s.GetRequiredService<Work>(), s.GetRequiredService<TimeProvider>().Now());
        var directory = s.GetRequiredService<AreaDirectory>();
        var (body, parties) = ((await directory.Bodies(default))[0], (await directory.Organisations(default)).Where(o => o.IsPrincipal).ToList());
        for (var i = from; i < to; i++)
        {
            var number = i;
            await work.Must(() =>
            {
                var agreement = db.Add(new Agreement(body, $"Överenskommelse nummer {number}", now, null)).Entity;
                agreement.Keep(new($"Överenskommelse nummer {number}", body.Id, null, null, null, null, null, null, null, 90), body, now, Guid.Empty, "Mätning");
                agreement.Bind([.. parties.Select(p => new ProposedParty(p.Id, p.Name, IsOutside: false, null))], EffectRule.Default, hasOpenRound: false, agreement.Edition, now, Guid.Empty);
                var text = db.Add(new AgreementText(agreement, 1, "Text", null, now, Guid.Empty)).Entity;
                text.Lock([1], now, Guid.Empty);
                var recommended = new Recommended(agreement.Id, 1, Ids.Next(), body.Id, body.Name, DateOnly.FromDateTime(now.Local()), "7", "");
                agreement.Recommend(recommended, now, null);
                var round = db.Add(new AdoptionRound(agreement, 1, text, recommended, DateOnly.FromDateTime(now.Local()).AddDays(90), now, null)).Entity;
                foreach (var party in parties)
                    round.Ask(party.Id, party.Name, now, null, null);
                agreement.OpenRound(round, parties.Count, now, null);
                return Task.CompletedTask;
            });
        }
    });

    static Task Matrix(IServiceProvider services) => services.GetRequiredService<MatrixLists>().Read(onlyAsking: true, default);

    // As many rows of as many columns, asked for in one question: the least that a matrix can be.
    static Task PlainRows(IServiceProvider services) => services.GetRequiredService<SamverkDb>().Set<Adoption>().IgnoreAutoIncludes()
        .Select(a => new { a.Id, a.Agreement, a.Organisation, a.State, a.DecidedOn, a.PlannedOn, a.OpenedOn, a.AnswerBy, a.RemindedOn }).ToListAsync();

    static async Task<Row> Decide(TemporaryArea area)
    {
        var waiting = new Queue<(Guid Adoption, Actor Registrar)>();
        await area.In(async s =>
        {
            var today = s.GetRequiredService<TimeProvider>().Today();
            var functions = (await s.GetRequiredService<PlaceLists>().ReachedFunctions(today, default)).Where(f => f.Kind == FunctionKind.Registrar).ToDictionary(f => f.Organisation!.Value, f => f.Person);
            foreach (var adoption in await s.GetRequiredService<SamverkDb>().Set<Adoption>().IgnoreAutoIncludes().OrderBy(a => a.Id).Select(a => new { a.Id, a.Organisation }).Take(Decisions).ToListAsync())
                waiting.Enqueue((adoption.Id, (await s.GetRequiredService<Actors>().Find(functions[adoption.Organisation], today, default))!));
        });
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(_ => Read(area, stop.Token)).ToList();
        List<TimeSpan> decided = [], floors = [];
        while (waiting.TryDequeue(out var next))
        {
            floors.Add(await Once(() => area.In(OneCommit)));
            decided.Add(await Once(() => area.In(async s => Refusal.Heed(await s.GetRequiredService<AdoptionKeeper>().Decide(next.Adoption,
                new(AdoptionState.Adopted, "Socialnämnden", s.GetRequiredService<TimeProvider>().Today(), "1", "SN 1", null), null, null, next.Registrar, default)))));
        }
        await stop.CancelAsync();
        await Task.WhenAll(readers);
        var (wait, floor) = (P95(decided), P95(floors));
        return new("Decision registered, p95", $"{Readers} others read the matrix", "registering", wait, floor, wait / floor, null);
    }

    static async Task Read(TemporaryArea area, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await area.In(Matrix);
            await Task.Yield();
        }
    }

    static async Task<TimeSpan> Once(Func<Task> act)
    {
        var since = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(since);
    }

    static TimeSpan P95(List<TimeSpan> times) => times.Order().ElementAt(times.Count * 95 / 100);

    // One row and one commit: the least that a saving can be.
    static Task OneCommit(IServiceProvider services) => services.GetRequiredService<Work>().Must(() =>
    {
        services.GetRequiredService<SamverkDb>().Add(new Mark($"bench-{Ids.Next():N}", ""));
        return Task.CompletedTask;
    });
}
