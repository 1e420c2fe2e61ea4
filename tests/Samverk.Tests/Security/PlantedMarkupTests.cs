using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Security;

/// <summary>
/// Samverk renders no markup that anybody has typed: Markdown and HTML that are handed over are read as text. So whatever
/// is planted comes out as text, on every page.
/// </summary>
public sealed class PlantedMarkupTests(WorldOnce once, Chromium chromium)
{
    /// <summary>Addresses that repeat what they are asked.</summary>
    static readonly string[] Echoes = ["/beslut?q=", "/personer?q=", "/logga-in?till=", "/importera?nej=", "/administration?gjort=", "/kom-igang?nyckel=", "/moten?lage=", "/moten?vidare=", "/vyer/ny?vy=", "/beslut?slag=", "/beslut?sortera=", "/finns/inte/"];

    [Fact]
    public async Task What_is_planted_in_any_text_comes_out_as_text_on_every_page()
    {
        await using var world = await once.Copy();
        var administrator = (await world.Actor(await Target.Administrator(world)))!;
        // Before there is a site, whose own worker would read some of it.
        var (batch, open, confirmed) = await Planted.InMinutes(world, administrator);
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(administrator);
        await InForms(world, browser);
        var pages = await Visit.All(browser, 6,
            [$"/importera/{batch}", $"/importera/{batch}/{open}", $"/importera/{batch}/{confirmed}", $"/importera/{batch}/bekrafta", $"/importera/original/{open}/text",
                .. Echoes.Select(echo => echo + Uri.EscapeDataString(Planted.Markup)), $"/logga-in?till={Planted.Address}", .. await Addresses(world, confirmed)]);
        // Where it is not encoded the page is told by its markup, before any browser has seen it.
        Assert.All(pages, page => Assert.False(page.Html.Contains("<img src=x", StringComparison.OrdinalIgnoreCase) || page.Html.Contains("<script data-planted", StringComparison.OrdinalIgnoreCase), page.Address));
        var reached = pages.Where(page => page.Html.Contains(Planted.Encoded, StringComparison.Ordinal)).ToList();
        var kinds = reached.Select(page => Visit.Kind(page.Address)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(kinds.Count >= 14, $"The plant reached only {string.Join(' ', kinds)}");
        Assert.Empty(await Run(site, administrator, reached.GroupBy(page => Visit.Kind(page.Address)).SelectMany(kind => kind.Take(3)).Select(page => page.Address)));
    }

    /// <summary>What a real browser makes of the pages.</summary>
    async Task<List<string>> Run(TestSite site, Actor actor, IEnumerable<string> addresses)
    {
        List<string> faults = [];
        await using var context = await chromium.As(actor, site);
        var page = await context.NewPageAsync();
        page.Dialog += (_, dialog) =>
        {
            faults.Add($"{page.Url}: a dialog");
            _ = dialog.DismissAsync();
        };
        page.Console += (_, message) =>
        {
            // The status of a page that is not found is an error in the console too.
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
                faults.Add($"{page.Url}: {message.Text}");
        };
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            var found = await page.EvaluateAsync<string?>("""
                () => [window.planted && 'ran', document.querySelector('[data-planted]') && 'became an element',
                  document.querySelector('a[href^="javascript:" i], form[action^="javascript:" i]') && 'became an address'].filter(Boolean).join(', ')
                """);
            if (!string.IsNullOrEmpty(found))
                faults.Add($"{address}: the plant {found}");
        }
        return faults;
    }

    /// <summary>In every text of every form that an administrator can reach. What is refused stands in its field again, and is looked at too.</summary>
    static async Task InForms(TestWorld world, HttpClient browser)
    {
        var open = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Assignment>().Where(a => a.ReportedAt == null).Select(a => a.Id).FirstAsync());
        var pages = await Visit.All(browser, 2, $"/uppdrag/{open}");
        var forms = pages.SelectMany(page => FoundForm.On(page).Where(form => form.TakesText)).DistinctBy(form => (Visit.Kind(form.Action), form.Name)).ToList();
        var accepted = 0;
        foreach (var (form, number) in forms.Select((form, number) => (form, number)))
        {
            using var answer = await form.Send(browser, field => field.MaxLength is > 0 and < 150 ? $"XQ{number}" : $"{Planted.Markup} {number}");
            var html = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{form.Action} {form.Name}: {answer.StatusCode}");
            Assert.False(html.Contains("<img src=x", StringComparison.OrdinalIgnoreCase), $"{form.Action} {form.Name}");
            accepted += answer.StatusCode == HttpStatusCode.Redirect ? 1 : 0;
        }
        Assert.True(accepted >= 4, $"Only {accepted} of {string.Join(", ", forms.Select(form => $"{form.Action} {form.Name}"))}");
    }

    /// <summary>The pages of what the planted minutes became.</summary>
    static Task<List<string>> Addresses(TestWorld world, Guid document) => world.In(async s =>
    {
        var db = s.GetRequiredService<SamverkDb>();
        var meeting = await db.Set<Samverk.Meetings.Meeting>().Include(m => m.Decisions).SingleAsync(m => m.Document == document);
        var assignments = await db.Set<Assignment>().Where(a => a.Meeting == meeting.Id).Select(a => a.Id).ToListAsync();
        var agreements = await db.Set<Samverk.Agreements.Agreement>().Where(a => a.Name.Contains("planted")).Select(a => a.Id).ToListAsync();
        var people = (await s.GetRequiredService<AreaDirectory>().People(default)).Where(p => p.Name.Contains("planted", StringComparison.Ordinal)).Select(p => p.Id).ToList();
        var bodies = (await s.GetRequiredService<AreaDirectory>().Bodies(default)).Where(b => b.Name.Contains("planted", StringComparison.Ordinal)).Select(b => b.Id).ToList();
        Assert.NotEmpty(people);
        return new List<string>(
        [
            $"/moten/{meeting.Id}", .. meeting.Decisions.Select(d => $"/beslut/{d.Id}"), .. assignments.Select(a => $"/uppdrag/{a}"), .. agreements.Select(a => $"/overenskommelser/{a}"),
            .. people.Select(p => $"/personer/{p}"), .. bodies.Select(b => $"/organ/{b}"), $"/importera/original/{document}/text",
        ]);
    });
}
