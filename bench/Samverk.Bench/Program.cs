using System.Globalization;
using Samverk.Bench;

// Numbers in the table are read by people and by programs of any country.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

(string Name, Func<IAsyncEnumerable<Row>> Run)[] parts =
[
    ("reading", ReadingBench.Run),
    ("pdf", PdfBench.Run),
    ("import", ImportBench.Run),
    ("pages", PagesBench.Run),
];
var asked = args.FirstOrDefault() ?? "all";
var chosen = parts.Where(p => asked == "all" || asked == p.Name).ToList();
if (chosen.Count == 0)
{
    await Console.Error.WriteLineAsync($"Unknown: {asked}. Choose one of {string.Join(", ", parts.Select(p => p.Name))}, or all.");
    return 2;
}
var rows = new List<Row>();
foreach (var (name, run) in chosen)
{
    await Console.Error.WriteLineAsync($"{name} …");
    await foreach (var row in run())
    {
        rows.Add(row);
        await Console.Error.WriteLineAsync(Table.Line(row));
    }
}
Console.Write(Table.Markdown(rows));
return 0;
