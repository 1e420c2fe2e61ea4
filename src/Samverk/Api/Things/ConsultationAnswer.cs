using System.Text.Json.Nodes;
using Samverk.Agreements.Consulting;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Api.Things;

/// <summary>How a consultee's own case system answers a consultation.</summary>
static class ConsultationAnswer
{
    static readonly Problem NotUnderstood = new(400, "no-answer", "Skicka ett JSON-objekt med stance och det ni vill säga.", "Send a JSON object with stance and what you want to say.");

    public static Route Route { get; } = new("POST", "/consultations/{id}/answer", "answerConsultation", Groups.Agreements, MayAttribute.Respond, new("Svara på en remiss", "Answer a consultation"), Answer)
    {
        Description = new("Skickar remissinstansens svar. Är svaret redan skickat blir det ett till, som kompletterar det, till och med sista dagen. Ett anslutet system skickar direkt. Med en persons nyckel lämnas svaret för godkännande när någon annan hos instansen kan godkänna det.",
            "Sends the consultee's answer. If one is sent already, this is another that supplements it, until the last day. A connected system sends at once. With a person's token the answer is handed in for approval when somebody else at the consultee can approve it."),
        Body = Api.Body.Of(new("Svaret.", "The answer."), Shape(), 500_000),
        Answers = [new(200, new("Remissen, som den är sedan.", "The consultation as it is then."), JsonShape.Of<ConsultationThing>())],
        Problems =
        [
            NotUnderstood, Problem.TooLarge, Problem.WrongMedia, .. new Refusal[]
            {
                new("consultation-closed", "Sista dagen att svara har varit. Be den som skickade remissen om längre tid."), new("response-submitted", "Svaret väntar på godkännande."),
                new("remarks-missing", "Skriv vad som ska ändras och varför."), new("place-missing", "Det finns ingen sådan fråga eller rubrik."), new("text-long", "En text är för lång. Korta den."), new("consultee-unclear", "Nyckeln svarar för flera. Skicka consultee."),
            }.Select(r => Problem.Of(r)),
        ],
    };

    sealed record Said(int Index = -1, string Text = "");

    sealed record Sent(Stance? Stance = null, string? Text = null, IReadOnlyList<Said>? Questions = null, IReadOnlyList<Said>? Headings = null, string? CaseNumber = null, Guid? Consultee = null);

    static async Task<Answer> Answer(Call call)
    {
        if (await call.Get<ConsultationViews>().One(call.Id, call.Actor, call.Stop) is not { OpenedAt: not null } view)
            return Api.Answer.Missing;
        var own = view.Consultees.Where(c => c.IsOwn).ToList();
        if (own.Count == 0)
            return Api.Answer.No(Problem.Of(Permission.Respond.Refused, 403));
        var (sent, fault) = await call.Sent<Sent>(NotUnderstood);
        if (sent is not { Stance: not null })
            return Api.Answer.No(fault ?? NotUnderstood);
        if ((own.Count == 1 && sent.Consultee is null ? own[0] : own.Find(c => c.Id == sent.Consultee)) is not { } consultee)
            return Api.Answer.No(Problem.Of(new Refusal("consultee-unclear", "Nyckeln svarar för flera. Skicka consultee.")));
        return await Send(call.Get<Responder>(), consultee, sent, call) is { } refusal ? Api.Answer.No(Problem.Of(refusal)) : await ConsultationThing.Answer(call);
    }

    static async Task<Refusal?> Send(Responder responder, ConsulteeRow consultee, Sent sent, Call call)
    {
        if (consultee.HasAnswered && (await call.Get<ConsultationViews>().Answers(call.Id, call.Actor, call.Stop)).First(a => a.Consultee == consultee.Id).SentAt is not null
            && await responder.Supplement(consultee.Id, call.Actor, call.Stop) is { } no)
            return no;
        var step = call.Actor.IsSystem || await responder.IsAlone(consultee, call.Actor, call.Stop) ? AnswerStep.Send : AnswerStep.Submit;
        return await responder.Write(consultee.Id, new(sent.Stance, Remarks(sent), sent.CaseNumber), null, step, null, call.Actor, call.Stop);
    }

    static List<Remark> Remarks(Sent sent) =>
    [
        new(PlaceKind.Whole, 0, sent.Text ?? ""),
        .. sent.Questions?.Select(q => new Remark(PlaceKind.Question, q.Index, q.Text)) ?? [], .. sent.Headings?.Select(h => new Remark(PlaceKind.Part, h.Index, h.Text)) ?? [],
    ];

    static JsonObject Shape()
    {
        static JsonObject Text(string about, int longest) => new() { ["type"] = new JsonArray("string", "null"), ["maxLength"] = longest, ["description"] = about };
        static JsonObject Places(string about) => new()
        {
            ["type"] = new JsonArray("array", "null"), ["description"] = about,
            ["items"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["index"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0 }, ["text"] = new JsonObject { ["type"] = "string", ["maxLength"] = WrittenAnswer.LongestRemark } },
                ["required"] = new JsonArray("index", "text"),
                ["additionalProperties"] = false,
            },
        };
        return new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["stance"] = JsonShape.OneOf(Enum.GetValues<Stance>().Select(s => ApiJson.Word(s))),
                ["text"] = Text("Synpunkter på helheten.", WrittenAnswer.LongestRemark),
                ["questions"] = Places("Svar på frågorna, efter deras plats i remissens questions."),
                ["headings"] = Places("Synpunkter på delar av texten, efter rubrikens plats i remissens headings."),
                ["caseNumber"] = Text("Ert diarienummer.", WrittenAnswer.LongestNumber),
                ["consultee"] = new JsonObject { ["type"] = new JsonArray("string", "null"), ["format"] = "uuid", ["description"] = "Behövs bara för den som svarar för flera." },
            },
            ["required"] = new JsonArray("stance"),
            ["additionalProperties"] = false,
        };
    }
}
