using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings.Desk.Pages;

/// <summary>Where the script of the minute desk saves one note, a moment after somebody has stopped writing in it.</summary>
static class DeskEndpoints
{
    sealed record Saved(int Version, string At, string? Refusal, string? Code, string? ByName, string? Theirs);

    /// <summary>What the script is told: when it was saved and which version it became, or both texts.</summary>
    public static IResult Told(Refusal? refusal, int? version, DateTimeOffset? at, string? byName, string? theirs) =>
        Results.Json(new Saved(version ?? 0, at is { } saved ? SwedishText.Clock(TimeOnly.FromDateTime(saved.Local())) : "", refusal?.Text, refusal?.Code, byName, theirs), statusCode: refusal is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);

    public static void Map(WebApplication app)
    {
        app.MapPost("/moten/{id:guid}/anteckningar/{note:guid}", Save).WithMetadata(new MayAttribute(MayAttribute.Read), new MasksNumbersAttribute(), new RequireAntiforgeryTokenAttribute());
        app.MapGet("/moten/{id:guid}/protokollsbord/nu", NowAtDesk).WithMetadata(new MayAttribute(MayAttribute.Read));
        app.MapGet("/moten/{id:guid}/folj/nu", Now).WithMetadata(new MayAttribute(MayAttribute.Read));
        app.MapGet("/moten/{id:guid}/folj/handelser", Events).WithMetadata(new MayAttribute(MayAttribute.Read)).DisableRequestTimeout();
    }

    /// <summary>What others than the writer change on the desk, without the desk around it: what is being typed isn't touched.</summary>
    static async Task<IResult> NowAtDesk(Guid id, DeskLists lists, AtTheDoor door, CancellationToken ct) =>
        await lists.Meeting(id, door.Required, ct) is not { MayWrite: true } ? Results.NotFound() : new RazorComponentResult<DeskNow>(new { Id = id });

    /// <summary>What the follower's page shows now, without the page around it.</summary>
    /// <param name="visning">It is for the big screen, where nobody presses anything.</param>
    static async Task<IResult> Now(Guid id, bool? visning, DeskLists lists, AtTheDoor door, CancellationToken ct) =>
        await lists.Meeting(id, door.Required, ct) is null ? Results.NotFound() : new RazorComponentResult<FollowNow>(new { Id = id, Screen = visning == true });

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
        // The headers leave with the first event, and only then does the browser know that it hears, and read what it may have missed.
        await foreach (var hasChanged in follow)
            yield return new("", hasChanged ? "changed" : "begun");
    }

    static async Task<IResult> Save(Guid id, Guid note, HttpContext context, MinuteDesk desk, DeskLists lists, Recommendables texts, AtTheDoor door, CancellationToken ct)
    {
        if (await lists.Meeting(id, door.Required, ct) is not { MayWrite: true } || await lists.Note(id, note, ct) is not { } row)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(ct);
        if (NoteForm.Read(row.Content.Kind, note, form, await lists.Participants(id, ct), row.Content is RecommendationNote ? await texts.All(ct) : []) is not { } content)
            return Results.BadRequest();
        var (refusal, saved) = await desk.Save(id, note, content, NoteForm.ReadVersion(note, form), door.Required, ct);
        return Told(refusal, saved?.Version, saved?.At, saved?.ByName, saved?.Content.Written);
    }
}
