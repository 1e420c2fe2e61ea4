using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Storage;

[Trait("database", "both")]
public sealed class HistoryLogTests(WorldOnce once)
{
    const string AtMeeting = "Redovisat vid mötet.";

    [Fact]
    public async Task The_log_is_read_page_by_page_newest_first_and_nothing_is_left_out()
    {
        await using var world = await once.Copy();
        var all = await All(world, new());
        var rows = await world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().OrderByDescending(r => r.At).ThenByDescending(r => r.Number).Select(r => r.Number).ToListAsync());
        Assert.Equal(rows, all.Select(r => r.Row.Number));
        Assert.All(all, row => Assert.Equal(Origin.CommandLine, row.Address));
    }

    [Fact]
    public async Task A_search_finds_all_that_fits_and_nothing_else()
    {
        await using var world = await once.Copy();
        var by = await world.Actor("Linda Ekroth");
        var (all, reported) = (await All(world, new()), await All(world, new() { Kind = "AssignmentReported" }));
        Assert.NotEmpty(reported);
        Assert.Equal(Numbers(all.Where(r => r.Row.Kind == "AssignmentReported")), Numbers(reported));
        Assert.Equal(Numbers(all.Where(r => r.Row.By == by.Person)), Numbers(await All(world, new() { By = by.Person })));
        Assert.Equal(Numbers(all.Where(r => r.Row.By == null)), Numbers(await All(world, new() { BySystem = true })));
        Assert.Equal(Numbers(all.Where(r => r.Row.Subject == reported[0].Row.Subject)), Numbers(await All(world, new() { Subject = reported[0].Row.Subject })));
        var day = DateOnly.FromDateTime(reported[0].Row.At.Local());
        Assert.Equal(Numbers(all.Where(r => DateOnly.FromDateTime(r.Row.At.Local()) == day)), Numbers(await All(world, new() { From = day, To = day })));
        Assert.Equal(Numbers(reported.Where(r => r.Row.By == by.Person && DateOnly.FromDateTime(r.Row.At.Local()) <= day)), Numbers(await All(world, new() { Kind = "AssignmentReported", To = day, By = by.Person })));
        var words = await All(world, new() { Text = "SAMVERKANSRÅDET bekräftades" });
        Assert.NotEmpty(words);
        Assert.Equal(Numbers(all.Where(r => Swedish.Fold(r.Row.Words) is var w && w.Contains("samverkansrådet", StringComparison.Ordinal) && w.Contains("bekräftades", StringComparison.Ordinal))), Numbers(words));
        // What was changed is found too.
        Assert.Equal(Numbers(reported.Where(r => r.Row.Changed.Any(c => c.After == AtMeeting))), Numbers(await All(world, new() { Text = "redovisat vid mötet" })));
        Assert.Empty(await All(world, new() { Text = "finnsinte" }));
    }

    [Fact]
    public async Task A_search_stops_after_its_window_says_how_far_it_came_and_goes_on_from_there()
    {
        await using var world = await once.Copy();
        var query = new LogQuery { Text = "samverkansrådet" };
        var all = await All(world, query);
        List<long> found = [];
        var (stops, before) = (0, (long?)null);
        do
        {
            var page = await world.In(s => s.GetRequiredService<HistoryLog>().Search(query, before, 3, window: 10));
            found.AddRange(page.Rows.Select(r => r.Row.Number));
            stops += page.SearchedTo is null ? 0 : 1;
            before = page.Next;
        }
        while (before is not null);
        Assert.Equal(all.Select(r => r.Row.Number), found);
        Assert.True(stops > 5);
    }

    [Fact]
    public async Task What_a_row_changed_is_told_with_before_and_after()
    {
        await using var world = await once.Copy();
        var reported = (await All(world, new() { Kind = "AssignmentReported" })).First(r => r.Row.Changed.Any(c => c.After == AtMeeting));
        Assert.Equal([new("Läge", "Öppet", "Redovisat"), new("Redovisning", null, AtMeeting)], reported.Row.Changed);
        var confirmed = (await All(world, new() { Kind = "DocumentConfirmed" }))[0];
        Assert.Equal("Bekräftad", Assert.Single(confirmed.Row.Changed).After);
    }

    [Fact]
    public async Task Another_area_has_a_log_of_its_own()
    {
        await using var world = await once.Copy();
        await using var scope = world.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentArea>().Enter(Ids.Next());
        var log = scope.ServiceProvider.GetRequiredService<HistoryLog>();
        Assert.Empty((await log.Search(new(), null, 10)).Rows);
        Assert.Null(await log.Row(1, default));
    }

    static IEnumerable<long> Numbers(IEnumerable<LogRow> rows) => rows.Select(r => r.Row.Number).Order();

    static async Task<List<LogRow>> All(TestWorld world, LogQuery query)
    {
        List<LogRow> all = [];
        long? before = null;
        do
        {
            var page = await world.In(s => s.GetRequiredService<HistoryLog>().Search(query, before, 40));
            all.AddRange(page.Rows);
            before = page.Next;
        }
        while (before is not null);
        return all;
    }
}
