using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Storage;

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
    }

    [Theory]
    [InlineData("update storage_history set told = 'ändrat' where number = 7", "rad 7 ", "ändrats")]
    [InlineData("update storage_history set kind = 'Annat' where number = 7", "rad 7 ", "uppgifter")]
    [InlineData("delete from storage_history where number = 7", "rad 8 ", "rad 7 saknas")]
    [InlineData("delete from storage_history where number > 7", "rad 8 ", "slutet")]
    [InlineData("delete from storage_history_head", "rad 1 ", "huvud")]
    public async Task Tampering_with_the_history_is_found_and_its_first_row_named(string tamper, string row, string words)
    {
        await using var world = await once.Copy();
        await world.In(s => s.GetRequiredService<SamverkDb>().Database.ExecuteSqlRawAsync(tamper));
        var result = await Walk(world);
        Assert.Contains(row, result.Broken);
        Assert.Contains(words, result.Broken);
    }

    static Task<Verification.Result> Walk(TestWorld world) => world.In(s => Verification.Walk(s.GetRequiredService<SamverkDb>()));
}
