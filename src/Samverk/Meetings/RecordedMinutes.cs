using Samverk.Shared;

namespace Samverk.Meetings;

/// <summary>Minutes read from an original, every fact confirmed by a person, on their way into the record.</summary>
/// <param name="Document">The original that they were read from.</param>
public sealed record RecordedMinutes(Guid Body, DateOnly On, Guid Document)
{
    public TimeOnly? Start { get; init; }
    public TimeOnly? End { get; init; }
    public string? Place { get; init; }
    public MeetingFormat? Format { get; init; }
    public string? Kind { get; init; }
    public string? CaseNumber { get; init; }
    public string? Chair { get; init; }
    public string? Secretary { get; init; }
    public IReadOnlyList<string> Adjusters { get; init; } = [];
    public DateOnly? AdjustedOn { get; init; }
    public IReadOnlyList<RecordedAttendance> Attendance { get; init; } = [];
    public IReadOnlyList<RecordedItem> Items { get; init; } = [];
    public IReadOnlyList<RecordedDecision> Decisions { get; init; } = [];
    public IReadOnlyList<RecordedQuestion> Questions { get; init; } = [];
    public IReadOnlyList<RecordedText> ProposedItems { get; init; } = [];
    public IReadOnlyList<RecordedAttachment> Attachments { get; init; } = [];
    public IReadOnlyList<RecordedNextMeeting> NextMeetings { get; init; } = [];
}

/// <param name="Person">Who it is, when somebody has said so.</param>
public sealed record RecordedAttendance(string Name, Guid? Person, string? OrganisationName, Guid? Organisation, AttendanceRole Role, Presence Presence, bool Digital, IReadOnlyList<string> Items, string? Note, Span Source);

public sealed record RecordedItem(string? Number, string Title, IReadOnlyList<string> Presenters, Span Source);

public sealed record RecordedDecision(string? Item, string Text, DecisionOutcome Outcome, Span Source);

public sealed record RecordedQuestion(string? Item, string? Text, IReadOnlyList<string> Answers, IReadOnlyList<string> Comments, Span Source);

public sealed record RecordedText(string Text, Span Source);

public sealed record RecordedAttachment(string? Item, string Name, Span Source);

public sealed record RecordedNextMeeting(DateOnly On, TimeOnly? Start, TimeOnly? End, string? Place);
