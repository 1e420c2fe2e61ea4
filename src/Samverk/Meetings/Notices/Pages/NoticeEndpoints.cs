using Samverk.Organisations;

namespace Samverk.Meetings.Notices.Pages;

/// <summary>The notice as the file that went with the letters.</summary>
static class NoticeEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapGet("/moten/{id:guid}/kallelse/{version:int}.pdf", Pdf).WithMetadata(new MayAttribute(MayAttribute.Read));

    static async Task<IResult> Pdf(Guid id, int version, NoticeLists lists, AtTheDoor door, CancellationToken ct) =>
        await lists.Pdf(id, version, door.Required, ct) is { } bytes ? Results.Bytes(bytes, "application/pdf", $"Kallelse {version}.pdf") : Results.NotFound();
}
