using Samverk.Pdf.Content;
using Samverk.Shared;

namespace Samverk.Meetings.Adjusting;

/// <summary>Extracts (protokollsutdrag) of adjusted minutes: what stands in them is taken from the sealed text as it is.</summary>
public static class ExtractDocument
{
    /// <summary>One item.</summary>
    public static Document OfItem(MinutesText text, MinutesItem item, string seal, IReadOnlyList<ApprovalRow> approvals, DateTimeOffset at) =>
        Whole(text, $"Protokollsutdrag § {item.Number}", seal, approvals, at, null, MinutesDocument.Item(item, text.BodyName));

    /// <summary>All but what is restricted.</summary>
    public static Document OfOpen(MinutesText text, string seal, IReadOnlyList<ApprovalRow> approvals, DateTimeOffset at) =>
        Whole(text, "Protokollsutdrag", seal, approvals, at, "Ärenden som omfattas av sekretess är utelämnade. Deras paragrafer står kvar utan innehåll.",
            MinutesDocument.People(text).Concat(text.Open().Items.SelectMany(i => MinutesDocument.Item(i, text.BodyName))));

    static Document Whole(MinutesText text, string title, string seal, IReadOnlyList<ApprovalRow> approvals, DateTimeOffset at, string? left, IEnumerable<Block> blocks) => new(
        new($"{title}, {text.BodyName} {text.On.InWords()}", text.BodyName, at) { HeadLeft = text.BodyName, HeadRight = text.CaseNumber is null ? text.On.InWords() : $"{text.On.InWords()}  {text.CaseNumber}" },
        [
            new Heading(1, title),
            new Samverk.Pdf.Content.Facts([.. Facts(text)]),
            new Paragraph("Det här är ett utdrag ur ett justerat protokoll. Texten är tagen oförändrad ur det förseglade protokollet."),
            .. left is null ? Array.Empty<Block>() : [new Paragraph(left)],
            .. blocks,
            new Heading(2, "Justering", "justering"),
            new Table("Protokollet är justerat av", [new("Namn", 3), new("Roll", 2), new("Tid", 3), new("Inloggad", 3)], [.. approvals.Select(a => (IReadOnlyList<Prose>)[a.Name, a.As, a.At.InTime(), a.Means])]) { RowHeads = true },
            new Small($"Protokollets sigill (SHA-256): {string.Join(' ', seal.ToUpperInvariant().Chunk(8).Select(c => new string(c)))}. Utdraget har inget eget sigill. Hela protokollet är förseglat {at.InTime()}."),
        ]);

    static IEnumerable<Fact> Facts(MinutesText text)
    {
        yield return new("Organ", text.BodyName);
        yield return new("Möte", $"{SwedishText.WithWeekday(text.On)} {Dates.Span(text.Start, text.End)}".Trim());
        if (text.CaseNumber is { } number)
            yield return new("Diarienummer", number);
        if (text.Host is { } host)
            yield return new("Handlingarna förvaras hos", host);
    }
}
