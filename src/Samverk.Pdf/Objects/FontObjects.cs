using System.Globalization;
using System.Text;

namespace Samverk.Pdf;

/// <summary>
/// The fonts of a document, each whole, so that the file can be kept, searched and shown for as long as it lies there.
/// </summary>
static class FontObjects
{
    const int MostInBlock = 100;

    /// <summary>
    /// First in the file: they are the same bytes at the same place in nearly every document, so that a store that keeps
    /// equal parts once keeps a typeface once.
    /// </summary>
    public static Dictionary<Face, int> AddPrograms(PdfObjects objects, DocumentFonts fonts) => fonts.Used.ToDictionary(
        used => used.Face,
        used => objects.AddStream($"/Length1 {fonts.Font(used.Face).Embedded.Length}", fonts.Font(used.Face).Embedded.Compressed, isDeflated: true));

    /// <returns>The resources of every page.</returns>
    public static int Add(PdfObjects objects, DocumentFonts fonts, Dictionary<Face, int> programs)
    {
        var named = new StringBuilder();
        foreach (var (face, glyphs) in fonts.Used)
            named.Append(CultureInfo.InvariantCulture, $"/{PageCanvas.FontName(face)} {AddFont(objects, fonts.Font(face), glyphs, programs[face])} 0 R ");
        return objects.Add($"<</Font <<{named}>>>>");
    }

    static int AddFont(PdfObjects objects, TrueTypeFont font, IReadOnlyDictionary<ushort, int> glyphs, int program)
    {
        const int Symbolic = 4, Italic = 64;
        var flags = Symbolic | (font.ItalicAngle == 0 ? 0 : Italic);
        // Nothing says how thick a TrueType font's stems are; this is the usual estimate from its weight.
        var stem = 10 + 220 * (font.Weight - 50) / 900;
        var descriptor = objects.Add($"<</Type /FontDescriptor /FontName /{font.Name} /Flags {flags} /FontBBox [{string.Join(' ', font.Box)}] /ItalicAngle {PdfText.Number(font.ItalicAngle)} /Ascent {font.Ascent} /Descent {font.Descent} /CapHeight {font.CapHeight} /StemV {stem} /FontFile2 {program} 0 R>>");
        var widths = string.Join(' ', glyphs.Keys.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g} [{font.Advance(g)}]")));
        var descendant = objects.Add($"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{font.Name} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /DW 1000 /W [{widths}]>>");
        var unicode = objects.AddStream("", Encoding.ASCII.GetBytes(ToUnicode(glyphs)));
        return objects.Add($"<</Type /Font /Subtype /Type0 /BaseFont /{font.Name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R>>");
    }

    static string ToUnicode(IReadOnlyDictionary<ushort, int> glyphs)
    {
        var map = new StringBuilder("""
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """);
        foreach (var block in glyphs.Chunk(MostInBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (glyph, character) in block)
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(character)))}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
