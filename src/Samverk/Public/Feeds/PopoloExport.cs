using System.Text.Json.Nodes;
using Samverk.Organisations;

namespace Samverk.Public.Feeds;

/// <summary>
/// Who sits where, as Popolo has it: organisations and bodies, posts, and memberships as the seats of organisations. It
/// has no people: who they are is said in published minutes and nowhere else.
/// </summary>
static class PopoloExport
{
    public static JsonObject Write(IReadOnlyList<OrganisationInfo> organisations, IReadOnlyList<ListedBody> bodies, IReadOnlyList<PublicSeat> seats, Place place) => Json.Object(
        ("organizations", Json.Array([.. organisations.Select(Organisation), .. bodies.Select(b => Body(b, place))])),
        ("posts", Json.Array(seats.Select(Post))),
        ("memberships", Json.Array(seats.Where(s => s.Organisation is not null).Select(Membership))),
        ("persons", new JsonArray()));

    static JsonObject Organisation(OrganisationInfo o) => Json.Object(
        ("id", $"{o.Id:D}"), ("name", o.Name), ("classification", o.Kind.ToString().ToLowerInvariant()),
        ("identifiers", o.Code is null ? null : new JsonArray(Json.Object(("scheme", "SCB"), ("identifier", o.Code)))));

    static JsonObject Body(ListedBody b, Place place) => Json.Object(
        ("id", $"{b.Id:D}"), ("name", b.Name), ("other_names", b.ShortName == b.Name ? null : new JsonArray(Json.Object(("name", b.ShortName)))), ("classification", "body"),
        ("parent_id", b.Parent is { } parent ? $"{parent:D}" : null),
        ("links", new JsonArray(Json.Object(("url", place.Whole(PublicPages.Body(place.Area.Slug, b.Id))), ("note", "Webbsida")))));

    static JsonObject Post(PublicSeat s) => Json.Object(
        ("id", $"{s.Id:D}"), ("label", s.Label), ("organization_id", $"{s.Body:D}"), ("role", "member"),
        ("start_date", s.From is { } from ? $"{from:yyyy-MM-dd}" : null), ("end_date", s.To is { } to ? $"{to:yyyy-MM-dd}" : null));

    static JsonObject Membership(PublicSeat s) => Json.Object(
        ("id", $"{s.Id:D}-{s.Organisation:D}"), ("label", s.Label), ("role", "member"), ("organization_id", $"{s.Body:D}"), ("post_id", $"{s.Id:D}"), ("on_behalf_of_id", $"{s.Organisation:D}"),
        ("start_date", s.From is { } from ? $"{from:yyyy-MM-dd}" : null), ("end_date", s.To is { } to ? $"{to:yyyy-MM-dd}" : null));
}
