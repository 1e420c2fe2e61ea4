namespace Samverk.Reading;

/// <summary>A document as text, page by page, as extraction gives it.</summary>
/// <remarks>
/// The text is plain with light marks that carry what the layout meant: <c>~~struck out~~</c>, a tab between the
/// cells of a table row, a line per paragraph, list numbers and bullets written out. Markdown emphasis
/// (<c>**bold**</c>, <c>*italic*</c>) may occur where the document itself is Markdown.
/// </remarks>
/// <param name="Pages">At least one page; formats without pages have one page whose number is null.</param>
public sealed record DocumentText(IReadOnlyList<PageText> Pages)
{
    /// <summary>The whole text: the pages joined by a form feed. Every <see cref="Source"/> counts in this text.</summary>
    public string Text { get; } = string.Join('\f', Pages.Select(p => p.Text));

    /// <summary>A text without pages.</summary>
    public static DocumentText Of(string text) => new([new PageText(null, text)]);
}

/// <summary>One page of a document.</summary>
/// <param name="Number">1-based; null where the format has no pages.</param>
/// <param name="Text">The page's text with <c>\n</c> line ends.</param>
public sealed record PageText(int? Number, string Text);

/// <summary>The place in the text that a fact was read from.</summary>
/// <param name="Page">1-based page, null where the format has none.</param>
/// <param name="Start">Offset of the first character, in Unicode code points of <see cref="DocumentText.Text"/>.</param>
/// <param name="End">Offset after the last character.</param>
public readonly record struct Source(int? Page, int Start, int End);

/// <summary>
/// What a document of Swedish collaboration minutes was read as: facts, each with its source, and notes for the
/// person who confirms. Nothing here is true until a person has said so. Dates are ISO 8601 text
/// (<c>YYYY-MM-DD</c>, or <c>YYYY-MM</c> where only the month is known), times <c>HH:MM</c>.
/// </summary>
public sealed record MinutesDraft
{
    /// <summary><c>protokoll</c>, <c>mötesanteckningar</c> or <c>minnesanteckningar</c>.</summary>
    public string? Kind { get; init; }
    /// <summary>The meeting body as written, without the kind word and without a date.</summary>
    public string? Body { get; init; }
    /// <summary>Diarienummer.</summary>
    public string? CaseNumber { get; init; }
    public string? Date { get; init; }
    public string? Start { get; init; }
    public string? End { get; init; }
    public string? Place { get; init; }
    /// <summary><c>onsite</c>, <c>digital</c> or <c>hybrid</c>.</summary>
    public string? Format { get; init; }
    public string? Chair { get; init; }
    public string? Secretary { get; init; }
    public IReadOnlyList<string> Adjusters { get; init; } = [];
    public string? AdjustedOn { get; init; }
    public IReadOnlyList<DraftAttendance> Attendance { get; init; } = [];
    public IReadOnlyList<DraftItem> Items { get; init; } = [];
    public IReadOnlyList<DraftDecision> Decisions { get; init; } = [];
    public IReadOnlyList<DraftAssignment> Assignments { get; init; } = [];
    public IReadOnlyList<DraftDeadline> Deadlines { get; init; } = [];
    public IReadOnlyList<DraftAgreement> Agreements { get; init; } = [];
    public IReadOnlyList<DraftConsultation> Consultations { get; init; } = [];
    public IReadOnlyList<DraftNextMeeting> NextMeetings { get; init; } = [];
    public IReadOnlyList<DraftProposedItem> ProposedItems { get; init; } = [];
    public IReadOnlyList<DraftQuestion> Questions { get; init; } = [];
    public IReadOnlyList<DraftAttachment> Attachments { get; init; } = [];
    /// <summary>What the reader was unsure of, in Swedish; empty when it was sure of all.</summary>
    public IReadOnlyList<DraftNote> Notes { get; init; } = [];
    /// <summary>Sources of the head fields by their JSON name: <c>date</c>, <c>body</c>, <c>chair</c> …</summary>
    public IReadOnlyDictionary<string, Source> Sources { get; init; } = new Dictionary<string, Source>();
}

/// <param name="Name">As written.</param>
/// <param name="Organisation">As written beside the name, else the heading that the name stands under.</param>
/// <param name="Role"><c>chair</c>, <c>secretary</c>, <c>member</c>, <c>deputy</c>, <c>guest</c> or <c>participant</c>.</param>
/// <param name="Presence"><c>present</c>, <c>absent</c> or <c>partial</c>.</param>
/// <param name="Mode"><c>digital</c> where the document says so of that person, else null.</param>
/// <param name="Items">The only items attended, where the document says so.</param>
/// <param name="Note">The words in brackets after the name, as written.</param>
public sealed record DraftAttendance(string Name, string? Organisation, string Role, string Presence, string? Mode, IReadOnlyList<string> Items, string? Note, Source Source);

/// <param name="Number">As written without §; null when the heading has none.</param>
public sealed record DraftItem(string? Number, string Title, IReadOnlyList<string> Presenters, Source Source);

/// <param name="Kind"><c>approval</c>, <c>decision</c>, <c>election</c>, <c>recommendation</c> or <c>deferral</c>.</param>
public sealed record DraftDecision(string? Item, string Text, string Kind, Source Source);

/// <param name="Due">A date or a month, null when the document gives none.</param>
public sealed record DraftAssignment(string? Item, string Text, string? Assignee, string? Due, Source Source);

public sealed record DraftDeadline(string? Item, string Date, string What, Source Source);

/// <param name="Status"><c>in-preparation</c>, <c>under-consultation</c>, <c>endorsed</c>, <c>recommended-for-adoption</c>, <c>adopted</c>, <c>needs-revision</c> or <c>mentioned</c>.</param>
public sealed record DraftAgreement(string? Item, string Name, string Status, Source Source);

public sealed record DraftConsultation(string? Item, string Subject, string? Deadline, string? RespondTo, Source Source);

public sealed record DraftNextMeeting(string Date, string? Start, string? End, string? Place, Source Source);

/// <summary>A question put forward for coming meetings (written as a bare string in the JSON).</summary>
public sealed record DraftProposedItem(string Text, Source Source);

public sealed record DraftQuestion(string? Item, string? Question, IReadOnlyList<string> Answers, IReadOnlyList<string> Comments, Source Source);

public sealed record DraftAttachment(string? Item, string Name, Source Source);

/// <param name="Code">Stable, in English, e.g. <c>weekday-date</c>; tests and pages name the code.</param>
/// <param name="Text">What the reader wonders, in Swedish, as a question or statement that a secretary can act on.</param>
/// <param name="Source">The place it is about; null when about the whole document.</param>
/// <param name="Days">The days to choose between, where the note asks which; else null. Not part of the JSON.</param>
public sealed record DraftNote(string Code, string Text, Source? Source, IReadOnlyList<DateOnly>? Days = null);
