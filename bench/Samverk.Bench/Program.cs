using System.Globalization;
using Samverk.Bench;
using Samverk.Bench.National;

// Numbers in the table are read by people and by programs of any country.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

(string Name, Func<IAsyncEnumerable<Row>> Run)[] parts =
[
    ("reading", ReadingBench.Run),
    ("pdf", PdfBench.Run),
    ("documents", DocumentBench.Run),
    ("meeting", MeetingBench.Run),
    ("agreements", AgreementBench.Run),
    ("import", ImportBench.Run),
];
var asked = args.FirstOrDefault() ?? "all";
if (asked == "national")
    return await NationalBench.Run(args[1..]);
var chosen = parts.Where(p => asked == "all" || asked == p.Name).ToList();
if (chosen.Count == 0)
{
    await Console.Error.WriteLineAsync($"Unknown: {asked}. Choose one of {string.Join(", ", parts.Select(p => p.Name))}, all, or national.");
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
