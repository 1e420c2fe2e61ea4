using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Shell.Security;

/// <summary>How large, how slow and how often a request may be.</summary>
/// <param name="PerSecond">Requests from one address in a second, over time; a whole municipality may share an address.</param>
/// <param name="CostlyPerMinute">Uploads and exports of one person in a minute.</param>
sealed record Limits(int PerSecond, int CostlyPerMinute)
{
    /// <summary>A form with the review of very long minutes; uploads say that they may be larger.</summary>
    const long RequestBytes = 16L << 20;

    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2), LongestUpload = TimeSpan.FromMinutes(30);

    /// <summary>How long somebody who was stopped is asked to wait.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public static Limits From(IConfiguration configuration) =>
        new(Number(configuration["Limits:PerSecond"], 500), Number(configuration["Limits:CostlyPerMinute"], 60));

    static int Number(string? given, int otherwise) => int.TryParse(given, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;

    public void Add(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            Set(kestrel.Limits);
        });
        // A review of long minutes is a form of several thousand fields.
        builder.Services.Configure<FormOptions>(form => (form.ValueCountLimit, form.MultipartBodyLengthLimit) = (50_000, Import.Room.UploadBytes));
        builder.Services.Configure<RazorComponentsServiceOptions>(form => (form.MaxFormMappingCollectionSize, form.MaxFormMappingErrorCount) = (5_000, 50));
        builder.Services.AddRequestTimeouts(times =>
        {
            times.DefaultPolicy = new() { Timeout = Longest, TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable };
            times.AddPolicy(Costly.Slow, new RequestTimeoutPolicy { Timeout = LongestUpload, TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable });
        });
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (stopped, _) => Stop(stopped.HttpContext);
            limiter.AddPolicy(Costly.PerPerson, context => RateLimitPartition.GetSlidingWindowLimiter(Person(context), _ =>
                new() { PermitLimit = CostlyPerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));
        });
    }

    static void Set(KestrelServerLimits limits)
    {
        limits.MaxRequestBodySize = RequestBytes;
        limits.MaxRequestLineSize = 8 << 10;
        limits.MaxRequestHeadersTotalSize = 32 << 10;
        limits.MaxRequestHeaderCount = 60;
        // Nobody holds a connection by trickling: a header has this long, a body keeps this pace after its first seconds.
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.MinRequestBodyDataRate = new(bytesPerSecond: 500, gracePeriod: TimeSpan.FromSeconds(10));
        limits.MinResponseDataRate = new(bytesPerSecond: 500, gracePeriod: TimeSpan.FromSeconds(10));
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(120);
        limits.MaxConcurrentConnections = 5_000;
        limits.MaxConcurrentUpgradedConnections = 0;
    }

    /// <summary>Outermost, before anything is looked up: one address can't take the server from the others.</summary>
    public void UseFlood(WebApplication app)
    {
        var flood = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(Address(context), _ => new()
        {
            TokenLimit = PerSecond * 10,
            TokensPerPeriod = PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        }));
        app.Lifetime.ApplicationStopped.Register(flood.Dispose);
        app.Use(async (context, next) =>
        {
            using var lease = flood.AttemptAcquire(context);
            if (lease.IsAcquired)
                await next(context);
            else
                await Refuse(context);
        });
    }

    /// <summary>Before a form is read for its token: one that is too large would be told that it isn't ours.</summary>
    public static Task StopTooLarge(HttpContext context, RequestDelegate next)
    {
        var most = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        if (!HttpMethods.IsPost(context.Request.Method) || !(context.Request.ContentLength > most))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }

    /// <summary>In words, without the frame of a page: a flood shall cost little.</summary>
    static async Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        await Stop(context);
        await Doorway.InWords(context.Response, "Det blev många försök på kort tid. Vänta en minut och försök igen.");
    }

    static ValueTask Stop(HttpContext context)
    {
        context.Response.Headers.RetryAfter = ((int)Pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }

    static string Person(HttpContext context) =>
        context.RequestServices.GetRequiredService<AtTheDoor>().Actor is { } actor ? actor.Person.ToString("D") : Address(context);

    static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
