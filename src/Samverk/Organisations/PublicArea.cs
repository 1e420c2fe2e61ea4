using Samverk.Organisations.SigningIn;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>The area whose public part is looked at, whoever looks.</summary>
/// <param name="InAddress">The address names it; else it is the only one that there is.</param>
public sealed record PublicArea(Guid Id, string Name, string Slug, bool InAddress);

/// <summary>
/// Declares a page or endpoint as a part of the public site: its area is the one that the address names, never that of a
/// session, and nobody is at the door there. An address without an area enters the only one, if there is only one.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPartAttribute : Attribute
{
    /// <summary>The part of an address that names the area.</summary>
    public const string Route = "area";

    /// <summary>It stands at '/' for whoever has no session.</summary>
    public bool IsFront { get; init; }
}

/// <summary>Enters areas by their addresses.</summary>
static class PublicAreas
{
    /// <summary>After routing and authentication, before anybody is let in to the area of their session.</summary>
    public static void Use(WebApplication app)
    {
        Endpoint? front = null;
        app.Use(async (context, next) =>
        {
            if (context.Request.Path == "/" && HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint() is not null && IsStranger(context))
                context.SetEndpoint(front ??= Front(context));
            if (context.GetEndpoint()?.Metadata.GetMetadata<PublicPartAttribute>() is not null && !await Enter(context))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            await next(context);
        });
    }

    // Who has been away for long is asked to sign in again, not shown another page than the one they had.
    static bool IsStranger(HttpContext context) => context.Features.Get<FoundSession>() is null && context.Features.Get<LapsedSession>() is null;

    static Endpoint Front(HttpContext context) =>
        context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.Single(e => e.Metadata.GetMetadata<PublicPartAttribute>() is { IsFront: true });

    static async Task<bool> Enter(HttpContext context)
    {
        var slug = context.Request.RouteValues[PublicPartAttribute.Route]?.ToString();
        var areas = await context.RequestServices.GetRequiredService<AreaSetup>().List(context.RequestAborted);
        var area = slug is not null ? areas.Find(a => a.Slug == slug) : areas is [var only] ? only : null;
        if (area is not null)
        {
            context.RequestServices.GetRequiredService<CurrentArea>().Enter(area.Id);
            context.Features.Set(new PublicArea(area.Id, area.Name, area.Slug, slug is not null));
        }
        return area is not null || slug is null;
    }
}
