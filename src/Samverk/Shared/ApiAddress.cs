namespace Samverk.Shared;

/// <summary>
/// What programs ask for, below <c>/api/</c>: answered in JSON also when it fails, known by a token alone and never by a
/// cookie. The page about it, <c>/api</c>, is a page like others.
/// </summary>
public static class ApiAddress
{
    /// <summary>The page that tells of the API.</summary>
    public const string Page = "/api";

    /// <summary>What is published, for anybody from anywhere.</summary>
    public const string Public = "/api/v1/public";

    public static bool IsAsked(HttpContext context) => context.Request.Path.StartsWithSegments(Page, StringComparison.Ordinal, out var rest) && rest.Value is { Length: > 1 };
}
