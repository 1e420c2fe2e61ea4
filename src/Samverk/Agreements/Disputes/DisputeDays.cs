using Microsoft.EntityFrameworkCore;
using Samverk.Agreements.Consulting;
using Samverk.Mail;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Disputes;

/// <summary>
/// What follows of a dispute's acts and of days that come: the parties, the body at the step and the keeper are told by
/// letter, parties that owe a position are reminded, and it is noted, and told to the keeper, that the time at a step is out.
/// Nothing more comes when a position is sent, or the dispute has ended.
/// </summary>
public sealed class DisputeDays(SamverkDb db, Work work, Post post, OfficialMailboxes mailboxes, BodyMembers members, DisputeViews views, TimeProvider clock)
{
    internal const string LetterKind = "agreement-dispute", DayKind = "agreements.dispute-day";
    static readonly TimeSpan Holds = TimeSpan.FromDays(30);

    sealed record Receiver(string Name, string Mail);

    sealed record Written(Receiver To, Guid By, string Subject, SealedText Text, Guid? Reminds = null);

    /// <summary>Does what is due. Called by the outbox, as often as it likes.</summary>
    internal async Task Look(Guid id, CancellationToken ct)
    {
        if (await db.Disputes().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } dispute)
            return;
        var (told, letters) = (dispute.Acts.Count, await Letters(dispute, ct));
        await work.Must(async () =>
        {
            await db.OneAtATime(ct);
            var now = await db.Disputes().AsTracking().SingleAsync(d => d.Id == id, ct);
            // Something was done meanwhile: what was written may no longer be so, and the next look writes it anew.
            if (now.Acts.Count == told && now.Told == dispute.Told)
            {
                var stated = await db.Stated(now, ct);
                foreach (var letter in letters.Where(l => l.Reminds is not { } party || !stated.Contains(party)))
                    post.Leave(new(LetterKind, id, letter.By, letter.To.Mail, letter.To.Name, letter.Subject, clock.Now() + Holds), letter.Text);
                foreach (var party in now.Parties.Where(p => letters.Exists(l => l.Reminds == p.Organisation) && !stated.Contains(p.Organisation)))
                    now.Reminded(party, clock.Today(), clock.Now());
                now.NoteLate(clock.Now());
                now.Tell();
            }
            await db.Again(now, clock, ct);
        }, ct);
    }

    async Task<List<Written>> Letters(Dispute dispute, CancellationToken ct)
    {
        var (view, known, stated) = (await views.Of(dispute, ct), await mailboxes.All(ct), await db.Stated(dispute, ct));
        Receiver? Party(DisputeParty p) => known.TryGetValue(p.Organisation, out var mail) ? new($"{p.Name}, officiell brevlåda", mail) : null;
        var (keeper, body) = (await Secretary(dispute.Body, view.BodyName, ct), dispute.StepBody is { } at ? await Secretary(at, view.Here.Name, ct) : null);
        List<Written> letters = [];
        void Write(IEnumerable<Receiver?> to, Guid by, string subject, string text) =>
            letters.AddRange(to.OfType<Receiver>().DistinctBy(r => r.Mail).Select(r => new Written(r, by, subject, post.Seal(text))));
        // What was done since, the newest alone: who reads it wants to know how it is.
        if (dispute.Acts.OrderBy(a => a.Position).Skip(dispute.Told).LastOrDefault() is { } act)
        {
            Write(dispute.Parties.Select(Party), act.By, DisputeLetter.Subject(view), DisputeLetter.ToParty(view, act.Kind, dispute.Site));
            Write([body, .. act.Kind is DisputeActKind.Raised ? [keeper] : Array.Empty<Receiver?>()], act.By, DisputeLetter.Subject(view), DisputeLetter.ToBody(view, act.Kind, dispute.Site));
        }
        if (dispute.Here.IsLate(clock.Today()) && dispute.NotedAt is null)
            Write([keeper], dispute.RaisedBy, DisputeLetter.LateSubject(view), DisputeLetter.Late(view, dispute.Site));
        foreach (var party in dispute.Parties.Where(p => dispute.RemindNext(p, stated) is { } day && day <= clock.Today() && dispute.LastDay >= clock.Today()))
            if (Party(party) is { } to)
                letters.Add(new(to, dispute.RaisedBy, DisputeLetter.ReminderSubject(view), post.Seal(DisputeLetter.Reminder(view, party.Name, dispute.Site)), party.Organisation));
        return letters;
    }

    async Task<Receiver?> Secretary(Guid body, string name, CancellationToken ct) =>
        (await members.Standings(body, clock.Today(), ct)).Where(s => s.Kind == StandingKind.Secretary).Select(s => s.Mail).FirstOrDefault(m => m is not null) is { } mail ? new(name, mail) : null;
}

static class DisputeReminders
{
    static readonly TimeOnly Night = new(0, 5), Morning = new(8, 0);

    /// <summary>The day that a party is reminded next, as consultees are; null when it isn't: it has sent its position, or the dispute has ended.</summary>
    /// <param name="stated">Those who have sent theirs at the step.</param>
    public static DateOnly? RemindNext(this Dispute dispute, DisputeParty party, IReadOnlySet<Guid> stated) =>
        !dispute.Here.IsRunning || stated.Contains(party.Organisation) ? null : ConsultationReminders.Next(dispute.StartedOn, dispute.LastDay, party.RemindedOn);

    /// <summary>One row waits for each dispute, for the next time that matters; another takes its place. Within a unit of work.</summary>
    public static async Task Again(this SamverkDb db, Dispute dispute, TimeProvider clock, CancellationToken ct)
    {
        await db.Set<OutboxRow>().Where(r => r.Kind == DisputeDays.DayKind && r.About == dispute.Id && r.DoneAt == null).ExecuteDeleteAsync(ct);
        var stated = await db.Stated(dispute, ct);
        DateTimeOffset[] next =
        [
            .. dispute.Told < dispute.Acts.Count ? [clock.Now()] : Array.Empty<DateTimeOffset>(),
            .. dispute.Parties.Select(p => dispute.LastDay > clock.Today() ? dispute.RemindNext(p, stated) : null).OfType<DateOnly>().Select(day => Letters(day, clock)),
            .. dispute.Here.IsRunning && dispute.NotedAt is null ? [dispute.LastDay.AddDays(1).At(Night)] : Array.Empty<DateTimeOffset>(),
        ];
        if (next.Length > 0)
            db.Add(new OutboxRow(db.Area, DisputeDays.DayKind, dispute.Id, next.Min().ToUniversalTime()));
    }

    // One whose day has been and that could not be sent is tried again tomorrow.
    static DateTimeOffset Letters(DateOnly day, TimeProvider clock) => day.At(Morning) is var morning && morning > clock.GetUtcNow() ? morning : clock.Today().AddDays(1).At(Morning);
}
