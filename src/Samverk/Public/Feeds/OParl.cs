using System.Globalization;
using System.Text.Json.Nodes;
using Samverk.Meetings;
using Samverk.Meetings.Publishing;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Public.Feeds;

/// <summary>The objects of OParl 1.1: each has an id that is its address, a type, and no property without a value.</summary>
/// <param name="Licence">Under which all of it may be used.</param>
sealed record OParl(Place Place, string Licence)
{
    const string Schema = "https://schema.oparl.org/1.1/";

    public JsonObject System() => Json.Object(
        ("id", At()), ("type", Schema + "System"), ("oparlVersion", Schema), ("name", $"Samverk {Place.Area.Name}"), ("license", Licence), ("body", At("bodies")),
        ("website", Place.Whole(PublicPages.Area(Place.Area.Slug))), ("web", Place.Whole(PublicPages.OpenDataOf(Place.Area.Slug))));

    public JsonObject Body() => Json.Object(
        ("id", At("body")), ("type", Schema + "Body"), ("system", At()), ("name", $"Samverkan i {Place.Area.Name}"), ("shortName", Place.Area.Name), ("license", Licence),
        ("organization", At("organizations")), ("person", At("people")), ("meeting", At("meetings")), ("paper", At("papers")), ("agendaItem", At("agendaitems")),
        ("legislativeTerm", new JsonArray()), ("legislativeTermList", At("terms")), ("consultation", At("consultations")), ("file", At("files")), ("locationList", At("locations")), ("membership", At("memberships")),
        ("web", Place.Whole(PublicPages.Area(Place.Area.Slug))));

    public JsonObject Organization(ListedBody b) => Json.Object(
        ("id", At($"organizations/{b.Id:D}")), ("type", Schema + "Organization"), ("body", At("body")), ("name", b.Name), ("shortName", b.ShortName), ("organizationType", "Gremium"),
        ("subOrganizationOf", b.Parent is { } parent ? At($"organizations/{parent:D}") : null), ("meeting", At($"organizations/{b.Id:D}/meetings")),
        ("web", Place.Whole(PublicPages.Body(Place.Area.Slug, b.Id))));

    public JsonObject Organization(OrganisationInfo o) => Json.Object(
        ("id", At($"organizations/{o.Id:D}")), ("type", Schema + "Organization"), ("body", At("body")), ("name", o.Name), ("organizationType", o.IsPrincipal ? "Institution" : "Sonstiges"),
        ("classification", o.IsPrincipal ? "huvudman" : null));

    public JsonObject Meeting(PublishedMinutes minutes, string body)
    {
        var m = minutes.Meeting;
        return Json.Object(
            ("id", At($"meetings/{m.Id:D}")), ("type", Schema + "Meeting"), ("name", $"{body} {m.On.InWords()}"), ("meetingState", "durchgeführt"), ("cancelled", false),
            ("start", Instant(m.On, m.Start ?? TimeOnly.MinValue)), ("end", m.End is { } end && m.Start is not null ? Instant(m.On, end) : null), ("location", Location(m.Id, m.Place)),
            ("organization", new JsonArray(At($"organizations/{m.Body:D}"))), ("resultsProtocol", File(minutes, body)),
            ("agendaItem", Json.Array(m.Items.Select((_, i) => AgendaItem(minutes, i)))),
            ("created", Instant(minutes.PublishedAt)), ("modified", Instant(minutes.PublishedAt)), ("web", Place.Whole(PublicPages.Meeting(Place.Area.Slug, m.Id))));
    }

    public JsonObject Meeting(ComingMeeting m, string body) => Json.Object(
        ("id", At($"meetings/{m.Id:D}")), ("type", Schema + "Meeting"), ("name", $"{body} {m.On.InWords()}"), ("meetingState", "terminiert"), ("cancelled", false),
        ("start", Instant(m.On, m.Start ?? TimeOnly.MinValue)), ("end", m.End is { } end && m.Start is not null ? Instant(m.On, end) : null), ("location", Location(m.Id, m.Place)),
        ("organization", new JsonArray(At($"organizations/{m.Body:D}"))), ("agendaItem", new JsonArray()));

    public JsonObject? Location(Guid meeting, string? place) => place is null ? null : Json.Object(
        ("id", At($"meetings/{meeting:D}/location")), ("type", Schema + "Location"), ("description", place), ("meetings", new JsonArray(At($"meetings/{meeting:D}"))));

