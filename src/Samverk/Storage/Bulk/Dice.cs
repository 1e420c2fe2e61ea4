namespace Samverk.Storage;

/// <summary>Chance that follows from a seed, the same on every machine and in every version of .NET (SplitMix64). For made data, never for secrets.</summary>
public sealed class Dice(ulong seed)
{
    ulong state = seed;

    public ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 up to, and not including, the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(double share) => Next() >> 11 < share * (1UL << 53);

    public T Of<T>(IReadOnlyList<T> some) => some[Below(some.Count)];

    /// <summary>Some of them, each once, in no order.</summary>
    public List<T> Some<T>(IReadOnlyList<T> all, int count)
    {
        List<T> left = [.. all], taken = [];
        while (taken.Count < count && left.Count > 0)
        {
            var at = Below(left.Count);
            taken.Add(left[at]);
            left[at] = left[^1];
            left.RemoveAt(left.Count - 1);
        }
        return taken;
    }
}
