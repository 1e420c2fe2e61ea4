using System.Collections.Concurrent;
using System.Globalization;
using Samverk.Organisations;
using Samverk.Storage;

namespace Samverk.Api;

/// <summary>
/// How many requests somebody has left in the minute that runs, told in every answer (<c>RateLimit</c>,
/// <c>RateLimit-Policy</c>). Counted for the person or system whose token it is, however many tokens they have, and by
/// each node for itself.
/// </summary>
sealed class Quota(TimeProvider clock, IConfiguration configuration)
{
    static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<Guid, Minute> minutes = new();
    readonly int most = int.TryParse(configuration["Limits:ApiPerMinute"], CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 600;
    DateTimeOffset swept;

    /// <summary>Takes one, and tells how many are left.</summary>
    /// <returns>False when there was none.</returns>
    public bool Take(HttpContext context)
    {
        var now = clock.GetUtcNow();
        Sweep(now);
        var (used, ends) = minutes.GetOrAdd(context.RequestServices.GetRequiredService<AtTheDoor>().Required.Person, _ => new()).Take(now);
        var seconds = Math.Max(1, (int)Math.Ceiling((ends - now).TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var headers = context.Response.Headers;
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"minute\";q={most};w={(int)Window.TotalSeconds}");
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"minute\";r={Math.Max(0, most - used)};t={seconds}");
        if (used <= most)
            return true;
        headers.RetryAfter = seconds;
        return false;
    }

    // Those whose minute is over, so that they don't gather.
    void Sweep(DateTimeOffset now)
    {
        if (now < swept + Window)
            return;
        swept = now;
        foreach (var (who, minute) in minutes)
            if (minute.IsOver(now))
                minutes.TryRemove(KeyValuePair.Create(who, minute));
    }

    sealed class Minute
    {
        readonly Lock turn = new();
        DateTimeOffset ends;
        int used;

        public (int Used, DateTimeOffset Ends) Take(DateTimeOffset now)
        {
            lock (turn)
            {
                if (now >= ends)
                    (ends, used) = (now + Window, 0);
                used = Math.Min(used + 1, int.MaxValue - 1);
                return (used, ends);
            }
        }

        public bool IsOver(DateTimeOffset now)
        {
            lock (turn)
                return now >= ends;
        }
    }
}
