using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Shell;

/// <summary>Tells the frame who is looking.</summary>
static class ViewerAtTheDoor
{
    public static void UseViewer(this WebApplication app)
    {
        bool? demo = null;
        app.Use(async (context, next) =>
        {
            if (context.RequestServices.GetRequiredService<AtTheDoor>() is { Actor: { } actor } door)
            {
                demo ??= await context.RequestServices.GetRequiredService<AreaSetup>().IsDemo(context.RequestAborted);
                context.Features.Set(new Viewer(actor.Name, Title(actor), actor.AreaName, actor.MayImport, actor.IsAdministrator, door.OtherPlaces, demo.Value) { MayDisclose = actor.May(Permission.Disclose) is null, MayRead = actor.HasPlace });
            }
            await next(context);
        });
    }

    static string Title(Actor actor) =>
        actor.IsAdministrator ? "Administratör" : actor.MayImport ? "Sekreterare" : actor.Title is { Length: > 0 } title ? char.ToUpper(title[0], Swedish.Culture) + title[1..] : "";
}
