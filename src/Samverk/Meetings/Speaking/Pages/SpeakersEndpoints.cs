using Microsoft.AspNetCore.Antiforgery;
using Samverk.Meetings.Desk;
using Samverk.Organisations;

namespace Samverk.Meetings.Speaking.Pages;

/// <summary>Where a page that shows the speakers' list sends an act without being left: what is typed on it stays.</summary>
static class SpeakersEndpoints
{
    sealed record Told(string? Refusal);

    public static void Map(WebApplication app) =>
        app.MapPost("/moten/{id:guid}/talarlista", Act).WithMetadata(new MayAttribute(MayAttribute.Speak), new RequireAntiforgeryTokenAttribute());

    static async Task<IResult> Act(Guid id, HttpContext context, SpeakersList list, DeskLists lists, AtTheDoor door, CancellationToken ct)
    {
        if (await lists.Meeting(id, door.Required, ct) is null)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(ct);
        var refusal = await SpeakersForm.Do(list, id, form["gor"].ToString(), form, door.Required, ct);
        return Results.Json(new Told(refusal?.Text), statusCode: refusal is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }
}
