using System.Text;

namespace Samverk.Shared;

/// <summary>Comma-separated values as Swedish Excel opens them: UTF-8 with its mark, semicolons, and nothing that a sheet would take for a formula.</summary>
public static class Csv
{
    public const string Type = "text/csv; charset=utf-8";

    public static StreamWriter Writer(Stream to) => new(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);

    public static string Row(IEnumerable<string?> cells) => string.Join(';', cells.Select(cell => Cell(cell ?? ""))) + "\r\n";

    public static string Cell(string text)
    {
        var harmless = text.TrimStart() is ['=' or '+' or '-' or '@', ..] || text is ['\t' or '\r', ..] ? $"'{text}" : text;
        return harmless.AsSpan().IndexOfAny(";\"\r\n") < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
