using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Samverk.Agreements.Ledger;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Shared.Parts;

namespace Samverk.Agreements.Pages;

/// <summary>
/// The area as tiles, coloured by state: the region as a band, the others in rows. A picture beside its table, never instead
/// of it, and no exact geography. Written as text, since a component has its own meaning for SVG's text element.
/// </summary>
static class TileMap
{
    const int Width = 312, Band = 38, Tile = 75, Height = 62, Step = 79, Row = 66, Top = 50;
    static readonly (string Name, string Path)[] Glyphs =
    [
        ("done", """<path d="m2.5 8.5 3.8 3.8 7.2-8" stroke-width="2.4"/>"""),
        ("active", """<circle cx="8" cy="8" r="6" stroke-width="2"/><path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" stroke="none"/>"""),
        ("waiting", """<circle cx="8" cy="8" r="6.5" stroke-width="2"/><path d="M8 4.5V8l2.4 1.6" stroke-width="2"/>"""),
        ("overdue", """<path d="M8 2.5v6.5M8 13.2v.1" stroke-width="2.6"/>"""),
        ("returned", """<path d="M6.5 2.5 3 6l3.5 3.5M3.5 6H10a3.5 3.5 0 0 1 0 7H7" stroke-width="2"/>"""),
        ("declined", """<path d="m4 4 8 8M12 4l-8 8" stroke-width="2.4"/>"""),
    ];

    public static MarkupString Of(AgreementView agreement, DateOnly today)
    {
        var rows = agreement.Ledger;
        var regions = agreement.Parties.Where(p => p.IsRegion).Select(p => p.Organisation).ToHashSet();
        var bands = rows.Where(r => regions.Contains(r.Organisation)).ToList();
        var tiles = rows.Where(r => !regions.Contains(r.Organisation)).ToList();
        StringBuilder svg = new();
        var places = Places(tiles.Count, bands.Count * Top).ToList();
        var height = places.Count > 0 ? places[^1].Y + Height : bands.Count * Top;
        svg.Append(CultureInfo.InvariantCulture, $"""<svg class="tiles" viewBox="-1 -1 {Width + 2} {height + 2}" role="img" aria-label="{Safe(Label(rows, today))}"><defs>""");
        foreach (var (name, path) in Glyphs)
            svg.Append(CultureInfo.InvariantCulture, $"""<symbol id="g-{name}" viewBox="0 0 16 16">{path}</symbol>""");
        svg.Append("</defs>");
        foreach (var (row, i) in bands.Select((r, i) => (r, i)))
            Draw(svg, row, today, 0, i * Top, Width, Band, isBand: true);
        foreach (var (row, (x, y)) in tiles.Zip(places))
            Draw(svg, row, today, x, y, Tile, Height, isBand: false);
        return new(svg.Append("</svg>").ToString());
    }

    static void Draw(StringBuilder svg, AdoptionRow row, DateOnly today, double x, int y, int width, int height, bool isBand)
    {
        var state = AdoptionLook.Of(row, today).State.ToString().ToLowerInvariant();
        var (icon, text) = isBand ? ((x + 12, y + 11), (x + 36, y + 23.5)) : ((x + (width / 2.0) - 8, y + 12), (x + (width / 2.0), y + 48.0));
        svg.Append(CultureInfo.InvariantCulture, $"""<g data-state="{state}"><rect x="{x}" y="{y}" width="{width}" height="{height}" rx="5"/><use href="#g-{state}" x="{icon.Item1}" y="{icon.Item2}" width="16" height="16"/>""");
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{text.Item1}" y="{text.Item2}"{(isBand ? "" : " text-anchor=\"middle\"")}>{Safe(isBand ? row.OrganisationName : Short(row.OrganisationName))}</text></g>""");
    }

    // Rows of four and three in turn, the shorter ones in the middle.
    static IEnumerable<(double X, int Y)> Places(int count, int top)
    {
        for (var (left, row) = (count, 0); left > 0; row++)
        {
            var inRow = Math.Min(left, row % 2 == 0 ? 4 : 3);
            var from = (Width - (inRow * Step) + (Step - Tile)) / 2.0;
            for (var i = 0; i < inRow; i++)
                yield return (from + (i * Step), top + (row * Row));
            left -= inRow;
        }
    }

    /// <summary>'Granåkers kommun' as a tile has room for: 'Granåker'.</summary>
    internal static string Short(string name)
    {
        var plain = OrganisationName.Place(name);
        return plain.Length > 11 ? plain[..10] + "…" : plain;
    }

    static string Safe(string text) => HtmlEncoder.Default.Encode(text);

    /// <summary>What it shows, said to those who can't see it.</summary>
    static string Label(IReadOnlyList<AdoptionRow> rows, DateOnly today) =>
        $"Karta över parterna. {SwedishText.Capital(SwedishText.Word(rows.Count(r => AdoptionLook.Of(r, today).State == BadgeState.Done)))} av {SwedishText.Word(rows.Count)} har antagit. Tabellen bredvid säger samma sak.";
}
