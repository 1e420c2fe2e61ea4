using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Organisations.SigningIn;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Bench;

/// <summary>
/// A meeting under way: how soon sixty followers hear of what two writers save, and whether a meeting of many items and
/// seats opens as fast as a small one.
/// </summary>
static class MeetingBench
{
    const int Followers = 60, Writers = 2, Savings = 40, MostItems = 250;
    static readonly DateOnly Day = new(2027, 3, 1);

    public static async IAsyncEnumerable<Row> Run()
    {
        await using var area = await TemporaryArea.Create();
        Row? smaller = null;
        foreach (var (items, seats) in new[] { (10, 10), (150, 60) })
        {
            var meeting = await Make(area, items, seats);
            yield return smaller = Row.Of("Minute desk opened", $"{items} items, {seats} seats", "opening", await Timing.Compare(() => area.In(s => Open(s, meeting)), () => area.In(OneRow)), 1, smaller);
        }
        var many = await Make(area, MostItems, 10);
        var turn = 0;
        yield return Row.Of("All items put in another order", $"{MostItems} items", "renumbering", await Timing.Compare(() => area.In(s => Turn(s, many, turn++)), () => area.In(OneCommit)), 1, null);
        yield return await Follow(area, 1);
        if (PostgresServer.Given is not { } server)
            yield break;
        await using var shared = await TemporaryArea.Create(server);
        foreach (var nodes in new[] { 1, 2 })
            yield return await Follow(shared, nodes);
    }

    static async Task<Guid> Make(TemporaryArea area, int items, int seats)
    {
        var id = Guid.Empty;
        await area.In(async s =>
        {
            var (db, work, clock) = (s.GetRequiredService<SamverkDb>(), s.GetRequiredService<Work>(), s.GetRequiredService<TimeProvider>());
            var body = (await s.GetRequiredService<AreaDirectory>().Bodies(default))[0];
            await work.Must(() =>
            {
                var meeting = Meeting.Plan(body, Day.AddDays(items), new(9, 0), null, null, isAnnounced: false, clock.Now(), null);
                meeting.Open(clock.Now(), Ids.Next());
                db.Add(meeting);
                db.AddRange(Enumerable.Range(0, seats).Select(i => new Participant(meeting, i, new(null, $"Ledamot {i}", null, null, AttendanceRole.Member))));
                foreach (var item in Enumerable.Range(0, items).Select(i => new DraftItem(meeting, i, new($"Ärende {i}", ItemKind.Discussion, null, 5, null), clock.Now(), null)))
                {
                    db.Add(item);
                    db.AddRange(Enumerable.Range(0, 4).Select(n => new Note(item, n, new TextNote("Det som sades under punkten, med några meningar till så att det liknar ett protokoll."), clock.Now(), Guid.Empty)));
                }
                id = meeting.Id;
                return Task.CompletedTask;
            });
        });
        return id;
    }

    // What the page reads: the meeting, its items, the notes of one of them, and who is there.
    static async Task Open(IServiceProvider services, Guid meeting)
    {
        var (lists, actor) = (services.GetRequiredService<DeskLists>(), await Secretary(services));
        var view = (await lists.Meeting(meeting, actor, default))!;
        var items = await lists.Items(view, default);
        await lists.Notes(items[items.Count / 2].Id, default);
        await lists.Participants(meeting, default);
    }

    static async Task Turn(IServiceProvider services, Guid meeting, int turn)
    {
        var ids = await services.GetRequiredService<SamverkDb>().Set<DraftItem>().Where(i => i.Meeting == meeting).OrderBy(i => i.Position).Select(i => i.Id).ToListAsync();
        Refusal.Heed(await services.GetRequiredService<AgendaKeeper>().Order(meeting, [.. ids.Skip(1 + (turn % 3)), .. ids.Take(1 + (turn % 3))], await Secretary(services), default));
    }

