namespace Samverk.Meetings.Publishing;

/// <summary>What is public of confirmed minutes: their facts and text without what is hidden, people's ids and the original.</summary>
static class Projection
{
    public static MeetingView Of(MeetingView m, IReadOnlyCollection<DecidedMask> decided)
    {
        var mask = new Mask(decided, m.Attendance.Select(a => a.Name));
        return m with
        {
            Document = null,
            Place = mask.Maybe(m.Place),
            CaseNumber = mask.Maybe(m.CaseNumber),
            Chair = m.Chair is { } chair ? mask.Name(chair) : null,
            Secretary = m.Secretary is { } secretary ? mask.Name(secretary) : null,
            Adjusters = [.. m.Adjusters.Select(mask.Name)],
            Attendance = [.. m.Attendance.Select(a => a with { Name = mask.Name(a.Name), Person = null, Note = mask.Maybe(a.Note) })],
            Items = [.. m.Items.Select(i => i with { Title = mask.Text(i.Title), Presenters = [.. i.Presenters.Select(mask.Name)] })],
            Decisions = [.. m.Decisions.Select(d => d with { Text = mask.Text(d.Text) })],
            Questions = [.. m.Questions.Select(q => q with { Text = mask.Maybe(q.Text), Answers = [.. q.Answers.Select(mask.Text)], Comments = [.. q.Comments.Select(mask.Text)] })],
            ProposedItems = [.. m.ProposedItems.Select(p => p with { Text = mask.Text(p.Text) })],
            Attachments = [.. m.Attachments.Select(a => a with { Text = mask.Text(a.Text) })],
        };
    }

    static string? Maybe(this Mask mask, string? text) => text is null ? null : mask.Text(text);
}
