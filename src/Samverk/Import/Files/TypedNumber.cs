using System.Text.RegularExpressions;

namespace Samverk.Import.Files;

/// <summary>A number that somebody typed before a line, with a tab after it: <c>§ 5⇥Övrigt</c>. The tab parts no cells.</summary>
static partial class TypedNumber
{
    public static string Join(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        return tab is > 0 and <= 12 && IsNumber(line[..tab]) ? $"{line[..tab].TrimEnd()} {line[tab..].TrimStart('\t', ' ')}" : line;
    }

    public static bool IsNumber(string text) => Marker().IsMatch(text);

    [GeneratedRegex(@"^(§+ ?\d{1,3}|(Punkt|punkt) \d{1,3}[.:]?|\(?\d{1,3}([.:]\d{1,3}){0,3}[.):]?|\(?[A-Za-z][.)]|[ivxIVX]{1,5}[.)]|[-–—•·▪●○◦‣*o])\s*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Marker();
}
