namespace Samverk.Public;

/// <summary>The addresses of the public site.</summary>
public static class PublicPages
{
    public const string Start = "/publikt", Accessibility = "/tillganglighet", OpenData = "/oppna-data";

    public static string Area(string slug) => $"{Start}/{slug}";
    public static string Bodies(string slug) => $"{Start}/{slug}/organ";
    public static string Body(string slug, Guid body) => $"{Start}/{slug}/organ/{body:D}";
    public static string Meetings(string slug) => $"{Start}/{slug}/moten";
    public static string Meeting(string slug, Guid meeting) => $"{Start}/{slug}/moten/{meeting:D}";
    public static string Decisions(string slug) => $"{Start}/{slug}/beslut";
    public static string Decision(string slug, Guid decision) => $"{Start}/{slug}/beslut/{decision:D}";
    public static string Subscribe(string slug) => $"{Start}/{slug}/prenumerera";
    public static string OpenDataOf(string slug) => $"{Start}/{slug}/oppna-data";
    public static string AccessibilityOf(string slug) => $"{Start}/{slug}/tillganglighet";
}
