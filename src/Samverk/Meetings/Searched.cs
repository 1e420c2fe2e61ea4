using Microsoft.EntityFrameworkCore;
using Samverk.Storage;

namespace Samverk.Meetings;

/// <summary>A meeting with what a search finds in it.</summary>
/// <param name="Present">Those who were there, as the minutes name them.</param>
public sealed record SearchedMeeting(Guid Id, Guid Body, DateOnly On, string? Place, string? MinutesKind, string? CaseNumber, Guid? Document,
    IReadOnlyList<string> Present, IReadOnlyList<SearchedItem> Items, IReadOnlyList<SourcedDecision> Decisions, IReadOnlyList<QuestionRow> Questions, IReadOnlyList<string> ProposedItems);

public sealed record SearchedItem(string? Number, string Title);

/// <summary>What is in the record of meetings, many at a time, for the room that searches.</summary>
public sealed class MeetingsSearched(SamverkDb db)
{
    /// <summary>Every meeting of the registers; of one body when it is named.</summary>
    public Task<List<Guid>> All(Guid? body, CancellationToken ct) =>
        db.Set<Meeting>().Live().Where(m => body == null || m.Body == body).OrderBy(m => m.On).ThenBy(m => m.Id).Select(m => m.Id).ToListAsync(ct);

    /// <summary>The meetings with those of the same body and day: one may stand in for another, and gives its place back when it is undone.</summary>
    public Task<List<Guid>> WithSameDay(IReadOnlyList<Guid> ids, CancellationToken ct) =>
        (from m in db.Set<Meeting>()
         join other in db.Set<Meeting>() on new { m.Body, m.On } equals new { other.Body, other.On }
         where ids.Contains(m.Id)
         select other.Id).Distinct().ToListAsync(ct);

    /// <summary>Those of them that the registers show.</summary>
    public async Task<List<SearchedMeeting>> Of(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var meetings = await db.Set<Meeting>().AsNoTracking().Live().Where(m => ids.Contains(m.Id))
            .Include(m => m.Attendance).Include(m => m.Items).Include(m => m.Decisions).Include(m => m.Questions).Include(m => m.ProposedItems).ToListAsync(ct);
        return meetings.ConvertAll(m => new SearchedMeeting(m.Id, m.Body, m.On, m.Place, m.MinutesKind, m.CaseNumber, m.Document,
            [.. m.Attendance.Where(a => a.Presence != Presence.Absent).OrderBy(a => a.Position).Select(a => a.Name)],
            [.. m.Items.OrderBy(i => i.Position).Select(i => new SearchedItem(i.Number, i.Title))],
            [.. m.Decisions.OrderBy(d => d.Position).Select(d => new SourcedDecision(d.Id, d.Number, d.Item, d.Text, d.Outcome, d.Source))],
            [.. m.Questions.OrderBy(q => q.Position).Select(q => new QuestionRow(q.Item, q.Text, q.Answers, q.Comments, q.Source))],
            [.. m.ProposedItems.OrderBy(p => p.Position).Select(p => p.Text)]));
    }
}
