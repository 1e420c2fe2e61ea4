using System.Globalization;

namespace Samverk.Import.Files;

/// <summary>The signs of the Wingdings and Symbol fonts that mean something in minutes.</summary>
static class DocxSymbol
{
    public static string Of(string code) =>
        int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var sign)
            ? (sign & 0xFF) switch
            {
                0xFE or 0xFD or 0x78 => "☒",
                0xA8 or 0x6F or 0x71 => "☐",
                0xFC => "✓",
                0xB7 or 0xA7 or 0x9F or 0x6C or 0x6E => "•",
                0xE0 or 0xE8 or 0xF0 => "→",
                0x2D => "–",
                _ => "",
            }
            : "";
}
