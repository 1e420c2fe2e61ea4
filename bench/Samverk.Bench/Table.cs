using System.Text;

namespace Samverk.Bench;

/// <summary>One measured thing at one size.</summary>
/// <param name="Unit">What one is: a document, a line, a page of a list.</param>
/// <param name="Work">Median time per unit.</param>
/// <param name="Floor">Median time per unit of the least that could do, measured in turns with the work.</param>
/// <param name="Ratio">Median of work to floor, round by round.</param>
/// <param name="Growth">The time per unit against that of the size above; 1 is linear, null for the smallest.</param>
sealed record Row(string What, string Size, string Unit, TimeSpan Work, TimeSpan Floor, double Ratio, double? Growth)
{
    public static Row Of(string what, string size, string unit, Compared compared, double units, Row? smaller)
    {
        var work = compared.Work / units;
        return new(what, size, unit, work, compared.Floor / units, compared.Ratio, smaller is null ? null : work / smaller.Work);
    }
}

static class Table
{
    public static string Markdown(IEnumerable<Row> rows)
    {
        var table = new StringBuilder()
            .Append("| Measured | Size | Per | Time | Per second | Floor | Ratio to floor | Growth |\n")
            .Append("|---|---|---|--:|--:|--:|--:|--:|\n");
        foreach (var row in rows)
            table.Append(Line(row)).Append('\n');
        return table.ToString();
    }

    public static string Line(Row row) =>
        $"| {row.What} | {row.Size} | {row.Unit} | {Time(row.Work)} | {1 / row.Work.TotalSeconds:N0} | {Time(row.Floor)} | {Figure(row.Ratio)} | {(row.Growth is { } growth ? Figure(growth) : "–")} |";

    static string Time(TimeSpan time) => time.TotalMilliseconds switch
    {
        < 0.001 => $"{time.TotalNanoseconds:F0} ns",
        < 1 => $"{time.TotalMicroseconds:G3} µs",
        < 1000 => $"{time.TotalMilliseconds:G3} ms",
        _ => $"{time.TotalSeconds:F2} s",
    };

    static string Figure(double figure) => figure < 10 ? $"{figure:F2}×" : $"{figure:N0}×";
}
