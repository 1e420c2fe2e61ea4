namespace Samverk.Reading;

/// <summary>A table drawn with spaces: its logical rows, each cell from the lines that it was wrapped over.</summary>
/// <param name="Last">The last line of the table.</param>
sealed record DrawnTable(int Last, List<List<List<Line>>> Rows);

/// <summary>Finds drawn tables by their heading row and puts wrapped cells together.</summary>
sealed class DrawnTables
{
    static readonly Phrases Heading = new("nr", "nr.", "punkt", "ärende", "ärenden", "rubrik", "område", "ämne", "anteckning", "anteckningar", "diskussion", "noteringar", "information", "beslut", "beslut/åtgärd", "åtgärd", "åtgärder", "uppdrag", "vad", "vem", "när", "ansvarig", "ansvariga", "ansvarig/klart", "klart", "klar", "klart senast", "status", "uppgift", "aktivitet", "deadline", "tid", "kommentar", "remiss", "svar", "sista dag", "svar till", "sista svarsdag", "svarstid", "remisstid", "remisser", "överenskommelse", "överenskommelser", "avtal", "läge", "att göra", "ansvar", "senast", "datum", "innehåll", "referat");
    static readonly Phrases Title = new("punkt", "ärende", "ärenden", "rubrik", "område", "ämne");
    static readonly Phrases Number = new("nr", "nr.", "punkt", "id");
    static readonly Phrases Tells = new("anteckning", "anteckningar", "diskussion", "noteringar", "information", "innehåll", "referat");

    readonly string text;
    readonly List<Line> lines;
    readonly bool[] furniture;
    readonly int[] columns;
    readonly List<Line> heads;
    readonly List<List<List<Line>>> rows = [];
    int seen;

    DrawnTables(string text, List<Line> lines, bool[] furniture, List<Line> heads)
    {
        (this.text, this.lines, this.furniture, this.heads) = (text, lines, furniture, heads);
        columns = [.. heads.Select(h => h.Column)];
    }

