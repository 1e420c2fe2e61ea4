using System.Globalization;
using System.Threading.RateLimiting;

namespace Samverk.Organisations.SigningIn;

/// <summary>
/// Slows down who tries to get in: by address, generously since a municipality may share one, and by link, account or
/// key, where nobody needs many tries.
/// </summary>
sealed class Throttle : IDisposable
{
    const int PerKey = 10;
    static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    // What is tried in these: signing in, an invitation, the first link.
    static readonly PathString[] Doors = ["/logga-in", "/inbjudan", "/kom-igang"];

    readonly PartitionedRateLimiter<string> byKey = PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(key, _ => Limit(PerKey)));

    /// <summary>Whether one more may be tried with this link, account or key.</summary>
    public bool Allows(string key)
    {
        using var lease = byKey.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    public void Dispose() => byKey.Dispose();

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Throttle>();
    }

    /// <summary>Before authentication, which itself answers those who come back from a provider: whoever tries too often is asked to wait.</summary>
    public static void Use(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<SignInSettings>();
        var tries = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => IsTry(context)
                ? RateLimitPartition.GetFixedWindowLimiter($"{context.Connection.RemoteIpAddress}", _ => Limit(settings.PerMinute)) : RateLimitPartition.GetNoLimiter("")),
            PartitionedRateLimiter.Create<HttpContext, string>(context => IsTry(context) && context.Request.Query["nyckel"].ToString() is { Length: > 0 } link
                ? RateLimitPartition.GetFixedWindowLimiter(Convert.ToHexString(SecretKey.HashOf(link)), _ => Limit(2 * PerKey)) : RateLimitPartition.GetNoLimiter("")));
        app.Lifetime.ApplicationStopped.Register(tries.Dispose);
        app.Use(async (context, next) =>
        {
            using var lease = tries.AttemptAcquire(context);
            if (lease.IsAcquired)
            {
                await next(context);
                return;
            }
            context.Response.Headers.RetryAfter = ((int)Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        });
    }

    /// <summary>The sign-in page itself may be looked at; what is sent from it, and every link, is a try.</summary>
    static bool IsTry(HttpContext context) =>
        Array.Exists(Doors, door => context.Request.Path.StartsWithSegments(door, StringComparison.OrdinalIgnoreCase))
        && !(HttpMethods.IsGet(context.Request.Method) && context.Request.Path == SignIn.Page);

    static FixedWindowRateLimiterOptions Limit(int permits) => new() { PermitLimit = permits, Window = Window, QueueLimit = 0 };
}
