using Samverk.Meetings.Publishing;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Public.Feeds;

/// <summary>Calendars: of the area, of a body, and of one person by an address that only they know.</summary>
static class CalendarEndpoints
{
    /// <summary>More than anybody plans, and bounded.</summary>
    const int Most = 500;
    /// <summary>How long a meeting stays in the calendar after its day.</summary>
    const int DaysBack = 90;

    public static void Map(WebApplication app)
    {
        app.MapGet("/publikt/{area}/moten.ics", OfArea).IsOpenData();
        app.MapGet("/publikt/{area}/organ/{id:guid}/moten.ics", OfBody).IsOpenData();
        app.MapGet(CalendarKeys.Route, OfPerson).WithMetadata(new MayAttribute(MayAttribute.Everyone), new PublicPartAttribute());
    }

    static async Task<IResult> OfArea(HttpContext context, PublishedLists lists, AreaDirectory directory, TimeProvider clock, CancellationToken ct) =>
        new FeedAnswer(await Write(context, lists, directory, clock, $"Möten i {context.Features.Get<PublicArea>()!.Name}", null, ct), ICalendar.Type, null);

    static async Task<IResult> OfBody(Guid id, HttpContext context, PublishedLists lists, AreaDirectory directory, TimeProvider clock, CancellationToken ct) =>
        await directory.Body(id, ct) is { } body
            ? new FeedAnswer(await Write(context, lists, directory, clock, body.ShortName, [id], ct), ICalendar.Type, null)
            : Results.NotFound();

    /// <summary>The meetings of the bodies where the person has a place; no word of whose calendar it is.</summary>
    static async Task<IResult> OfPerson(string key, HttpContext context, CalendarKeys keys, PublishedLists lists, AreaDirectory directory, TimeProvider clock, CancellationToken ct)
    {
        if (await keys.BodiesOf(key, ct) is not { } bodies)
            return Results.NotFound();
        return Results.Bytes(await Write(context, lists, directory, clock, "Mina möten", bodies, ct), ICalendar.Type);
    }

    static async Task<byte[]> Write(HttpContext context, PublishedLists lists, AreaDirectory directory, TimeProvider clock, string name, IReadOnlyList<Guid>? bodies, CancellationToken ct)
    {
        var (place, names, from) = (Place.Of(context), (await directory.Bodies(ct)).ToDictionary(b => b.Id, b => b.ShortName), clock.Today().AddDays(-DaysBack));
        CalendarEvent Event(Guid id, Guid body, DateOnly on, TimeOnly? start, TimeOnly? end, string? at) =>
            new(CalendarEvent.UidOf(id), names.GetValueOrDefault(body, "–"), on, start, end, at, Made(id));
        var coming = (await lists.Coming(from, bodies, 1, Most, ct)).Rows.Select(m => Event(m.Id, m.Body, m.On, m.Start, m.End, m.Place) with { Sequence = m.Sequence });
        // What has been shown must be taken away by name: a calendar keeps what it no longer hears of.
        var cancelled = (await lists.Cancelled(from, bodies, Most, ct)).Select(m => Event(m.Id, m.Body, m.On, m.Start, m.End, m.Place) with { Sequence = m.Sequence, IsCancelled = true });
        var minutes = (await lists.Minutes(new(bodies, From: from), 1, Most, ct)).Rows.Select(m => m.Meeting).ToList();
        var planned = await lists.PlannedAs([.. minutes.Select(m => m.Id)], ct);
        var held = minutes.Select(m => Event(planned.GetValueOrDefault(m.Id, m.Id), m.Body, m.On, m.Start, m.End, m.Place) with { Address = place.Whole(PublicPages.Meeting(place.Area.Slug, m.Id)) });
        return ICalendar.Feed(name, coming.Concat(held).Concat(cancelled).DistinctBy(m => m.Uid).OrderBy(m => m.On).ThenBy(m => m.Start));
    }

    // An id of version 7 begins with the milliseconds of its making.
    static DateTimeOffset Made(Guid id) => DateTimeOffset.FromUnixTimeMilliseconds((long)(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(id.ToByteArray(bigEndian: true)) >> 16));
}
