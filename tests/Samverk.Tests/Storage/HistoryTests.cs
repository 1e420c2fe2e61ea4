using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Storage;

/// <summary>The chain proves what it says it proves, and what it can't prove alone a checkpoint does.</summary>
[Trait("database", "both")]
public sealed class HistoryTests(WorldOnce once)
{
    [Fact]
    public async Task The_chain_of_the_World_is_whole()
    {
        await using var world = await once.Copy();
        var result = await Walk(world);
        Assert.Null(result.Broken);
        Assert.True(result.Rows > 300);
        Assert.Equal(100, (await world.In(s => Verification.Walk(s.GetRequiredService<SamverkDb>(), 100, default))).Rows);
    }

    [Theory]
    [InlineData("update storage_history set told = 'ändrat' where number = 7", "rad 7 ", "ändrats")]
    [InlineData("update storage_history set told = '' where number = 7", "rad 7 ", "det som står i raden har ändrats")]
    [InlineData("update storage_history set kind = 'Annat' where number = 7", "rad 7 ", "uppgifter")]
    [InlineData("update storage_history set acted_for = subject where number = 7", "rad 7 ", "uppgifter")]
    [InlineData("update storage_history set hash = previous where number = 7", "rad 7 ", "uppgifter")]
    [InlineData("update storage_history set payload_hash = hash where number = 7", "rad 7 ", "ändrats")]
    [InlineData("update storage_history set previous = hash where number = 7", "rad 7 ", "raden före")]
    [InlineData("delete from storage_history where number = 7", "rad 8 ", "rad 7 saknas")]
    [InlineData("delete from storage_history where number > 7", "rad 8 ", "slutet")]
    [InlineData("delete from storage_history_head", "rad 1 ", "huvud")]
    [InlineData("update storage_history_head set number = 7, hash = (select hash from storage_history where number = 7)", "rad 8 ", "efter kedjans slut")]
    public async Task Tampering_with_the_history_is_found_and_its_first_row_named(string tamper, string row, string words)
    {
        await using var world = await once.Copy();
        await Run(world, tamper);
        var result = await Walk(world);
        Assert.Contains(row, result.Broken);
        Assert.Contains(words, result.Broken);
    }

