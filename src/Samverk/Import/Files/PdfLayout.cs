using System.Text;
using Samverk.Reading;

namespace Samverk.Import.Files;

/// <summary>
/// Tidies the drawn layout that <c>pdftotext -layout</c> gives. Columns keep their places, in spaces, so that a cell
/// that goes on below can be told from a new row; three spaces or more part two cells. Prose that was stretched to
/// fill its line, and the gap between a number and its title, lose theirs.
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
        var lines = PlainText.Tidy(Ligatures(page)).Replace('\u00A0', ' ').Split('\n');
        var margin = lines.Where(l => !string.IsNullOrWhiteSpace(l)).Select(Indent).DefaultIfEmpty(0).Min();
        var flow = new Flow();
        foreach (var line in lines)
            flow.Line(line.Length <= margin ? "" : Line(line[margin..].TrimEnd()));
        return flow.ToString();
    }

    static int Indent(string line) => line.Length - line.AsSpan().TrimStart(' ').Length;

    static string Line(string line)
    {
        var cells = Cells(line.Trim(' '));
        var indent = line[..Indent(line)];
        if (IsStretched(cells))
            return indent + string.Join(' ', cells);
        return cells.Count == 2 && TypedNumber.IsNumber(cells[0]) ? $"{indent}{cells[0]} {cells[1]}" : line;
    }

    static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var start = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var gap = 0;
            while (line[i + gap] == ' ')
                gap++;
            if (gap >= WideGap)
            {
                cells.Add(line[start..i]);
                start = i + gap;
            }
            i += Math.Max(gap - 1, 0);
        }
        cells.Add(line[start..]);
        return cells;
    }

    /// <summary>Cells begin with capitals and figures; the pieces of a stretched sentence mostly do not.</summary>
    static bool IsStretched(List<string> cells) =>
        cells.Count >= 4 && cells.Skip(1).Count(c => char.IsLower(c[0])) * 3 > (cells.Count - 1) * 2;

    static string Ligatures(string page)
    {
        if (page.AsSpan().IndexOfAnyInRange('\uFB00', '\uFB06') < 0)
            return page;
        return new StringBuilder(page)
            .Replace("\uFB00", "ff").Replace("\uFB01", "fi").Replace("\uFB02", "fl")
            .Replace("\uFB03", "ffi").Replace("\uFB04", "ffl").Replace("\uFB05", "st").Replace("\uFB06", "st")
            .ToString();
    }
}
