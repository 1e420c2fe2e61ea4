using System.Text;
using Samverk.Reading;

namespace Samverk.Import.Files;

/// <summary>
/// Turns the drawn layout that <c>pdftotext -layout</c> gives into text: a wide gap becomes the tab between two
/// cells, unless the line is prose that was stretched to fill its width.
/// </summary>
static class PdfLayout
{
    const int WideGap = 3;

    public static DocumentText Read(string layout)
    {
        var pages = layout.Split('\f');
        var count = pages.Length > 1 && string.IsNullOrWhiteSpace(pages[^1]) ? pages.Length - 1 : pages.Length;
        return new DocumentText([.. pages.Take(count).Select((page, index) => new PageText(index + 1, Page(page)))]);
    }

    static string Page(string page)
    {
        var flow = new Flow();
        foreach (var line in PlainText.Tidy(page).Split('\n'))
            flow.Line(Line(line));
        return flow.ToString();
    }

    static string Line(string line)
    {
        var cells = Cells(Ligatures(line).Trim(' ', '\t', '\u00A0'));
        if (cells.Count == 1)
            return cells[0];
        return IsStretched(cells) ? string.Join(' ', cells) : TypedNumber.Join(string.Join('\t', cells));
    }

    static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var start = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var gap = 0;
            while (line[i + gap] is ' ' or '\t' or '\u00A0')
                gap++;
            if (gap >= WideGap)
            {
                cells.Add(Words(line[start..i]));
                start = i + gap;
            }
            i += Math.Max(gap - 1, 0);
        }
        cells.Add(Words(line[start..]));
        return cells;
    }

    static string Words(string cell) => cell.Replace("  ", " ", StringComparison.Ordinal);

    /// <summary>Cells begin with capitals and figures; the pieces of a stretched sentence mostly do not.</summary>
    static bool IsStretched(List<string> cells) =>
        cells.Count >= 4 && cells.Skip(1).Count(c => char.IsLower(c[0])) * 3 > (cells.Count - 1) * 2;

    static string Ligatures(string line)
    {
        if (line.AsSpan().IndexOfAnyInRange('\uFB00', '\uFB06') < 0)
            return line;
        return new StringBuilder(line)
            .Replace("\uFB00", "ff").Replace("\uFB01", "fi").Replace("\uFB02", "fl")
            .Replace("\uFB03", "ffi").Replace("\uFB04", "ffl").Replace("\uFB05", "st").Replace("\uFB06", "st")
            .ToString();
    }
}
