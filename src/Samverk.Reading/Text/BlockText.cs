using System.Text;

namespace Samverk.Reading;

/// <summary>Collects the quoted text of one block, line by line.</summary>
sealed class BlockText(string text)
{
    readonly StringBuilder clean = new();
    readonly List<Piece> pieces = [];
    readonly List<Cell> cells = [];
    readonly List<Cell> struck = [];
    int strikeFrom = -1;

    public int Length => clean.Length;
    public char Last => clean.Length == 0 ? '\0' : clean[^1];

    /// <summary>Forgets what was collected, to begin the next block.</summary>
    public void Clear()
    {
        clean.Clear();
        pieces.Clear();
        cells.Clear();
        struck.Clear();
        strikeFrom = -1;
    }

    /// <summary>Appends the visible part of a line from <paramref name="from"/>; joins a word that was broken at the last line's end.</summary>
    public void Append(Line line, int from, bool row)
    {
        if (clean.Length > 0)
            JoinTo(from);
        var cellStart = clean.Length;
        var column = line.Column + from - line.Start;
        if (row)
            EmptyCells(line.Start - line.Column, line.Start, cellStart);
        for (var i = from; i < line.End;)
        {
            var skip = Mark(i, line);
            if (skip > 0)
            {
                i += skip;
                continue;
            }
            if (row && text[i] == '|')
            {
                if (i > line.Start)
                    CloseCell(cellStart, column);
                i++;
                if (clean.Length > 0 && clean[^1] != ' ')
                    Put(' ', i - 1);
                (cellStart, column) = (clean.Length, line.Column + i - line.Start);
                continue;
            }
            if (!Line.IsSpace(text[i]))
            {
                Put(text[i], i++);
                continue;
            }
            var gap = i;
            while (i < line.End && Line.IsSpace(text[i]))
                i++;
            if (row && IsCellGap(gap, i))
            {
                CloseCell(cellStart, column);
                EmptyCells(gap + 1, i, clean.Length);
                (cellStart, column) = (clean.Length + (clean.Length > 0 ? 1 : 0), line.Column + i - line.Start);
            }
            if (clean.Length > 0 && clean[^1] != ' ' && i < line.End)
                Put(' ', gap);
        }
        if (row && text[line.End - 1] != '|')
            CloseCell(cellStart, column);
    }

    /// <summary>Appends a cell that was wrapped over several lines.</summary>
    public void AppendCell(IReadOnlyList<Line> parts)
    {
        var start = clean.Length;
        foreach (var part in parts)
            Append(part, part.Start, row: false);
        while (start < clean.Length && clean[start] == ' ')
            start++;
        cells.Add(new(start, clean.Length, parts.Count == 0 ? -1 : parts[0].Column));
    }

    /// <summary>A tab, or three spaces and more, parts two cells.</summary>
    public bool IsCellGap(int from, int to) => to - from >= 3 || text.AsSpan(from, to - from).Contains('\t');

    /// <summary>Each further tab passes over an empty cell.</summary>
    void EmptyCells(int from, int to, int at)
    {
        for (var i = from; i < to; i++)
            if (text[i] == '\t')
                cells.Add(new(at, at, -1));
    }

    void CloseCell(int start, int column)
    {
        start = Math.Min(start, clean.Length);
        var end = clean.Length;
        while (end > start && clean[end - 1] == ' ')
            end--;
        while (start < end && clean[start] == ' ')
            start++;
        if (end >= start)
            cells.Add(new(start, end, column));
    }

    void JoinTo(int from)
    {
        var next = from < text.Length ? text[from] : ' ';
        if (clean[^1] is '\u00AD' or '-' or '‐' && clean.Length > 1 && char.IsLetter(clean[^2]) && char.IsLetter(next))
        {
            if (clean[^1] == '\u00AD' || char.IsLower(next) && !IsSuspended(from))
                clean.Length--;
            else if (char.IsLower(next))
                Put(' ', from - 1);
            return;
        }
        if (clean[^1] != ' ')
            Put(' ', from - 1);
    }

    /// <summary>'hälso-' before 'och sjukvård' keeps its hyphen.</summary>
    bool IsSuspended(int from)
    {
        var end = from;
        while (end < text.Length && end - from < 8 && char.IsLetter(text[end]))
            end++;
        return text.AsSpan(from, end - from) is "och" or "eller" or "samt" or "till" or "respektive" or "resp" or "som" or "kontra";
    }

    /// <summary>The length of an emphasis mark or tag at a place, 0 for text.</summary>
    int Mark(int i, Line line)
    {
        var c = text[i];
        if (c == '*')
            return i + 1 < line.End && text[i + 1] == '*' ? 2 : HugsAWord(i, line) ? 1 : 0;
        if (c == '~' && i + 1 < line.End && text[i + 1] == '~')
        {
            Strike();
            return 2;
        }
        if (c == '_' && HugsAWord(i, line) && (i == line.Start || !char.IsLetterOrDigit(text[i - 1]) || i + 1 == line.End || !char.IsLetterOrDigit(text[i + 1])) && !IsBlankToFill(i, line))
            return i + 1 < line.End && text[i + 1] == '_' ? 2 : 1;
        if (c == '<')
            return Tag(i, line);
        return c is '\u00AD' && i + 1 < line.End || c is '\u200B' or '\uFEFF' ? 1 : 0;
    }

    bool HugsAWord(int i, Line line) =>
        i > line.Start && !Line.IsSpace(text[i - 1]) || i + 1 < line.End && !Line.IsSpace(text[i + 1]);

    bool IsBlankToFill(int i, Line line) =>
        i + 2 < line.End && text[i + 1] == '_' && text[i + 2] == '_' || i > line.Start + 1 && text[i - 1] == '_' && text[i - 2] == '_';

    int Tag(int i, Line line)
    {
        var end = text.AsSpan(i, Math.Min(12, line.End - i)).IndexOf('>');
        if (end < 0)
            return 0;
        var name = text.AsSpan(i + 1, end - 1).Trim('/').Trim();
        if (name is "s" or "del" or "strike")
            Strike();
        return name is "i" or "b" or "em" or "strong" or "u" or "s" or "del" or "strike" or "br" or "sup" or "sub" ? end + 1 : 0;
    }

    void Strike()
    {
        if (strikeFrom >= 0)
            struck.Add(new(strikeFrom, clean.Length, 0));
        strikeFrom = strikeFrom < 0 ? clean.Length : -1;
    }

    void Put(char c, int origin)
    {
        if (pieces.Count == 0 || pieces[^1].Origin + clean.Length - pieces[^1].At != origin)
            pieces.Add(new(clean.Length, origin));
        clean.Append(c);
    }

    public Block ToBlock(BlockKind kind, string? number, bool bold, int depth, int column, bool blankBefore, int lines)
    {
        if (strikeFrom >= 0)
            Strike();
        while (clean.Length > 0 && clean[^1] == ' ')
            clean.Length--;
        return new()
        {
            Text = clean.ToString(),
            Kind = kind,
            Number = number,
            Bold = bold,
            Depth = depth,
            Column = column,
            BlankBefore = blankBefore,
            Lines = lines,
            Cells = cells.Count == 0 ? [] : cells.Where(c => c.End <= clean.Length && c.Start <= c.End).ToArray(),
            Struck = struck.ToArray(),
            Pieces = pieces.ToArray(),
        };
    }
}
