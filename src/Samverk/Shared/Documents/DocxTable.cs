using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Content = Samverk.Pdf.Content;

namespace Samverk.Shared.Documents;

/// <summary>A table of Word: its head repeated on every page and marked as such, its rows whole.</summary>
static class DocxTable
{
    const int Width = 8386;
    const uint Hairline = 4, Thicker = 8;

    public static IEnumerable<OpenXmlElement> Of(Content.Table table)
    {
        if (!string.IsNullOrWhiteSpace(table.Caption))
            yield return Paragraph(DocxLook.Caption, table.Caption);
        var columns = Math.Max(table.Columns.Count, table.Rows.Select(r => r.Count).DefaultIfEmpty().Max());
        if (columns == 0)
            yield break;
        var widths = Widths(table, columns);
        var made = new Table(Properties(table), new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })));
        made.Append(Row(Enumerable.Range(0, columns).Select(i => Cell(i < table.Columns.Count ? table.Columns[i].Head : "", DocxLook.CellHead, widths[i], Figures(table, i), Foremost())), isHead: true));
        foreach (var row in table.Rows)
            made.Append(Row(Enumerable.Range(0, columns).Select(i => Cell(i < row.Count ? row[i] : Content.Prose.Empty, i == 0 && table.RowHeads ? DocxLook.CellHead : DocxLook.Cell, widths[i], Figures(table, i))), isHead: false));
        yield return made;
    }

    static bool Figures(Content.Table table, int column) => column < table.Columns.Count && table.Columns[column].Figures;

    static int[] Widths(Content.Table table, int columns)
    {
        var shares = Enumerable.Range(0, columns).Select(i => i < table.Columns.Count && table.Columns[i].Width is > 0 and < 1000 and var share ? share : 1).ToArray();
        return [.. shares.Select(s => (int)(Width * s / shares.Sum()))];
    }

    static TableProperties Properties(Content.Table table)
    {
        var properties = new TableProperties(
            new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" },
            new TableBorders(
                new BottomBorder { Val = BorderValues.Single, Size = Hairline, Color = DocxLook.Pale },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = Hairline, Color = DocxLook.Pale }),
            new TableLook { FirstRow = true, FirstColumn = table.RowHeads, NoVerticalBand = true, NoHorizontalBand = true });
        if (!string.IsNullOrWhiteSpace(table.Caption))
            properties.Append(new TableCaption { Val = XmlBytes.Said(table.Caption) });
        return properties;
    }

    static TableRow Row(IEnumerable<TableCell> cells, bool isHead)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead)
            properties.Append(new TableHeader());
        var row = new TableRow(properties);
        row.Append(cells);
        return row;
    }

    static TableCell Cell(Content.Prose text, string style, int width, bool figures, TableCellBorders? borders = null)
    {
        var paragraph = Paragraph(style, text);
        if (figures)
            paragraph.ParagraphProperties!.Justification = new() { Val = JustificationValues.Right };
        var properties = new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = Text(width) });
        if (borders is not null)
            properties.Append(borders);
        return new(properties, paragraph);
    }

    static TableCellBorders Foremost() => new(new BottomBorder { Val = BorderValues.Single, Size = Thicker, Color = DocxLook.Muted });

    static Paragraph Paragraph(string style, Content.Prose text)
    {
        var paragraph = new Paragraph(new ParagraphProperties { ParagraphStyleId = new() { Val = style } });
        paragraph.Append(DocxText.Runs(text));
        return paragraph;
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
