using System.Text;

namespace Samverk.Import.Pages;

/// <summary>A text cut wherever a mark begins or ends.</summary>
sealed class Cuts
{
    const string Strike = "~~";

    readonly List<(int At, TextMark[] Around)> stretches;
    readonly HashSet<string> opened = [];
    int next;

    Cuts(List<(int At, TextMark[] Around)> stretches) => this.stretches = stretches;

    public static Cuts Of(string text, IEnumerable<TextMark> marks)
    {
        var offset = Offsets(text);
        var placed = marks.Where(m => m.End > m.Start && m.Start >= 0 && m.Start < offset(int.MaxValue))
            .Select(m => (Mark: m, Start: offset(m.Start), End: offset(m.End))).Where(m => m.End > m.Start).ToList();
        var borders = placed.SelectMany(m => new[] { m.Start, m.End }).Append(0).Distinct().Order().ToList();
        var starting = placed.ToLookup(m => m.Start);
        List<(TextMark Mark, int Start, int End)> around = [];
        List<(int, TextMark[])> cut = [];
        foreach (var border in borders)
        {
            around.RemoveAll(m => m.End <= border);
            around.AddRange(starting[border]);
            cut.Add((border, [.. around.OrderBy(m => m.End - m.Start).ThenByDescending(m => m.Mark.Unsure).Select(m => m.Mark)]));
        }
        return new(cut);
    }

    /// <summary>A line as cells of pieces. Lines are asked for in order.</summary>
    public IReadOnlyList<IReadOnlyList<TextPiece>> Line(string text, int start, int end)
    {
        List<IReadOnlyList<TextPiece>> cells = [];
        List<TextPiece> cell = [];
        var struck = false;
        while (start < end)
        {
            while (next + 1 < stretches.Count && stretches[next + 1].At <= start)
                next++;
            var stop = Math.Min(end, next + 1 < stretches.Count ? stretches[next + 1].At : end);
            var length = text.AsSpan(start, stop - start).IndexOfAny('\t', '~');
            var word = text[start..(length < 0 ? stop : start + length)];
            if (word.Length > 0)
                cell.Add(Piece(word, struck));
            start += word.Length;
            if (length < 0)
                continue;
            if (text[start] == '\t')
            {
                cells.Add(cell);
                cell = [];
                start++;
            }
            else if (start + 1 < end && string.CompareOrdinal(text, start, Strike, 0, 2) == 0)
            {
                struck = !struck;
                start += 2;
            }
            else
            {
                cell.Add(Piece("~", struck));
                start++;
            }
        }
        cells.Add(cell);
        return cells;
    }

    TextPiece Piece(string word, bool struck)
    {
        var around = stretches[next].Around;
        string[] keys = [.. around.Select(m => m.Key)];
        return new(word, struck, around.FirstOrDefault(), [.. keys.Where(opened.Add)], keys);
    }

    /// <summary>From code points to characters; beyond the end is the end.</summary>
    static Func<int, int> Offsets(string text)
    {
        if (!text.Any(char.IsSurrogate))
            return point => Math.Min(point, text.Length);
        List<int> offsets = [];
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            offsets.Add(at);
            at += rune.Utf16SequenceLength;
        }
        return point => point < offsets.Count ? offsets[point] : text.Length;
    }
}
