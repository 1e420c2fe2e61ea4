using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Samverk.Organisations;

/// <summary>An empty membership list with its headings and one example, to fill in.</summary>
static class MemberTemplate
{
    static readonly string[][] Rows =
    [
        ["Organ", "Plats", "Namn", "Organisation", "Titel", "E-post", "Roll", "Från och med", "Till och med", "Ordning"],
        ["Samverkansrådet", "Exempelby", "Förnamn Efternamn", "Exempelby kommun", "ledamot i socialnämnden", "fornamn.efternamn@exempelby.example", "ersättare", "2027-01-01", "2030-12-31", "1"],
    ];

    /// <summary>As Swedish Excel opens it without asking: semicolons, and a mark that says UTF-8.</summary>
    public static byte[] Csv() => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(string.Concat(Rows.Select(row => string.Join(';', row) + "\r\n")))];

    public static byte[] Workbook()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(Rows.Select(row => new Row(row.Select(cell => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(cell)) })))));
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "Medlemslista" }));
        }
        return stream.ToArray();
    }
}