    public JsonObject File(PublishedMinutes minutes, string body) => Json.Object(
        ("id", At($"files/{minutes.Meeting.Id:D}")), ("type", Schema + "File"), ("name", $"Protokoll, {body} {minutes.Meeting.On.InWords()}"), ("fileName", "protokoll.akn.xml"), ("mimeType", "application/akn+xml"),
        ("date", minutes.Meeting.On.Iso()), ("accessUrl", Place.Whole(PublicFeeds.AkomaNtoso(Place.Area.Slug, minutes.Meeting.Id))), ("fileLicense", Licence),
        ("meeting", new JsonArray(At($"meetings/{minutes.Meeting.Id:D}"))), ("created", Instant(minutes.PublishedAt)), ("modified", Instant(minutes.PublishedAt)));

    /// <param name="position">Its place on the agenda, the first is 0.</param>
    public JsonObject AgendaItem(PublishedMinutes minutes, int position)
    {
        var (m, item) = (minutes.Meeting, minutes.Meeting.Items[position]);
        var decisions = m.Decisions.Where(d => item.Number is not null && d.Item == item.Number && m.Items.First(i => i.Number == item.Number) == item).ToList();
        return Json.Object(
            ("id", At($"meetings/{m.Id:D}/items/{position}")), ("type", Schema + "AgendaItem"), ("meeting", At($"meetings/{m.Id:D}")), ("number", item.Number), ("order", position),
            ("name", item.Title), ("public", true), ("result", decisions.Count == 0 ? null : string.Join(", ", decisions.Select(d => d.Outcome.Words()).Distinct())),
            ("resolutionText", decisions.Count == 0 ? null : string.Join('\n', decisions.Select(d => d.Text))),
            ("created", Instant(minutes.PublishedAt)), ("modified", Instant(minutes.PublishedAt)), ("web", Place.Whole(PublicPages.Meeting(Place.Area.Slug, m.Id))));
    }

    /// <summary>A decision is the paper that the collaboration leaves behind.</summary>
    public JsonObject Paper(PublishedDecision d) => Json.Object(
        ("id", At($"papers/{d.Row.Id:D}")), ("type", Schema + "Paper"), ("body", At("body")), ("name", d.Row.ItemTitle ?? d.Row.Number), ("reference", d.Row.Number), ("date", d.Row.On.Iso()),
        ("paperType", $"Beslut: {d.Row.Outcome.Words()}"), ("originatorOrganization", new JsonArray(At($"organizations/{d.Row.Body:D}"))), ("consultation", new JsonArray(Consultation(d))),
        ("created", Instant(d.PublishedAt)), ("modified", Instant(d.PublishedAt)), ("web", Place.Whole(PublicPages.Decision(Place.Area.Slug, d.Row.Id))));

    /// <summary>That the paper was dealt with at a meeting, and decided there.</summary>
    public JsonObject Consultation(PublishedDecision d) => Json.Object(
        ("id", At($"consultations/{d.Row.Id:D}")), ("type", Schema + "Consultation"), ("paper", At($"papers/{d.Row.Id:D}")), ("meeting", At($"meetings/{d.Row.Meeting:D}")),
        ("organization", new JsonArray(At($"organizations/{d.Row.Body:D}"))), ("authoritative", true), ("role", "Beslut"),
        ("created", Instant(d.PublishedAt)), ("modified", Instant(d.PublishedAt)));

    /// <summary>A page of a list with the addresses of its neighbours.</summary>
    public JsonObject List(IEnumerable<JsonNode?> rows, int total, Paging paging) => Json.Object(
        ("data", Json.Array(rows)),
        ("pagination", Json.Object(("totalElements", total), ("elementsPerPage", paging.Size), ("currentPage", paging.Page), ("totalPages", paging.Last(total)))),
        ("links", Json.Object(("first", Place.Page(1)), ("prev", paging.Page > 1 ? Place.Page(paging.Page - 1) : null), ("self", Place.Page(paging.Page)),
            ("next", paging.HasNext(total) ? Place.Page(paging.Page + 1) : null), ("last", Place.Page(paging.Last(total))))));

    string At(string? rest = null) => Place.Whole(PublicFeeds.OParl(Place.Area.Slug)) + (rest is null ? "" : "/" + rest);

    static string Instant(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);

    static string Instant(DateOnly day, TimeOnly time) => day.At(time).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
