using System.Security.Cryptography;

namespace Samverk.Shared;

/// <summary>Ids of rows: a UUID of version 7 whose order is the order in which this process gave them.</summary>
/// <remarks>
/// <see cref="Guid.CreateVersion7()"/> leaves the order within one millisecond to chance, and lists that sort by id would show two rows of
/// one act now in one order, now in the other. Here the twelve bits after the time count on (RFC 9562 § 6.2, method 1); when they run
/// out the time itself is counted on, some microseconds ahead of the clock. Two processes keep to each other's milliseconds only.
/// </remarks>
public static class Ids
{
    const int CounterBits = 12;
    static long last;

    /// <summary>An id that sorts after every id given before it by this process, in memory and on both databases.</summary>
    public static Guid Next() => Next(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>The id that comes next when the clock shows this millisecond since 1970, also when the clock was set back.</summary>
    internal static Guid Next(long millisecond)
    {
        long before, next;
        do
        {
            before = Volatile.Read(ref last);
            next = Math.Max(before + 1, millisecond << CounterBits);
        }
        while (Interlocked.CompareExchange(ref last, next, before) != before);

        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        var time = next >> CounterBits;
        for (var place = 5; place >= 0; place--, time >>= 8)
            bytes[place] = (byte)time;
        bytes[6] = (byte)(0x70 | ((next >> 8) & 0x0F));
        bytes[7] = (byte)next;
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
