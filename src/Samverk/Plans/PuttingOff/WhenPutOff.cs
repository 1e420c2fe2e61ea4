using Microsoft.EntityFrameworkCore;
using Samverk.Meetings;
using Samverk.Meetings.Desk;
using Samverk.Meetings.Backlog;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Plans.PuttingOff;

/// <summary>Keeps account of what bodies put off, and sees when it comes back: what is on an agenda is known by where its matter came from.</summary>
sealed class WhenPutOff(SamverkDb db, MeetingsRecord meetings, BacklogBook backlogs, AreaDirectory directory) : IHear<MinutesAdjusted>, IHear<MeetingRecorded>
{
    public async Task Hear(MinutesAdjusted happening, CancellationToken ct)
    {
        var (text, body) = (await meetings.Adjusted(happening.Text, ct), (await directory.Body(happening.Body, ct))!);
        var taken = (await backlogs.TakenTo(happening.Meeting, ct)).ToLookup(t => t.Item);
        foreach (var item in text.Items)
        {
            foreach (var (matter, source, _) in taken[item.Id])
                foreach (var before in await Waiting(happening.Body).Where(d => d.On < happening.On && (d.Matter == matter || d.Thread == source)).ToListAsync(ct))
                    before.Return(happening.Meeting, happening.On, item.Number);
            if (item.Notes.Select(n => n.Content).OfType<DeferralNote>().FirstOrDefault(d => !d.IsEmpty) is not { } put)
                continue;
            var from = taken[item.Id].FirstOrDefault();
            db.Add(new Deferral(body, happening.Meeting, happening.On, item.Number, item.Title, put.Text, put.To, from.Entry == Guid.Empty ? null : from.Entry, from.Source ?? $"{HeldPages.Minutes(happening.Meeting)}#p{item.Number}", Span.None));
        }
    }

    public async Task Hear(MeetingRecorded happening, CancellationToken ct)
    {
        foreach (var earlier in await Waiting(happening.Body).Where(d => d.On < happening.On && d.Thread.StartsWith("/beslut/")).ToListAsync(ct))
            earlier.HasLater();
        var put = meetings.PutOffAt(happening.Meeting);
        if (put.Count == 0)
            return;
        var (body, hasLater) = ((await directory.Body(happening.Body, ct))!, (await meetings.RecordedDays(happening.Body, ct)).Keys.Any(day => day > happening.On));
        foreach (var decision in put)
        {
            var deferral = db.Add(new Deferral(body, happening.Meeting, happening.On, decision.Item, decision.Text, null, null, null, $"/beslut/{decision.Id}", decision.Source)).Entity;
            if (hasLater)
                deferral.HasLater();
        }
    }

    IQueryable<Deferral> Waiting(Guid body) => db.Set<Deferral>().AsTracking().Where(d => d.Body == body && d.State == DeferralState.Waiting);
}
