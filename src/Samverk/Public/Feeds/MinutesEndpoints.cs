using Samverk.Meetings;
using Samverk.Meetings.Publishing;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Public.Feeds;

/// <summary>Published minutes as data.</summary>
static class MinutesEndpoints
{
    public static void Map(WebApplication app) => FeedEndpoints.Get(app, "/publikt/{area}/moten/{id:guid}/protokoll.akn.xml", Minutes);

    static async Task<IResult> Minutes(Guid id, PublishedLists lists, AreaDirectory directory, CancellationToken ct) =>
        await lists.Minutes(id, ct) is { } minutes && await directory.Body(minutes.Meeting.Body, ct) is { } body
            ? new FeedAnswer(AkomaNtoso.Write(minutes.Meeting, body, DateOnly.FromDateTime(minutes.PublishedAt.Local())), AkomaNtoso.Type, minutes.PublishedAt)
            : Results.NotFound();
}
