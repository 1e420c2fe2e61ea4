using System.Diagnostics;

namespace Samverk.Bench;

/// <summary>Medians of a piece of work and of its floor, and the median of their ratios.</summary>
sealed record Compared(TimeSpan Work, TimeSpan Floor, double Ratio);

/// <summary>Measures in turns, floor and work, so that whatever else the machine does strikes both alike.</summary>
static class Timing
{
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2), Sampled = TimeSpan.FromMilliseconds(40), Enough = TimeSpan.FromSeconds(25);
    const int Rounds = 15, Fewest = 3;

    public static Task<Compared> Compare(Action work, Action floor) => Compare(Later(work), Later(floor));

    public static async Task<Compared> Compare(Func<Task> work, Func<Task> floor)
    {
        var (workTimes, floorTimes) = (await Times(work), await Times(floor));
        var rounds = new List<(TimeSpan Work, TimeSpan Floor)>();
        var since = Stopwatch.GetTimestamp();
        while (rounds.Count < Rounds && (rounds.Count < Fewest || Stopwatch.GetElapsedTime(since) < Enough))
            rounds.Add((await Sample(work, workTimes), await Sample(floor, floorTimes)));
        return Of(rounds);
    }

    /// <summary>Once through each, for what can't be repeated on the same data: <paramref name="round"/> makes the data anew.</summary>
    public static async Task<Compared> Rerun(int rounds, Func<Task<(TimeSpan Work, TimeSpan Floor)>> round)
    {
        var all = new List<(TimeSpan, TimeSpan)>();
        for (var i = 0; i < rounds; i++)
            all.Add(await round());
        return Of(all);
    }

    public static Task<TimeSpan> Once(Action act) => Once(Later(act));

    public static async Task<TimeSpan> Once(Func<Task> act)
    {
        GC.Collect();
        var since = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(since);
    }

    static Compared Of(List<(TimeSpan Work, TimeSpan Floor)> rounds) => new(
        TimeSpan.FromTicks((long)Median(rounds.Select(r => (double)r.Work.Ticks))),
        TimeSpan.FromTicks((long)Median(rounds.Select(r => (double)r.Floor.Ticks))),
        Median(rounds.Select(r => r.Work / r.Floor)));

    /// <summary>Warms it up, and finds how many times make a sample long enough to trust.</summary>
    static async Task<int> Times(Func<Task> act)
    {
        var (since, runs) = (Stopwatch.GetTimestamp(), 0);
        var last = TimeSpan.Zero;
        while (runs == 0 || Stopwatch.GetElapsedTime(since) < WarmUp)
        {
            var one = Stopwatch.GetTimestamp();
            await act();
            (last, runs) = (Stopwatch.GetElapsedTime(one), runs + 1);
        }
        return (int)Math.Clamp(Math.Ceiling(Sampled / last), 1, 100_000);
    }

    static async Task<TimeSpan> Sample(Func<Task> act, int times) => await Once(async () =>
    {
        for (var i = 0; i < times; i++)
            await act();
    }) / times;

    static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static Func<Task> Later(Action act) => () =>
    {
        act();
        return Task.CompletedTask;
    };
}
