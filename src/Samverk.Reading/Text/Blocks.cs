using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>Puts lines together to blocks.</summary>
sealed partial class Blocks
{
    [GeneratedRegex(@"^(?:[-–—•·▪◦●○■□☐☑☒✔✘→⇒➔*➢➤►❖✓\uF0B7\uF0A7\uF02D\uF0D8]|o|->|=>)\s+\S", RegexOptions.CultureInvariant, Matching.TimeLimit)]
    static partial Regex Bullet { get; }
    [GeneratedRegex(@"^(?:\*\*|__)?\(?(?<n>[0-9]{1,3}|[a-h])[.)](?:\*\*|__)?\s+\S", RegexOptions.CultureInvariant, Matching.TimeLimit)]
    static partial Regex Numbered { get; }
    [GeneratedRegex(@"^[0-9]{1,2}\s+\p{Lu}", RegexOptions.CultureInvariant, Matching.TimeLimit)]
    static partial Regex BareNumber { get; }
    [GeneratedRegex(@"^(?:\*\*|__)?(?:§§?\s*[0-9]|punkt\s+[0-9]|ärende\s+[0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Matching.TimeLimit)]
    static partial Regex Paragraph { get; }
    [GeneratedRegex(@"^\p{Lu}[\p{L} /()-]{1,40}:(?:\s|$)", RegexOptions.CultureInvariant, Matching.TimeLimit)]
    static partial Regex Label { get; }

    readonly string text;
    readonly List<Line> lines;
    readonly bool[] furniture;
    readonly Dictionary<int, LineGroup> groups;
    readonly int width;
    readonly bool wrapped;
    readonly List<Block> blocks = [];
    /// <summary>One for all blocks, one after the other; <see cref="open"/> while there is a block that may go on.</summary>
    readonly BlockText collected;
    BlockText? open;
    BlockKind kind;
    string? number;
    bool bold, blankBefore, heads;
    int depth, column, count, from;
    Line last;

    Blocks(string text, Layout layout)
    {
        (this.text, lines, furniture, groups, collected) = (text, layout.Lines, layout.Furniture, layout.Groups, new(text));
        (width, wrapped) = Measure();
    }

    public static List<Block> Of(string text)
    {
        var all = Line.Split(text);
        return new Blocks(text, Layout.Of(text, all, Furniture.Find(text, all))).Build();
    }

    /// <summary>Whether lines are broken at a margin, and where it is.</summary>
    (int Width, bool Wrapped) Measure()
    {
        var counts = new int[401];
        var total = 0;
        for (var i = 0; i < lines.Count; i++)
            if (!lines[i].Blank && !furniture[i])
            {
                counts[Math.Min(400, lines[i].Length + (lines[i].Column > 40 ? 0 : lines[i].Column))]++;
                total++;
            }
        var (at, seen) = (400, 0);
        while (at > 0 && (seen += counts[at]) * 20 < total)
            at--;
        return (at, at is > 40 and < 150);
    }

    List<Block> Build()
    {
        var (blank, furnished) = (true, false);
        for (var i = 0; i < lines.Count; i++)
        {
            furnished |= lines[i].NewPage && i > 0 || furniture[i];
            if (furniture[i])
                continue;
            if (lines[i].Blank || IsTableRule(lines[i].In(text)))
            {
                blank = true;
                continue;
            }
            if (groups.TryGetValue(i, out var group))
            {
                Close(blank);
                Take(group, lines[i], blank);
            }
            else if (open is not null && Continues(lines[i], blank, furnished))
            {
                open.Append(lines[i], lines[i].Start, row: false);
                (last, count) = (lines[i], count + 1);
            }
            else
            {
                Close(blank);
                Open(lines[i], blank);
            }
            (blank, furnished) = (false, false);
        }
        Close(blank: true);
        return blocks;
    }

    /// <summary>The cells of a row of a drawn table; one cell alone is a paragraph.</summary>
    void Take(LineGroup group, Line line, bool blank)
    {
        if (group.Cells.Count == 1)
        {
            Open(line, blank);
            foreach (var more in group.Cells[0].Skip(1))
                open!.Append(more, more.Start, row: false);
            return;
        }
        collected.Clear();
        (open, kind, number, from, count) = (collected, BlockKind.Row, null, line.Start, 1);
        (blankBefore, last, column, depth, bold, heads) = (blank, line, line.Column, 0, false, false);
        foreach (var cell in group.Cells)
            open.AppendCell(cell);
    }

    /// <summary>'|---|---|' under the heading of a Markdown table, or a drawn line.</summary>
    static bool IsTableRule(ReadOnlySpan<char> raw) => raw.Length > 2 && !raw.ContainsAnyExcept(RuleSigns);

    static readonly System.Buffers.SearchValues<char> RuleSigns = System.Buffers.SearchValues.Create("|-:= +─━═");

    void Open(Line line, bool blank)
    {
        var raw = line.In(text);
        collected.Clear();
        (open, kind, number, from, count) = (collected, BlockKind.Paragraph, null, line.Start, 1);
        (blankBefore, last, column, depth, heads) = (blank, line, line.Column, 0, line.Heads);
        while (depth < raw.Length && raw[depth] == '#')
            depth++;
        if (depth is > 0 and < 7 && depth < raw.Length && Line.IsSpace(raw[depth]))
            (kind, from) = (BlockKind.Heading, line.Start + depth + 1);
        else
            depth = 0;
        if (depth == 0 && Bullet.IsMatch(raw[..Math.Min(raw.Length, 12)]))
            (kind, from) = (BlockKind.Bullet, AfterSpace(line, raw[1] == '>' ? 2 : 1));
        else if (depth == 0 && NumberOf(raw) is { } n)
            (kind, number) = (BlockKind.Numbered, n);
        bold = raw.StartsWith("**", StringComparison.Ordinal) && raw.EndsWith("**", StringComparison.Ordinal) && raw.Length > 4
            || kind == BlockKind.Numbered && raw.EndsWith("**", StringComparison.Ordinal)
            || raw.StartsWith("<b>", StringComparison.Ordinal) && raw.EndsWith("</b>", StringComparison.Ordinal);
        while (from < line.End && Line.IsSpace(text[from]))
            from++;
        if (kind != BlockKind.Bullet && IsRow(line, from))
            kind = BlockKind.Row;
        open.Append(line, from, kind == BlockKind.Row);
    }

    string? NumberOf(ReadOnlySpan<char> raw)
    {
        if (!Numbered.IsMatch(raw[..Math.Min(raw.Length, 16)]))
            return null;
        var at = raw.IndexOfAnyExcept('*', '_', '(');
        var end = raw[at..].IndexOfAny('.', ')');
        return raw.Slice(at, end).ToString();
    }

    int AfterSpace(Line line, int skip)
    {
        var at = line.Start + skip;
        while (at < line.End && Line.IsSpace(text[at]))
            at++;
        return at;
    }

    /// <summary>White space that is no plain space: a gap between cells has one of these, or three spaces.</summary>
    static readonly System.Buffers.SearchValues<char> GapSigns = System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => c != ' ' && Line.IsSpace(c))]);

    bool IsRow(Line line, int start)
    {
        if (text[line.Start] == '|' || line.In(text).IndexOf(" | ", StringComparison.Ordinal) > 0)
            return true;
        if (line.Column > 0 && text.AsSpan(line.Start - line.Column, line.Column).Contains('\t'))
            return true;
        if (NumberOf(line.In(text)) is not null)
            start = AfterSpace(line, text.AsSpan(start, line.End - start).IndexOfAny('.', ')') + 1 + start - line.Start);
        if (start >= line.End || !text.AsSpan(start, line.End - start).ContainsAny(GapSigns) && !text.AsSpan(start, line.End - start).Contains("   ", StringComparison.Ordinal))
            return false;
        for (var i = start; i < line.End;)
        {
            var gap = i;
            while (i < line.End && Line.IsSpace(text[i]))
                i++;
            if (i > gap && open!.IsCellGap(gap, i))
                return true;
            i = i == gap ? i + 1 : i;
        }
        return false;
    }

    bool Continues(Line line, bool blank, bool furnished)
    {
        var raw = line.In(text);
        var first = raw[0];
        if (line.Opens || heads || kind is BlockKind.Row or BlockKind.Heading || first is '#' or '|' || Starts(raw))
            return false;
        var broken = open!.Last is '-' or '\u00AD' && char.IsLower(first);
        if (blank && !furnished)
            return false;
        if (furnished)
            return broken || !blank && Flows(line, raw) || (char.IsLower(first) || !wrapped && last.Length > 400) && !IsTerminal(open.Last) && last.Length > 30 && !IsListed(raw);
        return broken || Flows(line, raw);
    }

    bool Flows(Line line, ReadOnlySpan<char> raw)
    {
        if (IsListed(raw) || open!.Last == ':' || Label.IsMatch(raw[..Math.Min(raw.Length, 50)]) || IsRow(line, line.Start))
            return false;
        if (IsNamed(raw) && IsNamed(text.AsSpan(from, last.End - from)))
            return false;
        var reach = last.Length + (last.Column > 40 ? 0 : last.Column);
        if (!wrapped)
            return char.IsLower(raw[0]) && !IsTerminal(open.Last) && last.Length is > 24 and < 150 && kind != BlockKind.Bullet;
        if (bold != raw.StartsWith("**", StringComparison.Ordinal) && bold)
            return false;
        if (IsTerminal(open.Last) && raw.Length < 100 && BareNumber.IsMatch(raw[..Math.Min(raw.Length, 8)]))
            return false;
        if (raw.Length <= 4 && !raw.ContainsAnyExceptInRange('0', '9'))
            return false;
        if (kind == BlockKind.Numbered && count == 1 && char.IsUpper(raw[0]) && last.Length < 110)
            return false;
        var full = reach + FirstWord(raw) + 1 > width * 85 / 100;
        return full || !IsTerminal(open.Last) && reach > width * 6 / 10 && char.IsDigit(raw[0]) || char.IsLower(raw[0]) && (reach > width / 2 || !IsTerminal(open.Last) && reach > 20);
    }

    /// <summary>'Anna Ek, Askvik', 'Bo Ali (S)': a line of an attendance list.</summary>
    static bool IsNamed(ReadOnlySpan<char> raw)
    {
        var end = raw[..Math.Min(raw.Length, 45)].IndexOfAny(',', '(');
        return end > 4 && char.IsUpper(raw[0]) && Names.IsPerson(raw[..end].TrimEnd().ToString());
    }

    static int FirstWord(ReadOnlySpan<char> raw)
    {
        var space = raw.IndexOf(' ');
        return space < 0 ? raw.Length : space;
    }

    /// <summary>'att …' under 'beslutar' is an entry of its own.</summary>
    bool IsListed(ReadOnlySpan<char> raw) =>
        raw.StartsWith("att ", StringComparison.Ordinal) && (last.Length < width * 6 / 10 || open!.Last is ',' or '.' or ':' or ';' || StartsWithThat());

    bool StartsWithThat() => text.AsSpan(from, Math.Min(4, text.Length - from)) is "att ";

    bool Starts(ReadOnlySpan<char> raw)
    {
        var head = raw[..Math.Min(raw.Length, 20)];
        return Bullet.IsMatch(head) || Numbered.IsMatch(head) || Paragraph.IsMatch(head);
    }

    static bool IsTerminal(char c) => c is '.' or '!' or '?' or ':' or ';';

    void Close(bool blank)
    {
        if (open is null)
            return;
        var block = open.ToBlock(kind, number, bold || heads, depth, column, blankBefore, count);
        (block.BlankAfter, block.Index) = (blank, blocks.Count);
        if (block.Text.Length > 0 || kind == BlockKind.Heading)
            blocks.Add(block);
        open = null;
    }
}
