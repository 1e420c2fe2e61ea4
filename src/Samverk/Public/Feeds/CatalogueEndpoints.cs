using Samverk.Meetings.Publishing;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Public.Feeds;

/// <summary>The area's catalogue for the national data portal, and who sits where.</summary>
static class CatalogueEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/publikt/{area}/dcat.rdf", Dcat).IsOpenData();
        app.MapGet("/publikt/{area}/popolo.json", Popolo).IsOpenData();
    }

    static async Task<IResult> Dcat(HttpContext context, PublishedLists lists, AreaDirectory directory, PlaceLists places, TimeProvider clock, CancellationToken ct)
    {
        var (place, organisations, changed) = (Place.Of(context), await directory.Organisations(ct), await lists.LastChange(ct));
        var region = organisations.FirstOrDefault(o => o.Kind == OrganisationKind.Region);
        var contact = region is null ? null : (await places.Contacts(region.Id, clock.Today(), ct)).FirstOrDefault(c => c.Mail is not null && c.From <= clock.Today());
        var catalogue = new DcatCatalogue(place, region?.Name ?? place.Area.Name, contact, DateOnly.FromDateTime((changed ?? DateTimeOffset.UnixEpoch).Local()));
        return new FeedAnswer(catalogue.Write(OpenDataList.Of(place.Area.Slug, await directory.Bodies(ct), [.. organisations.Where(o => o.IsPrincipal)])), DcatCatalogue.Type, null);
    }

    static async Task<IResult> Popolo(HttpContext context, AreaDirectory directory, OrganisationsLists organisations, TimeProvider clock, CancellationToken ct) =>
        new FeedAnswer(Json.Bytes(PopoloExport.Write(await directory.Organisations(ct), await organisations.Bodies(clock.Today(), ct), await organisations.AllSeats(ct), Place.Of(context))), Json.Type, null);
}
