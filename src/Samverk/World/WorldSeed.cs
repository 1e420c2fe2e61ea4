using System.Text;
using Microsoft.EntityFrameworkCore;
using Samverk.Import;
using Samverk.Meetings;
using Samverk.Meetings.Publishing;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Search;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.World;

/// <summary>
/// Fills an empty database with the World: Region Bergslunda, its twelve municipalities, its bodies and people, and
/// three years of minutes that are read by the real reader and confirmed. Marks the database as demo for life.
/// </summary>
public sealed class WorldSeed(IServiceScopeFactory scopes, TimeProvider clock)
{
    const string Prefix = "Samverk.World.Documents.", Unconfirmed = "att_granska.";

    /// <returns>False when the database already held an area: nothing was done.</returns>
    public async Task<bool> Fill(CancellationToken ct)
    {
        var world = WorldFile.Open();
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var setup = services.GetRequiredService<AreaSetup>();
        var db = services.GetRequiredService<SamverkDb>();
        // A killed start leaves the mark and perhaps the area: then the rest is filled in, nothing twice.
        var areas = await setup.List(ct);
        if (areas.Count > 0 && (!await setup.IsDemo(ct) || await Filled(db, ct)))
            return false;
        if (areas.Count == 0)
        {
            if (!await setup.IsDemo(ct))
            {
                db.Add(new Mark(Mark.Demo, "påbörjad"));
                await db.SaveChangesAsync(ct);
            }
            var (_, refusal) = await setup.Create(world.Plan(), ct);
            Refusal.Heed(refusal);
        }
        else
            services.GetRequiredService<CurrentArea>().Enter(areas[0].Id);
        await Meet(services, world, ct);
        await services.GetRequiredService<SearchIndex>().Rebuild(null, ct);
        await db.Set<Mark>().Where(m => m.Name == Mark.Demo).ExecuteUpdateAsync(set => set.SetProperty(m => m.Value, "färdig"), ct);
        return true;
    }

    static Task<bool> Filled(SamverkDb db, CancellationToken ct) => db.Set<Mark>().AnyAsync(m => m.Name == Mark.Demo && m.Value == "färdig", ct);

    async Task Meet(IServiceProvider services, WorldFile world, CancellationToken ct)
    {
        var directory = services.GetRequiredService<AreaDirectory>();
        var archive = services.GetRequiredService<ArchiveImport>();
        await archive.Run("Protokoll 2024–2026", Files(confirmed: true), confirmCertain: true, confirmAll: true, ct);
        await archive.Run("Att granska", Files(confirmed: false), confirmCertain: false, confirmAll: false, ct);
        await Report(services, world, ct);
        await Publish(services, world, ct);
        var meetings = services.GetRequiredService<MeetingsRecord>();
        var bodies = (await directory.Bodies(ct)).ToDictionary(b => b.Code);
        await services.GetRequiredService<Work>().Must(async () =>
        {
            foreach (var coming in world.Coming)
                await meetings.PlanUnlessKnown(bodies[coming.Body], coming.Date, coming.Start, coming.End, coming.Place, clock.Now(), null, ct);
        }, ct);
        var held = new HeldMeetings(services, clock);
        await held.Hold(ct);
        await new HeldAgreements(services, clock).Keep(held, ct);
        await new HeldConsultations(services, clock).Hold(held, ct);
        await new HeldDisputes(services, clock).Hold(held, ct);
        await new HeldAssignments(services, clock).Hold(ct);
        await new HeldEvaluations(services, clock).Hold(ct);
    }

    // What the World says was done; else three years of tasks would all stand open.
    static async Task Report(IServiceProvider services, WorldFile world, CancellationToken ct)
    {
        var directory = services.GetRequiredService<AreaDirectory>();
        var meetings = services.GetRequiredService<MeetingsRecord>();
        var plans = services.GetRequiredService<PlansRecord>();
        var bodies = (await directory.Bodies(ct)).ToDictionary(b => b.Code);
        await services.GetRequiredService<Work>().Must(async () =>
        {
            foreach (var ofBody in world.Reported.GroupBy(r => r.Body))
            {
                var days = await meetings.RecordedDays(bodies[ofBody.Key].Id, ct);
                foreach (var reported in ofBody.Where(r => days.ContainsKey(r.MeetingOn)).OrderBy(r => r.On))
                {
                    var at = new DateTimeOffset(reported.On.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
                    var actor = await Administrator(services, world, reported.On, ct);
                    await plans.Report(days[reported.MeetingOn], reported.Text, actor, "Redovisat vid mötet.", at, ct);
                }
            }
        }, ct);
    }

    // The council's minutes are public, and every second of the others'; what is proposed to be hidden is.
    static async Task Publish(IServiceProvider services, WorldFile world, CancellationToken ct)
    {
        var publisher = services.GetRequiredService<Publisher>();
        var actor = await Administrator(services, world, services.GetRequiredService<TimeProvider>().Today(), ct);
        var council = (await services.GetRequiredService<AreaDirectory>().Bodies(ct)).Single(b => b.Code == "SR").Id;
        var internals = (await publisher.Unpublished(actor, null, 1, int.MaxValue, ct)).Rows;
        var chosen = internals.GroupBy(m => m.Body).SelectMany(ofBody => ofBody.OrderByDescending(m => m.On).Where((_, i) => ofBody.Key == council || i % 2 == 1)).Select(m => m.Meeting);
        foreach (var some in chosen.Chunk(Publisher.Most))
        {
            var choices = (await publisher.Propose(some, actor, ct)).Select(p => new MaskChoices(p.Meeting, p.Fingerprint, [.. p.Found.Select(f => (bool?)f.IsProposed)]));
            Refusal.Heed(await publisher.Publish([.. choices], actor, ct));
        }
    }

    static async Task<Actor> Administrator(IServiceProvider services, WorldFile world, DateOnly on, CancellationToken ct)
    {
        var name = world.People.First(p => p.Functions?.Exists(f => f is { Function: FunctionKind.Administrator, Organisation: null }) == true).Name;
        var person = (await services.GetRequiredService<AreaDirectory>().People(ct)).First(p => p.Name == name).Id;
        return (await services.GetRequiredService<Actors>().Find(person, on, ct))!;
    }

    static IEnumerable<HandedOver> Files(bool confirmed) =>
        from name in typeof(WorldSeed).Assembly.GetManifestResourceNames()
        where name.StartsWith(Prefix, StringComparison.Ordinal)
        let file = name[Prefix.Length..]
        where file.StartsWith(Unconfirmed, StringComparison.Ordinal) != confirmed
        let plain = confirmed ? file : file[Unconfirmed.Length..]
        orderby Day(plain), plain
        select new HandedOver(plain, Bytes(name));

    // 'sr-2026-09-11.txt' by its day, so that decisions are numbered in the order they were taken.
    static string Day(string file) => file.Length > 14 ? file[^14..^4] : file;

    static byte[] Bytes(string name)
    {
        using var stream = typeof(WorldSeed).Assembly.GetManifestResourceStream(name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
