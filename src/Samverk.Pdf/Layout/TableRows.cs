using Samverk.Pdf.Content;

namespace Samverk.Pdf;

/// <summary>A table as pieces: its caption, its head, and its rows, each whole where it fits on a page.</summary>
sealed class TableRows
{
    const double LargestHead = 200, Foremost = 0.8, LeastColumn = 24;
    readonly DocumentFonts fonts;
    readonly Table table;
    readonly StructureElement parent;
    readonly Frame frame;
    readonly int columns;
    readonly double[] widths;

    public TableRows(DocumentFonts fonts, Table table, StructureElement parent, Frame frame)
    {
        (this.fonts, this.table, this.parent, this.frame) = (fonts, table, parent, frame);
        columns = Math.Max(table.Columns.Count, table.Rows.Select(r => r.Count).DefaultIfEmpty().Max());
        widths = ColumnWidths.Fit([.. Columns.Select(c => c.Width)], [.. Enumerable.Range(0, columns).Select(Need)], frame.Width);
    }

    // A row that is longer than the head still shows all its cells.
    IEnumerable<Column> Columns => table.Columns.Concat(Enumerable.Repeat(new Column(""), columns - table.Columns.Count));

    public IReadOnlyList<Piece> Pieces()
    {
        List<Piece> pieces = [];
        if (columns == 0 && string.IsNullOrWhiteSpace(table.Caption))
            return pieces;
        var element = parent.Add("Table");
        if (!string.IsNullOrWhiteSpace(table.Caption))
            pieces.AddRange(Kept(new Row([Cell(element.Add("Caption"), table.Caption, 0, frame.Width, Look.Caption) with { Left = frame.Left }], 2).ByLine()));
        if (columns == 0)
            return pieces;
        var head = element.Add("THead").Add("TR");
        var headRow = HeadRow([.. Columns.Select(_ => (Owner)head.Add("TH", "/A <</O /Table /Scope /Column>>"))]);
        var repeated = headRow.Height <= LargestHead ? HeadRow([.. Columns.Select(_ => (Owner)Artifact.Layout)]).Whole() : null;
        pieces.AddRange(Kept(headRow.Height <= LargestHead ? [headRow.Whole()] : headRow.ByLine()));
        var body = table.Rows.Count == 0 ? null : element.Add("TBody");
        foreach (var cells in table.Rows)
            pieces.AddRange(Body(cells, body!.Add("TR"), repeated));
        return pieces;
    }

    IEnumerable<Piece> Body(IReadOnlyList<Prose> cells, StructureElement row, Piece? repeated)
    {
        var set = Row([.. Enumerable.Range(0, columns).Select(i => (OwnerOf(row, i), i < cells.Count ? cells[i] : Prose.Empty, IsHead(i) ? Look.CellHead : Look.Cell))], Look.Hairline, Look.Pale);
        var fits = set.Height <= Look.Top - Look.Bottom - (repeated?.Height ?? 0);
        return (fits ? [set.Whole()] : set.ByLine()).Select(p => p with { Repeated = repeated });
    }

    Row HeadRow(Owner[] owners) => Row([.. Columns.Select((c, i) => (owners[i], (Prose)c.Head, Look.CellHead))], Foremost, Look.Muted);

    Row Row(IReadOnlyList<(Owner Owner, Prose Text, TextStyle Style)> cells, double thickness, Colour colour)
    {
        List<Cell> set = [];
        var left = frame.Left;
        for (var i = 0; i < cells.Count; i++)
        {
            // Of so many columns that each is narrower than its padding, little is left but all of it on the page.
            var (before, after) = (Math.Min(Padding(i), widths[i] / 4), Math.Min(Look.CellPadding, widths[i] / 4));
            set.Add(Cell(cells[i].Owner, cells[i].Text, left + before, widths[i] - before - after, cells[i].Style) with { ToTheRight = i < table.Columns.Count && table.Columns[i].Figures });
            left += widths[i];
        }
        return new(set, Look.CellPadding) { Below = (canvas, bottom) => canvas.Rule(frame.Left, bottom, frame.Left + frame.Width, bottom, thickness, colour) };
    }

    // The first column begins where the text above the table does.
    static double Padding(int column) => column == 0 ? 0 : Look.CellPadding;

    bool IsHead(int column) => table.RowHeads && column == 0;

    StructureElement OwnerOf(StructureElement row, int column) => IsHead(column) ? row.Add("TH", "/A <</O /Table /Scope /Row>>") : row.Add("TD");

    Cell Cell(Owner owner, Prose text, double left, double width, TextStyle style) =>
        new(owner, LineBreaker.Break(fonts, fonts.Signs(text, style.Face), style.Size, width), left, width, style);

    double Need(int column)
    {
        var head = column < table.Columns.Count ? LineBreaker.WidestWord(fonts.Signs(table.Columns[column].Head, Face.Bold)) : 0;
        var widest = table.Rows.Where(r => column < r.Count).Select(r => LineBreaker.WidestWord(fonts.Signs(r[column], IsHead(column) ? Face.Bold : Face.Regular))).DefaultIfEmpty().Max();
        return Math.Max(LeastColumn, Math.Max(head, widest) * Look.Cell.Size / 1000 + Padding(column) + Look.CellPadding + 0.5);
    }

    static IEnumerable<Piece> Kept(IEnumerable<Piece> pieces) => pieces.Select(p => p with { KeepWithNext = true });
}
