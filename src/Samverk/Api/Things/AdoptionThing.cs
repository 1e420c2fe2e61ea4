using System.Text.Json.Nodes;
using Samverk.Agreements;
using Samverk.Agreements.Ledger;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Api.Things;

/// <summary>One party's own decision about one text of an agreement, and how the party registers it.</summary>
sealed record AdoptionThing(Guid Id, [About("Överenskommelsen.")] AdoptionThing.AgreementRef Agreement, int Version, [About("Parten som beslutar.")] OrganisationRef Principal, AdoptionState State, string StateText, [About("Nämnden som beslutade.")] string? Committee,
    [About("Beslutets dag.")] DateOnly? Date, string? Paragraph, [About("Partens diarienummer.")] string? CaseNumber, [About("Förbehållet, eller varför.")] string? Condition, DateOnly? PlannedDate, [About("När parten ombads besluta.")] DateOnly AskedOn,
    DateOnly AnswerBy, [About("En ny text har tagit den här textens plats.")] bool IsClosed, [About("Texten, förseglad PDF.")] string TextUrl, [About("Sidan för människor.")] string PageUrl)
{
    public sealed record AgreementRef(Guid Id, string Name);

    static readonly Problem NotUnderstood = new(400, "no-decision", "Skicka ett JSON-objekt med outcome, committee, date, paragraph och caseNumber.", "Send a JSON object with outcome, committee, date, paragraph and caseNumber.");

    public static Route Route { get; } = new("GET", "/adoptions/{id}", "getAdoption", Groups.Agreements, MayAttribute.Read, new("Ett antagande", "An adoption"), Answer)
    {
        Description = new("En parts eget beslut om en överenskommelses text.", "A party's own decision about the text of an agreement."),
        Answers = [new(200, new("Antagandet.", "The adoption."), JsonShape.Of<AdoptionThing>())],
    };

    public static Route Decision { get; } = new("POST", "/adoptions/{id}/decision", "decideAdoption", Groups.Agreements, MayAttribute.Adopt, new("Registrera en parts beslut", "Register a party's decision"), Decide)
    {
        Description = new("Säger vad parten har beslutat: nämnd, dag, paragraf, utfall och eget diarienummer. Samma anrop kan göras om; ett annat beslut ersätter det förra tills överenskommelsen gäller. Nyckeln ska få registrera, och höra till partens registrator, samordnare eller anslutna system.",
            "Says what the party has decided: committee, day, paragraph, outcome and its own case number. The same request can be repeated; another decision replaces the one before until the agreement is in force. The token must be one that may register, of the party's registrar, coordinator or connected system."),
        Body = Api.Body.Of(new("Partens beslut.", "The party's decision."), Sent()),
        Answers = [new(200, new("Antagandet, registrerat.", "The adoption, registered."), JsonShape.Of<AdoptionThing>())],
        Problems =
        [
            NotUnderstood, Problem.TooLarge, Problem.WrongMedia, .. new Refusal[]
            {
                new("outcome-missing", "Välj vad som beslutades."), new("committee-missing", "Skriv vem som beslutade, till exempel Socialnämnden."), new("day-missing", "Beslutsdatum saknas. Skriv det som 2026-11-24."),
                new("decided-ahead", "Beslutsdatumet är efter i dag. Skriv en dag som har varit."), new("paragraph-missing", "Paragraf saknas. Skriv numret i protokollet."),
                new("case-number-missing", "Diarienummer saknas. Skriv numret som det står i ert diarium."), new("condition-missing", "Skriv vilket förbehållet är."),
                new("adoption-closed", "En ny text har rekommenderats. Beslut om den här texten tas inte längre emot."), new("in-force", "Överenskommelsen gäller genom det här beslutet. Utfall och dag kan inte ändras."),
            }.Select(r => Problem.Of(r)),
        ],
    };

    sealed record Deciding(AdoptionState Outcome = AdoptionState.Waiting, string? Committee = null, DateOnly? Date = null, string? Paragraph = null, string? CaseNumber = null, string? Condition = null);

    static async Task<Answer> Answer(Call call) => await call.Get<LedgerLists>().Adoption(call.Id, call.Actor, call.Stop) is { } view ? Api.Answer.Of(Of(view.Row, call)) : Api.Answer.Missing;

    static async Task<Answer> Decide(Call call)
    {
        if (await call.Get<LedgerLists>().Adoption(call.Id, call.Actor, call.Stop) is not { } before)
            return Api.Answer.Missing;
        if (!before.MayDecide)
            return Api.Answer.No(Problem.Of(Permission.Adopt.Refused, 403));
        var (sent, fault) = await call.Sent<Deciding>(NotUnderstood);
        if (sent is null)
            return Api.Answer.No(fault!);
        if (!Enum.IsDefined(sent.Outcome))
            return Api.Answer.No(NotUnderstood);
        var decision = new PartyDecision(sent.Outcome, sent.Committee, sent.Date, sent.Paragraph, sent.CaseNumber, sent.Condition);
        if (await call.Get<AdoptionKeeper>().Decide(call.Id, decision, null, null, call.Actor, call.Stop) is { } refusal)
            return Api.Answer.No(Problem.Of(refusal));
        return Api.Answer.Of(Of((await call.Get<LedgerLists>().Adoption(call.Id, call.Actor, call.Stop))!.Row, call));
    }

    static AdoptionThing Of(AdoptionRow a, Call call) => new(a.Id, new(a.Agreement, a.AgreementName), a.Version, new(a.Organisation, a.OrganisationName), a.State, call.InWords(a.State, a.State.Words()), a.Committee, a.DecidedOn, a.Paragraph, a.CaseNumber,
        a.Condition, a.PlannedOn, a.OpenedOn, a.AnswerBy, a.ClosedAt is not null, AgreementPages.TextPdf(a.Agreement, a.Version), AgreementPages.Adoption(a.Id));

    static JsonObject Sent()
    {
        JsonObject Text(string about) => new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = PartyDecision.LongestWord, ["description"] = about };
        return new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["outcome"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("adopted", "adoptedWithCondition", "declined", "referredBack"), ["description"] = "Vad som beslutades." },
                ["committee"] = Text("Nämnden som beslutade."),
                ["date"] = new JsonObject { ["type"] = "string", ["format"] = "date", ["description"] = "Beslutets dag." },
                ["paragraph"] = Text("Paragrafen i nämndens protokoll."),
                ["caseNumber"] = Text("Partens diarienummer."),
                ["condition"] = new JsonObject { ["type"] = new JsonArray("string", "null"), ["maxLength"] = 1000, ["description"] = "Förbehållet, eller varför." },
            },
            ["required"] = new JsonArray("outcome", "committee", "date", "paragraph", "caseNumber"),
            ["additionalProperties"] = false,
        };
    }
}
