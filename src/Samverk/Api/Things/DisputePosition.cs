using System.Text.Json.Nodes;
using Samverk.Agreements.Disputes;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Api.Things;

/// <summary>How a party's own case system sends its position in a dispute.</summary>
static class DisputePosition
{
    static readonly Problem NotUnderstood = new(400, "no-position", "Skicka ett JSON-objekt med text.", "Send a JSON object with text.");

    public static Route Route { get; } = new("POST", "/disputes/{id}/position", "sendPosition", Groups.Agreements, MayAttribute.Dispute, new("Skicka en ståndpunkt i en tvist", "Send a position in a dispute"), Answer)
    {
        Description = new("Skickar partens ståndpunkt på steget där tvisten ligger. Ett utkast som finns skrivs över. Är en ståndpunkt redan skickad på steget blir det här en till, som kompletterar den.",
            "Sends the party's position at the step where the dispute is. A draft that is there is written over. If a position is sent at the step already, this is another that supplements it."),
        Body = Api.Body.Of(new("Ståndpunkten.", "The position."), Shape(), 100_000),
        Answers = [new(200, new("Tvisten, som den är sedan.", "The dispute as it is then."), JsonShape.Of<DisputeThing>())],
        Problems =
        [
            NotUnderstood, Problem.TooLarge, Problem.WrongMedia, .. new Refusal[]
            {
                new("dispute-ended", "Tvisten är avslutad."), new("position-missing", "Skriv hur ni ser på saken."), new("position-long", "Texten är för lång. Korta den."), new("party-unclear", "Nyckeln skriver för flera. Skicka party."),
            }.Select(r => Problem.Of(r)),
        ],
    };

    sealed record Sent(string? Text = null, string? CaseNumber = null, Guid? Party = null);

    static async Task<Answer> Answer(Call call)
    {
        if (await call.Get<DisputeViews>().One(call.Id, call.Actor, call.Stop) is not { } view)
            return Api.Answer.Missing;
        var own = view.Parties.Where(p => p.IsOwn).ToList();
        if (own.Count == 0)
            return Api.Answer.No(Problem.Of(Permission.Dispute.Refused, 403));
        var (sent, fault) = await call.Sent<Sent>(NotUnderstood);
        if (sent is not { Text: not null })
            return Api.Answer.No(fault ?? NotUnderstood);
        if ((own.Count == 1 && sent.Party is null ? own[0] : own.Find(p => p.Organisation == sent.Party)) is not { } party)
            return Api.Answer.No(Problem.Of(new Refusal("party-unclear", "Nyckeln skriver för flera. Skicka party.")));
        return await call.Get<DisputeKeeper>().Write(call.Id, party.Organisation, new(sent.Text, sent.CaseNumber), isSent: true, null, call.Actor, call.Stop) is { } refusal
            ? Api.Answer.No(Problem.Of(refusal)) : await DisputeThing.Answer(call);
    }

    static JsonObject Shape() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["text"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = WrittenPosition.LongestWords, ["description"] = "Hur parten ser på saken." },
            ["caseNumber"] = new JsonObject { ["type"] = new JsonArray("string", "null"), ["maxLength"] = WrittenPosition.LongestNumber, ["description"] = "Ert diarienummer." },
            ["party"] = new JsonObject { ["type"] = new JsonArray("string", "null"), ["format"] = "uuid", ["description"] = "Behövs bara för den som skriver för flera." },
        },
        ["required"] = new JsonArray("text"),
        ["additionalProperties"] = false,
    };
}
