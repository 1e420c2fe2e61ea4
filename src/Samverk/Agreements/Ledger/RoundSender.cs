using Microsoft.EntityFrameworkCore;
using Samverk.Agreements.Texts;
using Samverk.Mail;
using Samverk.Meetings;
using Samverk.Meetings.Adjusting;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Ledger;

/// <summary>A party that a letter can be sent to.</summary>
/// <param name="Mail">Its official mailbox; null when it has none.</param>
public sealed record RoundReceiver(AdoptionRow Adoption, string? Mail);

/// <summary>
/// Asks the parties for their decisions by letters to their official mailboxes, and reminds those who have not answered:
/// when somebody says so, and by rule. Every letter goes by the outbox: a mail server that is down delays, and loses none.
/// </summary>
public sealed class RoundSender
{
    internal const string LetterKind = "agreement-adoption", ReportKind = "agreement-report";
    static readonly TimeSpan Holds = TimeSpan.FromDays(30);

    readonly SamverkDb db;
    readonly Work work;
    readonly Post post;
    readonly OfficialMailboxes mailboxes;
    readonly AgreementViews views;
    readonly AdjustingLists adjusted;
    readonly MinutesPress minutes;
    readonly RoundPress press;
    readonly AgreementDays days;
    readonly TimeProvider clock;

    internal RoundSender(SamverkDb db, Work work, Post post, OfficialMailboxes mailboxes, AgreementViews views, AdjustingLists adjusted, MinutesPress minutes, RoundPress press, AgreementDays days, TimeProvider clock) =>
        (this.db, this.work, this.post, this.mailboxes, this.views, this.adjusted, this.minutes, this.press, this.days, this.clock) = (db, work, post, mailboxes, views, adjusted, minutes, press, days, clock);

    static Refusal NotAsking { get; } = new("not-asking", "Parterna beslutar inte om någon text just nu.");

    /// <summary>The parties that have not been sent the letter, or are to be reminded, each with its mailbox.</summary>
    /// <param name="reminding">Those who were sent it and have not answered.</param>
    public async Task<IReadOnlyList<RoundReceiver>> Receivers(AgreementView agreement, bool reminding, CancellationToken ct)
    {
        var known = await mailboxes.All(ct);
        return [.. agreement.Ledger.Where(a => reminding ? IsToRemind(a, clock.Today()) : a.IsWaiting && a.SentAt is null).Select(a => new RoundReceiver(a, known.GetValueOrDefault(a.Organisation)))];
    }

    /// <summary>It can be reminded by hand: it has not answered, and was not reminded today.</summary>
    internal static bool IsToRemind(AdoptionRow adoption, DateOnly today) => adoption.IsWaiting && adoption.RemindedOn != today;

    /// <summary>Sends letter, text, cover letter and extract to some parties, all or none of them.</summary>
    /// <param name="site">Where Samverk is reached: links in the letters begin so.</param>
    public async Task<Refusal?> Send(Guid id, IReadOnlyCollection<Guid> adoptions, string site, Actor actor, CancellationToken ct)
    {
        if (await views.One(id, actor, ct) is not { MayKeep: true } view)
            return Permission.KeepAgreement.Refused;
        if (view is not { IsAsking: true, Round: { } asked })
            return NotAsking;
        var chosen = (await Receivers(view, reminding: false, ct)).Where(r => adoptions.Contains(r.Adoption.Id)).ToList();
        if (Fault(chosen) is { } fault)
            return fault;
        var (agreement, round) = (await db.Set<Agreement>().SingleAsync(a => a.Id == id, ct), await db.Set<AdoptionRound>().SingleAsync(r => r.Id == asked.Id, ct));
        var text = await db.Set<AgreementText>().Where(t => t.Agreement == id && t.Number == asked.Version).Select(t => t.Pdf).SingleAsync(ct);
        var extract = await Extract(asked, actor, ct);
        var letters = chosen.ConvertAll(r => (To: r, Text: post.Seal(RoundLetter.Text(agreement, round, round.Adoptions.Single(a => a.Id == r.Adoption.Id), view.RuleWords, extract is not null, site, actor.Name))));
        return await work.Do(async () =>
        {
            await db.OneAtATime(ct);
            var open = await db.Set<AdoptionRound>().AsTracking().SingleAsync(r => r.Id == asked.Id, ct);
            Refusal.Heed(open.IsOpen ? null : NotAsking);
            var until = clock.Now() + Holds;
            List<Guid> papers = [post.Enclose($"{SafeName.Of(view.Name)}, version {asked.Version}.pdf", "application/pdf", text!, until), post.Enclose("Följebrev.pdf", "application/pdf", press.CoverLetter(view, asked), until)];
            if (extract is not null)
                papers.Add(post.Enclose($"Protokollsutdrag § {asked.Item}.pdf", "application/pdf", extract, until));
            foreach (var (to, words) in letters)
            {
                var adoption = open.Adoptions.Single(a => a.Id == to.Adoption.Id);
                Refusal.Heed(adoption.SentAt is null ? null : new("already-sent", $"Brevet är redan skickat till {adoption.OrganisationName}. Läs om sidan."));
                adoption.Sent(clock.Now(), actor.Person, actor.Name, to.Mail!);
                post.Leave(new(LetterKind, adoption.Id, actor.Person, to.Mail!, $"{adoption.OrganisationName}, officiell brevlåda", RoundLetter.Subject(view.Name), until) { Enclosures = papers }, words);
            }
            var tracked = await db.Set<Agreement>().AsTracking().SingleAsync(a => a.Id == id, ct);
            open.Sent(site, actor.Person);
            tracked.SentOut(open, letters.Count, clock.Now(), actor.Person);
            await days.Look(tracked, ct);
        }, ct);
    }

