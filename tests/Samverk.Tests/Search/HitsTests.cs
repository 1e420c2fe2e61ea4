using FsCheck;
using FsCheck.Fluent;
using Samverk.Search;
using Samverk.Shared;

namespace Samverk.Tests.Search;

public sealed class HitsTests
{
    [Fact]
    public void A_greater_number_is_newer_and_what_has_no_day_comes_first()
    {
        DateOnly?[] days = [new(1987, 12, 31), new(2024, 1, 1), new(2024, 1, 2), new(2026, 11, 24), null];
        var numbers = days.Select(EntryNumber.First).ToList();
        Assert.Equal(numbers.Order(), numbers);
        Assert.Equal([1987, 2024, 2024, 2026, null], numbers.ConvertAll(EntryNumber.Year));
        Assert.All(numbers, n => Assert.True(EntryNumber.Base(EntryNumber.Block(n)) <= n && n < EntryNumber.Base(EntryNumber.Block(n) + 1)));
    }

    [Fact]
    public void Hits_are_read_as_they_were_written() => Prop.ForAll(ArbMap.Default.ArbFor<(ushort Apart, bool InTitle, bool IsOften)[]>(), hits =>
    {
        var block = EntryNumber.Block(EntryNumber.First(new(2026, 11, 24)));
        var number = EntryNumber.Base(block);
        List<Hit> written = [.. hits.Select(h => new Hit(number += h.Apart + 1, h.InTitle, h.IsOften))];
        return Hits.Read(block, Hits.Write(block, written)).SequenceEqual(written);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Entries_of_a_block_are_read_as_they_were_written() => Prop.ForAll(ArbMap.Default.ArbFor<(ushort Apart, byte Kind, byte Body)[]>(), entries =>
    {
        var bodies = Enumerable.Range(0, 4).Select(_ => Ids.Next()).ToList();
        var block = EntryNumber.Block(EntryNumber.First(null));
        var number = EntryNumber.Base(block);
        List<CountedEntry> written = [.. entries.Select(e => new CountedEntry(number += e.Apart + 1, e.Kind % 12 == 0 ? null : (ThingKind)(e.Kind % 12), e.Body % 5 == 0 ? null : bodies[e.Body % 4]))];
        return BlockEntries.Read(block, BlockEntries.Write(block, written)).SequenceEqual(written);
    }).QuickCheckThrowOnFailure();
}
