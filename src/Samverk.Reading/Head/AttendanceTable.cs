namespace Samverk.Reading;

/// <summary>A table of people whose heading says what the columns mean: Namn, Närvarande, Ej närvarande, Via länk.</summary>
sealed class AttendanceTable
{
    static readonly Phrases Yes = new("x", "ja", "närvarande", "deltog", "✓");
    static readonly Phrases No = new("nej", "-", "frånvarande", "ej");

    readonly List<(int Index, HeadLabel Label, bool Digital)> columns = [];

    /// <summary>The table that a heading row begins; null where the row is none.</summary>
    public static AttendanceTable? Begun(Block block, Block? below)
    {
        if (block.Kind != BlockKind.Row || below?.Kind != BlockKind.Row || block.Cells.Count < 2 || block.Cells.Any(c => c.End - c.Start > 40 || Names.IsPerson(block.Cut(c))))
            return null;
        if (AttendanceLine.Read(below, 0).Count == 0)
            return null;
        var table = new AttendanceTable();
        var name = false;
        for (var i = 0; i < block.Cells.Count; i++)
        {
            var text = block.Cut(block.Cells[i]);
            name |= text is "Namn" or "NAMN" or "Kallade" or "Deltagare" or "Ledamöter" or "Ledamot";
            if (HeadLabels.Parse(text) is { Label: HeadLabel.Present or HeadLabel.Absent } label && i > 0)
                table.columns.Add((i, label.Label, HeadLabels.IsRemote(text)));
        }
        return name ? table : null;
    }

    public void Apply(Block row, AttendanceEntry entry)
    {
        foreach (var (index, label, digital) in columns)
        {
            var text = index < row.Cells.Count ? row.Cut(row.Cells[index]) : "";
            var marked = text.Length > 0 && text is not ("-" or "–") && !No.In(text);
            if (digital)
                entry.Mode = marked ? "digital" : entry.Mode;
            else if (label == HeadLabel.Absent ? marked && Yes.In(text) : !marked)
                entry.Presence = "absent";
        }
    }
}
