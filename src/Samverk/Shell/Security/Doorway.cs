using Samverk.Shared;

namespace Samverk.Shell.Security;

/// <summary>What every request passes before anything of ours is asked, in its order.</summary>
static class Doorway
{
    public static void AddDoorway(this WebApplicationBuilder builder)
    {
        BehindProxy.From(builder.Configuration).Add(builder.Services);
        Limits.From(builder.Configuration).Add(builder);
    }

    public static void UseDoorway(this WebApplication app)
    {
        app.Use(LastResort);
        app.UseSecurityHeaders();
        BehindProxy.From(app.Configuration).Use(app);
        Limits.From(app.Configuration).UseFlood(app);
        app.Use(HeadAsGet);
    }

    /// <summary>
    /// When even the page of the failure fails. Without it the framework would show a developer, and so anybody, its own
    /// page with the stack.
    /// </summary>
    static async Task LastResort(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            context.RequestServices.GetRequiredService<ILogger<ErrorLog>>().LogError(e, "Error {Code}, without its page", ErrorCode.Of(context));
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
        if (!context.Response.HasStarted && context.Response is { StatusCode: StatusCodes.Status500InternalServerError, ContentType: null })
            await InWords(context.Response, $"Något gick fel hos oss. Säg {ErrorCode.Of(context)} till supporten.");
    }

    /// <summary>Answers without the frame of a page: where that costs too much, or is what went wrong.</summary>
    public static Task InWords(HttpResponse response, string words)
    {
        if (ApiAddress.IsAsked(response.HttpContext))
            return Problems.Answer(response.HttpContext, Problem.Of(response.StatusCode), errorCode: ErrorCode.OfFailure(response.HttpContext));
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(words, CancellationToken.None);
    }

    /// <summary>After routing: an address that knows no such verb says so to anybody, before it is asked who may.</summary>
    public static Task NotThisVerb(HttpContext context, RequestDelegate next) =>
        context.GetEndpoint() is { RequestDelegate: { } no } and not RouteEndpoint ? no(context) : next(context);

    /// <summary>The server leaves out the body by itself; pages need only know that they are asked for.</summary>
    static Task HeadAsGet(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
            context.Request.Method = HttpMethods.Get;
        return next(context);
    }
}
