namespace Samverk.Pdf;

/// <summary>Shares a table's width between its columns.</summary>
static class ColumnWidths
{
    /// <param name="shares">What was asked for, relative to each other.</param>
    /// <param name="needs">What each column needs for its longest word, in points.</param>
    /// <returns>As asked for, but a column that would break its words takes from those that have more than they need. In all exactly <paramref name="total"/>.</returns>
    public static double[] Fit(IReadOnlyList<double> shares, IReadOnlyList<double> needs, double total)
    {
        var sane = shares.Select(s => double.IsFinite(s) && s > 0 ? s : 1).ToArray();
        var widths = sane.Select(s => total * s / sane.Sum()).ToArray();
        // A single word must not take the whole table.
        var wanted = needs.Select(n => Math.Min(n, total / 2)).ToArray();
        var lack = Enumerable.Range(0, widths.Length).Sum(i => Math.Max(0, wanted[i] - widths[i]));
        var spare = Enumerable.Range(0, widths.Length).Sum(i => Math.Max(0, widths[i] - wanted[i]));
        var moved = Math.Min(lack, spare);
        if (moved <= 0)
            return widths;
        return [.. widths.Select((width, i) => width < wanted[i] ? width + (wanted[i] - width) * moved / lack : width - (width - wanted[i]) * moved / spare)];
    }
}
