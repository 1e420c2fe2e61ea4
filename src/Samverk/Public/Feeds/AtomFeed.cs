using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Samverk.Meetings.Publishing;
using Samverk.Shared;

namespace Samverk.Public.Feeds;

/// <summary>What a feed is about.</summary>
/// <param name="Id">Never changes: the id of the area, body or principal.</param>
/// <param name="Page">The page that shows the same.</param>
sealed record FeedHead(Guid Id, string Title, string Page);

/// <summary>Published minutes as Atom (RFC 4287), a page at a time (RFC 5005).</summary>
static class AtomFeed
{
    public const string Type = "application/atom+xml; charset=utf-8";
    public const int Size = 25;
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static byte[] Write(FeedHead head, Listed<PublishedMinutes> minutes, Func<Guid, string> body, DateTimeOffset? changed, Paging paging, Place place) =>
        XmlBytes.Of(new(new XElement(Atom + "feed", new XAttribute(XNamespace.Xml + "lang", "sv"),
            new XElement(Atom + "id", Urn(head.Id)),
            new XElement(Atom + "title", XmlBytes.Said(head.Title)),
            new XElement(Atom + "updated", Instant(changed ?? DateTimeOffset.UnixEpoch)),
            new XElement(Atom + "author", new XElement(Atom + "name", XmlBytes.Said($"Samverk {place.Area.Name}"))),
            new XElement(Atom + "generator", "Samverk"),
            Link("self", place.Page(paging.Page), "application/atom+xml"),
            Link("alternate", place.Whole(head.Page), "text/html"),
            Link("first", place.Page(1), "application/atom+xml"),
            Link("last", place.Page(paging.Last(minutes.Total)), "application/atom+xml"),
            paging.Page > 1 ? Link("previous", place.Page(paging.Page - 1), "application/atom+xml") : null,
            paging.HasNext(minutes.Total) ? Link("next", place.Page(paging.Page + 1), "application/atom+xml") : null,
            minutes.Rows.Select(m => Entry(m, body, place)))));

    static XElement Entry(PublishedMinutes minutes, Func<Guid, string> body, Place place)
    {
        var m = minutes.Meeting;
        return new(Atom + "entry",
            new XElement(Atom + "id", Urn(m.Id)),
            new XElement(Atom + "title", XmlBytes.Said($"{body(m.Body)} {m.On.InWords()}")),
            new XElement(Atom + "updated", Instant(minutes.PublishedAt)),
            new XElement(Atom + "published", Instant(minutes.PublishedAt)),
            Link("alternate", place.Whole(PublicPages.Meeting(place.Area.Slug, m.Id)), "text/html"),
            Link("related", place.Whole(PublicFeeds.AkomaNtoso(place.Area.Slug, m.Id)), "application/akn+xml"),
            new XElement(Atom + "category", new XAttribute("term", m.Body.ToString("D")), new XAttribute("label", XmlBytes.Said(body(m.Body)))),
            new XElement(Atom + "content", new XAttribute("type", "html"), XmlBytes.Said(Content(minutes))));
    }

    static string Content(PublishedMinutes minutes)
    {
        var m = minutes.Meeting;
        string Line(string text) => $"<li>{WebUtility.HtmlEncode(text)}</li>";
        return m.Decisions.Count > 0 ? $"<ul>{string.Concat(m.Decisions.Select(d => Line($"{(d.Item is null ? d.Number : $"§ {d.Item}")}: {d.Text}")))}</ul>"
            : m.Items.Count > 0 ? $"<ul>{string.Concat(m.Items.Select(i => Line(i.Title)))}</ul>" : "<p>Inga beslut.</p>";
    }

    static XElement Link(string relation, string address, string type) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", address));

    static string Urn(Guid id) => $"urn:uuid:{id:D}";

    static string Instant(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
