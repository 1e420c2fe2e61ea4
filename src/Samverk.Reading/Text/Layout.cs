using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>Lines that make one block whatever their ends look like: the cells of a table row, each from one line or more.</summary>
sealed record LineGroup(List<List<Line>> Cells);

/// <summary>
/// Parts lines that hold more than one thing side by side: a label in the margin and the text beside it, a heading and
/// the text after it on the same line, the wrapped cells of a drawn table.
/// </summary>
sealed partial class Layout
{
    const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    const int LongestLabel = 60;
    const int Prose = 60;

    [GeneratedRegex(@"^(?<t>[\p{Lu}0-9][\p{Lu}0-9 ,/&()-]{1,90})(?<! )(?:\s+[–—-]\s+|:\s+|\.\s+)\S", Options, Matching.TimeLimit)]
    static partial Regex Capitals { get; }
    [GeneratedRegex(@"^\*\*(?<t>[^*]{3,80})\*\*(?:[:.]?\s+|\s+[–—-]\s+)[^\s*]", Options, Matching.TimeLimit)]
    static partial Regex BoldLead { get; }

    readonly string text;
    readonly List<Line> lines = [];
    readonly List<bool> furniture = [];

    public Dictionary<int, LineGroup> Groups { get; } = [];

    Layout(string text) => this.text = text;

    public List<Line> Lines => lines;
    public bool[] Furniture => [.. furniture];

    public static Layout Of(string text, List<Line> lines, bool[] furniture)
    {
        var layout = new Layout(text);
        var tables = DrawnTables.Find(text, lines, furniture);
        var (capitals, bold, margin) = layout.Styles(lines, furniture);
        var bullet = layout.HeadingBullet(lines, furniture);
        var column = new MarginColumn(text, lines, furniture);
        for (var i = 0; i < lines.Count; i++)
        {
            if (tables.TryGetValue(i, out var table))
            {
                layout.Take(table, lines[i]);
                i = table.Last;
            }
            else if (furniture[i] || lines[i].Blank)
                layout.Add(lines[i], furniture[i]);
            else if (bullet.Sign != '\0' && text[lines[i].Start] == bullet.Sign && lines[i].Column == bullet.Column)
                layout.Add(layout.WithoutBullet(lines[i]), false);
            else if (column.LabelAt(i) is { } label)
                i = layout.Take(label);
            else if (!(layout.TakeLabels(lines[i]) || layout.TakeRunIn(lines[i], capitals, bold) || layout.TakeMargin(lines, i, margin)))
                layout.Add(lines[i], false);
        }
        return layout;
    }

    void Add(Line line, bool isFurniture)
    {
        lines.Add(line);
        furniture.Add(isFurniture);
    }

    /// <summary>The sign before headings where everything is a list: short lines, each above lines with another sign.</summary>
    (char Sign, int Column) HeadingBullet(List<Line> all, bool[] isFurniture)
    {
        var listed = Enumerable.Range(0, all.Count).Where(i => !isFurniture[i] && !all[i].Blank && all[i].Length > 2 && "•·▪■●○◦❖➢➤►*–-o".Contains(text[all[i].Start], StringComparison.Ordinal) && Line.IsSpace(text[all[i].Start + 1])).ToList();
        if (listed.Count < 12)
            return default;
        var (sign, column) = (text[all[listed[0]].Start], all[listed[0]].Column);
        var same = listed.FindAll(i => text[all[i].Start] == sign && all[i].Column == column);
        var above = listed.Zip(listed.Skip(1)).Count(p => text[all[p.First].Start] == sign && text[all[p.Second].Start] != sign);
        return same.Count >= 4 && same.Count * 3 < listed.Count && above >= same.Count - 1 && same.TrueForAll(i => all[i].Length < 110 && text[all[i].End - 1] != '.') ? (sign, column) : default;
    }

    Line WithoutBullet(Line line)
    {
        var start = line.Start + 1;
        while (start < line.End && Line.IsSpace(text[start]))
            start++;
        return line with { Start = start, Heads = IsHeading(text[start..line.End]), Opens = true };
    }

    void Take(DrawnTable table, Line at)
    {
        foreach (var cells in table.Rows)
        {
            Groups[lines.Count] = new(cells);
            Add(cells.SelectMany(c => c).FirstOrDefault(at) with { Opens = true }, false);
        }
    }

    /// <summary>The label, put together from its lines, and then the text that stands beside it.</summary>
    int Take(MarginLabel label)
    {
        var words = string.Join(' ', label.Label.Select(l => text[l.Start..l.End]));
        Groups[lines.Count] = new([label.Label]);
        Add(label.Label[0] with { Heads = IsHeading(words), Opens = true }, false);
        for (var i = 0; i < label.Beside.Count; i++)
            Add(label.Beside[i] with { Opens = i == 0 }, false);
        return label.Last;
    }

    /// <summary>Which ways of setting a heading beside its text the document uses: each counts from three on.</summary>
    (bool Capitals, bool Bold, int MarginFrom) Styles(List<Line> all, bool[] isFurniture)
    {
        var (capitals, bold, rows, first) = (0, 0, 0, -1);
        for (var i = 0; i < all.Count; i++)
        {
            if (isFurniture[i] || all[i].Blank)
                continue;
            var raw = all[i].In(text);
            if (char.IsUpper(raw[0]) && raw.Length > 8 && char.IsUpper(raw[1]))
                capitals += RunIn(Capitals, raw) > 0 ? 1 : 0;
            else if (raw[0] == '*')
                bold += RunIn(BoldLead, raw) > 0 ? 1 : 0;
            if (TabRow(all[i]) is { } cut && all[i].End - cut.Second > Prose && IsHeading(raw[..(cut.First - all[i].Start)].ToString()))
                (rows, first) = (rows + 1, first < 0 ? i : first);
        }
        return (capitals >= 3, bold >= 3, rows >= 3 ? first : int.MaxValue);
    }

