using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.Protection;

/// <summary>A person's data as a file: one's own, or anybody's for who administers the area. That it was taken out is written before the first byte.</summary>
static class PersonExportEndpoints
{
    public const string Own = "/konto/uppgifter.json";

    public static string Of(Guid person) => $"/personer/{person}/uppgifter.json";

    public static void Map(WebApplication app)
    {
        app.MapGet(Own, (HttpContext context, AtTheDoor door) => Take(context, door.Required.Person)).WithMetadata(new MayAttribute(MayAttribute.SignedIn)).RequireRateLimiting(Costly.PerPerson);
        app.MapGet("/personer/{of:guid}/uppgifter.json", (HttpContext context, Guid of) => Take(context, of)).WithMetadata(new MayAttribute(MayAttribute.Administer)).RequireRateLimiting(Costly.PerPerson);
    }

    static async Task Take(HttpContext context, Guid person)
    {
        var (services, ct) = (context.RequestServices, context.RequestAborted);
        var (by, at) = (services.GetRequiredService<AtTheDoor>().Required, services.GetRequiredService<TimeProvider>().Now());
        if (await services.GetRequiredService<SamverkDb>().Set<Person>().Where(p => p.Id == person).Select(p => p.Name).SingleOrDefaultAsync(ct) is not { } name)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var work = services.GetRequiredService<Work>();
        await work.Must(() =>
        {
            work.Remember(new ProtectedRead(person, $"Alla uppgifter om {name} togs ut", at, by.Person));
            return Task.CompletedTask;
        }, ct);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=uppgifter.json";
        context.Response.Headers.CacheControl = "private, no-store";
        await services.GetRequiredService<PersonExport>().Write(person, at, context.Response.Body, ct);
    }
}
