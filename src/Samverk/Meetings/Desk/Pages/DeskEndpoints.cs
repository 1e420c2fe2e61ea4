using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings.Desk.Pages;

/// <summary>Where the script of the minute desk saves one note, a moment after somebody has stopped writing in it.</summary>
static class DeskEndpoints
{
    /// <summary>What the script is told: when it was saved and which version it became, or both texts.</summary>
    sealed record Told(int Version, string At, string? Refusal, string? Code, string? ByName, string? Theirs);

    public static void Map(WebApplication app)
    {
        app.MapPost("/moten/{id:guid}/anteckningar/{note:guid}", Save).WithMetadata(new MayAttribute(MayAttribute.Read), new MasksNumbersAttribute(), new RequireAntiforgeryTokenAttribute());
        app.MapGet("/moten/{id:guid}/folj/nu", Now).WithMetadata(new MayAttribute(MayAttribute.Read));
        app.MapGet("/moten/{id:guid}/folj/handelser", Events).WithMetadata(new MayAttribute(MayAttribute.Read)).DisableRequestTimeout();
    }

    /// <summary>What the follower's page shows now, without the page around it.</summary>
    static async Task<IResult> Now(Guid id, DeskLists lists, AtTheDoor door, CancellationToken ct) =>
        await lists.Meeting(id, door.Required, ct) is null ? Results.NotFound() : new RazorComponentResult<FollowNow>(new { Id = id });

    /// <summary>Says that something has changed, never what: the page asks for that, and is answered as its reader may see it.</summary>
    static async Task<IResult> Events(Guid id, DeskLists lists, AtTheDoor door, MeetingFollowers followers, HttpContext context, CancellationToken ct)
    {
        if (await lists.Meeting(id, door.Required, ct) is null)
            return Results.NotFound();
        // The database connection isn't held while nothing happens.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(Changes(followers.Follow(id, ct)));
    }

    static async IAsyncEnumerable<SseItem<string>> Changes(IAsyncEnumerable<bool> follow)
    {
        await foreach (var _ in follow)
            yield return new("", "changed");
    }

    static async Task<IResult> Save(Guid id, Guid note, HttpContext context, MinuteDesk desk, DeskLists lists, Recommendables texts, AtTheDoor door, CancellationToken ct)
    {
        if (await lists.Meeting(id, door.Required, ct) is not { MayWrite: true } || await lists.Note(id, note, ct) is not { } row)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(ct);
        if (NoteForm.Read(row.Content.Kind, note, form, await lists.Participants(id, ct), row.Content is RecommendationNote ? await texts.All(ct) : []) is not { } content)
            return Results.BadRequest();
        var (refusal, saved) = await desk.Save(id, note, content, NoteForm.ReadVersion(note, form), door.Required, ct);
        var told = new Told(saved?.Version ?? 0, saved is null ? "" : SwedishText.Clock(TimeOnly.FromDateTime(saved.At.Local())), refusal?.Text, refusal?.Code, saved?.ByName, saved?.Content.Written);
        return Results.Json(told, statusCode: refusal is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }
}
