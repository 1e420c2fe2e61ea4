using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings.Adjusting.Pages;

/// <summary>The files of minutes that are being adjusted or have been.</summary>
static class MinutesEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/protokoll/{id:guid}/protokoll.pdf", Pdf).WithMetadata(new MayAttribute(MayAttribute.Read));
        app.MapGet("/protokoll/{id:guid}/justeringsbevis.pdf", Certificate).WithMetadata(new MayAttribute(MayAttribute.Read));
    }

    static async Task<IResult> Pdf(Guid id, AdjustingLists lists, AtTheDoor door, CancellationToken ct) =>
        await lists.Pdf(id, door.Required, ct) is { } pdf ? Results.Bytes(pdf, "application/pdf") : Results.NotFound();

    static async Task<IResult> Certificate(Guid id, AdjustingLists lists, CancellationToken ct) =>
        await lists.Certificate(id, ct) is { } pdf ? Results.Bytes(pdf, "application/pdf") : Results.NotFound();
}
