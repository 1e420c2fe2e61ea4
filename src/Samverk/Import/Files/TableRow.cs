namespace Samverk.Import.Files;

/// <summary>Writes the cells of a table row, each a list of lines, as lines with tabs.</summary>
static class TableRow
{
    /// <summary>A longer line is prose, not an entry in a column.</summary>
    const int LongestInColumn = 60;

    /// <summary>
    /// Cells of one line each make one line. Cells with equally many lines are read side by side: names in one,
    /// municipalities in the other. Else the first lines of the cells make the row, and the rest of each cell
    /// follows it as paragraphs: minutes set in a table keep their text.
    /// </summary>
    public static IEnumerable<string> Lines(IReadOnlyList<IReadOnlyList<string>> cells)
    {
        var filled = cells.Where(c => c.Count > 0).ToList();
        if (filled.Count == 0)
            yield break;
        if (filled.Count == 1)
        {
            var before = cells.TakeWhile(c => c.Count == 0).Count();
            for (var i = 0; i < filled[0].Count; i++)
                yield return i == 0 ? new string('\t', before) + filled[0][0] : filled[0][i];
            yield break;
        }
        var sideBySide = AreColumns(filled) ? filled[0].Count : 1;
        for (var i = 0; i < sideBySide; i++)
            yield return string.Join('\t', cells.Select(c => i < c.Count ? c[i].Replace('\n', ' ') : "")).TrimEnd('\t');
        foreach (var rest in cells.SelectMany(c => c.Skip(sideBySide)))
            yield return rest;
    }

    static bool AreColumns(List<IReadOnlyList<string>> cells) =>
        cells.TrueForAll(c => c.Count == cells[0].Count && c.All(line => line.Length <= LongestInColumn));
}