    /// <summary>The tables by the line that they begin with.</summary>
    public static Dictionary<int, DrawnTable> Find(string text, List<Line> lines, bool[] furniture)
    {
        var found = new Dictionary<int, DrawnTable>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Blank || IsHeading(text, lines[i]) is not { } heads)
                continue;
            var reader = new DrawnTables(text, lines, furniture, heads);
            if (reader.Read(i) is { } table)
            {
                found[i] = table;
                i = table.Last;
            }
            else
                i = Math.Max(i, reader.seen - 1);
        }
        return found;
    }

    static List<Line>? IsHeading(string text, Line line)
    {
        if (line.Length > 160 || line.In(text).Contains('\t') || line.In(text).IndexOf("   ", StringComparison.Ordinal) < 0)
            return null;
        var cells = Segments(text, line);
        return cells.Count >= 2 && cells.TrueForAll(c => c.Length < 30 && Heading.At(Sentence.Split(text, c.Start, c.End), 0) > 0) ? cells : null;
    }

    /// <summary>The parts of a line between gaps of two spaces or more.</summary>
    static List<Line> Segments(string text, Line line)
    {
        var parts = new List<Line>();
        for (var at = line.Start; at < line.End;)
        {
            var gap = text.AsSpan(at, line.End - at).IndexOf("  ", StringComparison.Ordinal);
            var end = gap < 0 ? line.End : at + gap;
            parts.Add(new(at, end, at - line.Start + line.Column, false));
            at = end;
            while (at < line.End && Line.IsSpace(text[at]))
                at++;
        }
        return parts;
    }

    /// <summary>Reads rows until a line that does not keep to the columns; null where there is no row.</summary>
    DrawnTable? Read(int head)
    {
        rows.Add(heads.ConvertAll(h => new List<Line> { h }));
        var (last, blank, spaced) = (head, false, IsSpaced(head));
        for (var i = head + 1; i < lines.Count; i++)
        {
            seen = i;
            if (furniture[i] || lines[i].Blank || IsHeading(text, lines[i]) is { } again && again.Count == heads.Count)
            {
                blank |= !furniture[i];
                continue;
            }
            if (CellsOf(lines[i]) is not { } cells || blank && rows.Count > 1 && columns.Length > 2 && IsAlone(cells, i))
                break;
            if (rows.Count == 1 || Begins(cells, blank, spaced))
                rows.Add([.. columns.Select(_ => new List<Line>())]);
            else if (blank && cells[0].Count == 0)
                rows.Add([.. columns.Select(_ => new List<Line>())]);
            for (var c = 0; c < columns.Length; c++)
                rows[^1][c].AddRange(cells[c]);
            (last, blank) = (i, false);
        }
        return rows.Count > 1 ? new(last, IsItems ? Unfolded() : rows) : null;
    }

    /// <summary>Rows parted by blank lines: none of them fills its last column twice.</summary>
    bool IsSpaced(int head)
    {
        var (groups, many, filled) = (0, false, 0);
        for (var i = head + 1; i < lines.Count && i < head + 80; i++)
        {
            if (lines[i].Blank)
            {
                filled = -1;
                continue;
            }
            if (CellsOf(lines[i]) is not { } cells)
                break;
            groups += filled < 0 ? 1 : 0;
            many |= filled >= 0 && i > head + 1;
            filled = Math.Max(0, filled) + (cells[^1].Count > 0 && cells[0].Count > 0 ? 1 : 0);
            if (filled > 1)
                return false;
        }
        return groups > 1 && many;
    }

    /// <summary>A line in the first column with nothing beside or below it is no row.</summary>
    bool IsAlone(List<Line>[] cells, int i) =>
        cells[0].Count > 0 && cells.Skip(1).All(c => c.Count == 0) && !IsItems && (i + 1 >= lines.Count || lines[i + 1].Blank);

    bool Begins(List<Line>[] cells, bool blank, bool spaced)
    {
        if (cells[0].Count == 0)
            return false;
        if (spaced)
            return blank;
        return blank || !(char.IsLower(text[cells[0][0].Start]) || rows[^1][0].Count > 0 && text[rows[^1][0][^1].End - 1] is '-' or '+' or ',' or '&');
    }

    /// <summary>What stands in each column; null where the line runs across columns or begins before the first.</summary>
    List<Line>[]? CellsOf(Line line)
    {
        if (line.Column < columns[0] - 2 || line.In(text).Contains('\t'))
            return null;
        var cells = columns.Select(_ => new List<Line>()).ToArray();
        foreach (var part in Segments(text, line))
        {
            var c = Array.FindLastIndex(columns, x => x <= part.Column + 2);
            if (c < 0 || c + 1 < columns.Length && part.Column + part.Length > columns[c + 1] + 2)
                return null;
            if (cells[c].Count > 0)
                cells[c][^1] = cells[c][^1] with { End = part.End };
            else
                cells[c].Add(part);
        }
        return cells;
    }

    /// <summary>The table holds the items themselves: number, title, text and who does what.</summary>
    bool IsItems => heads.Exists(h => Is(Title, h) || Is(Number, h)) && heads.Exists(h => Is(Tells, h));

    bool Is(Phrases words, Line head) => words.In(text[head.Start..head.End]);

    /// <summary>Number and title make a row of their own, then each paragraph with who answers for it.</summary>
    List<List<List<Line>>> Unfolded()
    {
        var unfolded = new List<List<List<Line>>> { rows[0] };
        var titles = heads.TakeWhile(h => Is(Title, h) || Is(Number, h)).Count();
        foreach (var row in rows.Skip(1))
        {
            if (row.Take(titles).Any(c => c.Count > 0))
                unfolded.Add(row[..titles]);
            foreach (var paragraph in Paragraphs(row, titles))
                unfolded.Add(paragraph);
        }
        return unfolded;
    }

    /// <summary>The text column parted at labels and 'att'; who stands beside the last part.</summary>
    IEnumerable<List<List<Line>>> Paragraphs(List<List<Line>> row, int titles)
    {
        var parts = new List<List<Line>>();
        foreach (var line in row[titles])
            if (parts.Count == 0 || Starts(line))
                parts.Add([line]);
            else
                parts[^1].Add(line);
        for (var i = 0; i + 1 < parts.Count; i++)
            yield return [parts[i]];
        var rest = row.Skip(titles + 1).ToList();
        if (rest.Exists(c => c.Count > 0))
            yield return [.. Enumerable.Range(0, titles).Select(_ => new List<Line>()), parts.Count > 0 ? parts[^1] : [], .. rest];
        else if (parts.Count > 0)
            yield return [parts[^1]];
    }

    bool Starts(Line line)
    {
        var raw = line.In(text);
        if (raw.StartsWith("att ", StringComparison.Ordinal) || raw[0] is '•' or '–' or '-' or '*')
            return true;
        var colon = raw.IndexOf(':');
        return colon is > 2 and < 30 && PassageLabels.Parse(raw[..(colon + 1)].ToString()) is not null;
    }
}
