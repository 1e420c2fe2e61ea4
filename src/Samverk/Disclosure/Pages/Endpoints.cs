using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Disclosure.Pages;

static class Endpoints
{
    public static string Package(Guid request) => $"/utlamnande/{request}/paket.zip";

    public static void Map(WebApplication app) =>
        app.MapGet("/utlamnande/{id:guid}/paket.zip", Take).WithMetadata(new MayAttribute(MayAttribute.Disclose)).RequireRateLimiting(Costly.PerPerson).WithRequestTimeout(Costly.Slow);

    static async Task Take(Guid id, HttpContext context, RequestLists lists, Package package, AreaDirectory directory, Work work, AtTheDoor door, TimeProvider clock, CancellationToken ct)
    {
        var (actor, request) = (door.Required, await lists.Request(id, door.Required, ct));
        if (request is not { State: RequestState.Answered })
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var organisation = (await directory.Organisations(ct)).FirstOrDefault(o => o.Id == request.Owner)?.Name ?? "";
        // Whole before the first byte is sent: half a package would look like all of it.
        var path = Path.Combine(Path.GetTempPath(), $"samverk-{Ids.Next():N}.zip");
        PrivateFile.Create(path);
        await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await package.Write(request, organisation, actor, file, ct);
        await work.Must(() => Remember(work, request, clock.Now(), actor.Person), ct);
        file.Position = 0;
        context.Response.ContentType = "application/zip";
        context.Response.ContentLength = file.Length;
        context.Response.Headers.ContentDisposition = $"attachment; filename=utlamnande-{request.ReceivedOn.Iso()}.zip";
        context.Response.Headers.CacheControl = "private, no-store";
        await file.CopyToAsync(context.Response.Body, ct);
    }

    static Task Remember(Work work, DisclosureRequest request, DateTimeOffset at, Guid by)
    {
        work.Remember(new ProtectedRead(request.Id, "Paketet med det som lämnas ut hämtades", at, by));
        return Task.CompletedTask;
    }
}
