using Samverk.Pdf.Content;

namespace Samverk.Pdf;

/// <summary>Turns a document's characters into glyphs, and remembers which it used and which the typeface lacks.</summary>
sealed class DocumentFonts(Typeface typeface)
{
    const int WhiteSquare = 0x25A1, QuestionMark = '?', NonBreakingHyphen = 0x2011;
    readonly SortedDictionary<ushort, int>[] used = [[], [], []];
    readonly SortedSet<int> missing = [];

    public IReadOnlyList<int> Missing => [.. missing];

    public TrueTypeFont Font(Face face) => typeface[face];

    /// <summary>The faces that were used, in order, each with its glyphs and the characters that they stand for.</summary>
    public IEnumerable<(Face Face, IReadOnlyDictionary<ushort, int> Glyphs)> Used =>
        Enum.GetValues<Face>().Where(face => used[(int)face].Count > 0).Select(face => (face, (IReadOnlyDictionary<ushort, int>)used[(int)face]));

    public List<Sign> Signs(Prose prose, Face face)
    {
        List<Sign> signs = [];
        foreach (var run in prose.Runs)
            Add(signs, run.Text, run.Bold ? Face.Bold : run.Italic ? Face.Italic : face);
        return signs;
    }

    public List<Sign> Signs(string text, Face face)
    {
        List<Sign> signs = [];
        Add(signs, text, face);
        return signs;
    }

    /// <summary>The hyphen that is drawn where a word is broken; no part of the word itself.</summary>
    public Sign BreakingHyphen(Face face)
    {
        var hyphen = Known(Characters.Hyphen, face, out _);
        return new(Characters.SoftHyphen, hyphen, face, Font(face).Advance(hyphen), IsExact: false);
    }

    void Add(List<Sign> signs, string text, Face face)
    {
        foreach (var rune in Characters.Clean(text).EnumerateRunes())
            if (Sign(rune.Value, face) is { } sign)
                signs.Add(sign);
    }

    Sign? Sign(int character, Face face)
    {
        if (character is Characters.LineFeed or Characters.SoftHyphen or Characters.BreakOpportunity)
            return new(character, 0, face, 0, IsExact: true);
        if (Characters.IsInvisible(character))
            return null;
        var glyph = Known(character, face, out var exact);
        return new(character, glyph, face, Font(face).Advance(glyph), exact);
    }

    // The first character that is shown by a glyph owns it in this document: others by the same glyph say what they are beside it.
    ushort Known(int character, Face face, out bool exact)
    {
        var font = Font(face);
        if (font.Glyph(character) is var glyph and not 0)
        {
            exact = used[(int)face].TryAdd(glyph, character) || used[(int)face][glyph] == character;
            return glyph;
        }
        if (Characters.IsSpace(character) && character != Characters.Space)
            return Known(Characters.Space, face, out exact);
        var standIn = character == NonBreakingHyphen ? Characters.Hyphen : font.Glyph(WhiteSquare) != 0 ? WhiteSquare : QuestionMark;
        if (standIn != Characters.Hyphen)
            missing.Add(character);
        exact = false;
        if (font.Glyph(standIn) is var box and not 0)
            used[(int)face].TryAdd(box, standIn);
        return font.Glyph(standIn);
    }
}
