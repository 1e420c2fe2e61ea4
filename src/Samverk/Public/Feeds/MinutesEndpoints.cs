using Samverk.Meetings;
using Samverk.Meetings.Publishing;
using Samverk.Organisations;
using Samverk.Pdf;
using Samverk.Shared;

namespace Samverk.Public.Feeds;

/// <summary>Published minutes as data.</summary>
static class MinutesEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/publikt/{area}/moten/{id:guid}/protokoll.akn.xml", Minutes).IsOpenData();
        app.MapGet("/publikt/{area}/moten/{id:guid}/protokoll.pdf", Pdf).IsOpenData();
    }

    /// <summary>Only of minutes that were adjusted here: of others there is no text but the original's.</summary>
    static async Task<IResult> Pdf(Guid id, PublishedLists lists, Typeface typeface, CancellationToken ct) =>
        await lists.Document(id, ct) is var (document, at) ? new FeedAnswer(PdfWriter.Write(document, typeface).Bytes, "application/pdf", at) : Results.NotFound();

    static async Task<IResult> Minutes(Guid id, PublishedLists lists, AreaDirectory directory, CancellationToken ct) =>
        await lists.Minutes(id, ct) is { } minutes && await directory.Body(minutes.Meeting.Body, ct) is { } body
            ? new FeedAnswer(AkomaNtoso.Write(minutes.Meeting, body, DateOnly.FromDateTime(minutes.PublishedAt.Local())), AkomaNtoso.Type, minutes.PublishedAt)
            : Results.NotFound();
}
