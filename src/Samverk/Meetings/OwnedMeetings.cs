using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings;

/// <summary>What somebody asks for among the records that one organisation owns; what is empty does not narrow.</summary>
/// <param name="People">Those who were at the meeting.</param>
/// <param name="Words">Words that all stand in the decisions and titles of the meeting.</param>
public sealed record OwnedQuery(Guid Owner, DateOnly? From, DateOnly? To, IReadOnlyList<Guid> Bodies, IReadOnlyList<Guid> People, string? Words);

/// <summary>A recorded meeting that an organisation owns, with what was decided.</summary>
/// <param name="Document">The original that it was recorded from.</param>
public sealed record OwnedMeeting(Guid Id, Guid Body, DateOnly On, Guid Document, IReadOnlyList<OwnedDecision> Decisions);

public sealed record OwnedDecision(Guid Id, string Number, string Text);

/// <summary>Finds the recorded meetings that an organisation owns: what requests for public records are answered from.</summary>
public sealed class OwnedMeetings(SamverkDb db, ProtectedNames names)
{
    /// <summary>The newest first; no more than so many, of at most ten times as many that period, body and people leave.</summary>
    public async Task<IReadOnlyList<OwnedMeeting>> Find(OwnedQuery query, int most, CancellationToken ct)
    {
        var words = Swedish.Fold(query.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var looked = await Narrowed(query).OrderByDescending(m => m.On).ThenBy(m => m.Id).Take(words.Length == 0 ? most : most * 10)
            .Select(m => new { m.Id, m.Body, m.On, Document = m.Document!.Value }).ToListAsync(ct);
        var ids = looked.ConvertAll(m => m.Id);
        var titles = words.Length == 0 ? null : (await db.Set<AgendaItem>().Where(i => ids.Contains(i.Meeting)).Select(i => new { i.Meeting, i.Title }).ToListAsync(ct)).ToLookup(i => i.Meeting, i => i.Title);
        var (decisions, mask) = ((await db.Set<Decision>().Where(d => ids.Contains(d.Meeting)).OrderBy(d => d.Position)
            .Select(d => new { d.Meeting, Told = new OwnedDecision(d.Id, d.Number, d.Text) }).ToListAsync(ct)).ToLookup(d => d.Meeting, d => d.Told), await names.Mask(ct));
        return
        [
            .. looked.Where(m => titles is null || Has(words, titles[m.Id].Concat(decisions[m.Id].Select(d => d.Text)))).Take(most)
                .Select(m => new OwnedMeeting(m.Id, m.Body, m.On, m.Document, [.. decisions[m.Id].Select(d => d with { Text = mask.Of(d.Text) })])),
        ];
    }

    /// <summary>The bodies whose records the organisation owns.</summary>
    public Task<List<Guid>> Bodies(Guid owner, CancellationToken ct) => db.Set<Meeting>().Live().Where(m => m.Owner == owner).Select(m => m.Body).Distinct().ToListAsync(ct);

    static bool Has(string[] words, IEnumerable<string> texts)
    {
        var all = Swedish.Fold(string.Join(' ', texts));
        return words.All(w => all.Contains(w, StringComparison.Ordinal));
    }

    IQueryable<Meeting> Narrowed(OwnedQuery query)
    {
        var (bodies, people) = (query.Bodies.ToList(), query.People.ToList());
        var meetings = db.Set<Meeting>().Live().Where(m => m.Owner == query.Owner && m.Document != null);
        if (query.From is { } from)
            meetings = meetings.Where(m => m.On >= from);
        if (query.To is { } to)
            meetings = meetings.Where(m => m.On <= to);
        if (bodies.Count > 0)
            meetings = meetings.Where(m => bodies.Contains(m.Body));
        return people.Count == 0 ? meetings : meetings.Where(m => db.Set<Attendance>().Any(a => a.Meeting == m.Id && a.Person != null && people.Contains(a.Person.Value)));
    }
}