    /// <summary>The length of a heading that its text follows on the same line; 0 for none.</summary>
    static int RunIn(Regex style, ReadOnlySpan<char> raw)
    {
        var match = style.Match(raw[..Math.Min(raw.Length, 120)].ToString());
        if (!match.Success)
            return 0;
        var title = match.Groups["t"];
        return title.Value.Count(char.IsLetter) > 2 && IsHeading(title.Value) ? title.Index + title.Length : 0;
    }

    static bool IsHeading(string title) =>
        (HeadLabels.Parse(title) is not { } label || label.Label == HeadLabel.Other) && (PassageLabels.Parse(title) is null || UnnumberedHeadings.MayBe(title)) && !Names.IsPerson(title) && !char.IsDigit(title[0]);

    /// <summary>'Ordförande: Anna Ek. Sekreterare: Bo Ali': each label begins a line.</summary>
    bool TakeLabels(Line line)
    {
        if (line.Length > 240 || line.In(text).Count(':') < 2 || HeadLabels.Parse(line.In(text).ToString()) is not { } first || first.Label == HeadLabel.Other || first.From >= line.Length)
            return false;
        var starts = new List<int> { line.Start };
        for (var i = line.Start + first.From; i + 4 < line.End; i++)
            if (text[i] is '.' or ';' && text[i + 1] == ' ' && char.IsUpper(text[i + 2]) && text.IndexOf(':', i + 2, Math.Min(30, line.End - i - 2)) is > 0 and var colon && HeadLabels.Parse(text[(i + 2)..(colon + 1)]) is { } label && label.Label != HeadLabel.Other)
                starts.Add(i + 2);
        if (starts.Count == 1)
            return false;
        for (var i = 0; i < starts.Count; i++)
            Add(line with { Start = starts[i], End = i + 1 < starts.Count ? starts[i + 1] - 2 : line.End, NewPage = line.NewPage && i == 0, Opens = true }, false);
        return true;
    }

    bool TakeRunIn(Line line, bool capitals, bool bold)
    {
        var raw = line.In(text);
        var length = capitals && char.IsUpper(raw[0]) ? RunIn(Capitals, raw) : bold && raw[0] == '*' ? RunIn(BoldLead, raw) + 2 : 0;
        if (length <= 2)
            return false;
        var from = line.Start + length;
        var end = from;
        while (end > line.Start && Line.IsSpace(text[end - 1]))
            end--;
        while (from < line.End && (Line.IsSpace(text[from]) || text[from] is '–' or '—' or '-' or ':' or '.'))
            from++;
        Add(line with { End = end, Heads = true, Opens = true }, false);
        Add(new(from, line.End, 0, false) { Opens = true }, false);
        return true;
    }

    /// <summary>Two cells parted by a tab: where the first ends and the second begins.</summary>
    (int First, int Second)? TabRow(Line line)
    {
        var tab = line.In(text).IndexOf('\t');
        if (tab <= 1 || tab > LongestLabel || text.AsSpan(line.Start - line.Column, line.Column).Contains('\t'))
            return null;
        var second = line.Start + tab + 1;
        while (second < line.End && Line.IsSpace(text[second]))
            second++;
        return text.AsSpan(second, line.End - second).Contains('\t') || char.IsDigit(text[line.Start]) ? null : (line.Start + tab, second);
    }

    bool TakeMargin(List<Line> all, int i, int from)
    {
        var line = all[i];
        if (i >= from && line.Column > 0 && line.In(text).IndexOf('\t') < 0 && text.AsSpan(line.Start - line.Column, line.Column).Contains('\t'))
        {
            Add(new(line.Start, line.End, 0, line.NewPage) { Opens = true }, false);
            return true;
        }
        if (i >= from && TabRow(line) is { } row && IsHeading(text[line.Start..row.First]))
        {
            Part(line, row.First, row.Second, heads: true);
            return true;
        }
        if (SpacedRow(line) is not { } cells || i + 1 >= all.Count || all[i + 1].Blank || Math.Abs(all[i + 1].Column - (cells.Second - line.Start + line.Column)) > 1)
            return false;
        Part(line, cells.First, cells.Second, heads: false);
        return true;
    }

    void Part(Line line, int first, int second, bool heads)
    {
        Add(line with { End = first, Heads = heads, Opens = true }, false);
        Add(new(second, line.End, heads ? 0 : second - line.Start + line.Column, false) { Opens = true }, false);
    }

    /// <summary>A label, three spaces or more, and a text that goes on below itself.</summary>
    (int First, int Second)? SpacedRow(Line line)
    {
        var raw = line.In(text);
        var gap = raw.IndexOf("   ", StringComparison.Ordinal);
        if (gap is < 2 or > 45 || raw.Contains('\t') || !char.IsUpper(raw[0]))
            return null;
        var second = gap;
        while (second < raw.Length && Line.IsSpace(raw[second]))
            second++;
        if (raw.Length - second < 20 || raw[second..].IndexOf("   ", StringComparison.Ordinal) >= 0 || Names.IsPerson(raw[..gap].ToString()))
            return null;
        return (line.Start + gap, line.Start + second);
    }
}
