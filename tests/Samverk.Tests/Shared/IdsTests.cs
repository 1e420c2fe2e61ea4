using System.Collections.Concurrent;
using Samverk.Shared;

namespace Samverk.Tests.Shared;

public sealed class IdsTests
{
    [Fact]
    public void Ids_given_within_one_millisecond_sort_in_the_order_they_were_given_also_when_the_clock_is_set_back()
    {
        var given = Enumerable.Range(0, 10_000).Select(i => (i % 100 == 0 ? Ids.Next(millisecond: 0) : Ids.Next()).ToString()).ToList();
        Assert.Equal(given.Order(StringComparer.Ordinal), given);
        Assert.Equal(given.Count, given.Distinct().Count());
    }

    [Fact]
    public void An_id_is_a_uuid_of_version_7_with_the_time_first()
    {
        var id = Ids.Next();
        Assert.Equal((7, 2), (id.Version, id.Variant >> 2));
        Assert.InRange(DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64($"{id:N}"[..12], 16)), TimeProvider.System.GetUtcNow().AddMinutes(-1), TimeProvider.System.GetUtcNow().AddMinutes(1));
    }

    [Fact]
    public async Task No_two_threads_get_the_same()
    {
        var given = new ConcurrentBag<Guid>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 5_000; i++)
                given.Add(Ids.Next());
        })));
        Assert.Equal(20_000, given.Distinct().Count());
    }
}
