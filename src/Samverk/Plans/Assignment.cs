using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Plans;

/// <summary>How far an assignment has come. Overdue is derived: open, and its last day has passed.</summary>
public enum AssignmentState
{
    /// <summary>Given, and not yet accepted.</summary>
    Given,
    /// <summary>Whoever has it has said so.</summary>
    Accepted,
    /// <summary>It has been told how it went; the body has not said what it thinks.</summary>
    Reported,
    /// <summary>The body has approved the report.</summary>
    Approved,
    /// <summary>Somebody else has it now.</summary>
    Forwarded,
    /// <summary>Taken back, with a reason: nobody is to do it.</summary>
    Withdrawn,
}

public enum AssignmentKind
{
    Task,
    /// <summary>A question that somebody took home from a meeting; its report is the answer.</summary>
    Question,
}

/// <summary>To whom something is given: as written, and who that is when it is known.</summary>
/// <param name="Role">Whoever has that standing in the body.</param>
public sealed record Assignee(string Name, Guid? Person = null, Guid? Organisation = null, StandingKind? Role = null);

/// <summary>Something that somebody promised a body to do. Its state is made by acts, each of them a row.</summary>
internal sealed class Assignment : MeetingFact
{
    public const int LongestText = 4000;
    static readonly Refusal Done = new("reported", "Uppdraget är redan redovisat."), Gone = new("withdrawn", "Uppdraget är återtaget.");

    readonly List<AssignmentAct> acts = [];

    Assignment() { }

    public Assignment(BodyInfo body, Guid meeting, DateOnly on, RecordedAssignment given) : base(body, meeting, on, given.Item, given.Source)
    {
        (Text, Due, DueLast, DueOrder, Kind) = (given.Text, given.Due?.Text, given.Due?.Last, given.Due?.Last ?? DateOnly.MaxValue, given.Kind);
        Has(given.Assignee is null ? null : new(given.Assignee, given.Person, given.Organisation, given.Role));
    }

    public AssignmentKind Kind { get; private set; }
    public string Text { get; private set; } = "";
    /// <summary>What and who, folded for searching.</summary>
    public string TextFolded { get; private set; } = "";
    /// <summary>Who has it, as written: a person, several, a role or a group.</summary>
    public string? Assignee { get; private set; }
    public Guid? AssigneePerson { get; private set; }
    public Guid? AssigneeOrganisation { get; private set; }
    public StandingKind? AssigneeRole { get; private set; }
    /// <summary>'2021-09-30' or '2021-10'.</summary>
    public string? Due { get; private set; }
    /// <summary>The last day that is not late.</summary>
    public DateOnly? DueLast { get; private set; }
    /// <summary>The last day as lists sort by it: what has none comes after all that has.</summary>
    public DateOnly DueOrder { get; private set; }
    /// <summary>What the latest act made of it.</summary>
    public AssignmentState State { get; private set; }
    /// <summary>When it was last told how it went; null until somebody has.</summary>
    public DateTimeOffset? ReportedAt { get; private set; }
    /// <summary>Where Samverk is reached, as whoever gave it or acted on it reached it: links in letters begin so. Null when nobody came over the network.</summary>
    public string? Address { get; private set; }
    /// <summary>When whoever has it was told by letter.</summary>
    public DateTimeOffset? ToldAt { get; private set; }
    public DateTimeOffset? RemindedAt { get; private set; }
    /// <summary>When the body's secretary was told that it is late.</summary>
    public DateTimeOffset? LateToldAt { get; private set; }
    /// <summary>All that has been done, as far as it has been read.</summary>
    public IReadOnlyList<AssignmentAct> Acts => acts;

    public bool IsOpen => State is AssignmentState.Given or AssignmentState.Accepted or AssignmentState.Forwarded;

    /// <summary>Why this person may not do what only they may who have it, the body's secretary or an administrator.</summary>
    public Refusal? MayAct(Actor actor) => actor.May(Permission.ReportAssignment, new(Body, AssigneeOrganisation, AssigneeRole is { } role && actor.Standings.Contains((role, Body)) ? actor.Person : AssigneePerson));

    Refusal? MayKeep(Actor actor) => actor.May(Permission.KeepAssignment, new(Body: Body));

    public Refusal? MayAccept(Actor actor) =>
        State is AssignmentState.Given or AssignmentState.Forwarded ? MayAct(actor) : new("accepted", "Uppdraget är redan mottaget.");

    public Refusal? MayReport(Actor actor) => State == AssignmentState.Withdrawn ? Gone : !IsOpen ? Done : MayAct(actor);

    public Refusal? MayApprove(Actor actor) => State == AssignmentState.Reported ? MayKeep(actor) : new("not-reported", "Uppdraget har ingen redovisning att godkänna.");

    /// <summary>Whoever has it passes it on while it is open; the body does so too when the report was not enough.</summary>
    public Refusal? MayForward(Actor actor) => IsOpen ? MayAct(actor) : State == AssignmentState.Reported ? MayKeep(actor) : State == AssignmentState.Withdrawn ? Gone : Done;

