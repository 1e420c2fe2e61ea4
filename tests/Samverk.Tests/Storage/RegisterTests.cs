using Samverk.Shared;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Storage;
using Samverk.Storage.Registers;
using Samverk.Tests.House;
using Samverk.Tests.Pages;

namespace Samverk.Tests.Storage;

/// <summary>What every register keeps to, whatever it lists: one definition serves page, counts, files and other systems.</summary>
[Trait("database", "both")]
public sealed class RegisterTests(WorldOnce once)
{
    static readonly HashSet<string> None = [];

    [Fact]
    public async Task Read_page_by_page_onward_and_back_a_register_shows_each_row_once_and_in_the_order_of_the_whole()
    {
        await using var world = await once.Copy();
        await Each(world, async register =>
        {
            foreach (var order in register.Sorts.SelectMany(s => new[] { s.Name, "-" + s.Name }))
            {
                var selection = Selection.All with { Order = order };
                var whole = await IdsOf(register, register.Whole(selection));
                var (onward, last) = await Walk(register, selection, back: false);
                Assert.True(whole.SequenceEqual(onward), $"{register.ApiName} by {order}");
                if (last is { } end)
                {
                    var (back, _) = await Walk(register, selection with { Cursor = end }, back: true);
                    Assert.Equal(whole[..^(whole.Count - back.Count)], back);
                }
            }
        });
    }

    [Fact]
    public async Task The_count_beside_a_value_is_what_choosing_it_gives()
    {
        await using var world = await once.Copy();
        await Each(world, async register =>
        {
            var counts = await register.Counts(Selection.All, default);
            Assert.Equal((await IdsOf(register, register.Whole(Selection.All))).Count, counts.Total);
            foreach (var filter in counts.Filters)
            {
                foreach (var value in filter.Values)
                {
                    var chosen = Selection.All.With(filter.Filter.Name, value.Value);
                    Assert.Equal((register.ApiName, filter.Filter.Name, value.Value, value.Count), (register.ApiName, filter.Filter.Name, value.Value, await register.Total(chosen, default)));
                    Assert.NotEqual("–", filter.Filter.TextOf(value.Value));
                }
            }
        });
    }

    [Fact]
    public async Task Filters_narrow_together_and_values_under_one_widen()
    {
        await using var world = await once.Copy();
        await Each(world, async register =>
        {
            var filters = (await register.Counts(Selection.All, default)).Filters.Where(f => f.Values.Count > 1).ToList();
            foreach (var filter in filters)
            {
                var (one, two) = (filter.Values[0].Value, filter.Values[1].Value);
                var both = (await IdsOf(register, register.Whole(Selection.All.With(filter.Filter.Name, one, two)))).ToHashSet();
                var alone = await IdsOf(register, register.Whole(Selection.All.With(filter.Filter.Name, one)));
                Assert.True(alone.TrueForAll(both.Contains), $"{register.ApiName} by {filter.Filter.ApiName}: {one}, {two}");
            }
            if (filters.Count < 2)
                return;
            var (first, second) = (filters[0], filters[1]);
            var narrowed = Selection.All.With(first.Filter.Name, first.Values[0].Value);
            var left = await register.Counts(narrowed, default);
            var under = left.Filters.Single(f => f.Filter == second.Filter).Values;
            foreach (var value in under)
                Assert.Equal(value.Count, await register.Total(narrowed.With(second.Filter.Name, value.Value), default));
            // The choices under a filter are not narrowed by what is chosen under it.
            Assert.Equal(first.Values.Count, left.Filters.Single(f => f.Filter == first.Filter).Values.Count);
        });
    }

    [Fact]
    public async Task What_an_address_can_t_mean_is_said_and_not_heeded()
    {
        await using var world = await once.Copy();
        await Each(world, async register =>
        {
            var asked = register.Read([new("lage", ["dansande"]), new("organ", ["x"]), new("ar", ["0"]), new("sortera", ["skonhet"]), new("vidare", ["fram"]), new("okand", ["1"]), new("q", [""])], api: false, None);
            Assert.Null(asked.Order);
            Assert.Null(asked.Cursor);
            Assert.Empty(asked.Values);
            Assert.Equal(6, asked.Faults.Count);
            Assert.Null(await register.PageOfAny(Selection.All with { Cursor = new(Ids.Next(), Back: false) }, 5, default));
        });
    }

