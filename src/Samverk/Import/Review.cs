using System.Text.Encodings.Web;
using System.Text.Json;
using Samverk.Reading;
using Samverk.Shared;

namespace Samverk.Import;

/// <summary>
/// A reading as a person works with it: every fact editable, who each name is, the reader's questions with their
/// answers. Texts are as in the form (dates and times as typed), so that nothing typed is ever lost; confirming
/// turns them into facts or says what is wrong with them.
/// </summary>
internal sealed class Review
{
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The known body, or empty: then <see cref="BodyName"/> becomes a new one when <see cref="NewBody"/> says so.</summary>
    public Guid? Body { get; set; }
    public bool NewBody { get; set; }
    public string? BodyName { get; set; }
    public string? Kind { get; set; }
    public string? Date { get; set; }
    public string? Start { get; set; }
    public string? End { get; set; }
    public string? Place { get; set; }
    public string? Format { get; set; }
    public string? CaseNumber { get; set; }
    public string? Chair { get; set; }
    public string? Secretary { get; set; }
    /// <summary>Names joined by comma.</summary>
    public string? Adjusters { get; set; }
    public string? AdjustedOn { get; set; }
    public Dictionary<string, Span> Sources { get; set; } = [];

    public List<ReviewQuestion> Questions { get; set; } = [];
    public List<ReviewAttendance> Attendance { get; set; } = [];
    public List<ReviewItem> Items { get; set; } = [];
    public List<ReviewDecision> Decisions { get; set; } = [];
    public List<ReviewAssignment> Assignments { get; set; } = [];
    public List<ReviewDeadline> Deadlines { get; set; } = [];
    public List<ReviewAgreement> Agreements { get; set; } = [];
    public List<ReviewConsultation> Consultations { get; set; } = [];
    public List<ReviewNextMeeting> NextMeetings { get; set; } = [];
    public List<ReviewText> ProposedItems { get; set; } = [];
    public List<ReviewAsked> Asked { get; set; } = [];
    public List<ReviewText> Attachments { get; set; } = [];

    public DateOnly? Day => DayOrMonth.Parse(Date) is { Text.Length: 10 } day ? day.Last : null;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static Review FromJson(string json) => JsonSerializer.Deserialize<Review>(json, Json)!;
}

/// <summary>A fact that can be taken out of the reading and put back.</summary>
internal abstract class ReviewFact
{
    public bool Removed { get; set; }
    public Span Source { get; set; } = Span.None;

    /// <summary>The § it stands under; null where the document has none or it does not matter.</summary>
    public string? Item { get; set; }
}

/// <summary>What the reader, or the matching, wants a person to decide or know.</summary>
internal sealed class ReviewQuestion
{
    public string Code { get; set; } = "";
    public string Text { get; set; } = "";
    public Span Source { get; set; } = Span.None;
    /// <summary>Where in the form it is answered, e.g. <c>Date</c> or <c>Attendance[3].Who</c>; null for a remark to be ticked off.</summary>
    public string? Field { get; set; }
    /// <summary>Null until a person has answered: the chosen value, or 'ok' for seen.</summary>
    public string? Answer { get; set; }
    /// <summary>Answers to choose from, as value and words.</summary>
    public List<ReviewChoice> Choices { get; set; } = [];
}

/// <summary>A value that the form posts and the words that a person chooses it by.</summary>
public sealed record ReviewChoice(string Value, string Words);

internal sealed class ReviewAttendance : ReviewFact
{
    public string Name { get; set; } = "";
    public string? OrganisationName { get; set; }
    public Guid? Organisation { get; set; }
    public string Role { get; set; } = "participant";
    public string Presence { get; set; } = "present";
    public bool Digital { get; set; }
    /// <summary>Numbers joined by comma.</summary>
    public string? Items { get; set; }
    public string? Note { get; set; }
    /// <summary><c>person:{id}</c>, <c>new</c>, or empty: the name stays a name.</summary>
    public string? Who { get; set; }
}

internal sealed class ReviewItem : ReviewFact
{
    public string? Number { get; set; }
    public string Title { get; set; } = "";
    public string? Presenters { get; set; }
}

internal sealed class ReviewDecision : ReviewFact
{
    public string Text { get; set; } = "";
    public string Kind { get; set; } = "decision";
}

internal sealed class ReviewAssignment : ReviewFact
{
    public string Text { get; set; } = "";
    public string? Assignee { get; set; }
    public string? Due { get; set; }
}

internal sealed class ReviewDeadline : ReviewFact
{
    public string? Date { get; set; }
    public string What { get; set; } = "";
}

internal sealed class ReviewAgreement : ReviewFact
{
    public string Name { get; set; } = "";
    public string Status { get; set; } = "mentioned";
}

internal sealed class ReviewConsultation : ReviewFact
{
    public string Subject { get; set; } = "";
    public string? Deadline { get; set; }
    public string? RespondTo { get; set; }
}

internal sealed class ReviewNextMeeting : ReviewFact
{
    public string? Date { get; set; }
    public string? Start { get; set; }
    public string? End { get; set; }
    public string? Place { get; set; }
}

internal sealed class ReviewText : ReviewFact
{
    public string Text { get; set; } = "";
}

/// <summary>A question put at the meeting.</summary>
internal sealed class ReviewAsked : ReviewFact
{
    public string? Question { get; set; }
    /// <summary>One answer per line.</summary>
    public string? Answers { get; set; }
    public string? Comments { get; set; }
}
