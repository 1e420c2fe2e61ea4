using Samverk.Meetings.Publishing;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Public.Feeds;

/// <summary>The addresses of feeds: of an area, of a body, of a principal.</summary>
static class FeedEndpoints
{
    const string Area = "/publikt/{area}";

    public static void Map(WebApplication app)
    {
        app.MapGet(Area + "/flode.atom", OfArea).IsOpenData();
        app.MapGet(Area + "/organ/{id:guid}/flode.atom", OfBody).IsOpenData();
        app.MapGet(Area + "/huvudman/{id:guid}/flode.atom", OfPrincipal).IsOpenData();
    }

    /// <summary>Open data: of an area, for everybody, from anywhere.</summary>
    public static void IsOpenData(this RouteHandlerBuilder address) => address.WithMetadata(new MayAttribute(MayAttribute.Everyone), new PublicPartAttribute(), OpenData.Mark);

    static Task<IResult> OfArea(HttpContext context, PublishedLists lists, AreaDirectory directory, CancellationToken ct)
    {
        var area = context.Features.Get<PublicArea>()!;
        return Atom(context, lists, directory, new(area.Id, $"Protokoll i {area.Name}", PublicPages.Area(area.Slug)), new(), ct);
    }

    static async Task<IResult> OfBody(Guid id, HttpContext context, PublishedLists lists, AreaDirectory directory, CancellationToken ct) =>
        await directory.Body(id, ct) is { } body
            ? await Atom(context, lists, directory, new(id, $"Protokoll från {body.Name}", PublicPages.Body(context.Features.Get<PublicArea>()!.Slug, id)), new([id]), ct)
            : Results.NotFound();

    /// <summary>The minutes of the bodies where a principal has a seat.</summary>
    static async Task<IResult> OfPrincipal(Guid id, HttpContext context, PublishedLists lists, AreaDirectory directory, OrganisationsLists organisations, CancellationToken ct)
    {
        if ((await directory.Organisations(ct)).FirstOrDefault(o => o.Id == id && o.IsPrincipal) is not { } principal)
            return Results.NotFound();
        var bodies = (await organisations.SeatsOf(id, ct)).Select(s => s.Body).Distinct().ToList();
        return await Atom(context, lists, directory, new(id, $"Protokoll från organ där {principal.Name} sitter", PublicPages.Area(context.Features.Get<PublicArea>()!.Slug)), new(bodies), ct);
    }

    static async Task<IResult> Atom(HttpContext context, PublishedLists lists, AreaDirectory directory, FeedHead head, PublishedFilter filter, CancellationToken ct)
    {
        if (Paging.Of(context, AtomFeed.Size) is not { } paging)
            return Results.NotFound();
        var names = (await directory.Bodies(ct)).ToDictionary(b => b.Id, b => b.ShortName);
        var (minutes, changed) = (await lists.Latest(filter, paging.Page, paging.Size, ct), await lists.LastChange(ct));
        return new FeedAnswer(AtomFeed.Write(head, minutes, id => names.GetValueOrDefault(id, "–"), changed, paging, Place.Of(context)), AtomFeed.Type, changed);
    }
}
