using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>The first sheet of an Excel workbook that holds something, as text. Formulas give what they last showed.</summary>
static class MemberWorkbook
{
    const long MostCharacters = 16L << 20;

    public static (IReadOnlyList<SheetRow> Rows, Refusal? Refusal) Read(byte[] content)
    {
        try
        {
            using var stream = new MemoryStream(content, writable: false);
            using var document = SpreadsheetDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharacters });
            if (document.WorkbookPart is not { } book)
                return ([], MemberSheet.Damaged);
            var shared = book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(i => i.InnerText).ToList() ?? [];
            foreach (var sheet in book.Workbook.Descendants<Sheet>().Where(s => s.State is null || s.State.Value == SheetStateValues.Visible))
            {
                if (sheet.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart part)
                    continue;
                var rows = Rows(part, shared);
                if (rows.Count > MemberSheet.MostRows + MemberColumns.DeepestHead)
                    return ([], MemberSheet.TooMany);
                if (rows.Count > 0)
                    return (rows, null);
            }
            return ([], null);
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or XmlException or IOException or InvalidDataException or ArgumentException or FormatException or InvalidOperationException or KeyNotFoundException or OverflowException)
        {
            return ([], MemberSheet.Damaged);
        }
    }

    static List<SheetRow> Rows(WorksheetPart part, List<string> shared)
    {
        List<SheetRow> rows = [];
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read() && rows.Count <= MemberSheet.MostRows + MemberColumns.DeepestHead)
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement || reader.LoadCurrentElement() is not Row row)
                continue;
            var read = new SheetRow((int)(row.RowIndex?.Value ?? (uint)rows.Count + 1), Cells(row, shared));
            if (!read.IsBlank)
                rows.Add(read);
        }
        return rows;
    }

    static List<string> Cells(Row row, List<string> shared)
    {
        List<string> cells = [];
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } reference ? Column(reference) : cells.Count;
            if (column >= MemberSheet.MostColumns)
                break;
            while (cells.Count < column)
                cells.Add("");
            var text = Text(cell, shared).Trim();
            cells.Add(text.Length > MemberSheet.LongestCell ? text[..MemberSheet.LongestCell] : text);
        }
        return cells;
    }

    static string Text(Cell cell, List<string> shared)
    {
        var written = cell.CellValue?.Text ?? "";
        var kind = cell.DataType?.Value;
        return kind == CellValues.SharedString ? (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : "")
            : kind == CellValues.InlineString ? cell.InlineString?.InnerText ?? ""
            : kind == CellValues.Error ? ""
            : written;
    }

    /// <summary>'C7' is column 2.</summary>
    static int Column(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter))
            column = Math.Min((column * 26) + (char.ToUpperInvariant(letter) - 'A') + 1, MemberSheet.MostColumns + 1);
        return Math.Max(column - 1, 0);
    }
}
