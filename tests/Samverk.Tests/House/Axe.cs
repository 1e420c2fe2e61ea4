using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Samverk.Tests.House;

/// <summary>What axe finds wrong with a page.</summary>
static class Axe
{
    static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>The rule and the first place that breaks it. Run in the page itself: our pages have no frames, and the library's own way opens one more page for each.</summary>
    public static async Task<IReadOnlyList<string>> Faults(IPage page)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>("() => axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations.map(v => `${v.id}: ${v.nodes[0].html}`))");
    }
}
