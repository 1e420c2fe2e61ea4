using System.Text;
using System.Text.Json;
using Samverk.Api.Description;
using Samverk.Api.Webhooks;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Api;

/// <summary>What programs ask of Samverk, and the description of it.</summary>
public static class Room
{
    static readonly JsonSerializerOptions Written = new(ApiJson.Options) { WriteIndented = true };

    public static IServiceCollection AddApi(this IServiceCollection services) =>
        services.AddSingleton<Quota>().AddSingleton<Examples>().AddSingleton<Routes>().AddSingleton<OpenApi>().AddWebhooks();

    /// <summary>Before routing: what is published may be read by pages from anywhere; the rest by none.</summary>
    public static void UseApi(this WebApplication app) => app.Use((context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments(ApiAddress.Public, StringComparison.Ordinal))
            return next(context);
        var headers = context.Response.Headers;
        (headers.AccessControlAllowOrigin, headers.AccessControlExposeHeaders) = ("*", "ETag, Retry-After");
        if (!HttpMethods.IsOptions(context.Request.Method))
            return next(context);
        (headers.AccessControlAllowMethods, headers.AccessControlAllowHeaders, headers.AccessControlMaxAge) = ("GET", "Accept, Accept-Language, If-None-Match", "86400");
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    });

    public static void MapApi(this WebApplication app)
    {
        foreach (var route in app.Services.GetRequiredService<Routes>().All)
            Serving.Map(app, route);
        app.MapGet(OpenApi.Address, Describe).WithMetadata(new MayAttribute(MayAttribute.Everyone));
    }

    static Task Describe(HttpContext context, OpenApi openApi) =>
        Serving.Write(context, new(Encoding.UTF8.GetBytes(openApi.Document(context.Request.Site()).ToJsonString(Written))));
}
