using Samverk.Organisations;
using Samverk.Organisations.Protection;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk;

/// <summary>
/// Once a day, while the server runs: writes a checkpoint to <c>checkpoints/</c> in the data folder, for the operator to
/// carry out of the system, and removes what has been kept for as long as its rule says. The database learns how large it is.
/// </summary>
sealed class DailyProof(EveryArea areas, CheckpointWriter checkpoints, Statistics statistics, Readiness readiness, TimeProvider clock, ILogger<DailyProof> log) : BackgroundService
{
    static readonly TimeSpan Between = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.Reached.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Between, clock);
        do
        {
            try
            {
                await Do(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(e, "The day's checkpoint could not be made; trying again in an hour");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>What the day wants; nothing when it is done already.</summary>
    public async Task Do(CancellationToken ct)
    {
        await statistics.Renew(ct);
        await checkpoints.WriteOfToday(ct);
        await areas.Ask(async (services, _) =>
        {
            await services.GetRequiredService<Retention>().ApplyOfToday(ct);
            return true;
        }, ct);
    }
}

/// <summary>Makes checkpoints of all areas and writes them.</summary>
sealed class CheckpointWriter(EveryArea areas, DataPlace place, IConfiguration configuration, TimeProvider clock)
{
    public string Folder => Path.Combine(place.Folder, "checkpoints");

    public async Task<Checkpoint> Make(CancellationToken ct)
    {
        var at = clock.Now();
        var marks = await areas.Ask((services, _) => CheckpointMark.Now(services.GetRequiredService<SamverkDb>(), at, ct), ct);
        using var key = CheckpointKey.Open(place, configuration);
        return Checkpoint.Sign(at, [.. marks.OfType<CheckpointMark>()], key);
    }

    /// <summary>Writes the day's, unless it is there.</summary>
    public async Task WriteOfToday(CancellationToken ct)
    {
        var file = Path.Combine(Folder, $"{clock.Today().Iso()}.json");
        if (File.Exists(file))
            return;
        var checkpoint = await Make(ct);
        if (checkpoint.Marks.Count == 0)
            return;
        Directory.CreateDirectory(Folder);
        await Write(checkpoint, file, ct);
    }

    /// <returns>False when the file is there already: an older checkpoint is never written over.</returns>
    public static async Task<bool> Write(Checkpoint checkpoint, string file, CancellationToken ct)
    {
        var unfinished = $"{file}.{Ids.Next():N}";
        try
        {
            await File.WriteAllTextAsync(unfinished, checkpoint.ToJson(), ct);
            File.Move(unfinished, file, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(file))
        {
            return false;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
