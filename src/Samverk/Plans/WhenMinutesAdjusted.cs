using Samverk.Meetings;
using Samverk.Meetings.Adjusting;
using Samverk.Meetings.Backlog;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Plans;

/// <summary>
/// What adjusted minutes give somebody to do is an assignment from then on, and so is a question that somebody took home.
/// What they approve of the reports that were on the agenda is approved.
/// </summary>
sealed class WhenMinutesAdjusted(SamverkDb db, PlansRecord plans, MeetingsRecord meetings, BacklogBook backlogs, AssigneeFinder finder, AreaDirectory directory) : IHear<MinutesAdjusted>
{
    public async Task Hear(MinutesAdjusted happening, CancellationToken ct)
    {
        var (text, body) = (await meetings.Adjusted(happening.Text, ct), (await directory.Body(happening.Body, ct))!);
        foreach (var (item, _, content) in text.All<AssignmentNote>().Where(n => !n.Content.IsEmpty))
            plans.Give(body, happening.Meeting, happening.On, await Given(item.Number, content.Text, content.Who, content.Person, content.Due, AssignmentKind.Task, ct), happening.At, happening.By);
        foreach (var (item, _, content) in text.All<QuestionNote>().Where(n => n.Content.IsTakenHome))
            plans.Give(body, happening.Meeting, happening.On, await Given(item.Number, content.Text, content.TakenBy, content.TakenByPerson, content.AnswerDue, AssignmentKind.Question, ct), happening.At, happening.By);
        foreach (var (_, source, on) in await backlogs.TakenTo(happening.Meeting, ct))
            if (text.Items.FirstOrDefault(i => i.Id == on) is { } item && Approval(item) is { } decision && await db.AssignmentAt(source, ct) is { } assignment)
                assignment.ApproveAt(happening.Meeting, item.Number, Report(item) ?? decision.Text, decision.Text, happening.At, happening.By);
    }

    async Task<RecordedAssignment> Given(string item, string text, string? who, Guid? person, DateOnly? due, AssignmentKind kind, CancellationToken ct)
    {
        var to = TextRules.Trimmed(who) is { } name ? await finder.Find(name, person, ct) : null;
        return new(item, text, to?.Name, to?.Person, due is { } day ? DayOrMonth.Parse(day.Iso()) : null, Span.None) { Organisation = to?.Organisation, Role = to?.Role, Kind = kind };
    }

    static DecisionNote? Approval(MinutesItem item) => item.Notes.Select(n => n.Content).OfType<DecisionNote>().FirstOrDefault(d => !d.IsEmpty && d.Outcome == DecisionOutcome.Approval);

    static string? Report(MinutesItem item) => TextRules.Trimmed(string.Join("\n\n", item.Notes.Select(n => n.Content).OfType<TextNote>().Where(t => !t.IsEmpty).Select(t => t.Text)));
}
