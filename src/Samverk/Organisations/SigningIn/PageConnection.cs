using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.EntityFrameworkCore;
using Samverk.Storage;

namespace Samverk.Organisations.SigningIn;

/// <summary>
/// A page asks many small questions: they go over one connection, that is told its area once, and not over one each.
/// Whatever stays open for long (the stream of a meeting, an export) takes a connection when it asks and leaves it again;
/// so do the pages where nobody is signed in yet, some of which look into an area through a connection of its own.
/// </summary>
static class PageConnection
{
    public static void Use(WebApplication app) => app.Use(async (context, next) =>
    {
        if (!Keeps(context))
        {
            await next(context);
            return;
        }
        var database = context.RequestServices.GetRequiredService<SamverkDb>().Database;
        await database.OpenConnectionAsync(context.RequestAborted);
        try
        {
            await next(context);
        }
        finally
        {
            await database.CloseConnectionAsync();
        }
    });

    // Only reading: what is sent may wait for other programs.
    static bool Keeps(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.GetEndpoint()?.Metadata is { } page && page.GetMetadata<ComponentTypeMetadata>() is not null
        && (SessionCookie.Read(context.Request) is not null || page.GetMetadata<PublicPartAttribute>() is not null);
}
