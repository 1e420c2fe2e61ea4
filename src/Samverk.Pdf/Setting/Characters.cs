using System.Globalization;
using System.Text;

namespace Samverk.Pdf;

/// <summary>Any text at all, made fit to be set: whole characters, composed, with line feeds but without other control codes.</summary>
static class Characters
{
    public const int Space = ' ', LineFeed = '\n', Hyphen = '-', SoftHyphen = 0xAD, BreakOpportunity = 0x200B;
    const int Tab = '\t', CarriageReturn = '\r', LineSeparator = 0x2028, ParagraphSeparator = 0x2029;

    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        Rune? before = null;
        // Half a surrogate pair is read as U+FFFD, which normalization stands.
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == LineFeed && before?.Value == CarriageReturn || IsNothing(rune.Value))
            {
                before = rune;
                continue;
            }
            clean.Append(Fit(rune));
            before = rune;
        }
        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>On one line: for names, bookmarks and metadata.</summary>
    public static string OneLine(string text, int longest = 1000)
    {
        var clean = Clean(text).Replace('\n', ' ').Trim();
        if (clean.Length <= longest)
            return clean;
        var cut = char.IsHighSurrogate(clean[longest - 2]) ? longest - 2 : longest - 1;
        return clean[..cut] + "…";
    }

    /// <summary>Belongs to the character before it and is never parted from it.</summary>
    public static bool IsMark(int character) =>
        Rune.GetUnicodeCategory(new Rune(character)) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    public static bool IsSpace(int character) => Rune.GetUnicodeCategory(new Rune(character)) == UnicodeCategory.SpaceSeparator;

    public static bool IsLetter(int character) => Rune.IsLetter(new Rune(character));

    /// <summary>Directs how others are shown and has no shape itself: joiners, directions, variants, tags.</summary>
    public static bool IsInvisible(int character) => character is SoftHyphen or 0x034F or 0x061C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFEFF or 0xFFA0
        or >= 0x180B and <= 0x180F or >= 0x200B and <= 0x200F or >= 0x202A and <= 0x202E or >= 0x2060 and <= 0x206F
        or >= 0xFE00 and <= 0xFE0F or >= 0xFFF0 and <= 0xFFF8 or >= 0x1BCA0 and <= 0x1BCA3 or >= 0x1D173 and <= 0x1D17A or >= 0xE0000 and <= 0xE0FFF;

    static Rune Fit(Rune rune) => rune.Value switch
    {
        Tab => new(Space),
        CarriageReturn or LineSeparator or ParagraphSeparator => new(LineFeed),
        _ => rune,
    };

    static bool IsNothing(int character) =>
        (character & 0xFFFE) == 0xFFFE || character is >= 0xFDD0 and <= 0xFDEF
        || Rune.IsControl(new Rune(character)) && character is not (Tab or LineFeed or CarriageReturn);
}
