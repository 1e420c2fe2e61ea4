using System.Globalization;
using System.Text;
using Samverk.Reading;
using Samverk.Shared;

namespace Samverk.Import.Files;

/// <summary>Text files, and what all extracted text has in common.</summary>
static class PlainText
{
    /// <summary>Marks on one letter; to put thousands of them in order takes time that grows with their square.</summary>
    const int MostMarks = 16;

    /// <summary>A form feed in a text file is a page break.</summary>
    public static DocumentText Read(byte[] content) => Pages(TextEncodings.Decode(content));

    public static DocumentText Pages(string text)
    {
        var pages = text.TrimEnd('\f', '\x1A').Split('\f');
        return pages.Length == 1
            ? DocumentText.Of(Tidy(pages[0]))
            : new DocumentText([.. pages.Select((page, index) => new PageText(index + 1, Tidy(page)))]);
    }

    /// <summary>
    /// One kind of line end, no control characters, no half surrogates, and å as one character, so that a
    /// word is the same word wherever the file was made.
    /// </summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            marks = IsMark(c) ? marks + 1 : 0;
            if (marks > MostMarks)
                continue;
            if (c == '\r')
            {
                tidy.Append('\n');
                i += i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                tidy.Append(c).Append(text[++i]);
            }
            else
            {
                Append(tidy, c);
            }
        }
        return tidy.ToString().Normalize(NormalizationForm.FormC);
    }

    static bool IsMark(char c) => c >= '\u0300' && char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    static void Append(StringBuilder tidy, char c)
    {
        if (c is '\v' or '\u2028' or '\u2029' or '\u0085')
            tidy.Append('\n');
        else if (c is '\uF0B7' or '\uF0A7' or '\uF0D8' or '\uF076')
            tidy.Append('•');   // bullets of the Symbol and Wingdings fonts, which have no meaning without them
        else if (char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF')
            tidy.Append('\uFFFD');
        else if (c != '\uFEFF' && (!char.IsControl(c) || c is '\n' or '\t'))
            tidy.Append(c);
    }
}