    [Fact]
    public async Task A_payload_is_erased_by_an_act_and_the_chain_still_proves_the_rest()
    {
        await using var world = await once.Copy();
        var by = await world.Actor("Linda Ekroth");
        Assert.Null(await Erase(world, 7, by));
        List<string> told = [];
        var result = await Walk(world, [], told);
        Assert.Null(result.Broken);
        Assert.Equal($"Rad 7 i område {by.Area:D} är raderad enligt 9 kap. 2 § (rad {result.Rows}).", Assert.Single(told));

        var (row, act) = await world.In(async s =>
        {
            var rows = s.GetRequiredService<SamverkDb>().Set<HistoryRow>();
            return (await rows.SingleAsync(r => r.Number == 7), await rows.SingleAsync(r => r.Number == result.Rows));
        });
        Assert.Equal(("", "", null), (row.Told, row.Folded, row.Happening()));
        Assert.Equal((by.Person, row.Subject), (act.By!.Value, act.Subject));
        Assert.Contains("rad 7 ", act.Happening()!.Words);
        Assert.False(await world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryOrigin>().AnyAsync(o => o.Number == 7)));
        Assert.Equal("erased", await Erase(world, 7, by));
        Assert.Equal("erasing-stays", await Erase(world, result.Rows, by));
        Assert.Equal("no-row", await Erase(world, 999_999, by));
        Assert.Equal("text-missing", await world.In(async s => (await s.GetRequiredService<HistoryErasing>().Erase(8, " ", "lag", null, by.Person, default))?.Code));
    }

    [Theory]
    [InlineData("update storage_history set told = '', salt = {0} where number = 7", "rad 7 ", "utan att någon har beslutat")]
    [InlineData("update storage_history set told = '', salt = {0} where kind = 'HistoryErased'", "rad 8 ", "utan att någon har beslutat")]
    [InlineData("update storage_history set told = replace(told, '\"Number\":8', '\"Number\":9') where kind = 'HistoryErased'", "rad 8 ", "utan att någon har beslutat")]
    [InlineData("update storage_history set told = replace(told, '9 kap.', '1 kap.') where kind = 'HistoryErased'", "", "det som står i raden har ändrats")]
    [InlineData("update storage_history set payload_hash = {0} where number = 8", "rad 8 ", "uppgifter")]
    public async Task An_erasing_that_nobody_decided_or_whose_act_is_forged_is_a_break(string tamper, string row, string words)
    {
        await using var world = await once.Copy();
        Assert.Null(await Erase(world, 8, await world.Actor("Linda Ekroth")));
        await world.In(s => s.GetRequiredService<SamverkDb>().Database.ExecuteSqlRawAsync(tamper, [Array.Empty<byte>()]));
        var result = await Walk(world);
        Assert.Contains(row, result.Broken);
        Assert.Contains(words, result.Broken);
    }

    [Fact]
    public async Task A_chain_made_anew_from_a_forged_row_is_whole_but_differs_from_its_checkpoint()
    {
        await using var world = await once.Copy();
        var mark = await Mark(world);
        await Forgery.Rewrite(world, 7);
        Assert.Null((await Walk(world)).Broken);
        var found = await Walk(world, [mark]);
        Assert.Contains($"rad {mark.Number} i område {mark.Area:D}", found.Broken);
        Assert.Contains("omskriven", found.Broken);
        // Of two, the older comes nearer to the forged row.
        var older = mark with { Number = 9, Hash = new byte[32] };
        Assert.Contains("rad 9 ", (await Walk(world, [mark, older])).Broken);
    }

    [Fact]
    public async Task A_tail_cut_off_with_its_head_is_whole_but_shorter_than_its_checkpoint()
    {
        await using var world = await once.Copy();
        var mark = await Mark(world);
        await Run(world, "delete from storage_history where number > 7");
        await Run(world, "update storage_history_head set number = 7, hash = (select hash from storage_history where number = 7)");
        Assert.Null((await Walk(world)).Broken);
        var found = await Walk(world, [mark]);
        Assert.Contains($"rad 8 i område {mark.Area:D}", found.Broken);
        Assert.Contains($"{mark.Number} rader, och resten saknas", found.Broken);
    }

    [Fact]
    public async Task A_checkpoint_holds_while_the_chain_grows_and_rows_are_erased_by_acts()
    {
        await using var world = await once.Copy();
        var mark = await Mark(world);
        Assert.Null(await Erase(world, 7, await world.Actor("Linda Ekroth")));
        var result = await Walk(world, [mark]);
        Assert.Null(result.Broken);
        Assert.Equal(mark.Number + 1, result.Rows);
    }

    internal static Task<string?> Erase(TestWorld world, long number, Actor by) =>
        world.In(async s => (await s.GetRequiredService<HistoryErasing>().Erase(number, "Fel person nämndes", "9 kap. 2 §", by.May(Permission.Audit), by.Person, default))?.Code);

    static Task<CheckpointMark> Mark(TestWorld world) => world.In(async s => (await CheckpointMark.Now(s.GetRequiredService<SamverkDb>(), TestWorld.Noon, default))!);

    static Task<int> Run(TestWorld world, string sql) => world.In(s => s.GetRequiredService<SamverkDb>().Database.ExecuteSqlRawAsync(sql));

    static Task<Verification.Result> Walk(TestWorld world) => world.In(s => Verification.Walk(s.GetRequiredService<SamverkDb>()));

    static Task<Verification.Result> Walk(TestWorld world, IEnumerable<CheckpointMark> known, List<string>? told = null) =>
        world.In(s => Verification.Walk(s.GetRequiredService<SamverkDb>(), null, known, told is null ? null : told.Add));
}
