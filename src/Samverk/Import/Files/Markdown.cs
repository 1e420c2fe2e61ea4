using System.Text;
using Samverk.Reading;

namespace Samverk.Import.Files;

/// <summary>Markdown stays as it is written, but for tables, which become lines with tabs, and escaped signs.</summary>
static class Markdown
{
    public static DocumentText Read(byte[] content)
    {
        var text = PlainText.Read(content);
        return new DocumentText([.. text.Pages.Select(page => page with { Text = Read(page.Text) })]);
    }

    static string Read(string text)
    {
        var lines = new List<string>();
        var fenced = false;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                fenced = !fenced;
            else if (fenced || !IsRow(line))
                lines.Add(fenced ? line : Unescape(line));
            else if (!IsRule(line))
                lines.Add(string.Join('\t', Cells(line)).TrimEnd('\t'));
        }
        return string.Join('\n', lines);
    }

    static bool IsRow(string line)
    {
        var trimmed = line.AsSpan().Trim();
        return trimmed.Length > 2 && trimmed[0] == '|' && trimmed[^1] == '|';
    }

    static bool IsRule(string line) => line.AsSpan().IndexOfAnyExcept("|-: ") < 0;

    static IEnumerable<string> Cells(string line)
    {
        var inner = line.Trim()[1..^1].Replace("\\|", "\uE000", StringComparison.Ordinal);
        return inner.Split('|').Select(cell => Unescape(cell.Trim().Replace('\uE000', '|')));
    }

    /// <summary><c>1\. Öppnande</c> means <c>1. Öppnande</c>; emphasis that is escaped is left so, it is no emphasis.</summary>
    static string Unescape(string line)
    {
        if (!line.Contains('\\'))
            return line;
        var plain = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            var escape = line[i] == '\\' && (i + 1 == line.Length || (char.IsAsciiLetterOrDigit(line[i + 1]) is false && line[i + 1] is > ' ' and < '\x7F' and not ('*' or '~')));
            if (!escape)
                plain.Append(line[i]);
            else if (i + 1 < line.Length)
                plain.Append(line[++i]);
        }
        return plain.ToString();
    }
}