    // On two nodes what the first one saves is followed on the other.
    static async Task<Row> Follow(TemporaryArea area, int nodes)
    {
        var meeting = await Make(area, 11, 12);
        await using var app = await Serve(area, 1);
        await using var other = nodes == 1 ? null : await Serve(area, 2);
        var site = (other ?? app).Urls.Single();
        var (areaId, secretary, item) = (Guid.Empty, (Actor?)null, Guid.Empty);
        await area.In(async s => (areaId, secretary, item) = (s.GetRequiredService<CurrentArea>().Id, await Secretary(s), await s.GetRequiredService<SamverkDb>().Set<DraftItem>().Where(i => i.Meeting == meeting).Select(i => i.Id).FirstAsync()));
        var (key, refusal) = await app.Services.GetRequiredService<OneArea>().Do(areaId, s => s.GetRequiredService<Sessions>().Open(secretary!.Person, SignInWay.Link, null, "Mätning", default));
        Refusal.Heed(refusal);
        using var stop = new CancellationTokenSource();
        var heard = new Heard();
        var following = new List<Task>();
        for (var i = 0; i < Followers; i++)
            following.Add(await Follower.Begin(site, meeting, key.Text, heard, stop.Token));
        List<TimeSpan> waits = [], floors = [];
        for (var i = 0; i < Savings; i++)
        {
            floors.Add(await Timing.Once(() => area.In(OneCommit)));
            var told = heard.All(Followers);
            var since = Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => TemporaryArea.InServer(app.Services, areaId, async s =>
                Refusal.Heed((await s.GetRequiredService<MinuteDesk>().AddNote(meeting, item, new TextNote($"Skrivet {i} av {w}"), secretary!, default)).Refusal))));
            await told;
            waits.Add(Stopwatch.GetElapsedTime(since));
        }
        await stop.CancelAsync();
        await app.StopAsync();
        if (other is not null)
            await other.StopAsync();
        var (wait, floor) = (P95(waits), P95(floors));
        var on = $"{(area.Place.DatabaseFile is null ? "PostgreSQL" : "SQLite")}, {(nodes == 1 ? "one node" : "two nodes")}";
        return new("Saved until every follower has heard, p95", $"{Followers} followers, {Writers} writers, {on}", "saving", wait, floor, wait / floor, null);
    }

    static async Task<WebApplication> Serve(TemporaryArea area, int node)
    {
        var place = area.Place;
        var app = Server.Build(["--urls", "http://127.0.0.1:0", "--SAMVERK_DEMO", "false", "--SAMVERK_DATA", node == 1 ? place.Folder : Path.Combine(place.Folder, $"node-{node}"),
            "--ConnectionStrings:Samverk", place.Connection, "--ConnectionStrings:SamverkOwner", place.Owner ?? "", "--Limits:PerMinute", "100000", "--Logging:LogLevel:Default", "Error"]);
        if (await Server.Prepare(app.Services, app.Configuration, app.Environment) is { } refusal)
            throw new InvalidOperationException(refusal);
        await app.StartAsync();
        return app;
    }

    static TimeSpan P95(List<TimeSpan> times) => times.Order().ElementAt(times.Count * 95 / 100);

    static async Task<Actor> Secretary(IServiceProvider services) =>
        (await services.GetRequiredService<Actors>().Find((await services.GetRequiredService<AreaSetup>().Administrator(default))!.Value, Day, default))!;

    static Task OneRow(IServiceProvider services) => services.GetRequiredService<SamverkDb>().Set<Meeting>().Select(m => m.Id).FirstAsync();

    // One row and one commit: the least that a saving can be.
    static Task OneCommit(IServiceProvider services) => services.GetRequiredService<Work>().Must(() =>
    {
        services.GetRequiredService<SamverkDb>().Add(new Mark($"bench-{Ids.Next():N}", ""));
        return Task.CompletedTask;
    });

    /// <summary>Counts who has heard since it was asked.</summary>
    sealed class Heard
    {
        readonly Lock locked = new();
        HashSet<int> who = [];
        TaskCompletionSource all = new();
        int wanted = int.MaxValue;

        public Task All(int followers)
        {
            lock (locked)
            {
                (who, wanted, all) = ([], followers, new(TaskCreationOptions.RunContinuationsAsynchronously));
                return all.Task;
            }
        }

        public void By(int follower)
        {
            lock (locked)
                if (who.Add(follower) && who.Count == wanted)
                    all.TrySetResult();
        }
    }

    /// <summary>A browser's event stream.</summary>
    static class Follower
    {
        static int number;

        public static async Task<Task> Begin(string site, Guid meeting, string key, Heard heard, CancellationToken ct)
        {
            var me = number++;
            var client = new HttpClient { BaseAddress = new Uri(site), Timeout = Timeout.InfiniteTimeSpan };
            client.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={key}");
            var answer = await client.GetAsync(new Uri($"{HeldPages.Follow(meeting)}/handelser", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, ct);
            answer.EnsureSuccessStatusCode();
            return Listen(client, answer, me, heard, ct);
        }

        static async Task Listen(HttpClient client, HttpResponseMessage answer, int me, Heard heard, CancellationToken ct)
        {
            using (client)
            using (answer)
            using (var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(ct)))
                try
                {
                    while (await lines.ReadLineAsync(ct) is { } line)
                        if (line.StartsWith("event: changed", StringComparison.Ordinal))
                            heard.By(me);
                }
                catch (OperationCanceledException)
                {
                    // The measuring is over.
                }
        }
    }
}
