using System.Text.Json.Nodes;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Shared;

namespace Samverk.Api.Things;

/// <summary>What is done with an assignment, by programs: the same acts as on its page, with the same rules.</summary>
static class AssignmentActs
{
    static readonly Problem NotUnderstood = new(400, "act-not-understood", "Skicka ett JSON-objekt med de fält som anropet beskriver.", "Send a JSON object with the fields that the request describes.");

    /// <summary>What is sent; each act uses its own.</summary>
    sealed record Sent(string? Text = null, string? To = null, string? Reason = null);

    static Route Act(string path, string name, string may, Words summary, Words about, (string Name, string About, bool IsNeeded)[] fields, Func<AssignmentDetails, Refusal?> question, Func<AssignmentKeeper, Call, Sent, Task<Refusal?>> verb) =>
        new("POST", $"/assignments/{{id}}/{path}", name, Groups.Plans, may, summary, call => Do(call, fields.Length > 0, question, verb))
        {
            Description = about,
            Body = fields.Length == 0 ? null : Api.Body.Of(new("Vad som sägs.", "What is said."), Shape(fields)),
            Answers = [new(200, new("Uppdraget, som det är sedan.", "The assignment as it is then."), JsonShape.Of<AssignmentThing>())],
            Problems = fields.Length == 0 ? Rules : [NotUnderstood, Problem.TooLarge, Problem.WrongMedia, .. Rules, .. Texts],
        };

    static readonly Problem[] Rules = [Problem.Of(new Refusal("reported", "Uppdraget är redan redovisat.")), Problem.Of(new Refusal("withdrawn", "Uppdraget är återtaget.")), Problem.Of(new Refusal("accepted", "Uppdraget är redan mottaget.")), Problem.Of(new Refusal("not-reported", "Uppdraget har ingen redovisning att godkänna."))];

    static readonly Problem[] Texts =
    [
        Problem.Of(new Refusal("empty-report", "Redovisningen saknas. Skriv med en mening vad som är gjort.")), Problem.Of(new Refusal("reason-missing", "Skäl saknas. Skriv varför uppdraget tas tillbaka.")), Problem.Of(new Refusal("text-long", "Texten är för lång. Korta den.")),
        Problem.Of(new Refusal("assignee-missing", "Skriv vem som ska ha uppdraget.")), Problem.Of(new Refusal("assignee-unknown", "Namnet är ingens i området, eller fleras.")),
    ];

    public static IReadOnlyList<Route> All { get; } =
    [
        Act("acceptance", "acceptAssignment", MayAttribute.ReportAssignment, new("Ta emot ett uppdrag", "Accept an assignment"), new("Säger att den som har uppdraget tar det.", "Says that whoever has the assignment takes it."), [], d => d.MayAccept, (keeper, call, _) => keeper.Accept(call.Id, call.Actor, call.Stop)),
        Act("report", "reportAssignment", MayAttribute.ReportAssignment, new("Redovisa ett uppdrag", "Report an assignment"), new("Säger hur det gick. Redovisningen kommer upp vid organets nästa möte.", "Says how it went. The report is taken up at the body's next meeting."),
            [("text", "Vad som är gjort.", true)], d => d.MayReport, (keeper, call, sent) => keeper.Report(call.Id, sent.Text ?? "", call.Actor, call.Stop)),
        Act("approval", "approveAssignment", MayAttribute.KeepAssignment, new("Godkänn en redovisning", "Approve a report"), new("Säger att organet har godkänt redovisningen.", "Says that the body has approved the report."), [], d => d.MayApprove, (keeper, call, _) => keeper.Approve(call.Id, call.Actor, call.Stop)),
        Act("forwarding", "forwardAssignment", MayAttribute.ReportAssignment, new("Skicka ett uppdrag vidare", "Forward an assignment"), new("Någon annan har uppdraget från och med nu.", "Somebody else has the assignment from now on."),
            [("to", "Namnet på en person eller organisation i området, eller Sekreteraren eller Ordföranden.", true), ("text", "Vad som ska sägas.", false)], d => d.MayForward, (keeper, call, sent) => keeper.Forward(call.Id, sent.To ?? "", sent.Text, call.Actor, call.Stop)),
        Act("withdrawal", "withdrawAssignment", MayAttribute.KeepAssignment, new("Ta tillbaka ett uppdrag", "Withdraw an assignment"), new("Ingen ska göra det längre.", "Nobody is to do it any more."),
            [("reason", "Varför.", true)], d => d.MayWithdraw, (keeper, call, sent) => keeper.Withdraw(call.Id, sent.Reason ?? "", call.Actor, call.Stop)),
    ];

    static async Task<Answer> Do(Call call, bool isSaid, Func<AssignmentDetails, Refusal?> question, Func<AssignmentKeeper, Call, Sent, Task<Refusal?>> verb)
    {
        if (await call.Get<PlansLists>().Assignment(call.Id, call.Actor, call.Stop) is not { } before)
            return Api.Answer.Missing;
        if (question(before) is { } no)
            return Api.Answer.No(no.Code.StartsWith("may-not-", StringComparison.Ordinal) ? Problem.Of(no, 403) : Problem.Of(no));
        var sent = new Sent();
        if (isSaid)
        {
            var (said, fault) = await call.Sent<Sent>(NotUnderstood);
            if (said is null)
                return Api.Answer.No(fault!);
            sent = said;
        }
        return await verb(call.Get<AssignmentKeeper>(), call, sent) is { } refusal ? Api.Answer.No(Problem.Of(refusal)) : await AssignmentThing.Answer(call);
    }

    static JsonObject Shape((string Name, string About, bool IsNeeded)[] fields) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject([.. fields.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Name, new JsonObject { ["type"] = "string", ["maxLength"] = 4000, ["description"] = f.About }))]),
        ["required"] = new JsonArray([.. fields.Where(f => f.IsNeeded).Select(f => (JsonNode)f.Name)]),
        ["additionalProperties"] = false,
    };
}
