namespace Samverk.Reading;

/// <summary>What has been read so far; becomes the draft.</summary>
sealed class Gathered
{
    public List<DraftDecision> Decisions { get; } = [];
    public List<DraftAssignment> Assignments { get; } = [];
    readonly HashSet<(string Kind, string? Item, string Fact)> seen = [];
    public List<DraftDeadline> Deadlines { get; } = [];
    public List<DraftAgreement> Agreements { get; } = [];
    public List<DraftConsultation> Consultations { get; } = [];
    public List<DraftNextMeeting> NextMeetings { get; } = [];
    public List<DraftProposedItem> ProposedItems { get; } = [];
    public List<DraftQuestion> Questions { get; } = [];
    public List<DraftAttachment> Attachments { get; } = [];
    public List<DraftNote> Notes { get; } = [];

    /// <summary>Whether it is the first of its kind with this text: a document may hold a hundred thousand, which can't be compared one by one.</summary>
    public bool IsNew(string kind, string? item, string fact) => seen.Add((kind, item, fact));

    public bool Has(string kind, string? item, string fact) => seen.Contains((kind, item, fact));
}

/// <summary>One item with all that the fact readers need to know.</summary>
sealed record ItemReading(Item Item, string? Number, List<Passage> Passages, OwnBody Own, People People, DateOnly? Day, Offsets Offsets, Gathered Draft)
{
    public void Note(string code, string text, Block block, int start, int end, IReadOnlyList<DateOnly>? days = null) =>
        Draft.Notes.Add(new(code, text, block.Source(Offsets, start, end), days));

    public void Note(string code, string text, Sentence sentence) => Note(code, text, sentence.Block, sentence.Start, sentence.End);
}
