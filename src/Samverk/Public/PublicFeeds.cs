namespace Samverk.Public;

/// <summary>The addresses of feeds and open data.</summary>
public static class PublicFeeds
{
    public static string Atom(string slug) => $"{PublicPages.Area(slug)}/flode.atom";
    public static string AtomOfBody(string slug, Guid body) => $"{PublicPages.Body(slug, body)}/flode.atom";
    public static string AtomOfPrincipal(string slug, Guid principal) => $"{PublicPages.Area(slug)}/huvudman/{principal:D}/flode.atom";
    public static string Calendar(string slug) => $"{PublicPages.Area(slug)}/moten.ics";
    public static string CalendarOfBody(string slug, Guid body) => $"{PublicPages.Body(slug, body)}/moten.ics";
    public static string AkomaNtoso(string slug, Guid meeting) => $"{PublicPages.Meeting(slug, meeting)}/protokoll.akn.xml";
    public static string Pdf(string slug, Guid meeting) => $"{PublicPages.Meeting(slug, meeting)}/protokoll.pdf";
    public static string Popolo(string slug) => $"{PublicPages.Area(slug)}/popolo.json";
    public static string OParl(string slug) => $"{PublicPages.Area(slug)}/oparl";
    public static string Dcat(string slug) => $"{PublicPages.Area(slug)}/dcat.rdf";
}
