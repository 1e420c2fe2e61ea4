using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Agreements;
using Samverk.Import;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Organisations.Pages;
using Samverk.Plans;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Pages;

/// <summary>The history of every thing, and the log: who sees what, and what is in it.</summary>
public sealed partial class HistoryPagesTests(WorldOnce once, Chromium chromium)
{
    const string Log = "/administration/logg";

    [Fact, Trait("database", "both")]
    public async Task Every_thing_has_its_history_on_its_page_and_all_of_it_on_one_of_its_own()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await EveryPageTests.Secretary(world));
        foreach (var (kind, address, id) in await Things(world))
        {
            var page = await browser.GetStringAsync(address);
            Assert.True(page.Contains("id=\"historik\"", StringComparison.Ordinal), $"{kind} shows no history");
            var history = await browser.GetAsync($"/historik/{id}");
            Assert.True(history.StatusCode == HttpStatusCode.OK, $"{kind} has no page of history");
            // A principal that the area began with has no row of its own; all else says what happened, who and when.
            if (kind != nameof(Organisation))
            {
                Assert.Contains($"href=\"/historik/{id}\"", page, StringComparison.Ordinal);
                Assert.Contains("<time datetime=", await history.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Fact, Trait("database", "both")]
    public async Task What_one_may_not_see_has_no_history()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var unconfirmed = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Document>().Where(d => d.Confirmations.Count == 0).Select(d => new { d.Id, d.Batch }).FirstAsync());
        using var secretary = site.Browser(await EveryPageTests.Secretary(world));
        using var member = site.Browser(await Member(world));
        foreach (var id in new[] { unconfirmed.Id, unconfirmed.Batch })
        {
            Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync($"/historik/{id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"/historik/{id}")).StatusCode);
        }
        // Neither the area's own id, nor one that no thing has, nor a meeting that was withdrawn.
        var withdrawn = (await Things(world)).First(t => t.Kind == nameof(Meeting)).Id;
        await world.In(s => s.GetRequiredService<SamverkDb>().Set<Meeting>().Where(m => m.Id == withdrawn).ExecuteUpdateAsync(set => set.SetProperty(m => m.ReplacedBy, withdrawn)));
        foreach (var id in new[] { (await Member(world)).Area, Ids.Next(), withdrawn })
            Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"/historik/{id}")).StatusCode);
    }

    [Fact, Trait("database", "both")]
    public async Task A_long_history_is_read_page_by_page_without_a_limit()
    {
        await using var world = await once.Copy();
        var (_, _, body) = (await Things(world)).First(t => t.Kind == nameof(Body));
        var by = await Administrator(world);
        await world.In(s => s.GetRequiredService<Work>().Must(() =>
        {
            for (var i = 1; i <= 120; i++)
                s.GetRequiredService<Work>().Remember(new FactChanged(body, $"Ordningen {i}", "", "först", TestWorld.Noon.AddMinutes(i), by.Person));
            return Task.CompletedTask;
        }));
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await EveryPageTests.Secretary(world));
        List<string> seen = [];
        var next = $"/historik/{body}";
        while (next is not null)
        {
            var page = await browser.GetStringAsync(next);
            seen.AddRange(Changed().Matches(page).Select(m => m.Groups["name"].Value));
            next = Next().Match(page) is { Success: true } link ? WebUtility.HtmlDecode(link.Groups["to"].Value) : null;
        }
        Assert.Equal(Enumerable.Range(1, 120).Reverse().Select(i => $"Ordningen {i}"), seen);
    }

    [Fact, Trait("database", "both")]
    public async Task An_act_on_a_page_tells_from_where_and_for_whom()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var by = await Administrator(world);
        using var browser = site.Browser(by);
        browser.DefaultRequestHeaders.UserAgent.ParseAdd("Provlasare/1.0");
        using var posted = await TestSite.Post(browser, "/administration/organisationer", "/administration/organisationer", ("_handler", "organisation"), ("org-namn", "Föreningen Ny"), ("org-slag", "UserOrganisation"));
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
        var row = (await world.In(s => s.GetRequiredService<HistoryLog>().Search(new() { Text = "föreningen ny" }, null, 2))).Rows.Single();
        Assert.Equal((by.Person, by.Organisation), (row.Row.By!.Value, row.Row.ActedFor));
        Assert.Equal(("127.0.0.1", "Provlasare/1.0"), (row.Address, row.Browser));
        var log = WebUtility.HtmlDecode(await browser.GetStringAsync($"{Log}?ord=f%C3%B6reningen+ny"));
        Assert.Contains("för Region Bergslunda", log, StringComparison.Ordinal);
        Assert.Contains("Provlasare/1.0", log, StringComparison.Ordinal);
    }

    [Fact, Trait("database", "both")]
    public async Task Fetching_a_restricted_original_and_taking_out_the_log_are_rows_that_only_the_log_shows()
    {
        await using var world = await once.Copy();
        var document = (await Things(world)).First(t => t.Kind == nameof(Document)).Id;
        await world.In(s => s.GetRequiredService<SamverkDb>().Set<Document>().Where(d => d.Id == document).ExecuteUpdateAsync(set => set.SetProperty(d => d.PersonalData, 1)));
        await using var site = await TestSite.Over(world);
        using var member = site.Browser(await Member(world));
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync($"/importera/original/{document}")).StatusCode);
        Assert.Empty(await Read(world));
        using var browser = site.Browser(await Administrator(world));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/importera/original/{document}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"{LogExport.Csv}?ord=hej")).StatusCode);
        var read = await Read(world);
        Assert.Equal(2, read.Count);
        Assert.Contains("med orden ”hej”", read[0].Row.Words);
        Assert.Contains("innehåller personuppgifter, hämtades", read[1].Row.Words);
        Assert.Contains("innehåller personuppgifter, hämtades", WebUtility.HtmlDecode(await browser.GetStringAsync($"{Log}?slag=ProtectedRead")));
        Assert.DoesNotContain("hämtades", WebUtility.HtmlDecode(await browser.GetStringAsync($"/historik/{document}")));
    }

    [Fact, Trait("database", "both")]
    public async Task The_log_is_taken_out_for_Excel_without_formulas_and_as_json()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await Administrator(world));
        browser.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "=HYPERLINK(\"http://ont.example\";\"x\")");
        using var posted = await TestSite.Post(browser, "/administration/organisationer", "/administration/organisationer", ("_handler", "organisation"), ("org-namn", "=1+1; \"Ny\""), ("org-slag", "UserOrganisation"));
        var bytes = await browser.GetByteArrayAsync($"{LogExport.Csv}?slag=OrganisationAdded");
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.StartsWith("Rad;När;Vem;För;", lines[0]);
        Assert.Contains(";\"'=1+1; \"\"Ny\"\" lades till som organisation\";", lines[1]);
        Assert.Contains(";\"'=HYPERLINK(", lines[1]);
        Assert.Equal("", lines[^1]);

        var all = JsonDocument.Parse(await browser.GetStringAsync(LogExport.Json)).RootElement.EnumerateArray().ToList();
        var kept = await world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().ToDictionaryAsync(r => r.Number, r => Convert.ToHexStringLower(r.Hash)));
        Assert.Equal(kept.Count, all.Count);
        Assert.All(all, row => Assert.Equal(kept[row.GetProperty("number").GetInt64()], row.GetProperty("hash").GetString()));
        using var odd = await browser.GetAsync($"{LogExport.Csv}?fran=ig%C3%A5r");
        Assert.Equal(HttpStatusCode.Redirect, odd.StatusCode);
    }

    [Theory]
    [InlineData("+1", "'+1")]
    [InlineData(" @x", "' @x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("-", "'-")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("Ett möte", "Ett möte")]
    public void A_cell_is_text_whatever_stands_in_it(string text, string cell) => Assert.Equal(cell, Samverk.Shared.Csv.Cell(text));

    [Fact, Trait("database", "both")]
    public async Task An_administrator_erases_what_a_row_says_after_saying_why_and_being_sure()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await Administrator(world));
        var (row, text) = (await world.In(s => s.GetRequiredService<HistoryLog>().Search(new() { Kind = "AssignmentReported" }, null, 1))).Rows[0] is var found ? (found.Row.Number, found.Row.Words) : default;
        (string, string)[] typed = [("_handler", "radera"), ("stod", "Beslut 2026-14"), ("skal", "Fel person nämndes")];
        using var unsure = await TestSite.Post(browser, $"{Log}/{row}", $"{Log}/{row}", typed);
        var answer = WebUtility.HtmlDecode(await unsure.Content.ReadAsStringAsync());
        Assert.Contains("Kryssa i att det ska raderas.", answer);
        Assert.Contains("Fel person nämndes", answer);
        Assert.Contains(text, WebUtility.HtmlDecode(await browser.GetStringAsync($"{Log}/{row}")));
        using var sure = await TestSite.Post(browser, $"{Log}/{row}", $"{Log}/{row}", [.. typed, ("saker", "ja")]);
        Assert.Equal(HttpStatusCode.Redirect, sure.StatusCode);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(sure.Headers.Location!.ToString()));
        Assert.Contains("Uppgifterna är raderade", page);
        Assert.DoesNotContain("_handler", page);
        Assert.Contains($"Uppgifterna i rad {row} av historiken raderades enligt Beslut 2026-14", WebUtility.HtmlDecode(await browser.GetStringAsync(Log)));
        Assert.Null((await world.In(s => Verification.Walk(s.GetRequiredService<SamverkDb>()))).Broken);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{Log}/999999")).StatusCode);
    }

    [Fact]
    public async Task The_log_passes_axe_and_holds_its_width_on_a_desk_and_on_a_phone()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var things = await Things(world);
        List<string> faults = [];
        foreach (var width in new[] { 1280, 375 })
        {
            await using var context = await chromium.As(await Administrator(world), site, width);
            var page = await context.NewPageAsync();
            foreach (var address in new[] { Log, $"{Log}?slag=AssignmentReported&ord=redovisades&fran=fel", $"{Log}?ord=finnsinte", $"{Log}/7", $"/historik/{things[0].Id}" })
            {
                await page.GotoAsync(address);
                faults.AddRange((await Axe.Faults(page)).Select(fault => $"{address} {width}: {fault}"));
                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var overflow)
                    faults.Add($"{address} is {overflow} px too wide at {width}");
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    static async Task<IReadOnlyList<LogRow>> Read(TestWorld world) =>
        (await world.In(s => s.GetRequiredService<HistoryLog>().Search(new() { Kind = nameof(ProtectedRead) }, null, 10))).Rows;

    static Task<Actor> Administrator(TestWorld world) => world.Actor("Linda Ekroth");

    static async Task<Actor> Member(TestWorld world)
    {
        foreach (var person in await world.In(s => s.GetRequiredService<AreaDirectory>().People(default)))
            if ((await world.Actor(person.Id))! is { MemberOf.Count: > 0, Standings.Count: 0, Functions.Count: 0 } member)
                return member;
        throw new InvalidOperationException("The World has no plain member.");
    }

    /// <summary>One of each kind that has a page.</summary>
    static Task<List<(string Kind, string Address, Guid Id)>> Things(TestWorld world) => world.In(async s =>
    {
        var db = s.GetRequiredService<SamverkDb>();
        var document = await db.Set<Document>().Where(d => d.Confirmations.Any()).OrderBy(d => d.Id).Select(d => new { d.Id, d.Batch }).FirstAsync();
        var meeting = await db.Set<Meeting>().Where(m => m.Document == document.Id).Select(m => m.Id).SingleAsync();
        List<(string, string, Guid)> things =
        [
            (nameof(Meeting), "/moten", meeting),
            (nameof(Decision), "/beslut", await db.Set<Decision>().Where(d => d.Meeting == meeting).Select(d => d.Id).FirstAsync()),
            (nameof(Assignment), "/uppdrag", await db.Set<Assignment>().Where(a => a.ReportedAt != null).Select(a => a.Id).FirstAsync()),
            (nameof(Agreement), "/overenskommelser", await db.Set<Agreement>().Select(a => a.Id).FirstAsync()),
            (nameof(Body), "/organ", await db.Set<Body>().Select(b => b.Id).FirstAsync()),
            (nameof(Person), "/personer", await db.Set<Person>().Select(p => p.Id).FirstAsync()),
            (nameof(Organisation), "/huvudman", await db.Set<Organisation>().Where(o => o.Code != null).Select(o => o.Id).FirstAsync()),
            (nameof(Batch), "/importera", document.Batch),
            (nameof(Document), $"/importera/{document.Batch}", document.Id),
        ];
        return things.ConvertAll(t => (t.Item1, $"{t.Item2}/{t.Item3}", t.Item3));
    });

    [GeneratedRegex("<span>(?<name>Ordningen [0-9]+) ändrades", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Changed();

    [GeneratedRegex("<a href=\"(?<to>[^\"]+)\" rel=\"next\">", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Next();
}
