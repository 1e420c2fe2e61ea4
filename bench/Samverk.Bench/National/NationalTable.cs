using System.Text;

namespace Samverk.Bench.National;

static class NationalTable
{
    public static string Markdown(IReadOnlyList<Measured> pages, IReadOnlyList<Facts> facts)
    {
        var table = new StringBuilder()
            .Append("| Page | Database | Scale | p50 | p95 | Per second | Throughput to floor | p95 to floor | Throughput to bare page | p95 to bare page | Growth |\n")
            .Append("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var page in pages)
            table.Append(Line(page, pages)).Append('\n');
        table.Append("\n| Database | Scale | Filled in | Size | Start-up | Memory when warm | Export | Rows | Memory it took |\n").Append("|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var fact in facts)
            table.Append(Line(fact)).Append('\n');
        return table.ToString();
    }

    public static string Line(Measured page, IReadOnlyList<Measured> all)
    {
        // The last page is another one at each scale: what they share is the register and that they are far away.
        var smaller = all.FirstOrDefault(p => Kind(p) == Kind(page) && p.Database == page.Database && p.Scale < page.Scale);
        return $"| {page.What} | {page.Database} | {page.Scale} | {page.Work.P50:F1} ms | {page.Work.P95:F1} ms | {page.Work.PerSecond:N0} | {Figure(page.Throughput)} | {Times(page.Tail)} | {Figure(page.OfDrawn)} | {Times(page.DrawnTail)} | {Times(page.Work.P50 / smaller?.Work.P50)} |";
    }

    public static string Line(Facts f) =>
        $"| {f.Database} | {f.Scale} | {(f.Filled is { } filled ? $"{filled.TotalMinutes:F1} min" : "–")} | {f.Bytes / 1e9:F2} GB | {f.Start.TotalSeconds:F2} s | {f.Memory} MB | {f.ExportRows / f.Export.TotalSeconds:N0} rows/s | {f.ExportRows:N0} | {f.ExportMemory} MB |";

    static string Kind(Measured page) => page.What.Split(", page ")[0].Split(", last page")[0] + (page.What.Contains(" page ", StringComparison.Ordinal) || page.What.Contains("last page", StringComparison.Ordinal) ? " far" : "");

    static string Figure(double? figure) => figure is { } value ? $"{value:F3}" : "–";

    static string Times(double? figure) => figure is { } value ? $"{value:F2}×" : "–";
}