    [Fact]
    public async Task Every_register_has_one_name_of_its_own_for_people_and_one_for_machines()
    {
        await using var world = await once.Copy();
        List<(string, string, string)> names = [];
        await Each(world, register =>
        {
            names.Add((register.ApiName, register.Path, register.Title));
            Assert.Equal(register.Columns.Count, register.Columns.Select(c => c.Name).Distinct().Count());
            Assert.Equal(register.Filters.Count, register.Filters.Select(f => f.Name).Distinct().Count());
            Assert.Equal(register.Filters.Count, register.Filters.Select(f => f.ApiName).Distinct().Count());
            Assert.Contains(register.Sorts, s => s.Name == register.OwnOrder.TrimStart('-'));
            return Task.CompletedTask;
        });
        Assert.Equal(15, names.Count);
        Assert.Equal(names.Count, names.Select(n => n.Item1).Union(names.Select(n => n.Item2)).Union(names.Select(n => n.Item3)).Count() / 3);
    }

    [Fact]
    public async Task A_body_with_those_that_report_to_it_has_what_they_have()
    {
        await using var world = await once.Copy();
        await world.In(async s =>
        {
            var decisions = s.GetRequiredService<Register<DecisionRow>>();
            await decisions.Prepare(default);
            var council = (await s.GetRequiredService<AreaDirectory>().Bodies(default)).Single(b => b.Code == "SR");
            var alone = await decisions.Total(Selection.All.With("organ", council.Id.ToString("D")), default);
            var all = await decisions.Total(Selection.All.With("under", council.Id.ToString("D")), default);
            Assert.InRange(alone, 1, all - 1);
        });
    }

    [Fact]
    public async Task The_whole_selection_is_taken_out_as_a_sheet_and_as_JSON()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Linda Ekroth"));
        await Each(world, async register =>
        {
            var whole = await IdsOf(register, register.Whole(Selection.All));
            var sheet = await browser.GetByteArrayAsync(register.Path + ".csv");
            Assert.Equal([0xEF, 0xBB, 0xBF], sheet[..3]);
            Assert.StartsWith(string.Join(';', register.Columns.Select(c => c.Heading)) + "\r\n", System.Text.Encoding.UTF8.GetString(sheet[3..]), StringComparison.Ordinal);
            using var json = JsonDocument.Parse(await browser.GetStringAsync(register.Path + ".json"));
            Assert.Equal(whole, json.RootElement.EnumerateArray().Select(row => row.GetProperty("id").GetGuid()));
            Assert.All(json.RootElement.EnumerateArray(), row => Assert.Equal(["id", .. register.Columns.Select(c => c.Name)], row.EnumerateObject().Select(p => p.Name)));
            Assert.Contains($"data-total=\"{register.Figure(whole.Count)}\"", WebUtility.HtmlDecode(await browser.GetStringAsync(register.Path + "/antal")), StringComparison.Ordinal);
            Assert.Contains(register.Title, await browser.GetStringAsync(register.Path + "/utskrift"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_view_is_saved_shown_over_its_register_and_taken_away_by_its_owner_alone()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Linda Ekroth"));
        const string view = "/beslut?slag=election&sortera=datum";
        var saved = await TestSite.Post(browser, $"/vyer/ny?vy={Uri.EscapeDataString(view)}", $"/vyer/ny?vy={Uri.EscapeDataString(view)}", ("_handler", "vy"), ("vy", view), ("namn", "Alla val"));
        Assert.EndsWith(view, saved.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Contains("Alla val", await browser.GetStringAsync("/beslut"), StringComparison.Ordinal);
        Assert.DoesNotContain("Alla val", await browser.GetStringAsync("/moten"), StringComparison.Ordinal);
        using var other = site.Browser(await world.Actor("Björn Åkerlind"));
        Assert.DoesNotContain("Alla val", await other.GetStringAsync("/beslut"), StringComparison.Ordinal);
    }

    static async Task<(List<Guid> Ids, Cursor? Last)> Walk(Register register, Selection selection, bool back)
    {
        List<Guid> ids = [];
        Cursor? last = null;
        for (var at = selection; ;)
        {
            var page = (await register.PageOfAny(at, 7, default))!;
            List<Guid> shown = [.. page.Rows.Select(register.IdOfAny)];
            ids = back ? [.. shown, .. ids] : [.. ids, .. shown];
            if (page.Previous is not null && !back)
                last = page.Previous;
            if ((back ? page.Previous : page.Next) is not { } next)
                return (ids, last);
            at = at with { Cursor = next };
        }
    }

    static async Task<List<Guid>> IdsOf(Register register, IAsyncEnumerable<object> rows)
    {
        List<Guid> ids = [];
        await foreach (var row in rows)
            ids.Add(register.IdOfAny(row));
        return ids;
    }

    static Task Each(TestWorld world, Func<Register, Task> check) => world.In(async s =>
    {
        foreach (var register in s.GetServices<Register>())
        {
            await register.Prepare(default);
            await check(register);
        }
    });
}
