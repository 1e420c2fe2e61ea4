using System.Globalization;
using System.Text;

namespace Samverk.Shared;

/// <summary>Swedish order and folding of names and titles.</summary>
public static class Swedish
{
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>Swedish order for names in memory: å ä ö last, case aside.</summary>
    public static StringComparer Names { get; } = StringComparer.Create(Culture, ignoreCase: true);

    /// <summary>The bytes that sort a name in Swedish order (å ä ö last) with a plain index on any database.</summary>
    public static byte[] SortKey(string text) =>
        Culture.CompareInfo.GetSortKey(text, CompareOptions.IgnoreCase).KeyData;

    /// <summary>
    /// A text as it is compared: lower case, hyphens and punctuation as spaces, white space folded; å ä ö kept,
    /// other accents removed. 'Berg-Åsén' and 'berg åsen' fold alike.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormC).ToLower(Culture))
            Append(folded, c);
        return folded.ToString().TrimEnd();
    }

    static void Append(StringBuilder folded, char c)
    {
        if (c is 'å' or 'ä' or 'ö' || char.IsAsciiLetterOrDigit(c))
            folded.Append(c);
        else if (!char.IsLetterOrDigit(c))
        {
            if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        else
            folded.Append(c.ToString().Normalize(NormalizationForm.FormD)[0]);
    }
}
