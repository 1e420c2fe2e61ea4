namespace Samverk.Pdf;

/// <summary>The few words that the writer itself says, in the document's language: Swedish, or English for all others.</summary>
sealed record Wording(Func<int, int, string> Page, Func<string, string> MissingCharacters, Func<int, string> AndMore)
{
    static readonly Wording
        Swedish = new((n, m) => $"sida {n} av {m}", codes => $"Tecken som typsnittet saknar, visade som □: {codes}.", more => $"och {more} till"),
        English = new((n, m) => $"page {n} of {m}", codes => $"Characters that the typeface lacks, shown as □: {codes}.", more => $"and {more} more");

    public static Wording Of(string language) => language.StartsWith("sv", StringComparison.OrdinalIgnoreCase) ? Swedish : English;
}
