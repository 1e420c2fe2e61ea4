using Samverk.Meetings;
using Samverk.Organisations;

namespace Samverk.Api.Things;

/// <summary>What a body decided.</summary>
sealed record DecisionThing(Guid Id, [About("{organets kod} {år}:{löpnummer}")] string Number, MeetingRef Meeting, [About("Paragrafen.")] string? Item, string? ItemTitle, string Text,
    DecisionOutcome Outcome, string OutcomeText, Source? Source, [About("Sidan för människor.")] string PageUrl)
{
    public static Route Route { get; } = new("GET", "/decisions/{id}", "getDecision", Groups.Meetings, MayAttribute.Read, new("Ett beslut", "A decision"), Answer)
    {
        Description = new("Beslutet, mötet som fattade det och var i originalet det står.", "The decision, the meeting that took it and where in the original it stands."),
        Answers = [new(200, new("Beslutet.", "The decision."), JsonShape.Of<DecisionThing>())],
    };

    static async Task<Answer> Answer(Call call)
    {
        if (await call.Get<MeetingsLists>().Decision(call.Id, call.Stop) is not var (row, document, source))
            return Api.Answer.Missing;
        var refs = await Refs.Load(call);
        return Api.Answer.Of(new DecisionThing(row.Id, row.Number, refs.Meeting(row.Meeting, row.Body, row.On), row.Item, row.ItemTitle, row.Text, row.Outcome, call.InWords(row.Outcome, row.Outcome.Words()),
            Source.Of(document, source), $"/beslut/{row.Id}"));
    }
}
