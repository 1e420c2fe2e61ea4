using Samverk.Organisations;

namespace Samverk.Meetings.Dispatching.Pages;

/// <summary>What was sent, byte for byte.</summary>
static class DispatchEndpoints
{
    public static void Map(WebApplication app) => app.MapGet("/expedieringar/{id:guid}/handling.pdf", Pdf).WithMetadata(new MayAttribute(MayAttribute.Read));

    static async Task<IResult> Pdf(Guid id, DispatchLists lists, CancellationToken ct) =>
        await lists.File(id, ct) is { } pdf ? Results.Bytes(pdf, "application/pdf") : Results.NotFound();
}
