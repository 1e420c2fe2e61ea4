namespace Samverk.Shared;

public static class SiteAddress
{
    /// <summary>The site as it was asked for, with no slash at the end: what links in letters and files begin with.</summary>
    public static string Site(this HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}";
}
