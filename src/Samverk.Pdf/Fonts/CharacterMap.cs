using System.Buffers.Binary;

namespace Samverk.Pdf;

/// <summary>Which glyph a character has: a font's <c>cmap</c>, formats 4 and 12.</summary>
static class CharacterMap
{
    public static Dictionary<int, ushort> Read(ReadOnlySpan<byte> table)
    {
        var glyphs = new Dictionary<int, ushort>();
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(table[2..]); i++)
        {
            var record = table.Slice(4 + i * 8, 8);
            if (BinaryPrimitives.ReadUInt16BigEndian(record) is not (0 or 3))
                continue;
            var subtable = table[(int)BinaryPrimitives.ReadUInt32BigEndian(record[4..])..];
            switch (BinaryPrimitives.ReadUInt16BigEndian(subtable))
            {
                case 4: ReadSegments(subtable, glyphs); break;
                case 12: ReadGroups(subtable, glyphs); break;
            }
        }
        return glyphs;
    }

    static void ReadSegments(ReadOnlySpan<byte> table, Dictionary<int, ushort> glyphs)
    {
        var twice = BinaryPrimitives.ReadUInt16BigEndian(table[6..]);
        for (var at = 0; at < twice; at += 2)
        {
            var last = BinaryPrimitives.ReadUInt16BigEndian(table[(14 + at)..]);
            var first = BinaryPrimitives.ReadUInt16BigEndian(table[(16 + twice + at)..]);
            var delta = BinaryPrimitives.ReadUInt16BigEndian(table[(16 + 2 * twice + at)..]);
            var offsetAt = 16 + 3 * twice + at;
            var offset = BinaryPrimitives.ReadUInt16BigEndian(table[offsetAt..]);
            for (int character = first; character <= last && character < 0xFFFF; character++)
            {
                var listed = offset == 0 ? character : BinaryPrimitives.ReadUInt16BigEndian(table[(offsetAt + offset + (character - first) * 2)..]);
                Add(glyphs, character, offset != 0 && listed == 0 ? 0 : (listed + delta) & 0xFFFF);
            }
        }
    }

    static void ReadGroups(ReadOnlySpan<byte> table, Dictionary<int, ushort> glyphs)
    {
        for (var i = 0; i < BinaryPrimitives.ReadUInt32BigEndian(table[12..]); i++)
        {
            var group = table.Slice(16 + i * 12, 12);
            var (first, last, glyph) = ((int)BinaryPrimitives.ReadUInt32BigEndian(group), (int)BinaryPrimitives.ReadUInt32BigEndian(group[4..]), (int)BinaryPrimitives.ReadUInt32BigEndian(group[8..]));
            for (var character = first; character <= last; character++)
                Add(glyphs, character, glyph + character - first);
        }
    }

    static void Add(Dictionary<int, ushort> glyphs, int character, int glyph)
    {
        if (glyph != 0)
            glyphs.TryAdd(character, (ushort)glyph);
    }
}
