using Samverk.Organisations;
using Samverk.Pdf.Content;
using Samverk.Shared;

namespace Samverk.Agreements.Consulting;

/// <summary>What one consultee says about one place.</summary>
public sealed record CompiledRemark(ConsulteeRow From, RemarkRow Said);

/// <summary>A place with all that is said about it.</summary>
public sealed record CompiledPlace(AnswerPlace Place, IReadOnlyList<CompiledRemark> Remarks);

/// <summary>A consultee with its answer; without one it was silent.</summary>
/// <param name="Answer">The newest that was sent.</param>
/// <param name="Versions">All that were sent, the newest first.</param>
public sealed record CompiledConsultee(ConsulteeRow Row, AnswerRow? Answer, IReadOnlyList<AnswerRow> Versions);

/// <summary>
/// The answers of a consultation put together (sammanställning): by part of the text, by question and by consultee, with what
/// the responsible answers. Silence is shown as silence.
/// </summary>
public sealed record Compilation(ConsultationView Consultation, IReadOnlyList<CompiledPlace> Places, IReadOnlyList<CompiledConsultee> Consultees)
{
    public IEnumerable<CompiledPlace> Of(PlaceKind kind) => Places.Where(p => p.Place.Kind == kind);

    /// <param name="answers">Every version that the reader may see; of them what is sent counts.</param>
    public static Compilation Of(ConsultationView consultation, IReadOnlyList<AnswerRow> answers)
    {
        var sent = answers.Where(a => a.SentAt is not null).ToLookup(a => a.Consultee);
        List<CompiledConsultee> consultees = [.. consultation.Consultees.Select(c => new CompiledConsultee(c, sent[c.Id].MaxBy(a => a.Number), [.. sent[c.Id].OrderByDescending(a => a.Number)]))];
        return new(consultation,
            [.. consultation.Places.Select(p => new CompiledPlace(p, [.. from c in consultees from r in c.Answer?.Remarks ?? [] where r.Kind == p.Kind && r.Index == p.Index select new CompiledRemark(c.Row, r)]))], consultees);
    }
}

/// <summary>Reads compilations.</summary>
public sealed class Compilations(ConsultationViews views)
{
    /// <returns>Null when there is no consultation that has been sent out and that they may see.</returns>
    public async Task<Compilation?> One(Guid consultation, Actor actor, CancellationToken ct) =>
        await views.One(consultation, actor, ct) is { OpenedAt: not null } view ? Compilation.Of(view, await views.Answers(consultation, actor, ct)) : null;
}

/// <summary>A compilation as a document: the page, the PDF and the Word file are made of it.</summary>
static class CompilationDocument
{
    public static Document Of(Compilation compilation, DateOnly today, DateTimeOffset now)
    {
        var c = compilation.Consultation;
        var at = c.CompiledAt ?? now;
        return new(new($"Sammanställning av remissvar, {c.Name}", c.BodyName, at) { HeadLeft = c.BodyName, HeadRight = $"Version {c.Version}" },
        [
            new Heading(1, "Sammanställning av remissvar"),
            new Paragraph($"{SwedishText.Capital(c.Name)}, version {c.Version}"),
            .. Blocks(compilation, today),
        ]);
    }

    /// <summary>All below the title.</summary>
    public static IEnumerable<Block> Blocks(Compilation compilation, DateOnly today) => [.. Overview(compilation, today), .. Parts(compilation), .. Questions(compilation), .. Each(compilation, today)];

    static IEnumerable<Block> Overview(Compilation compilation, DateOnly today)
    {
        var c = compilation.Consultation;
        yield return new Samverk.Pdf.Content.Facts(
        [
            new("Läge", c.State == ConsultationState.Open ? $"Öppen till och med {c.Until.InWords()}. Fler svar kan komma" : c.State == ConsultationState.Compiled ? $"Sammanställd {DateOnly.FromDateTime(c.CompiledAt!.Value.Local()).InWords()}" : "Stängd, sammanställs"),
            new("Utskickad", $"{DateOnly.FromDateTime(c.OpenedAt!.Value.Local()).InWords()} av {c.BodyName}"),
            new("Svar senast", c.LastDay.InWords()),
            new("Svar", $"{c.Answered.Count()} av {c.Consultees.Count}"),
            new(c.State == ConsultationState.Open ? "Har inte svarat" : "Inget svar", c.Silent.Any() ? SwedishText.Enumerate([.. c.Silent.Select(s => s.Name)]) : "Ingen, alla har svarat"),
            new("Textens sigill (SHA-256)", SealWords.Whole(c.TextSeal)),
            new("Efter remissen", c.NextVersion is { } next ? $"Version {next} är låst. Vad en synpunkt ledde till står vid den." : "Ingen ny version är låst än."),
        ]);
        yield return new Heading(2, "Remissinstanserna");
        yield return new Table("", [new("Instans", 3), new("Ställningstagande", 3), new("Svar kom", 2), new("Svar senast", 2)],
            [.. compilation.Consultees.Select(e => (IReadOnlyList<Prose>)[e.Row.Name, e.Answer?.Stance?.Words() ?? e.Row.State.Shown(e.Row.IsPast(today)), Given(e), $"{e.Row.LastDay.Iso()}{(e.Row.ExtendedTo is null ? "" : ", längre tid")}"])]) { RowHeads = true };
    }

