using System.Diagnostics;
using System.Globalization;
using Samverk.Storage;

namespace Samverk.Bench.National;

/// <summary>The program as a process of its own, for what is measured of a process: how soon it answers, what memory it takes.</summary>
sealed class RunningProgram : IAsyncDisposable
{
    readonly Process process;

    RunningProgram(Process process, TimeSpan started, Uri address) => (this.process, Started, Address) = (process, started, address);

    /// <summary>Until it said that it answers.</summary>
    public TimeSpan Started { get; }
    public Uri Address { get; }

    public static async Task<RunningProgram> Start(DataPlace place)
    {
        const string ready = "Samverk svarar på ";
        var start = new ProcessStartInfo("dotnet", [typeof(Work).Assembly.Location, "serve", "--urls", "http://127.0.0.1:0"]) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var (name, value) in ((string, string?)[])[("SAMVERK_DATA", place.Folder), ("ConnectionStrings__Samverk", place.Connection), ("ConnectionStrings__SamverkOwner", place.Owner), ("SAMVERK_DEMO", "false"), ("Limits__CostlyPerMinute", "100000")])
            start.Environment[name] = value;
        var since = Stopwatch.GetTimestamp();
        var running = Process.Start(start)!;
        while (await running.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith(ready, StringComparison.Ordinal))
                return new(running, Stopwatch.GetElapsedTime(since), new(line[ready.Length..]));
        throw new InvalidOperationException("The program did not start.");
    }

    /// <summary>Megabytes that lie in memory now.</summary>
    public int Memory() => Status("VmRSS:");

    /// <summary>The most that ever did.</summary>
    public int HighestMemory() => Status("VmHWM:");

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    int Status(string name)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return int.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
