using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Shared.Documents;

namespace Samverk.Meetings.Adjusting.Pages;

/// <summary>The files of minutes that are being adjusted or have been.</summary>
static class MinutesEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/protokoll/{id:guid}/protokoll.pdf", Pdf).WithMetadata(new MayAttribute(MayAttribute.Read));
        app.MapGet("/protokoll/{id:guid}/justeringsbevis.pdf", Certificate).WithMetadata(new MayAttribute(MayAttribute.Read));
        app.MapGet("/protokoll/{id:guid}/protokoll.docx", Docx).WithMetadata(new MayAttribute(MayAttribute.Read));
        app.MapGet("/protokoll/{id:guid}/utdrag/{number}.pdf", Extract).WithMetadata(new MayAttribute(MayAttribute.Read));
    }

    static async Task<IResult> Pdf(Guid id, AdjustingLists lists, AtTheDoor door, CancellationToken ct) =>
        await lists.Pdf(id, door.Required, ct) is { } pdf ? Results.Bytes(pdf, "application/pdf") : Results.NotFound();

    static async Task<IResult> Certificate(Guid id, AdjustingLists lists, CancellationToken ct) =>
        await lists.Certificate(id, ct) is { } pdf ? Results.Bytes(pdf, "application/pdf") : Results.NotFound();

    static async Task<IResult> Docx(Guid id, AdjustingLists lists, AtTheDoor door, CancellationToken ct) =>
        await lists.Adjusted(id, door.Required, ct) is { } minutes
            ? Results.Bytes(DocxWriter.Write(MinutesDocument.Of(minutes.Shown, minutes.At)), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"Protokoll {minutes.Text.BodyShortName} {minutes.Text.On.Iso()}.docx") : Results.NotFound();

    // Of an item that is restricted for the reader there is no extract.
    static async Task<IResult> Extract(Guid id, string number, AdjustingLists lists, MinutesPress press, AtTheDoor door, CancellationToken ct) =>
        await lists.Adjusted(id, door.Required, ct) is { } minutes && minutes.Text.Items.FirstOrDefault(i => i.Number == number) is { } item && (minutes.MayReadAll || item.Restriction is null)
            ? Results.Bytes(press.Extract(minutes, item), "application/pdf") : Results.NotFound();
}
