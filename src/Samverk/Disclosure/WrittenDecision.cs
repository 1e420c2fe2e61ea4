using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Disclosure;

/// <summary>A part of a decision under a heading of its own.</summary>
/// <param name="Lines">Each a line of a list.</param>
public sealed record DecisionPart(string Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Lines);

/// <summary>The decision as it is written and sent, with how to appeal when something was withheld.</summary>
public sealed record WrittenDecision(string Title, IReadOnlyList<(string Term, string Value)> Facts, IReadOnlyList<DecisionPart> Parts)
{
    internal static WrittenDecision Of(DisclosureRequest request, string organisation, NameMask mask)
    {
        var answered = request.AnsweredAt is { } at ? DateOnly.FromDateTime(at.Local()).InWords() : "–";
        List<DecisionPart> parts = [new("Begäran", mask.Of(request.What).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), [])];
        if (request.Items.Count == 0)
            parts.Add(new("Beslut", [$"{organisation} har ingen handling i Samverk som svarar mot begäran."], []));
        parts.AddRange(new[] { (DisclosureOutcome.Given, "Lämnas ut i sin helhet"), (DisclosureOutcome.GivenMasked, "Lämnas ut med maskering"), (DisclosureOutcome.Refused, "Lämnas inte ut") }
            .Select(o => Part(request, mask, o.Item1, o.Item2)).OfType<DecisionPart>());
        if (request.Items.Any(i => i.Outcome is DisclosureOutcome.GivenMasked or DisclosureOutcome.Refused))
            parts.Add(Appeal(organisation));
        return new("Beslut om utlämnande av allmän handling",
            [("Myndighet", organisation), ("Diarienummer", request.CaseNumber ?? "–"), ("Begäran kom in", request.ReceivedOn.InWords()), ("Beslutsdag", answered), ("Beslutat av", request.DecidedBy ?? "–")], parts);
    }

    /// <summary>As a page of its own, for the package; every text is text.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"sv\">\n<head><meta charset=\"utf-8\"><title>{Encoded(Title)}</title></head>\n<body>\n<h1>{Encoded(Title)}</h1>\n<dl>\n");
        foreach (var (term, value) in Facts)
            html.Append(CultureInfo.InvariantCulture, $"<dt>{Encoded(term)}</dt><dd>{Encoded(value)}</dd>\n");
        html.Append("</dl>\n");
        foreach (var part in Parts)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Encoded(part.Title)}</h2>\n").AppendJoin("", part.Paragraphs.Select(p => $"<p>{Encoded(p)}</p>\n"));
            if (part.Lines.Count > 0)
                html.Append("<ul>\n").AppendJoin("", part.Lines.Select(l => $"<li>{Encoded(l)}</li>\n")).Append("</ul>\n");
        }
        return html.Append("</body>\n</html>\n").ToString();
    }

    static DecisionPart? Part(DisclosureRequest request, NameMask mask, DisclosureOutcome outcome, string title)
    {
        var items = request.Items.Where(i => i.Outcome == outcome).Select(i => $"{i.Kind.Words()}: {mask.Of(GivenText.Hide(i, i.Title))} ({i.On.Iso()}){Ground(i)}").ToList();
        return items.Count == 0 ? null : new(title, [], items);
    }

    static string Ground(DisclosureItem item) => item.Outcome == DisclosureOutcome.Given ? "" : $". {item.Law}. {item.Reason}";

    static DecisionPart Appeal(string organisation) => new("Så överklagar du",
    [
        "Du kan överklaga beslutet till kammarrätten (6 kap. 7 och 8 §§ offentlighets- och sekretesslagen). Det kostar inget.",
        $"Skriv till kammarrätten, men skicka eller lämna överklagandet till {organisation}. Det ska ha kommit dit inom tre veckor från den dag då du fick del av beslutet (43 och 44 §§ förvaltningslagen).",
        $"Skriv vilket beslut du överklagar, hur du vill att det ändras och varför, och hur domstolen når dig. {organisation} skickar överklagandet vidare till kammarrätten.",
    ], []);

    /// <summary>Text as html that is read as it is written, å too.</summary>
    internal static string Encoded(string? text) => Html.Encode(text ?? "");

    static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
}
