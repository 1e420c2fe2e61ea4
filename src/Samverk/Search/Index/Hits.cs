namespace Samverk.Search;

/// <summary>An entry that has a term.</summary>
/// <param name="InTitle">It stands in the title or note.</param>
/// <param name="IsOften">It stands there three times or more.</param>
readonly record struct Hit(long Number, bool InTitle, bool IsOften);

/// <summary>Hits of a term within a block, as bytes: distances between numbers with two flags each, some two bytes a hit.</summary>
static class Hits
{
    /// <param name="hits">In the order of their numbers.</param>
    public static byte[] Write(int block, IEnumerable<Hit> hits)
    {
        List<byte> bytes = [];
        var last = EntryNumber.Base(block);
        foreach (var hit in hits)
        {
            Packed.Write(bytes, ((ulong)(hit.Number - last) << 2) | (hit.InTitle ? 1UL : 0) | (hit.IsOften ? 2UL : 0));
            last = hit.Number;
        }
        return [.. bytes];
    }

    public static List<Hit> Read(int block, byte[] bytes)
    {
        List<Hit> hits = [];
        Read(block, bytes, hits);
        return hits;
    }

    /// <summary>Adds the hits of a block to those of older ones.</summary>
    public static void Read(int block, byte[] bytes, List<Hit> hits)
    {
        var last = EntryNumber.Base(block);
        for (var at = 0; at < bytes.Length;)
        {
            var value = Packed.Read(bytes, ref at);
            last += (long)(value >> 2);
            hits.Add(new(last, (value & 1) != 0, (value & 2) != 0));
        }
    }
}

/// <summary>An entry as the index counts it.</summary>
/// <param name="Kind">Null for one that is gone: its number is not used again, so that no hit can mean something else.</param>
readonly record struct CountedEntry(long Number, ThingKind? Kind, Guid? Body);

/// <summary>The entries of a block, as bytes: how many, the bodies there are, then for each entry the distance, kind and body.</summary>
static class BlockEntries
{
    internal const int GuidBytes = 16;
    internal const byte Gone = 0;

    /// <param name="entries">In the order of their numbers.</param>
    public static byte[] Write(int block, IReadOnlyCollection<CountedEntry> entries)
    {
        var bodies = entries.Select(e => e.Body).OfType<Guid>().Distinct().ToList();
        List<byte> bytes = [];
        Packed.Write(bytes, (ulong)entries.Count);
        Packed.Write(bytes, (ulong)bodies.Count);
        foreach (var body in bodies)
            bytes.AddRange(body.ToByteArray());
        var at = EntryNumber.Base(block);
        foreach (var entry in entries)
        {
            Packed.Write(bytes, (ulong)(entry.Number - at));
            bytes.Add(entry.Kind is { } kind ? (byte)kind : Gone);
            Packed.Write(bytes, entry.Body is { } body ? (ulong)bodies.IndexOf(body) + 1 : 0);
            at = entry.Number;
        }
        return [.. bytes];
    }

    public static IEnumerable<CountedEntry> Read(int block, byte[] bytes)
    {
        var read = new ReadBlock(block, bytes);
        return Enumerable.Range(0, read.Count).Select(i => read[i]);
    }
}

/// <summary>The entries of a block as a search walks through them; unpacked when the first is asked for, since most blocks have no hit of a rare word.</summary>
sealed class ReadBlock
{
    readonly byte[] bytes;
    readonly int beginning;
    long[] numbers = [];
    byte[] kinds = [];
    int[] ofBody = [];
    Guid?[] bodies = [];

    public ReadBlock(int block, byte[] bytes)
    {
        (Block, this.bytes) = (block, bytes);
        Count = (int)Packed.Read(bytes, ref beginning);
    }

    public int Block { get; }
    public int Count { get; }

    public CountedEntry this[int at]
    {
        get
        {
            Unpack();
            return new(numbers[at], kinds[at] == BlockEntries.Gone ? null : (ThingKind)kinds[at], bodies[ofBody[at]]);
        }
    }

    public long Number(int at)
    {
        Unpack();
        return numbers[at];
    }

    void Unpack()
    {
        if (numbers.Length == Count)
            return;
        (numbers, kinds, ofBody) = (new long[Count], new byte[Count], new int[Count]);
        var at = beginning;
        bodies = new Guid?[(int)Packed.Read(bytes, ref at) + 1];
        for (var i = 1; i < bodies.Length; i++, at += BlockEntries.GuidBytes)
            bodies[i] = new Guid(bytes.AsSpan(at, BlockEntries.GuidBytes));
        var number = EntryNumber.Base(Block);
        for (var i = 0; i < Count; i++)
        {
            numbers[i] = number += (long)Packed.Read(bytes, ref at);
            kinds[i] = bytes[at++];
            ofBody[i] = (int)Packed.Read(bytes, ref at);
        }
    }
}
