using Samverk.Meetings.Desk;
using Samverk.Shared;

namespace Samverk.Meetings.Adjusting;

/// <summary>What adjusted minutes put into the record of meetings: the same facts that are read out of older minutes.</summary>
sealed record AdjustedFacts(
    IReadOnlyList<RecordedAttendance> Attendance, IReadOnlyList<RecordedItem> Items, IReadOnlyList<(int Running, RecordedDecision Fact)> Decisions,
    IReadOnlyList<RecordedQuestion> Questions, IReadOnlyList<RecordedText> ProposedItems, IReadOnlyList<RecordedAttachment> Attachments)
{
    /// <summary>A restricted item leaves its § and nothing of what was said and decided: the registers are open to the whole area.</summary>
    public static AdjustedFacts Of(MinutesText text)
    {
        var open = text.Open();
        return new(
            [.. text.People.Select(p => new RecordedAttendance(p.Name, p.Person, p.OrganisationName, p.Organisation, p.Role, p.Presence, p.Digital, [], p.Note, Span.None))],
            [.. open.Items.Select(i => new RecordedItem(i.Number, i.Title, i.Presenter is { } presenter ? [presenter] : [], Span.None))],
            [.. open.All<DecisionNote>().Select(n => (n.Note.Running!.Value, new RecordedDecision(n.Item.Number, n.Content.Text, n.Content.Outcome, Span.None)))],
            [.. open.All<QuestionNote>().Select(n => new RecordedQuestion(n.Item.Number, n.Content.Text, Some(n.Content.Answer), Some(n.Content.Comment), Span.None))],
            [.. open.All<ProposedItemNote>().Select(n => new RecordedText(n.Content.Text, Span.None))],
            [.. open.All<AttachmentNote>().Select(n => new RecordedAttachment(n.Item.Number, n.Content.Name, Span.None))]);
    }

    static IReadOnlyList<string> Some(string? text) => TextRules.Trimmed(text) is { } some ? [some] : [];
}
