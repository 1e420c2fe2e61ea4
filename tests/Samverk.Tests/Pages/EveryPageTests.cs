using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Samverk.Organisations;
using Samverk.Tests.House;

namespace Samverk.Tests.Pages;

/// <summary>Every page that the World's secretary can reach by links, in a real browser.</summary>
public sealed partial class EveryPageTests(WorldOnce once)
{
    const int MostPages = 600;

    /// <summary>What is taken out as files is more than anybody takes out in a minute.</summary>
    static readonly string[] Unlimited = ["--Limits:CostlyPerMinute", "1000000"];

    [Fact]
    [Trait("database", "both")]
    public async Task No_link_leads_nowhere()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world, Unlimited);
        using var browser = site.Browser(await Secretary(world));
        var seen = await Crawl(browser);
        Assert.True(seen.Count > 100, $"only {seen.Count} addresses were found");
        Assert.Empty(seen.Where(s => s.Value != HttpStatusCode.OK).Select(s => $"{s.Key} {(int)s.Value}"));
    }

    /// <summary>Every second kind of page, on a desk and on a phone.</summary>
    internal static async Task Look(WorldOnce once, Chromium chromium, bool even)
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world, Unlimited);
        var secretary = await Secretary(world);
        using var browser = site.Browser(secretary);
        Task<List<string>> found;
        lock (OneCrawl)
            found = pagesOfKinds ??= PagesOfKinds(browser);
        var pages = await found;
        Assert.True(pages.Count >= 15, $"only {pages.Count} kinds of pages: {string.Join(' ', pages)}");
        List<string> faults = [];
        await using var context = await chromium.As(secretary, site);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => faults.Add($"{page.Url} script: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                faults.Add($"{page.Url} console: {message.Text}");
        };
        foreach (var address in pages.Where((_, i) => i % 2 == 0 == even))
        {
            await page.GotoAsync(address);
            if (await page.Locator("h1").CountAsync() != 1)
                faults.Add($"{address} has not one h1");
            // Without its foot nothing says that the page is whole, and half of it may be drawn.
            if (await page.Locator("link[rel=expect][blocking=render][href='#foot']").CountAsync() != 1 || await page.Locator("footer#foot").CountAsync() != 1)
                faults.Add($"{address} may be drawn before all of it has come");
            foreach (var width in new[] { 1280, 375 })
            {
                await page.SetViewportSizeAsync(width, 800);
                faults.AddRange((await Axe.Faults(page)).Select(fault => $"{address} {width}: {fault}"));
                var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (overflow > 0)
                    faults.Add($"{address} is {overflow} px too wide at {width}");
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    static readonly Lock OneCrawl = new();
    static Task<List<string>>? pagesOfKinds;

    // Copies of one World have the same addresses: what one has found is there in the next.
    static async Task<List<string>> PagesOfKinds(HttpClient browser) => [.. (await Crawl(browser, 2)).Keys.Where(IsPage).GroupBy(Kind).Select(g => g.First()).Order()];

    // Follows links as a reader would, a page of each filter being enough.
    static async Task<Dictionary<string, HttpStatusCode>> Crawl(HttpClient browser, int mostOfAKind = 12)
    {
        var seen = new Dictionary<string, HttpStatusCode>();
        var kinds = new Dictionary<string, int>();
        var queue = new Queue<string>(["/"]);
        while (queue.TryDequeue(out var address) && seen.Count < MostPages)
        {
            if (seen.ContainsKey(address) || kinds.GetValueOrDefault(Kind(address)) >= mostOfAKind)
                continue;
            kinds[Kind(address)] = kinds.GetValueOrDefault(Kind(address)) + 1;
            using var answer = await browser.GetAsync(address);
            seen.Add(address, answer.StatusCode);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            foreach (Match link in Link().Matches(await answer.Content.ReadAsStringAsync()))
                if (WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0] is { Length: > 0 } to && to.StartsWith('/') && !to.StartsWith("//", StringComparison.Ordinal))
                    queue.Enqueue(to);
        }
        return seen;
    }

    static bool IsPage(string address) => !Path.HasExtension(address.Split('?')[0]) && !OriginalFile().IsMatch(address);

    /// <summary>'/moten/{id}' for every meeting; a query counts as one kind per path.</summary>
    static string Kind(string address) => Id().Replace(address.Split('?')[0], "{id}") + (address.Contains('?', StringComparison.Ordinal) ? "?" : "");

    internal static async Task<Actor> Secretary(TestWorld world) => await world.Actor("Maria Sandelin");

    [GeneratedRegex("""<a [^>]*href="([^"]+)"|<link [^>]*href="([^"]+)""")]
    private static partial Regex Link();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    [GeneratedRegex("^/importera/original/[^/]+$")]
    private static partial Regex OriginalFile();
}

/// <summary>One half of the pages; the other is <see cref="EveryOddPageTests"/>, so that both are looked at at the same time.</summary>
public sealed class EveryEvenPageTests(WorldOnce once, Chromium chromium)
{
    [Fact]
    public Task Passes_axe_and_holds_its_width() => EveryPageTests.Look(once, chromium, even: true);
}

public sealed class EveryOddPageTests(WorldOnce once, Chromium chromium)
{
    [Fact]
    public Task Passes_axe_and_holds_its_width() => EveryPageTests.Look(once, chromium, even: false);
}
