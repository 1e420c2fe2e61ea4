using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Samverk.Bench.National;

/// <summary>How fast something answered, in milliseconds.</summary>
sealed record Answered(double PerSecond, double P50, double P95)
{
    public static Answered Of(IEnumerable<double> times, TimeSpan during)
    {
        double[] sorted = [.. times.Order()];
        return new(sorted.Length / during.TotalSeconds, Percentile(sorted, .5), Percentile(sorted, .95));
    }

    static double Percentile(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}

/// <summary>Asks for pages over HTTP, as browsers that are signed in do.</summary>
static class Load
{
    const int AtOnce = 2;

    /// <summary>Two at once for so long, each asking for the next address when it has its page.</summary>
    public static async Task<Answered> For(TimeSpan howLong, HttpClient client, IReadOnlyList<Asked> asked)
    {
        var times = new ConcurrentBag<double>();
        var (since, next) = (Stopwatch.GetTimestamp(), -1);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(since) < howLong)
                times.Add((await One(client, asked[Interlocked.Increment(ref next) % asked.Count])).Milliseconds);
        })));
        return Answered.Of(times, Stopwatch.GetElapsedTime(since));
    }

    public static async Task<(double Milliseconds, string Html)> One(HttpClient client, Asked asked)
    {
        var since = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Get, asked.Address);
        if (asked.Session is { } session)
            request.Headers.Add("Cookie", $"samverk={session}");
        using var answer = await client.SendAsync(request);
        var html = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.OK ? (Stopwatch.GetElapsedTime(since).TotalMilliseconds, html)
            : throw new InvalidOperationException($"{asked.Address} answered {answer.StatusCode}.");
    }

    /// <summary>Reads a long answer to its end without keeping it.</summary>
    public static async Task<(TimeSpan Time, long Lines)> Whole(HttpClient client, Asked asked)
    {
        var since = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Get, asked.Address) { Headers = { { "Cookie", $"samverk={asked.Session}" } } };
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        var (buffer, lines) = (new byte[1 << 16], 0L);
        for (int read; (read = await body.ReadAsync(buffer)) > 0;)
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        return (Stopwatch.GetElapsedTime(since), lines);
    }
}

/// <param name="Session">The cookie of who asks; null for nobody.</param>
sealed record Asked(Uri Address, string? Session);
