using Samverk.Shared;
using Samverk.Organisations;
using Samverk.Storage;

namespace Samverk.Shell;

/// <summary>Tells the history from where a request comes, and for whom the person acts.</summary>
public static class OriginAtTheDoor
{
    /// <summary>Before signing in, which is an act too. Behind a proxy the address is the client's once forwarded headers are read.</summary>
    public static void UseOrigin(this WebApplication app) => app.Use((context, next) =>
    {
        var origin = context.RequestServices.GetRequiredService<Origin>();
        origin.Came(context.Connection.RemoteIpAddress?.ToString(), context.Request.Headers.UserAgent);
        origin.Reached(context.Request.Site());
        return next(context);
    });

    /// <summary>After it is known who is at the door.</summary>
    public static void UseActsFor(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.RequestServices.GetRequiredService<AtTheDoor>().Actor is { } actor)
            context.RequestServices.GetRequiredService<Origin>().Is(actor.Person, actor.Organisation);
        return next(context);
    });
}
