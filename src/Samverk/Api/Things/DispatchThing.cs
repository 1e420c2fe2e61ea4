using System.Text.Json.Nodes;
using Samverk.Meetings.Dispatching;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Api.Things;

/// <summary>Adjusted minutes on their way to a principal, and how the receiver registers them.</summary>
sealed record DispatchThing(Guid Id, [About("Som avsändare och mottagare kallar expedieringen.")] string Number, MeetingRef Meeting, [About("Huvudmannen som det skickas till.")] OrganisationRef Receiver, DispatchWay Way,
    DispatchState State, string StateText, [About("Det som skickades är ett utdrag utan sekretess.")] bool IsExtract, [About("Avsändarens.")] string? CaseNumber, DateTimeOffset? SentAt, DateTimeOffset? ReceivedAt,
    DateTimeOffset? RegisteredAt, [About("Mottagarens diarienummer.")] string? ReceiverCaseNumber, [About("Sidan för människor.")] string PageUrl)
{
    static readonly Problem NotUnderstood = new(400, "no-case-number", "Skicka ett JSON-objekt med caseNumber: mottagarens diarienummer.", "Send a JSON object with caseNumber: the receiver's case number.");

    public static Route Route { get; } = new("GET", "/dispatches/{id}", "getDispatch", Groups.Meetings, MayAttribute.Read, new("En expediering", "A dispatch"), Answer)
    {
        Description = new("Ett justerat protokoll på väg till en huvudman: skickat, mottaget, registrerat.", "Adjusted minutes on their way to a principal: sent, received, registered."),
        Answers = [new(200, new("Expedieringen.", "The dispatch."), JsonShape.Of<DispatchThing>())],
    };

    public static Route Registration { get; } = new("POST", "/dispatches/{id}/registration", "registerDispatch", Groups.Meetings, MayAttribute.Register, new("Registrera ett expedierat protokoll", "Register dispatched minutes"), Register)
    {
        Description = new("Bekräftar att protokollet har kommit in hos mottagaren och säger vilket diarienummer det fick. Samma anrop kan göras om; ett nytt nummer ersätter det förra. Nyckeln ska få registrera, och höra till mottagarens registrator, samordnare eller anslutna system.",
            "Confirms that the minutes have come in at the receiver and says what case number they got. The same request can be repeated; another number replaces the one before. The token must be one that may register, of the receiver's registrar, coordinator or connected system."),
        Body = Api.Body.Of(new("Mottagarens diarienummer.", "The receiver's case number."), Sent()),
        Answers = [new(200, new("Expedieringen, registrerad.", "The dispatch, registered."), JsonShape.Of<DispatchThing>())],
        Problems = [NotUnderstood, Problem.TooLarge, Problem.WrongMedia, Problem.Of(new Refusal("case-number-missing", "Diarienummer saknas. Skriv det som protokollet har fått hos er.")), Problem.Of(new Refusal("case-number-long", "Diarienumret är för långt. Korta det."))],
    };

    sealed record Registering(string CaseNumber);

    static async Task<Answer> Answer(Call call) => await call.Get<DispatchLists>().Dispatch(call.Id, call.Actor, call.Stop) is { } view ? Api.Answer.Of(await Of(view.Row, call)) : Api.Answer.Missing;

    static async Task<Answer> Register(Call call)
    {
        if (await call.Get<DispatchLists>().Dispatch(call.Id, call.Actor, call.Stop) is not { } before)
            return Api.Answer.Missing;
        if (!before.MayRegister)
            return Api.Answer.No(Problem.Of(Permission.Register.Refused, 403));
        var (sent, fault) = await call.Sent<Registering>(NotUnderstood);
        if (sent is null)
            return Api.Answer.No(fault!);
        if (await call.Get<MinutesDispatcher>().Register(call.Id, sent.CaseNumber, call.Actor, call.Stop) is { } refusal)
            return Api.Answer.No(Problem.Of(refusal));
        return Api.Answer.Of(await Of((await call.Get<DispatchLists>().Dispatch(call.Id, call.Actor, call.Stop))!.Row, call));
    }

    static async Task<DispatchThing> Of(DispatchRow d, Call call) => new(d.Id, d.Number, (await Refs.Load(call)).Meeting(d.Meeting, d.Body, d.On), new(d.Organisation, d.OrganisationName), d.Way, d.State, call.InWords(d.State, d.State.Words()),
        d.IsExtract, d.CaseNumber, d.SentAt, d.ReceivedAt, d.RegisteredAt, d.TheirCaseNumber, DispatchPages.Of(d.Id));

    static JsonObject Sent() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { ["caseNumber"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 60, ["description"] = "Mottagarens diarienummer." } },
        ["required"] = new JsonArray("caseNumber"),
        ["additionalProperties"] = false,
    };
}
