using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Search;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.National;

/// <summary>
/// Fills an empty database with the whole country's size: every region and municipality of the official register, with
/// ten years of invented collaboration. To measure with, and so marked as a demo for life; never a record.
/// </summary>
public sealed class NationalSeed(IServiceScopeFactory scopes, Statistics statistics)
{
    /// <summary>The mark that tells such a database from the World's: its value is the scale.</summary>
    public const string Mark = "national";

    const double MeetingsInAll = 100_000;
    const ulong Seed = 20_260_421;

    /// <param name="scale">1 is the whole size; 0.1 has a tenth of the meetings.</param>
    /// <param name="progress">Told what is being done, now and then.</param>
    /// <returns>Why it can't be done; null when it was.</returns>
    public async Task<Refusal?> Fill(double scale, Action<string> progress, CancellationToken ct)
    {
        List<(Guid Id, string Name)> areas;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var setup = scope.ServiceProvider.GetRequiredService<AreaSetup>();
            if ((await setup.List(ct)).Count > 0 || await setup.IsDemo(ct))
                return new("not-empty", "Databasen är inte tom. Nationella mätdata läggs bara i en tom databas.");
            areas = await Load(scope.ServiceProvider.GetRequiredService<SamverkDb>(), scale, progress, ct);
        }
        foreach (var (id, name) in areas)
            await Index(id, name, progress, ct);
        await statistics.Renew(ct);
        return null;
    }

    static async Task<List<(Guid Id, string Name)>> Load(SamverkDb db, double scale, Action<string> progress, CancellationToken ct)
    {
        var regions = OfficialRegister.Regions;
        var calendar = new Calendar((int)Math.Max(1, Math.Round(MeetingsInAll * scale / regions.Count)));
        await using var load = await BulkLoad.Begin(db, calendar.From.Begins(), Seed, ct);
        List<Collaboration> areas = [.. regions.Select((region, i) => new Collaboration(region, calendar, Seed + (ulong)i))];
        foreach (var area in areas)
        {
            await load.Add(area.Rows, ct);
            await load.Tell(load.IdOf(area.Id), new AreaCreated(load.IdOf(area.Id), area.Name, calendar.From.Begins(), null), ct);
        }
        await Meet(areas, calendar, load, progress, ct);
        await load.Add([new Storage.Mark(Storage.Mark.Demo, "färdig"), new Storage.Mark(Mark, scale.ToString(System.Globalization.CultureInfo.InvariantCulture))], ct);
        progress($"{SwedishText.Figure(load.Rows)} rader inlagda. Index skapas …");
        await load.Finish(ct);
        return areas.ConvertAll(a => (load.IdOf(a.Id), a.Name));
    }

    // By the search's own writer: samverk index goes on with the areas that are left when this is stopped.
    async Task Index(Guid area, string name, Action<string> progress, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentArea>().Enter(area);
        await scope.ServiceProvider.GetRequiredService<SearchIndex>().Rebuild(null, ct);
        progress($"Sökningen är gjord i {name}.");
    }

    // All areas go on side by side, as they would have: their rows lie among each other's.
    static async Task Meet(List<Collaboration> areas, Calendar calendar, BulkLoad load, Action<string> progress, CancellationToken ct)
    {
        const int steps = 20;
        for (var number = 0; number < calendar.Meetings; number++)
        {
            foreach (var area in areas)
                await load.Add(area.Meet(number), ct);
            if ((number + 1) * steps / calendar.Meetings > number * steps / calendar.Meetings)
                progress($"{(number + 1) * 100 / calendar.Meetings} %, {SwedishText.Figure(load.Rows)} rader");
        }
    }
}
