using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>Finds the head of a membership list and what its columns mean, however they are called.</summary>
static class MemberColumns
{
    /// <summary>Titles and explanations may stand above the head, this many rows.</summary>
    public const int DeepestHead = 20;

    enum Column { Body, Seat, Name, FirstName, LastName, Organisation, Title, Mail, Role, From, To, Order }

    static readonly Dictionary<string, Column> Headings = new (Column Column, string[] Words)[]
    {
        (Column.Body, ["Organ", "Grupp", "Samverkansorgan", "Organets namn", "Råd", "Nämnd", "Forum"]),
        (Column.Seat, ["Plats", "Mandat", "Representerar", "Företräder", "Verksamhet", "Plats för"]),
        (Column.Name, ["Namn", "Person", "För- och efternamn", "Förnamn och efternamn", "Förnamn Efternamn", "Ledamotens namn", "Personens namn"]),
        (Column.FirstName, ["Förnamn", "Tilltalsnamn"]),
        (Column.LastName, ["Efternamn"]),
        (Column.Organisation, ["Organisation", "Kommun", "Huvudman", "Kommun/region", "Region/kommun", "Arbetsgivare", "Arbetsplats"]),
        (Column.Title, ["Titel", "Befattning", "Yrkestitel", "Tjänst", "Yrke"]),
        (Column.Mail, ["E-post", "Epost", "E-postadress", "Epostadress", "Mejl", "Mejladress", "Mail", "Mailadress", "E-mail", "Email"]),
        (Column.Role, ["Roll", "Som", "Uppdrag", "Roll i organet", "Ledamot/ersättare", "Ordinarie/ersättare", "Typ"]),
        (Column.From, ["Från", "Från och med", "Fr.o.m.", "Fr o m", "From", "Startdatum", "Start", "Tillträder", "Vald från", "Från datum"]),
        (Column.To, ["Till", "Till och med", "T.o.m.", "T o m", "Tom", "Slutdatum", "Slut", "Avgår", "Vald till", "Till datum"]),
        (Column.Order, ["Ordning", "Ersättarordning", "Turordning", "Inkallelseordning"]),
    }.SelectMany(of => of.Words.Select(word => (Swedish.Fold(word), of.Column))).DistinctBy(h => h.Item1).ToDictionary(h => h.Item1, h => h.Column);

    /// <returns>The lines, the headings that mean nothing here, or why there are none.</returns>
    public static (IReadOnlyList<MemberLine> Lines, IReadOnlyList<string> Unknown, Refusal? Refusal) Read(IReadOnlyList<SheetRow> rows)
    {
        var at = rows.Take(DeepestHead).ToList().FindIndex(r => Known(r) is var known && known.Count >= 2 && (known.ContainsKey(Column.Name) || (known.ContainsKey(Column.FirstName) && known.ContainsKey(Column.LastName))));
        if (at < 0)
            return ([], [], new("head-missing", "Rubrikraden saknas. Listan behöver en rad med rubriker, minst Namn och en till, till exempel Organ eller Roll. Hämta mallen och jämför."));
        var columns = Known(rows[at]);
        List<MemberLine> lines = [.. rows.Skip(at + 1).Select(row => Line(row, columns)).Where(line => line is { Name.Length: > 0 } or { Role.Length: > 0 } or { Seat.Length: > 0 })];
        return lines.Count == 0 ? ([], [], new("list-empty", "Under rubrikraden står inga personer. Skriv en rad per person."))
            : lines.Count > MemberSheet.MostRows ? ([], [], MemberSheet.TooMany)
            : (lines, [.. rows[at].Cells.Where(c => c.Length > 0 && !Headings.ContainsKey(Swedish.Fold(c)))], null);
    }

    static Dictionary<Column, int> Known(SheetRow row) =>
        row.Cells.Select((cell, i) => (Cell: Swedish.Fold(cell), i)).Where(c => Headings.ContainsKey(c.Cell)).DistinctBy(c => Headings[c.Cell]).ToDictionary(c => Headings[c.Cell], c => c.i);

    static MemberLine Line(SheetRow row, Dictionary<Column, int> columns)
    {
        string At(Column column) => columns.TryGetValue(column, out var i) && i < row.Cells.Count ? OneLine(row.Cells[i]) : "";
        var name = columns.ContainsKey(Column.Name) ? At(Column.Name) : $"{At(Column.FirstName)} {At(Column.LastName)}".Trim();
        return new(row.Number, At(Column.Body), At(Column.Seat), Turned(name), At(Column.Organisation), At(Column.Title), At(Column.Mail), At(Column.Role), At(Column.From), At(Column.To), At(Column.Order));
    }

    static string OneLine(string cell) => string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>'Hellgren, Tuva' is Tuva Hellgren.</summary>
    static string Turned(string name) => name.Split(',', StringSplitOptions.TrimEntries) is [var last, var first] && first.Length > 0 && last.Length > 0 ? $"{first} {last}" : name;
}
