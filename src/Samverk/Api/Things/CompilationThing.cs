using Samverk.Agreements;
using Samverk.Agreements.Consulting;
using Samverk.Organisations;

namespace Samverk.Api.Things;

/// <summary>The answers of a consultation put together: by heading of the text, by question and by consultee, with what the responsible answers.</summary>
sealed record CompilationThing(Guid Consultation, ConsultationState State, string StateText, string Subject, Guid Agreement, int Version, [About("Sigillet (SHA-256) på den text som remissen gäller.")] string TextSeal, DateOnly LastDay, DateTimeOffset? CompiledAt,
    [About("Varje instans, också den som inte har svarat.")] IReadOnlyList<CompilationThing.ConsulteeOf> Consultees, [About("Synpunkter på texten, rubrik för rubrik.")] IReadOnlyList<CompilationThing.PlaceOf> Paragraphs,
    [About("Svar på frågorna.")] IReadOnlyList<CompilationThing.PlaceOf> Questions, [About("De som inte svarade.")] IReadOnlyList<string> Silent,
    [About("Den låsta text som kom efter remissen; null när ingen har kommit.")] CompilationThing.NextText? Changes, [About("Sammanställningen som PDF.")] string PdfUrl, [About("Sidan för människor.")] string PageUrl)
{
    public sealed record ConsulteeOf(Guid Id, string Name, ResponseState State, string StateText, Stance? Stance, string? StanceText, DateOnly LastDay, [About("Dagen då svaret kom.")] DateOnly? AnsweredOn, [About("Kom med mejl eller på papper.")] bool IsRecorded,
        string? CaseNumber, [About("Synpunkter på helheten.")] string? Text, string? Reply, ReplyOutcome? Outcome, IReadOnlyList<FileOf> Files);

    public sealed record FileOf(string Name, string Url);

    public sealed record PlaceOf([About("Rubriken eller frågan.")] string Title, IReadOnlyList<RemarkOf> Comments);

    public sealed record RemarkOf([About("Instansen.")] string Consultee, string Text, [About("Den ansvarigas kommentar.")] string? Reply, [About("Vad synpunkten ledde till i texten.")] ReplyOutcome? Outcome, string? OutcomeText);

    public sealed record NextText(int Version, [About("Sidan med det som är ändrat.")] string Url);

    public static Route Route { get; } = new("GET", "/consultations/{id}/compilation", "getCompilation", Groups.Agreements, MayAttribute.Read, new("Sammanställningen av en remiss", "The compilation of a consultation"), Answer)
    {
        Description = new("Alla svar som är skickade: per rubrik, per fråga och per instans. Den som inte har svarat står med. Finns från det att remissen skickas ut, och ändras inte mer när den är sammanställd.",
            "All answers that are sent: by heading, by question and by consultee. Those who have not answered are there too. It is there from when the consultation is sent out, and changes no more once it is compiled."),
        Answers = [new(200, new("Sammanställningen.", "The compilation."), JsonShape.Of<CompilationThing>())],
    };

    static async Task<Answer> Answer(Call call)
    {
        if (await call.Get<Compilations>().One(call.Id, call.Actor, call.Stop) is not { } compilation)
            return Api.Answer.Missing;
        var c = compilation.Consultation;
        IReadOnlyList<PlaceOf> Places(PlaceKind kind) => [.. compilation.Of(kind).Select(p => new PlaceOf(p.Place.Title, [.. p.Remarks.Select(r => new RemarkOf(r.From.Name, r.Said.Words, r.Said.Reply, r.Said.Outcome, r.Said.Outcome is { } o ? call.InWords(o, o.Words()) : null))]))];
        return Api.Answer.Of(new CompilationThing(c.Id, c.State, call.InWords(c.State, c.State.Words()), c.Name, c.Agreement, c.Version, c.TextSeal, c.LastDay, c.CompiledAt, [.. compilation.Consultees.Select(e => Consultee(e, c, call))],
            Places(PlaceKind.Part), Places(PlaceKind.Question), [.. c.Silent.Select(s => s.Name)], c.NextVersion is { } next ? new(next, AgreementPages.Text(c.Agreement, next)) : null, ConsultationPages.CompilationPdf(c.Id), ConsultationPages.Compilation(c.Id)));
    }

    static ConsulteeOf Consultee(CompiledConsultee e, ConsultationView c, Call call)
    {
        var whole = e.Answer?.Remarks.FirstOrDefault(r => r.Kind == PlaceKind.Whole);
        // What is within the consultee is no part of a compilation, whoever reads it.
        var state = e.Row.HasAnswered ? e.Row.State : ResponseState.None;
        return new(e.Row.Id, e.Row.Name, state, call.InWords(state, state.Shown(e.Row.IsPast(call.Today))), e.Answer?.Stance, e.Answer?.Stance is { } stance ? call.InWords(stance, stance.Words()) : null, e.Row.LastDay, e.Answer?.GivenOn, e.Answer?.ReceivedOn is not null,
            e.Answer?.CaseNumber, whole?.Words, whole?.Reply, whole?.Outcome, [.. e.Versions.SelectMany(v => v.Files).Select(f => new FileOf(f.Name, ConsultationPages.File(c.Id, f.Id)))]);
    }
}
