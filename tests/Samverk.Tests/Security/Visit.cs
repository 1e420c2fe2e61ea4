using System.Net;
using System.Text.RegularExpressions;
using Samverk.Tests.House;

namespace Samverk.Tests.Security;

/// <summary>A page as it was answered.</summary>
sealed record Visited(string Address, HttpResponseMessage Answer, string Html);

/// <summary>Goes where links lead.</summary>
static partial class Visit
{
    /// <summary>Every page that links lead to from the front page and those given, at most so many of each kind.</summary>
    public static async Task<List<Visited>> All(HttpClient browser, int ofEachKind = 3, params IEnumerable<string> more)
    {
        List<Visited> seen = [];
        var known = new HashSet<string>(StringComparer.Ordinal);
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var queue = new Queue<string>(["/", .. more]);
        while (queue.TryDequeue(out var address))
        {
            if (!known.Add(address) || kinds.GetValueOrDefault(Kind(address)) >= ofEachKind)
                continue;
            kinds[Kind(address)] = kinds.GetValueOrDefault(Kind(address)) + 1;
            var answer = await browser.GetAsync(address);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var html = await answer.Content.ReadAsStringAsync();
            seen.Add(new(address, answer, html));
            foreach (var to in Links(html))
                queue.Enqueue(to);
        }
        return seen;
    }

    /// <summary>The addresses within the site that a page links to.</summary>
    public static IEnumerable<string> Links(string html) =>
        Link().Matches(html).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0])
            .Where(to => to.StartsWith('/') && !to.StartsWith("//", StringComparison.Ordinal));

    /// <summary>'/moten/{id}' for every meeting.</summary>
    public static string Kind(string address) => Id().Replace(address.Split('?')[0], "{id}");

    public static IEnumerable<Guid> Ids(string html) => Id().Matches(html).Select(id => Guid.Parse(id.Value)).Distinct();

    /// <summary>The token of the forms on a page.</summary>
    public static string Token(string html) => WebUtility.HtmlDecode(Hidden().Match(html).Groups[1].Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("""<a [^>]*href="([^"]+)""")]
    private static partial Regex Link();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
