using System.Net;
using System.Text.RegularExpressions;
using Samverk.Tests.House;

namespace Samverk.Tests.Public;

/// <summary>Everything public that links lead to, pages, feeds and data alike, by somebody who has not signed in.</summary>
static partial class PublicCrawl
{
    /// <param name="ofEachKind">How many of each kind of address are read.</param>
    /// <returns>What each address answered, as text without escapes.</returns>
    public static async Task<Dictionary<string, string>> All(TestSite site, HttpClient browser, int ofEachKind = 60, params IEnumerable<string> from)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var queue = new Queue<string>(["/", "/publikt", "/oppna-data", "/tillganglighet", .. from]);
        while (queue.TryDequeue(out var address))
        {
            if (seen.ContainsKey(address) || kinds.GetValueOrDefault(Kind(address)) >= ofEachKind)
                continue;
            kinds[Kind(address)] = kinds.GetValueOrDefault(Kind(address)) + 1;
            using var answer = await browser.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {(int)answer.StatusCode}");
            var raw = await answer.Content.ReadAsStringAsync();
            var text = answer.Content.Headers.ContentType?.MediaType == "application/json" ? raw.Replace("\\u0026", "&", StringComparison.Ordinal).Replace("\\n", " ", StringComparison.Ordinal) : WebUtility.HtmlDecode(raw);
            // A calendar's long lines go on after a space.
            text = text.Replace("\r\n ", "", StringComparison.Ordinal);
            seen.Add(address, text);
            foreach (var to in Link().Matches(text).Select(m => m.Groups[1].Value).Concat(Whole().Matches(text).Where(m => m.Value.StartsWith(site.Address, StringComparison.Ordinal)).Select(m => m.Value[site.Address.Length..])))
                if (to.Split('#')[0] is ['/', not '/', ..] or "/")
                    queue.Enqueue(to.Split('#')[0]);
        }
        seen.Remove("/logga-in");
        return seen;
    }

    public static string Kind(string address) => Id().Replace(address.Split('?')[0], "{id}") + (address.Contains('?', StringComparison.Ordinal) ? "?" : "");

    [GeneratedRegex("<(?:a|link) [^>]*href=\"([^\"]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("http://127[^\"<>\\s]+")]
    private static partial Regex Whole();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}(?:/items/\\d+)?")]
    private static partial Regex Id();
}
