using Samverk.Meetings.Documents;
using Samverk.Organisations;

namespace Samverk.Meetings.Notices.Pages;

/// <summary>The notice as the file that went with the letters, and the documents that it tells of.</summary>
static class NoticeEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/moten/{id:guid}/kallelse/{version:int}.pdf", Pdf).WithMetadata(new MayAttribute(MayAttribute.Read));
        app.MapGet("/moten/{id:guid}/handlingar/{document:guid}", Document).WithMetadata(new MayAttribute(MayAttribute.Read));
    }

    // Always as a file to keep, never shown here: it may hold anything.
    static async Task<IResult> Document(Guid id, Guid document, AgendaDocuments documents, AtTheDoor door, CancellationToken ct) =>
        await documents.Content(id, document, door.Required, ct) is var (name, bytes) ? Results.Bytes(bytes, "application/octet-stream", name) : Results.NotFound();

    static async Task<IResult> Pdf(Guid id, int version, NoticeLists lists, AtTheDoor door, CancellationToken ct) =>
        await lists.Pdf(id, version, door.Required, ct) is { } bytes ? Results.Bytes(bytes, "application/pdf", $"Kallelse {version}.pdf") : Results.NotFound();
}
