using System.Globalization;
using System.Text;

namespace Samverk.Pdf;

/// <summary>Text and times as PDF writes them.</summary>
static class PdfText
{
    /// <summary>A text string, in hexadecimal so that nothing in it can be mistaken for syntax.</summary>
    public static string Hex(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public static string Date(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"(D:{at.UtcDateTime:yyyyMMddHHmmss}Z)");

    /// <summary>As a date in metadata, to the second like <see cref="Date"/>.</summary>
    public static string XmlDate(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");

    /// <summary>A string of bytes, escaped.</summary>
    public static string Literal(string ascii) => $"({ascii.Replace("\\", @"\\", StringComparison.Ordinal).Replace("(", @"\(", StringComparison.Ordinal).Replace(")", @"\)", StringComparison.Ordinal)})";
}
