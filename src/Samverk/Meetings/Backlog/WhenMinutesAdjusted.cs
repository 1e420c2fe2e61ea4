using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Adjusting;
using Samverk.Meetings.Desk;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Backlog;

/// <summary>
/// What a meeting decided answers the matters that it took up, for those who asked too: not before the minutes are
/// adjusted. What it put off waits again, and what it proposed waits anew.
/// </summary>
sealed class WhenMinutesAdjusted(SamverkDb db, BacklogBook book) : IHear<MinutesAdjusted>
{
    public async Task Hear(MinutesAdjusted happening, CancellationToken ct)
    {
        var text = (db.Set<FrozenText>().Local.FirstOrDefault(t => t.Id == happening.Text) ?? await db.Set<FrozenText>().SingleAsync(t => t.Id == happening.Text, ct)).Text;
        var taken = await db.Set<BacklogEntry>().AsTracking().Where(e => e.Meeting == happening.Meeting && e.AnsweredAt == null).ToListAsync(ct);
        foreach (var item in text.Items)
        {
            var deferrals = item.Notes.Select(n => n.Content).OfType<DeferralNote>().ToList();
            var here = taken.FindAll(e => e.Item == item.Id);
            foreach (var entry in here)
                if (deferrals.Count > 0)
                    entry.PutOff(deferrals[0].To, happening.At, happening.By);
                else
                    await book.Answer(entry.Id, Answer(item), $"{HeldPages.Minutes(happening.Meeting)}#p{item.Number}", happening.At, happening.By, ct);
            if (here.Count == 0)
                foreach (var deferral in deferrals)
                    await book.Put(happening.Body, new(BacklogKind.Deferred, item.Title, TextRules.Trimmed(deferral.Text), From(happening), $"{HeldPages.Minutes(happening.Meeting)}#p{item.Number}", deferral.To), happening.At, happening.By, ct);
        }
        foreach (var (proposed, i) in text.Items.SelectMany(item => item.Notes).Select(n => n.Content).OfType<ProposedItemNote>().Where(p => !p.IsEmpty).Select((p, i) => (p, i)))
            await book.Put(happening.Body, BacklogMatter.Of(BacklogKind.Proposed, proposed.Text, From(happening), $"{HeldPages.Minutes(happening.Meeting)}#forslag-{i}"), happening.At, happening.By, ct);
    }

    static string From(MinutesAdjusted happening) => $"Mötet {happening.On.InWords()}";

    static string Answer(MinutesItem item)
    {
        var decided = item.Notes.Select(n => n.Content).OfType<DecisionNote>().Where(d => !d.IsEmpty).Select(d => $"{d.Outcome.Words()}: {d.Text}").ToList();
        var said = decided.Count > 0 || item.Restriction is not null ? decided : item.Notes.Select(n => n.Content).OfType<TextNote>().Where(t => !t.IsEmpty).Select(t => t.Text).ToList();
        var answer = item.Restriction is not null ? "Togs upp. Punkten omfattas av sekretess." : said.Count == 0 ? "Togs upp utan beslut." : string.Join("\n", said);
        return answer.Length > BacklogEntry.LongestText ? $"{answer[..(BacklogEntry.LongestText - 1)]}…" : answer;
    }
}