    /// <summary>Reminds some parties, by hand.</summary>
    public async Task<Refusal?> Remind(Guid id, IReadOnlyCollection<Guid> adoptions, string site, Actor actor, CancellationToken ct)
    {
        if (await views.One(id, actor, ct) is not { MayKeep: true } view)
            return Permission.KeepAgreement.Refused;
        if (view is not { IsAsking: true, Round: { } asked })
            return NotAsking;
        var chosen = (await Receivers(view, reminding: true, ct)).Where(r => adoptions.Contains(r.Adoption.Id)).ToList();
        return Fault(chosen) ?? await Remind(id, asked.Id, view.Name, chosen, site, actor.Person, actor, ct);
    }

    /// <summary>Reminds by rule those whose day has come. Called by the outbox, as often as it likes.</summary>
    internal async Task RemindByRule(Guid id, CancellationToken ct)
    {
        var today = clock.Today();
        var name = await db.Set<Agreement>().IgnoreAutoIncludes().Where(a => a.Id == id).Select(a => a.Name).SingleOrDefaultAsync(ct);
        var round = await db.Set<AdoptionRound>().Where(r => r.Agreement == id && r.ClosedAt == null && r.Site != null).OrderByDescending(r => r.OpenedAt).FirstOrDefaultAsync(ct);
        if (name is null || round is null)
            return;
        var due = round.Adoptions.Where(a => a.RemindNext is { } day && day <= today).Select(a => a.Id).ToList();
        var known = await mailboxes.All(ct);
        var rows = await db.Set<Adoption>().Where(a => due.Contains(a.Id)).Rows(db).ToListAsync(ct);
        Refusal.Heed(await Remind(id, round.Id, name, [.. rows.Where(r => known.ContainsKey(r.Organisation)).Select(r => new RoundReceiver(r, known[r.Organisation]))], round.Site!, round.SentBy!.Value, null, ct));
    }

    async Task<Refusal?> Remind(Guid id, Guid round, string name, List<RoundReceiver> chosen, string site, Guid sender, Actor? actor, CancellationToken ct)
    {
        var letters = chosen.ConvertAll(r => (To: r, Text: post.Seal(RoundLetter.Reminder(name, r.Adoption, site, clock.Today()))));
        return await work.Do(async () =>
        {
            await db.OneAtATime(ct);
            var open = await db.Set<AdoptionRound>().AsTracking().SingleAsync(r => r.Id == round, ct);
            foreach (var (to, words) in letters)
                // Who has answered meanwhile, or was just reminded, isn't.
                if (open.IsOpen && open.Adoptions.Single(a => a.Id == to.Adoption.Id) is { IsWaiting: true } adoption && adoption.RemindedOn != clock.Today())
                {
                    adoption.Remind(clock.Today(), clock.Now(), actor?.Person, actor?.Name, to.Mail!);
                    post.Leave(new(LetterKind, adoption.Id, sender, to.Mail!, $"{adoption.OrganisationName}, officiell brevlåda", RoundLetter.ReminderSubject(name), clock.Now() + Holds), words);
                }
            await days.Look(await db.Set<Agreement>().AsTracking().SingleAsync(a => a.Id == id, ct), ct);
        }, ct);
    }

    /// <summary>The § that recommends it, as its own paper; null when the minutes aren't held here.</summary>
    async Task<byte[]?> Extract(RoundRow round, Actor actor, CancellationToken ct) =>
        round.Meeting is { } meeting && await adjusted.Adjusted(meeting, actor, ct) is { } view && view.Text.Open().Items.FirstOrDefault(i => i.Number == round.Item) is { Restriction: null } item ? minutes.Extract(view, item) : null;

    /// <summary>Tells the address outside that wants to know what every party has decided so far.</summary>
    public async Task<Refusal?> Report(Guid id, Actor actor, CancellationToken ct)
    {
        if (await views.One(id, actor, ct) is not { MayKeep: true } view)
            return Permission.KeepAgreement.Refused;
        if (view is not { Facts.ReportTo: { } to, Round: { } asked })
            return new("report-nowhere", "Ingen adress att rapportera till är angiven. Lägg till den under Ändra.");
        var answered = view.Ledger.Count(a => !a.State.IsUndecided());
        var (letter, paper) = (post.Seal(RoundLetter.Report(view, asked, actor.Name)), press.Report(view, asked, clock.Now()));
        return await work.Do(async () =>
        {
            var until = clock.Now() + Holds;
            post.Leave(new(ReportKind, id, actor.Person, to, to, RoundLetter.ReportSubject(view.Name), until) { Enclosures = [post.Enclose($"{SafeName.Of(view.Name)}, beslut.pdf", "application/pdf", paper, until)] }, letter);
            (await db.Set<Agreement>().AsTracking().SingleAsync(a => a.Id == id, ct)).Report(await db.Set<AdoptionRound>().AsTracking().SingleAsync(r => r.Id == asked.Id, ct), answered, clock.Now(), actor.Person);
        }, ct);
    }

    static Refusal? Fault(List<RoundReceiver> chosen) =>
        chosen.Count == 0 ? new("nothing-chosen", "Välj minst en part.")
        : chosen.Find(r => r.Mail is null) is { } without ? new("mailbox-missing", $"{without.Adoption.OrganisationName} har ingen officiell brevlåda. Lägg till den på organisationens sida.") : null;
}
