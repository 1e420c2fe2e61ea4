namespace Samverk.Shared;

/// <summary>What is asked of every text that is typed about organisations, bodies and people.</summary>
public static class TextRules
{
    public const int Longest = 200;

    /// <param name="what">'Namnet', 'Organets namn'.</param>
    public static Refusal? Name(string name, string what) =>
        string.IsNullOrWhiteSpace(name) ? new("name-missing", $"{what} saknas. Skriv det.") : OneLine(name, what);

    public static Refusal? OneLine(string? text, string what) =>
        text is null ? null
        : text.Length > Longest ? new("name-long", $"{what} är längre än {Longest} tecken. Korta det.")
        : text.Any(char.IsControl) ? new("name-odd", $"{what} innehåller tecken som inte går att visa. Skriv om det på en rad.")
        : null;

    /// <summary>Null when nothing but space.</summary>
    public static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
