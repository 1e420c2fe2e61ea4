using System.Buffers.Binary;
using System.Text;

namespace Samverk.Pdf;

/// <summary>The container that TrueType fonts come in: named tables.</summary>
static class Sfnt
{
    const int HeaderLength = 12, EntryLength = 16;

    public static Dictionary<string, ReadOnlyMemory<byte>> Tables(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var tables = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]); i++)
        {
            var entry = bytes.Slice(HeaderLength + i * EntryLength, EntryLength);
            tables[Encoding.ASCII.GetString(entry[..4])] = file.Slice((int)BinaryPrimitives.ReadUInt32BigEndian(entry[8..]), (int)BinaryPrimitives.ReadUInt32BigEndian(entry[12..]));
        }
        return tables;
    }

    /// <summary>A font of these tables alone, which must be sorted by name.</summary>
    public static byte[] Build(IReadOnlyList<(string Name, ReadOnlyMemory<byte> Content)> tables)
    {
        var file = new byte[HeaderLength + tables.Count * EntryLength + tables.Sum(t => Padded(t.Content.Length))];
        var power = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(EntryLength << power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((tables.Count - (1 << power)) * EntryLength));
        var at = HeaderLength + tables.Count * EntryLength;
        for (var i = 0; i < tables.Count; i++)
        {
            var (name, content) = tables[i];
            var entry = file.AsSpan(HeaderLength + i * EntryLength, EntryLength);
            content.Span.CopyTo(file.AsSpan(at));
            Encoding.ASCII.GetBytes(name, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(file.AsSpan(at, Padded(content.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)at);
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)content.Length);
            at += Padded(content.Length);
        }
        return file;
    }

    static int Padded(int length) => (length + 3) / 4 * 4;

    static uint Sum(ReadOnlySpan<byte> padded)
    {
        var sum = 0u;
        for (var i = 0; i < padded.Length; i += 4)
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(padded[i..]));
        return sum;
    }
}
