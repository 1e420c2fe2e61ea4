namespace Samverk.Shared;

/// <summary>Rows as Swedish Excel opens them: semicolons, and nothing that a sheet would take for a formula.</summary>
public static class Csv
{
    public static string Row(IEnumerable<string?> cells) => string.Join(';', cells.Select(cell => Cell(cell ?? ""))) + "\r\n";

    public static string Cell(string text)
    {
        var harmless = text.TrimStart() is ['=' or '+' or '-' or '@', ..] || text is ['\t' or '\r', ..] ? $"'{text}" : text;
        return harmless.AsSpan().IndexOfAny(";\"\r\n") < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"")}\"";
    }
}
