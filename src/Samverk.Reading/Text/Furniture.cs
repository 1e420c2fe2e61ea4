using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>Finds page heads and footers: lines that stand again and again around page ends, and page numbers.</summary>
static partial class Furniture
{
    /// <summary>Longer lines are running text, not page heads.</summary>
    const int Longest = 160;
    const int EdgeLines = 12;

    [GeneratedRegex(@"^(?:sid(?:a|an|nr)?\.?\s*:?\s*)?[0-9]{1,3}\s*(?:av|\(|/|of)\s*[0-9]{1,3}\)?$|^(?:sida|sid\.?|page)\s*:?\s*[0-9]{1,3}$|^[-–]\s*[0-9]{1,3}\s*[-–]$|^\([0-9]{1,3}\)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Matching.TimeLimit)]
    static partial Regex PageNumber { get; }
    [GeneratedRegex(@"\s(?:sida?\.?\s*)?[0-9]{1,3}\s?(?:\(|av\s)\s?[0-9]{1,3}\)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Matching.TimeLimit)]
    static partial Regex EndsWithPageNumber { get; }
    [GeneratedRegex(@"^(?:justerandes?\s+sign\w*|utdragsbestyrkande|protokollsutdrag|signatur(?:er)?|postadress\b.*|besöksadress\b.*|e-post\s+\S+@.*|org\.?\s?nr\b.*|ordf\.?\s*sign\.?|just\.?\s*sign\.?|(?:ordförandes?|justerares?)\s+sign\w*)[\s:]*(?:[_.…]*|utdragsbestyrkande)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Matching.TimeLimit)]
    static partial Regex Office { get; }
    [GeneratedRegex(@"\b(?:protokoll|\w*anteckningar|region|\w+kommun|\w*råd(?:et)?|\w*nämnd(?:en)?|\w*grupp(?:en)?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Matching.TimeLimit)]
    static partial Regex PageHead { get; }
    [GeneratedRegex(@"beslut|godkän|^att\s|^(?:fråga|svar|kommentar|bakgrund|ärende|underlag|uppdrag|ansvarig|diskussion|föredrag|information|synpunkter|[-–•*·0-9§])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Matching.TimeLimit)]
    static partial Regex Telling { get; }

    /// <summary>One flag per line; the first appearance of a page head stays, as it may name the body.</summary>
    public static bool[] Find(string text, List<Line> lines)
    {
        var furniture = new bool[lines.Count];
        var keys = lines.ConvertAll(l => Key(text, l));
        var paged = lines.Count(l => l.NewPage) > 1;
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            if (keys[i] is not { } key)
                continue;
            furniture[i] = IsOfficeLine(text, lines, i);
            if (first.TryAdd(key, i))
                continue;
            if (!seen.TryGetValue(key, out var places))
                seen[key] = places = [first[key]];
            places.Add(i);
        }
        if (paged)
            MarkEdges(lines, seen, furniture);
        MarkRuns(text, lines, keys, seen, furniture);
        return furniture;
    }

    static bool IsOfficeLine(string text, List<Line> lines, int i)
    {
        var line = lines[i].In(text);
        if (PageNumber.IsMatch(line) || Office.IsMatch(line))
            return true;
        return line.Length <= 3 && int.TryParse(line, out _) && StandsAtPageEdge(lines, i);
    }

    static bool StandsAtPageEdge(List<Line> lines, int i)
    {
        if (lines[i].NewPage)
            return i > 0;
        var next = i + 1;
        while (next < lines.Count && lines[next].Blank && !lines[next].NewPage)
            next++;
        return next < lines.Count && lines[next].NewPage;
    }

    /// <summary>What a line is compared by: digits alike, spaces folded; null where it can't be a page head.</summary>
    static string? Key(string text, Line line)
    {
        if (line.Blank || line.Length > Longest)
            return null;
        Span<char> key = stackalloc char[line.Length];
        var n = 0;
        foreach (var c in line.In(text))
        {
            if (Line.IsSpace(c))
            {
                if (n > 0 && key[n - 1] != ' ')
                    key[n++] = ' ';
            }
            else if (char.IsDigit(c))
            {
                if (n == 0 || key[n - 1] != '#')
                    key[n++] = '#';
            }
            else if (c is not ('*' or '_'))
                key[n++] = char.ToLowerInvariant(c);
        }
        var folded = key[..n];
        return folded.IndexOfAnyExcept(' ', '#', '-') < 0 || Telling.IsMatch(line.In(text)) && !EndsWithPageNumber.IsMatch(line.In(text)) ? null : folded.ToString();
    }

    /// <summary>With pages: a line that stands equally far from the top, or from the bottom, of two pages on end.</summary>
    static void MarkEdges(List<Line> lines, Dictionary<string, List<int>> seen, bool[] furniture)
    {
        var (top, bottom, page) = Edges(lines);
        foreach (var places in seen.Values)
            for (var i = 1; i < places.Count; i++)
            {
                var (p, q) = (places[i - 1], places[i]);
                if (page[p] == page[q] || !(Near(top[p], top[q]) || Near(bottom[p], bottom[q])))
                    continue;
                furniture[q] = true;
                furniture[p] |= page[p] > 0;
            }
    }

    static bool Near(int a, int b) => a < EdgeLines && b < EdgeLines && Math.Abs(a - b) <= 1;

    static (int[] Top, int[] Bottom, int[] Page) Edges(List<Line> lines)
    {
        var (top, bottom, page) = (new int[lines.Count], new int[lines.Count], new int[lines.Count]);
        for (var (i, n) = (0, 0); i < lines.Count; i++)
        {
            n = lines[i].NewPage ? 0 : n;
            page[i] = i == 0 ? 0 : page[i - 1] + (lines[i].NewPage ? 1 : 0);
            top[i] = n;
            n += lines[i].Blank ? 0 : 1;
        }
        for (var (i, n) = (lines.Count - 1, 0); i >= 0; i--)
        {
            bottom[i] = n;
            n += lines[i].Blank ? 0 : 1;
            n = lines[i].NewPage ? 0 : n;
        }
        return (top, bottom, page);
    }

    /// <summary>Without pages: three lines on end that stood so before, and lines that end in a page number.</summary>
    static void MarkRuns(string text, List<Line> lines, List<string?> keys, Dictionary<string, List<int>> seen, bool[] furniture)
    {
        var triples = new HashSet<(string, string, string)>();
        var (i, j, k) = (-1, -1, -1);
        for (var n = 0; n < lines.Count; n++)
        {
            if (lines[n].Blank)
                continue;
            (i, j, k) = (j, k, n);
            if (i >= 0 && k - i <= 6 && keys[i] is { } a && keys[j] is { } b && keys[k] is { } c && !triples.Add((a, b, c)))
                furniture[i] = furniture[j] = furniture[k] = true;
        }
        foreach (var places in seen.Values)
        {
            var numbered = EndsWithPageNumber.IsMatch(lines[places[0]].In(text));
            foreach (var p in places.Skip(1))
                furniture[p] |= numbered || places.Count > 2 && StandsAlone(lines, p) && PageHead.IsMatch(lines[p].In(text));
        }
    }

    static bool StandsAlone(List<Line> lines, int i) =>
        (i == 0 || lines[i - 1].Blank) && (i == lines.Count - 1 || lines[i + 1].Blank);
}
