using Samverk.Meetings.Desk;
using Samverk.Pdf.Content;
using Samverk.Shared;

namespace Samverk.Meetings.Notices;

/// <summary>The notice as a document: what goes with the letters as PDF.</summary>
static class NoticeDocument
{
    public static Document Of(string body, MeetingTime time, string? words, IReadOnlyList<AgendaLine> agenda, DateTimeOffset created) => new(
        new($"Kallelse till {body} {time.On.InWords()}", body, created) { HeadLeft = body, HeadRight = time.On.InWords() },
        [
            new Heading(1, $"Kallelse {time.On.InWords()}"),
            new Facts([.. Known(body, time)]),
            .. words is null ? Array.Empty<Block>() : [new Paragraph(words)],
            new Heading(2, "Dagordning"),
            agenda.Count == 0 ? new Paragraph("Dagordningen skickas senare.")
                : new Table("", [new("§", 1, Figures: true), new("Punkt", 8), new("Slag", 3), new("Föredragande", 4), new("Börjar", 2)], [.. Rows(time, agenda)]),
            .. agenda.Select((line, i) => (line, Number: i + 1)).Where(l => l.line.Proposal is not null && !l.line.IsRestricted)
                .SelectMany(l => (Block[])[new Heading(3, $"§ {l.Number} {l.line.Title}"), new Boxed("Förslag till beslut", [new Paragraph(l.line.Proposal!)])]),
        ]);

    static IEnumerable<Fact> Known(string body, MeetingTime time)
    {
        yield return new("Organ", body);
        yield return new("Dag", SwedishText.WithWeekday(time.On));
        if (time.Clock is { } clock)
            yield return new("Tid", clock);
        if (time.Place is { } place)
            yield return new("Plats", place);
        if (time.Format is { } format)
            yield return new("Form", SwedishText.Capital(format.Words()));
    }

    static IEnumerable<IReadOnlyList<Prose>> Rows(MeetingTime time, IReadOnlyList<AgendaLine> agenda)
    {
        var begins = time.Start;
        foreach (var (line, i) in agenda.Select((l, i) => (l, i)))
        {
            yield return [$"{i + 1}", line.Title, line.Kind.Words(), line.Presenter ?? "–", begins is { } at ? SwedishText.Clock(at) : "–"];
            begins = begins?.AddMinutes(line.Minutes ?? 0);
        }
    }
}
