namespace Samverk.Reading;

/// <summary>A label in the margin, from one line or more on end, and the text beside those lines.</summary>
/// <param name="Last">The last line that it takes.</param>
sealed record MarginLabel(List<Line> Label, List<Line> Beside, int Last);

/// <summary>Documents whose text stands in one column, with headings or labels in the margin to its left.</summary>
sealed class MarginColumn
{
    const int Nearest = 12;
    const int Farthest = 45;

    readonly string text;
    readonly List<Line> lines;
    readonly bool[] furniture;
    readonly int column;

    public MarginColumn(string text, List<Line> lines, bool[] furniture)
    {
        (this.text, this.lines, this.furniture) = (text, lines, furniture);
        column = Find();
    }

    /// <summary>Where most of the lines begin their text; -1 where the document is not set so.</summary>
    int Find()
    {
        var (beside, at) = (new int[Farthest + 1], new int[Farthest + 1]);
        var total = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Blank || furniture[i])
                continue;
            total++;
            if (lines[i].Column is >= Nearest and <= Farthest)
                at[lines[i].Column]++;
            else if (Cut(lines[i]) is { } cut)
                beside[cut.Column]++;
        }
        var best = Enumerable.Range(0, Farthest + 1).MaxBy(c => beside[c] + at[c]);
        return beside[best] >= 4 && at[best] >= 3 && (beside[best] + at[best]) * 10 > total * 4 ? best : -1;
    }

    /// <summary>The end of a line's first part, and where and in which column its second begins.</summary>
    (int End, int Start, int Column)? Cut(Line line)
    {
        var raw = line.In(text);
        var gap = raw.IndexOf("  ", StringComparison.Ordinal);
        if (gap is < 2 or > Farthest || raw.Contains('\t'))
            return null;
        var second = gap;
        while (second < raw.Length && Line.IsSpace(raw[second]))
            second++;
        var at = second + line.Column;
        return at is >= Nearest and <= Farthest ? (line.Start + gap, line.Start + second, at) : null;
    }

    public MarginLabel? LabelAt(int i)
    {
        if (column < 0 || lines[i].Column >= Nearest || Cut(lines[i]) is not { } first || first.Column != column || !char.IsLetter(text[lines[i].Start]) || Names.IsPerson(text[lines[i].Start..first.End]))
            return null;
        var (label, beside, last) = (new List<Line>(), new List<Line>(), i);
        for (; last < lines.Count && !lines[last].Blank && !furniture[last] && lines[last].Column < Nearest && Cut(lines[last]) is { } cut && cut.Column == column; last++)
        {
            if (last > i && IsAnother(label, lines[last], cut.End))
                break;
            label.Add(new(lines[last].Start, cut.End, lines[last].Column, lines[last].NewPage));
            beside.Add(new(cut.Start, lines[last].End, column, false));
        }
        return new(label, beside, last - 1);
    }

    /// <summary>Label below label without a blank line between: a known label, or a capital where a label had ended.</summary>
    bool IsAnother(List<Line> label, Line line, int end)
    {
        var words = text[line.Start..end];
        return HeadLabels.Is(words) || PassageLabels.Parse(words) is not null || char.IsUpper(words[0]) && !(char.IsLetter(text[label[^1].End - 1]) && label.Count == 1 && label[0].Length > 12);
    }
}
