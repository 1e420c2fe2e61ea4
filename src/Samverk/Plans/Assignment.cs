using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Plans;

public enum AssignmentState { Given, Reported, Withdrawn }

/// <summary>Something that somebody promised a body to do. Overdue is derived: due, and not reported.</summary>
internal sealed class Assignment : MeetingFact
{
    Assignment() { }

    public Assignment(BodyInfo body, Guid meeting, DateOnly on, RecordedAssignment given) : base(body, meeting, on, given.Item, given.Source) =>
        (Text, TextFolded, Assignee, AssigneePerson, Due, DueLast, DueOrder) =
            (given.Text, Swedish.Fold($"{given.Text} {given.Assignee}"), given.Assignee, given.Person, given.Due?.Text, given.Due?.Last, given.Due?.Last ?? DateOnly.MaxValue);

    public string Text { get; private set; } = "";
    /// <summary>What and who, folded for searching.</summary>
    public string TextFolded { get; private set; } = "";
    /// <summary>As written: a person, several, or a group.</summary>
    public string? Assignee { get; private set; }
    public Guid? AssigneePerson { get; private set; }
    /// <summary>'2021-09-30' or '2021-10'.</summary>
    public string? Due { get; private set; }
    /// <summary>The last day that is not late.</summary>
    public DateOnly? DueLast { get; private set; }
    /// <summary>The last day as lists sort by it: what has none comes after all that has.</summary>
    public DateOnly DueOrder { get; private set; }
    /// <summary>How it went; null until somebody has reported.</summary>
    public AssignmentReport? Report { get; private set; }

    /// <summary>Why this person may not report it now; null when they may.</summary>
    public Refusal? MayReport(Actor actor) =>
        Report is not null ? new("reported", "Uppdraget är redan redovisat.")
        : actor.May(Permission.ReportAssignment, new(Body: Body, Person: AssigneePerson));

    public void MakeReport(Actor actor, string text, DateTimeOffset at)
    {
        Refusal.Heed(MayReport(actor));
        Refusal.Heed(string.IsNullOrWhiteSpace(text) ? new("empty-report", "Redovisningen saknas. Skriv med en mening vad som är gjort.") : null);
        Report = new AssignmentReport(at, actor.Person, text.Trim());
        Remember(new AssignmentReported(Id, Body, Text, Report.Text, at, actor.Person));
    }
}

/// <summary>The report back on an assignment, as a row of its own.</summary>
internal sealed class AssignmentReport(DateTimeOffset at, Guid by, string text)
{
    public DateTimeOffset At { get; private set; } = at;
    public Guid By { get; private set; } = by;
    public string Text { get; private set; } = text;
}

/// <summary>A day by which something is to have happened, as the minutes say.</summary>
internal sealed class Deadline : MeetingFact
{
    Deadline() { }

    public Deadline(BodyInfo body, Guid meeting, DateOnly on, RecordedDeadline d) : base(body, meeting, on, d.Item, d.Source) =>
        (What, WhatFolded, Date, DateLast) = (d.What, Swedish.Fold(d.What), d.Date.Text, d.Date.Last);

    public string What { get; private set; } = "";
    public string WhatFolded { get; private set; } = "";
    public string Date { get; private set; } = "";
    public DateOnly DateLast { get; private set; }
}

/// <summary>A meeting whose recording was undone: its assignments and deadlines are in no register.</summary>
internal sealed class WithdrawnMeeting(Guid area, Guid meeting, DateTimeOffset at, Guid? by) : IInArea
{
    public Guid Area { get; private set; } = area;
    public Guid Meeting { get; private set; } = meeting;
    public DateTimeOffset At { get; private set; } = at;
    public Guid? By { get; private set; } = by;
}
