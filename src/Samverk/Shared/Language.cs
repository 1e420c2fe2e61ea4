using Microsoft.Net.Http.Headers;

namespace Samverk.Shared;

/// <summary>The language that a program wants words in: Swedish, unless it asks for English first.</summary>
public static class Language
{
    public static bool IsEnglish(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage is { Count: > 0 } wanted
        && wanted.Where(w => w.Quality != 0).OrderByDescending(w => w.Quality ?? 1).Select(Primary).FirstOrDefault(w => w is "sv" or "en" or "*") == "en";

    /// <summary>As in <c>Content-Language</c>.</summary>
    public static string Of(HttpRequest request) => IsEnglish(request) ? "en" : "sv";

    static string Primary(StringWithQualityHeaderValue wanted) => wanted.Value.Value?.Split('-')[0].ToLowerInvariant() ?? "";
}
