using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Samverk.Pdf;

/// <summary>A TrueType font: what setting text with it needs, and its outlines as a PDF carries them. Never changes; serves any number of documents at once.</summary>
public sealed class TrueTypeFont
{
    const int PerEm = 1000, PostScriptName = 6, WindowsPlatform = 3;
    // What a PDF reader uses of a font whose glyphs are named by number (ISO 32000-1, 9.9). Tables for shaping are left out.
    static readonly string[] Carried = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];
    readonly Dictionary<int, ushort> glyphs;
    readonly int[] advances;
    readonly int unitsPerEm;
    readonly Lazy<(byte[] Compressed, int Length)> program;

    /// <exception cref="ArgumentException">The bytes are no TrueType font.</exception>
    public TrueTypeFont(byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            var tables = Sfnt.Tables(file);
            var head = tables["head"].Span;
            var hhea = tables["hhea"].Span;
            var os2 = tables["OS/2"].Span;
            unitsPerEm = Unsigned(head, 18);
            Box = [.. Enumerable.Range(0, 4).Select(i => Em(Signed(tables["head"].Span, 36 + i * 2)))];
            (Ascent, Descent) = (Em(Signed(hhea, 4)), Em(Signed(hhea, 6)));
            CapHeight = os2.Length >= 90 ? Em(Signed(os2, 88)) : Ascent;
            Weight = Unsigned(os2, 4);
            ItalicAngle = BinaryPrimitives.ReadInt32BigEndian(tables["post"].Span[4..]) / 65536.0;
            Name = ReadName(tables["name"].Span);
            glyphs = CharacterMap.Read(tables["cmap"].Span);
            advances = Advances(tables["hmtx"].Span, Unsigned(hhea, 34), Unsigned(tables["maxp"].Span, 4));
            _ = tables["glyf"];
            program = new(() => Program(tables));
        }
        catch (Exception e) when (e is KeyNotFoundException or ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            throw new ArgumentException("This is no TrueType font.", nameof(file), e);
        }
    }

    internal string Name { get; }
    internal int[] Box { get; }
    internal int Ascent { get; }
    internal int Descent { get; }
    internal int CapHeight { get; }
    internal int Weight { get; }
    internal double ItalicAngle { get; }

    /// <summary>The font as a PDF carries it, deflated once for all documents, and how long it is unfolded.</summary>
    internal (byte[] Compressed, int Length) Embedded => program.Value;

    /// <summary>0 when the font has no such character.</summary>
    internal ushort Glyph(int character) => glyphs.GetValueOrDefault(character);

    /// <summary>In thousandths of the size.</summary>
    internal int Advance(ushort glyph) => advances[glyph];

    int Em(int units) => (int)Math.Round(units * (double)PerEm / unitsPerEm);

    int[] Advances(ReadOnlySpan<byte> metrics, int listed, int count)
    {
        var widths = new int[count];
        for (var i = 0; i < count; i++)
            widths[i] = Em(Unsigned(metrics, Math.Min(i, listed - 1) * 4));
        return widths;
    }

    static (byte[], int) Program(Dictionary<string, ReadOnlyMemory<byte>> tables)
    {
        var whole = Sfnt.Build([.. Carried.Where(tables.ContainsKey).Select(name => (name, tables[name]))]);
        return (Deflated.Of(whole, CompressionLevel.SmallestSize), whole.Length);
    }

    static string ReadName(ReadOnlySpan<byte> table)
    {
        var strings = table[Unsigned(table, 4)..];
        for (var i = 0; i < Unsigned(table, 2); i++)
        {
            var record = table.Slice(6 + i * 12, 12);
            if (Unsigned(record, 0) == WindowsPlatform && Unsigned(record, 6) == PostScriptName)
                return string.Concat(Encoding.BigEndianUnicode.GetString(strings.Slice(Unsigned(record, 10), Unsigned(record, 8))).Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
        }
        return "Font";
    }

    static ushort Unsigned(ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadUInt16BigEndian(table[at..]);

    static short Signed(ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadInt16BigEndian(table[at..]);
}