    static string Given(CompiledConsultee e) => e.Answer is not { GivenOn: { } day } answer ? "–" : $"{day.Iso()}{(day > e.Row.LastDay ? ", för sent" : "")}{(answer.ReceivedOn is null ? "" : ", med mejl eller på papper")}";

    static IEnumerable<Block> Parts(Compilation compilation)
    {
        yield return new Heading(2, "Synpunkter per rubrik i texten");
        var parts = compilation.Of(PlaceKind.Part).ToList();
        if (parts.Count == 0)
            yield return new Paragraph("Texten har inga rubriker. Synpunkterna står under varje instans.");
        foreach (var part in parts)
        {
            yield return new Heading(3, part.Place.Title);
            yield return part.Remarks.Count == 0 ? new Paragraph("Inga synpunkter.") : Table(part.Remarks, "Synpunkt");
        }
    }

    static IEnumerable<Block> Questions(Compilation compilation)
    {
        var questions = compilation.Of(PlaceKind.Question).ToList();
        if (questions.Count == 0)
            yield break;
        yield return new Heading(2, "Svar på frågorna");
        foreach (var question in questions)
        {
            yield return new Heading(3, question.Place.Title);
            yield return question.Remarks.Count == 0 ? new Paragraph("Ingen har svarat på frågan.") : Table(question.Remarks, "Svar");
            var silent = compilation.Consultees.Where(e => e.Answer is not null && question.Remarks.All(r => r.From.Id != e.Row.Id)).Select(e => e.Row.Name).ToList();
            if (silent.Count > 0 && question.Remarks.Count > 0)
                yield return new Small($"Inget svar på frågan: {SwedishText.Enumerate(silent)}.");
        }
    }

    static IEnumerable<Block> Each(Compilation compilation, DateOnly today)
    {
        yield return new Heading(2, "Instans för instans");
        foreach (var e in compilation.Consultees)
        {
            yield return new Heading(3, e.Row.Name);
            if (e.Answer is not { } answer)
            {
                yield return new Paragraph($"{e.Row.State.Shown(e.Row.IsPast(today))}.");
                continue;
            }
            yield return new Paragraph(new Prose([new(answer.Stance!.Value.Words(), Bold: true), new($". {Given(e)}{(answer.CaseNumber is { } number ? $", {number}" : "")}{(answer.Number > 1 && e.Versions.Count > 1 ? $". Kompletterat, version {answer.Number}" : "")}.")]));
            if (answer.Remarks.FirstOrDefault(r => r.Kind == PlaceKind.Whole) is { } whole)
            {
                yield return new Paragraph(whole.Words);
                if (whole.Outcome is { } outcome)
                    yield return whole.Reply is { } reply
                        ? new Boxed($"{compilation.Consultation.BodyName}: {SwedishText.Small(outcome.Words())}", [new Paragraph(reply)]) : new Boxed(compilation.Consultation.BodyName, [new Paragraph(outcome.Words())]);
            }
            var places = answer.Remarks.Where(r => r.Kind != PlaceKind.Whole).Select(r => r.Title).ToList();
            if (places.Count > 0)
                yield return new Small($"Se också: {SwedishText.Enumerate(places)}");
            if (e.Versions.SelectMany(v => v.Files).Select(f => f.Name).ToList() is { Count: > 0 } files)
                yield return new Small($"Handlingar: {SwedishText.Enumerate(files)}.");
        }
    }

    static Table Table(IReadOnlyList<CompiledRemark> remarks, string said) => new("", [new("Instans", 2), new(said, 5), new("Kommentar", 4), new("Leder till", 2)],
        [.. remarks.Select(r => (IReadOnlyList<Prose>)[r.From.Name, r.Said.Words, r.Said.Reply ?? "–", r.Said.Outcome?.Words() ?? "–"])]) { RowHeads = true };
}
