using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Samverk.Shared;

namespace Samverk.Organisations;

/// <param name="Number">As the program that wrote the list shows it, from 1.</param>
sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>The cells of a list that a person has saved, as Excel workbook or as text with separators.</summary>
static class MemberSheet
{
    public const int MostBytes = 2 << 20, MostRows = 500, MostColumns = 60, LongestCell = 1000;

    public static Refusal TooMany { get; } = new("list-long", $"Listan har fler än {MostRows} rader. Dela upp den.");
    public static Refusal Damaged { get; } = new("list-damaged", "Filen går inte att läsa. Öppna den i Excel och spara den igen, som .xlsx eller CSV.");

    /// <returns>The rows that hold something, or why it can't be read.</returns>
    public static (IReadOnlyList<SheetRow> Rows, Refusal? Refusal) Read(byte[] content)
    {
        if (content.Length == 0)
            return ([], new("list-empty", "Filen är tom. Välj en fil med en rubrikrad och en rad per person."));
        if (content.Length > MostBytes)
            return ([], new("list-large", $"Filen är större än {MostBytes >> 20} MB. Spara bara listan, utan bilder och andra blad."));
        if (content is [0xD0, 0xCF, 0x11, 0xE0, ..])
            return ([], new("list-old", "Filen är i det gamla formatet .xls, eller skyddad med lösenord. Spara den som .xlsx utan lösenord, eller som CSV."));
        return content is [(byte)'P', (byte)'K', ..] ? MemberWorkbook.Read(content) : Separated(content);
    }

    static (IReadOnlyList<SheetRow> Rows, Refusal? Refusal) Separated(byte[] content)
    {
        if (!TextEncodings.LooksLikeText(content.AsSpan(0, Math.Min(content.Length, 4096))))
            return ([], Damaged);
        var text = TextEncodings.Decode(content);
        var separator = Separator(text);
        // Excel's own line that says the separator.
        var head = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator, BadDataFound = null, IgnoreBlankLines = false, MaxFieldSize = LongestCell, HasHeaderRecord = false };
        try
        {
            using var parser = new CsvParser(new StringReader(text), settings);
            List<SheetRow> rows = [];
            while (parser.Read())
            {
                var row = new SheetRow(parser.RawRow, [.. parser.Record!.Take(MostColumns).Select(c => c.Trim())]);
                if (parser.RawRow > head && !row.IsBlank)
                    rows.Add(row);
                if (rows.Count > MostRows + MemberColumns.DeepestHead)
                    return ([], TooMany);
            }
            return (rows, null);
        }
        catch (CsvHelperException)
        {
            return ([], Damaged);
        }
    }

    /// <summary>Swedish Excel writes semicolons; others commas or tabs. The one that most of the first lines have most of.</summary>
    static string Separator(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4)
            return text[4].ToString();
        var head = text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Take(MemberColumns.DeepestHead).ToList();
        return new[] { ";", "\t", "," }.MaxBy(s => head.Sum(line => line.Split(s).Length - 1))!;
    }
}
