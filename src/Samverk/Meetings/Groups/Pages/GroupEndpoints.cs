using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Samverk.Meetings.Desk;
using Samverk.Meetings.Desk.Pages;
using Samverk.Organisations;

namespace Samverk.Meetings.Groups.Pages;

/// <summary>Where a group's page saves one note, a moment after somebody has stopped writing in it, and asks what the others have written.</summary>
static class GroupEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/moten/{id:guid}/grupper/{group:guid}/anteckningar/{line:guid}", Save).WithMetadata(new MayAttribute(MayAttribute.WriteInGroup), new RequireAntiforgeryTokenAttribute());
        app.MapGet("/moten/{id:guid}/grupper/{group:guid}/nu", Now).WithMetadata(new MayAttribute(MayAttribute.WriteInGroup));
    }

    static async Task<IResult> Now(Guid id, Guid group, Guid? rad, DeskLists lists, GroupLists groups, AtTheDoor door, CancellationToken ct) =>
        await lists.Meeting(id, door.Required, ct) is not { } meeting || await groups.Group(meeting, group, door.Required, ct) is null
            ? Results.NotFound() : new RazorComponentResult<GroupNow>(new { Id = id, Group = group, Chosen = rad });

    static async Task<IResult> Save(Guid id, Guid group, Guid line, HttpContext context, GroupWork work, DeskLists lists, GroupLists groups, AreaDirectory directory, AtTheDoor door, CancellationToken ct)
    {
        if (await lists.Meeting(id, door.Required, ct) is not { } meeting || await groups.Group(meeting, group, door.Required, ct) is null)
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(ct);
        if (!form.ContainsKey(NoteForm.Version(line)))
            return Results.BadRequest();
        var (refusal, saved) = await work.Save(id, group, line, form[NoteForm.Prefix(line) + "text"].ToString(), NoteForm.ReadVersion(line, form), door.Required, ct);
        var by = saved is null ? null : (await directory.People(ct)).FirstOrDefault(p => p.Id == saved.SavedBy)?.Name ?? "Någon";
        return DeskEndpoints.Told(refusal, saved?.Version, saved?.SavedAt, by, saved?.Text);
    }
}
