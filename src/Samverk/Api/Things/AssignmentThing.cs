using Samverk.Organisations;
using Samverk.Plans;

namespace Samverk.Api.Things;

/// <summary>What somebody promised a body to do.</summary>
sealed record AssignmentThing(Guid Id, MeetingRef Meeting, [About("Paragrafen.")] string? Item, string Text, [About("Som protokollet skriver det: en person, flera eller en grupp.")] string? Assignee,
    [About("Personen, när någon har sagt vem det är.")] Guid? Person, [About("Dag eller månad.")] string? Due, [About("Sista dagen som inte är för sent.")] DateOnly? LastDay,
    AssignmentState State, string StateText, [About("Hela dagar efter sista dagen; 0 när det inte är sent eller är redovisat.")] int DaysLate, AssignmentThing.Reported? Report, Source? Source,
    [About("Sidan för människor.")] string PageUrl)
{
    public sealed record Reported(DateTimeOffset At, [About("Personen som redovisade.")] Guid By, string Text);

    public static Route Route { get; } = new("GET", "/assignments/{id}", "getAssignment", Groups.Plans, MayAttribute.Read, new("Ett uppdrag", "An assignment"), Answer)
    {
        Description = new("Uppdraget, mötet som gav det och hur det gick.", "The assignment, the meeting that gave it and how it went."),
        Answers = [new(200, new("Uppdraget.", "The assignment."), JsonShape.Of<AssignmentThing>())],
    };

    public static AssignmentState StateOf(AssignmentRow row) => row.ReportedAt is null ? AssignmentState.Given : AssignmentState.Reported;

    static async Task<Answer> Answer(Call call)
    {
        if (await call.Get<PlansLists>().Assignment(call.Id, call.Actor, call.Stop) is not { } found)
            return Api.Answer.Missing;
        var (refs, row) = (await Refs.Load(call), found.Row);
        var document = (await call.Get<Meetings.MeetingsLists>().Meeting(row.Meeting, call.Stop))?.Document;
        var report = found is { Report: { } text, ReportedBy: { } by } && row.ReportedAt is { } at ? new Reported(at, by, text) : null;
        return Api.Answer.Of(new AssignmentThing(row.Id, refs.Meeting(row.Meeting, row.Body, row.GivenOn), row.Item, row.Text, row.Assignee, row.AssigneePerson, row.Due, row.DueLast,
            StateOf(row), call.InWords(StateOf(row), StateWords.Of(StateOf(row))), row.DaysLate(call.Today), report, Source.Of(document, row.Source), $"/uppdrag/{row.Id}"));
    }
}
