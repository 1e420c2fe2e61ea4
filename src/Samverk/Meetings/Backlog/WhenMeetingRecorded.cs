using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Backlog;

/// <summary>
/// What the latest minutes of a body propose or put off waits in its backlog by itself. When later minutes are read in,
/// what the earlier ones left and nobody has touched has had its meeting.
/// </summary>
sealed class WhenMeetingRecorded(SamverkDb db, BacklogBook book) : IHear<MeetingRecorded>, IHear<MeetingWithdrawn>, IHear<MeetingCancelled>
{
    const string Held = "Senare protokoll är inlästa";

    public async Task Hear(MeetingRecorded happening, CancellationToken ct)
    {
        // Not saved yet: the meeting itself is found among what is being saved.
        var meeting = db.Set<Meeting>().Local.FirstOrDefault(m => m.Id == happening.Meeting);
        if (meeting is null || await db.Set<Meeting>().Live().AnyAsync(m => m.Body == happening.Body && m.On > happening.On && m.Document != null, ct))
            return;
        foreach (var left in await Untouched(happening.Body, ct))
            left.Withdraw(Held, happening.At, null);
        foreach (var proposed in meeting.ProposedItems.Where(p => !string.IsNullOrWhiteSpace(p.Text)))
            await book.Put(happening.Body, Matter(BacklogKind.Proposed, proposed.Text, $"{Source(happening.Meeting)}#forslag-{proposed.Position}", happening.On), happening.At, null, ct);
        foreach (var deferred in meeting.Decisions.Where(d => d.Outcome == DecisionOutcome.Deferral))
            await book.Put(happening.Body, Matter(BacklogKind.Deferred, deferred.Text, $"/beslut/{deferred.Id}", happening.On), happening.At, null, ct);
    }

    public async Task Hear(MeetingWithdrawn happening, CancellationToken ct)
    {
        var decisions = (await db.Set<Decision>().Where(d => d.Meeting == happening.Meeting).Select(d => d.Id).ToListAsync(ct)).ConvertAll(d => $"/beslut/{d}");
        var of = $"{Source(happening.Meeting)}#";
        foreach (var entry in (await Untouched(happening.Body, ct)).Where(e => e.Source!.StartsWith(of, StringComparison.Ordinal) || decisions.Contains(e.Source)))
            entry.Withdraw("Inläsningen ångrades", happening.At, happening.By);
    }

    public Task Hear(MeetingCancelled happening, CancellationToken ct) => book.PutBackAll(happening.Meeting, happening.At, happening.By, ct);

    // Put by no person, and neither parked nor sent by one.
    Task<List<BacklogEntry>> Untouched(Guid body, CancellationToken ct) => db.Set<BacklogEntry>().AsTracking()
        .Where(e => e.Body == body && e.PutBy == null && e.Source != null && (e.Kind == BacklogKind.Proposed || e.Kind == BacklogKind.Deferred)
            && e.WithdrawnAt == null && e.Meeting == null && e.ParkedAt == null && e.SentTo == null && e.AnsweredAt == null).ToListAsync(ct);

    static string Source(Guid meeting) => $"/moten/{meeting}";

    static BacklogMatter Matter(BacklogKind kind, string text, string source, DateOnly on) => BacklogMatter.Of(kind, text, $"Mötet {on.InWords()}", source);
}
