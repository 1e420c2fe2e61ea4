using System.Globalization;
using Samverk.Import.Files;

namespace Samverk.Bench.National;

/// <summary>
/// The whole country's size, over HTTP against the real server, with a bare static page as the floor in the same run.
/// <code>
/// dotnet run -c Release --project bench/Samverk.Bench -- national [--scale 0.1]... [--data FOLDER]
/// </code>
/// Without a scale 0.1 and 1 are measured, one after the other, so that growth shows. With a folder the databases are kept
/// and filled once. PostgreSQL is measured too when <see cref="PostgresServer"/> has one.
/// </summary>
static class NationalBench
{
    const int Starts = 3;

    public static async Task<int> Run(string[] args)
    {
        List<double> scales = [];
        string? kept = null;
        for (var i = 0; i + 1 < args.Length; i += 2)
            if (args[i] == "--data")
                kept = args[i + 1];
            else if (args[i] == "--scale" && double.TryParse(args[i + 1], CultureInfo.InvariantCulture, out var scale))
                scales.Add(scale);
        if (args.Length != (scales.Count * 2) + (kept is null ? 0 : 2))
        {
            await Console.Error.WriteLineAsync("national [--scale 0.1]... [--data FOLDER]");
            return 2;
        }
        using var folder = new TemporaryFolder();
        await Measure(scales.Count == 0 ? [0.1, 1] : scales, kept ?? folder.Path);
        return 0;
    }

    static async Task Measure(List<double> scales, string folder)
    {
        List<Measured> pages = [];
        List<Facts> facts = [];
        var server = PostgresServer.Given;
        foreach (var scale in scales.Order())
            foreach (var database in (BenchDatabase[])[BenchDatabase.Sqlite(folder, scale), .. server is null ? [] : new[] { await BenchDatabase.Postgres(server, folder, scale) }])
            {
                await Console.Error.WriteLineAsync($"{database.Name}, scale {scale} …");
                var filled = await database.Fill();
                var bytes = await database.Bytes();
                await using (var site = await BenchSite.Over(database.Place))
                await using (var floor = await Floor.Over(database.Place, site.Areas[0].Id))
                {
                    await foreach (var page in new Pages(site, floor, database).Run())
                    {
                        pages.Add(page);
                        await Console.Error.WriteLineAsync(NationalTable.Line(page, pages));
                    }
                    facts.Add(await Processes(database, site.Areas[0].Session, filled, bytes));
                }
                await Console.Error.WriteLineAsync(NationalTable.Line(facts[^1]));
            }
        Console.Write(NationalTable.Markdown(pages, facts));
    }

    static async Task<Facts> Processes(BenchDatabase database, string session, TimeSpan? filled, long bytes)
    {
        List<TimeSpan> starts = [];
        for (var i = 1; i < Starts; i++)
            await using (var started = await RunningProgram.Start(database.Place))
                starts.Add(started.Started);
        await using var program = await RunningProgram.Start(database.Place);
        starts.Add(program.Started);
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
        Asked export = new(new Uri(program.Address, "/beslut.csv"), session);
        // The first warms up all that an export needs, so that the second shows what an export itself holds.
        var (_, rows) = await Load.Whole(client, export with { Address = new Uri(program.Address, "/moten.csv") });
        var (warm, before) = (program.Memory(), program.HighestMemory());
        (var time, rows) = await Load.Whole(client, export);
        return new(database.Name, database.Scale, filled, bytes, starts.Order().ElementAt(starts.Count / 2), warm, program.HighestMemory() - before, rows - 1, time);
    }
}

/// <summary>What is measured once of a database.</summary>
/// <param name="Memory">Megabytes of the process when it has warmed up.</param>
/// <param name="ExportMemory">Megabytes more at the most while the export was read.</param>
sealed record Facts(string Database, double Scale, TimeSpan? Filled, long Bytes, TimeSpan Start, int Memory, int ExportMemory, long ExportRows, TimeSpan Export);
