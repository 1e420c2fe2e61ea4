using Samverk.Organisations;
using Samverk.Plans;

namespace Samverk.Api.Things;

/// <summary>What somebody promised a body to do.</summary>
sealed record AssignmentThing(Guid Id, AssignmentKind Kind, MeetingRef Meeting, [About("Paragrafen.")] string? Item, string Text, [About("Som protokollet skriver det: en person, flera eller en grupp.")] string? Assignee,
    [About("Personen, när någon har sagt vem det är.")] Guid? Person, [About("Organisationen, när det är en.")] Guid? Organisation, [About("Dag eller månad.")] string? Due, [About("Sista dagen som inte är för sent.")] DateOnly? LastDay,
    AssignmentState State, string StateText, [About("Hela dagar efter sista dagen; 0 när det inte är sent eller är redovisat.")] int DaysLate, AssignmentThing.Reported? Report,
    [About("Det som har gjorts, i ordning.")] IReadOnlyList<AssignmentThing.Act> Acts, Source? Source, [About("Sidan för människor.")] string PageUrl)
{
    public sealed record Reported(DateTimeOffset At, [About("Personen som redovisade.")] Guid? By, string Text);

    public sealed record Act([About("Vad det gjorde av uppdraget.")] AssignmentState State, string? Text, DateTimeOffset At, Guid? By, [About("Vem som har det sedan dess.")] string? To, [About("Mötet som sa det.")] Guid? Meeting);

    public static Route Route { get; } = new("GET", "/assignments/{id}", "getAssignment", Groups.Plans, MayAttribute.Read, new("Ett uppdrag", "An assignment"), Answer)
    {
        Description = new("Uppdraget, mötet som gav det, vad som har gjorts med det och hur det gick.", "The assignment, the meeting that gave it, what has been done with it and how it went."),
        Answers = [new(200, new("Uppdraget.", "The assignment."), JsonShape.Of<AssignmentThing>())],
    };

    internal static async Task<Answer> Answer(Call call)
    {
        if (await call.Get<PlansLists>().Assignment(call.Id, call.Actor, call.Stop) is not { } found)
            return Api.Answer.Missing;
        var (refs, row) = (await Refs.Load(call), found.Row);
        var document = (await call.Get<Meetings.MeetingsLists>().Meeting(row.Meeting, call.Stop))?.Document;
        var report = found is { Report: { } text } && row.ReportedAt is { } at ? new Reported(at, found.ReportedBy, text) : null;
        return Api.Answer.Of(new AssignmentThing(row.Id, row.Kind, refs.Meeting(row.Meeting, row.Body, row.GivenOn), row.Item, row.Text, row.Assignee, row.AssigneePerson, row.AssigneeOrganisation, row.Due, row.DueLast,
            row.State, call.InWords(row.State, row.State.Words()), row.DaysLate(call.Today), report,
            [.. found.Acts.Select(a => new Act(a.State, a.Text, a.At, a.By, a.To, a.Meeting))], Source.Of(document, row.Source), AssignmentPages.Of(row.Id)));
    }
}
