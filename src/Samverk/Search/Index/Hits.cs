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
        var last = EntryNumber.Base(block);
        for (var at = 0; at < bytes.Length;)
        {
            var value = Packed.Read(bytes, ref at);
            last += (long)(value >> 2);
            hits.Add(new(last, (value & 1) != 0, (value & 2) != 0));
        }
        return hits;
    }
}

/// <summary>An entry as the index counts it.</summary>
/// <param name="Kind">Null for one that is gone: its number is not used again, so that no hit can mean something else.</param>
readonly record struct CountedEntry(long Number, ThingKind? Kind, Guid? Body);

/// <summary>The entries of a block, as bytes: the bodies there are, then for each entry the distance, kind and body.</summary>
static class BlockEntries
{
    const int GuidBytes = 16;
    const byte Gone = 0;

    /// <param name="entries">In the order of their numbers.</param>
    public static byte[] Write(int block, IReadOnlyCollection<CountedEntry> entries)
    {
        var bodies = entries.Select(e => e.Body).OfType<Guid>().Distinct().ToList();
        List<byte> bytes = [];
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

    public static List<CountedEntry> Read(int block, byte[] bytes)
    {
        var at = 0;
        var bodies = new Guid?[(int)Packed.Read(bytes, ref at) + 1];
        for (var i = 1; i < bodies.Length; i++, at += GuidBytes)
            bodies[i] = new Guid(bytes.AsSpan(at, GuidBytes));
        List<CountedEntry> entries = [];
        var number = EntryNumber.Base(block);
        while (at < bytes.Length)
        {
            number += (long)Packed.Read(bytes, ref at);
            var kind = bytes[at++];
            entries.Add(new(number, kind == Gone ? null : (ThingKind)kind, bodies[(int)Packed.Read(bytes, ref at)]));
        }
        return entries;
    }
}