    public Refusal? MayWithdraw(Actor actor) => State == AssignmentState.Withdrawn ? Gone : State == AssignmentState.Approved ? Done : MayKeep(actor);

    /// <summary>It was given at a meeting whose minutes were adjusted here.</summary>
    public void Give(DateTimeOffset at, Guid? by)
    {
        Act(AssignmentState.Given, null, at, by).To(Assignee, AssigneePerson, AssigneeOrganisation);
        Remember(new AssignmentGiven(Id, Body, Text, Assignee, at, by));
    }

    public void Accept(Actor actor, DateTimeOffset at)
    {
        Refusal.Heed(MayAccept(actor));
        Act(AssignmentState.Accepted, null, at, actor.Person);
        Remember(new AssignmentAccepted(Id, Body, at, actor.Person));
    }

    public void MakeReport(Actor actor, string text, DateTimeOffset at)
    {
        Refusal.Heed(MayReport(actor) ?? Fault(text, "empty-report", "Redovisningen saknas. Skriv med en mening vad som är gjort."));
        Reported(text.Trim(), at, actor.Person);
    }

    /// <summary>The body has approved the report.</summary>
    /// <param name="meeting">The meeting that did; null when the secretary says so.</param>
    public void Approve(Actor actor, Guid? meeting, DateTimeOffset at)
    {
        Refusal.Heed(MayApprove(actor));
        Approved(null, meeting, null, at, actor.Person);
    }

    /// <summary>Adjusted minutes say that the body approved it; one that was told of at the meeting alone is reported there too.</summary>
    /// <param name="item">The § there.</param>
    public void ApproveAt(Guid meeting, string item, string report, string decision, DateTimeOffset at, Guid? by)
    {
        if (IsOpen)
            Reported(report, at, by, meeting, item);
        if (State == AssignmentState.Reported)
            Approved(decision, meeting, item, at, by);
    }

    public void Forward(Actor actor, Assignee to, string? text, DateTimeOffset at)
    {
        Refusal.Heed(MayForward(actor) ?? (text?.Length > LongestText ? TooLong : null));
        var from = Assignee;
        Has(to);
        (ReportedAt, ToldAt) = (null, null);
        Act(AssignmentState.Forwarded, TextRules.Trimmed(text), at, actor.Person).To(to.Name, to.Person, to.Organisation);
        Remember(new AssignmentForwarded(Id, Body, from, to.Name, TextRules.Trimmed(text), at, actor.Person));
    }

    public void Withdraw(Actor actor, string reason, DateTimeOffset at)
    {
        Refusal.Heed(MayWithdraw(actor) ?? Fault(reason, "reason-missing", "Skäl saknas. Skriv varför uppdraget tas tillbaka."));
        Act(AssignmentState.Withdrawn, reason.Trim(), at, actor.Person);
        Remember(new AssignmentWithdrawn(Id, Body, reason.Trim(), at, actor.Person));
    }

    public void ReachedAt(string? address) => Address = address ?? Address;

    public void Tell(DateTimeOffset at) => ToldAt = at;

    public void Remind(DateTimeOffset at) => RemindedAt = at;

    public void TellLate(DateTimeOffset at) => LateToldAt = at;

    /// <summary>It was reported before the record knew of it; nothing is remembered.</summary>
    internal AssignmentAct WasReported(DateTimeOffset at, Guid by, string text)
    {
        ReportedAt = at;
        return Act(AssignmentState.Reported, text, at, by);
    }

    static Refusal TooLong { get; } = new("text-long", $"Texten är längre än {SwedishText.Figure(LongestText)} tecken. Korta den.");

    static Refusal? Fault(string text, string code, string missing) => string.IsNullOrWhiteSpace(text) ? new(code, missing) : text.Length > LongestText ? TooLong : null;

    void Reported(string text, DateTimeOffset at, Guid? by, Guid? meeting = null, string? item = null)
    {
        ReportedAt = at;
        Act(AssignmentState.Reported, text, at, by).Of(meeting, item);
        Remember(new AssignmentReported(Id, Body, Text, text, at, by));
    }

    void Approved(string? decision, Guid? meeting, string? item, DateTimeOffset at, Guid? by)
    {
        Act(AssignmentState.Approved, decision, at, by).Of(meeting, item);
        Remember(new AssignmentApproved(Id, Body, meeting, at, by));
    }

    AssignmentAct Act(AssignmentState state, string? text, DateTimeOffset at, Guid? by)
    {
        State = state;
        var act = new AssignmentAct(Area, Id, state, text, at, by);
        acts.Add(act);
        return act;
    }

    void Has(Assignee? who) =>
        (Assignee, AssigneePerson, AssigneeOrganisation, AssigneeRole, TextFolded) = (who?.Name, who?.Person, who?.Organisation, who?.Role, Swedish.Fold($"{Text} {who?.Name}"));
}
