using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Samverk.Import;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Disclosure;

/// <summary>What is given out, in one file: the decision, a list of it all, the originals that are given in full and the text of all else.</summary>
sealed class Package(GivenText texts, Originals originals, ProtectedNames names)
{
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
    static readonly string[] Heads = ["Nummer", "Slag", "Titel", "Dag", "Beslut", "Lagrum", "Skäl", "Fil"];

    /// <param name="File">Where it lies in the package; null when it is not given out.</param>
    sealed record Line(int Number, string Kind, string Title, string On, string Outcome, string? Law, string? Reason, string? File);

    public async Task Write(DisclosureRequest request, string organisation, Actor actor, Stream to, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        var mask = await names.Mask(ct);
        List<Line> lines = [];
        foreach (var (item, index) in request.Items.Select((item, index) => (item, index)))
        {
            var file = item.Outcome == DisclosureOutcome.Refused ? null : await File(zip, item, $"{index + 1:000}-{SafeName.Of(Title(item, mask))}", actor, ct);
            lines.Add(new(index + 1, item.Kind.Words(), Title(item, mask), item.On.Iso(), item.Outcome!.Value.Words(), item.Law, item.Reason, file));
        }
        await Text(zip, "forteckning.json", JsonSerializer.Serialize(lines, Json), ct);
        await Text(zip, "forteckning.csv", "\uFEFF" + Csv.Row(Heads) + string.Concat(lines.Select(l => Csv.Row([l.Number.ToString(CultureInfo.InvariantCulture), l.Kind, l.Title, l.On, l.Outcome, l.Law, l.Reason, l.File]))), ct);
        await Text(zip, "forteckning.html", Html(lines), ct);
        await Text(zip, "beslut.html", WrittenDecision.Of(request, organisation, mask).ToHtml(), ct);
    }

    /// <returns>The name within the package.</returns>
    async Task<string?> File(ZipArchive zip, DisclosureItem item, string called, Actor actor, CancellationToken ct)
    {
        // Asked again: what the original was found to have since then must not go out with it.
        if (item is { Kind: RecordKind.Original, Outcome: DisclosureOutcome.Given } && await originals.MayFetch(item.Thing, actor, ct) is null)
            return await Original(zip, item, $"original/{called}", ct);
        if (await texts.Of(item, actor, ct) is not { } text)
            return null;
        var name = $"text/{called}.txt";
        await Text(zip, name, text, ct);
        return name;
    }

    static string Title(DisclosureItem item, NameMask mask) => mask.Of(GivenText.Hide(item, item.Title));

    async Task<string> Original(ZipArchive zip, DisclosureItem item, string name, CancellationToken ct)
    {
        await using var file = await zip.CreateEntry(name).OpenAsync(ct);
        await foreach (var bytes in originals.Content(item.Thing).WithCancellation(ct))
            await file.WriteAsync(bytes, ct);
        return name;
    }

    static async Task Text(ZipArchive zip, string name, string text, CancellationToken ct)
    {
        await using var file = await zip.CreateEntry(name).OpenAsync(ct);
        await file.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
    }

    static string Html(IEnumerable<Line> lines)
    {
        static string Cell(string? text) => $"<td>{WrittenDecision.Encoded(text)}</td>";
        // A name has no slash of its own, so what is encoded here is the whole address.
        static string Link(string? file) => file is null ? "<td></td>" : $"<td><a href=\"{string.Join('/', file.Split('/').Select(Uri.EscapeDataString))}\">{WrittenDecision.Encoded(file)}</a></td>";
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"sv\">\n<head><meta charset=\"utf-8\"><title>Förteckning</title></head>\n<body>\n<h1>Förteckning</h1>\n<table>\n<tr>");
        html.AppendJoin("", Heads.Select(h => $"<th scope=\"col\">{h}</th>")).Append("</tr>\n");
        foreach (var line in lines)
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{line.Number}</td>{Cell(line.Kind)}{Cell(line.Title)}{Cell(line.On)}{Cell(line.Outcome)}{Cell(line.Law)}{Cell(line.Reason)}{Link(line.File)}</tr>\n");
        return html.Append("</table>\n</body>\n</html>\n").ToString();
    }
}
