using Microsoft.EntityFrameworkCore;
using Samverk.Agreements.Texts;
using Samverk.Mail;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Consulting;

/// <summary>A consultee that a letter can be sent to.</summary>
/// <param name="Mail">The official mailbox of an organisation, the secretary's of a body, or somebody outside's own; null when there is none.</param>
public sealed record ConsultationReceiver(ConsulteeRow Consultee, string? Mail);

/// <summary>
/// Sends a consultation out, tells those who get longer, and reminds those who have not answered: when somebody says so, and
/// by rule. Every letter goes by the outbox. On the day after the last it is noted that it is closed, and who was silent.
/// </summary>
public sealed class ConsultationSender(SamverkDb db, Work work, Post post, OfficialMailboxes mailboxes, BodyMembers members, ConsultationViews views, TimeProvider clock)
{
    internal const string LetterKind = "agreement-consultation", DayKind = "agreements.consultation-day";

    static readonly TimeSpan Holds = TimeSpan.FromDays(30);
    static readonly TimeOnly Night = new(0, 5), Morning = new(8, 0);

    /// <summary>Those that a letter is for, each with its address.</summary>
    /// <param name="reminding">Those who were sent it, have time left and have not answered; else those who have not been sent it.</param>
    public async Task<IReadOnlyList<ConsultationReceiver>> Receivers(ConsultationView consultation, bool reminding, CancellationToken ct) =>
        await Addressed([.. consultation.Consultees.Where(c => !c.HasAnswered && (reminding ? c.AskedAt is not null && c.RemindedOn != clock.Today() && !c.IsPast(clock.Today()) : c.AskedAt is null))], ct);

    /// <summary>Sends it out: the consultation is open, its agreement is on consultation when its life allows it, and every consultee with an address gets a letter.</summary>
    /// <param name="site">Where Samverk is reached: links in the letters begin so.</param>
    public async Task<Refusal?> Open(Guid id, string site, Actor actor, CancellationToken ct)
    {
        if (await views.One(id, actor, ct) is not { MayKeep: true } view)
            return Permission.KeepAgreement.Refused;
        var letters = Sealed(view, await Receivers(view, reminding: false, ct), site, actor);
        var text = await Text(view, ct);
        return await work.Do(async () =>
        {
            await db.OneAtATime(ct);
            var consultation = await db.KeptConsultation(id, actor, ct);
            Refusal.Heed(consultation.Edition == view.Edition ? null : new("stale", "Remissen har ändrats sedan du läste den. Läs om sidan."));
            consultation.Open(site, clock.Now(), actor.Person);
            Ask(consultation, view, letters, text, actor);
            var agreement = await db.Kept(view.Agreement, actor, ct);
            if (agreement.May(AgreementActKind.Consulted) is null)
                agreement.Step(AgreementActKind.Consulted, clock.Today(), $"Version {view.Version}, svar senast {view.LastDay.InWords()}", clock.Now(), actor.Person, actor.Name);
            await Again(consultation, ct);
        }, ct);
    }

    /// <summary>Asks some more while it is open, by the same letter.</summary>
    public async Task<Refusal?> Widen(Guid id, IReadOnlyList<ProposedConsultee> more, string site, Actor actor, CancellationToken ct)
    {
        if (await views.One(id, actor, ct) is not { MayKeep: true } view)
            return Permission.KeepAgreement.Refused;
        var rows = more.Select(p => new ConsulteeRow(Guid.Empty, p.Organisation, p.Body, p.Name.Trim(), TextRules.Trimmed(p.Mail), ResponseState.None, view.LastDay, null, null, null, null, 0, IsOwn: false));
        var letters = Sealed(view, await Addressed([.. rows], ct), site, actor);
        var text = await Text(view, ct);
        return await work.Do(async () =>
        {
            await db.OneAtATime(ct);
            var consultation = await db.KeptConsultation(id, actor, ct);
            consultation.Widen(more, clock.Now(), actor.Person);
            Ask(consultation, view, letters, text, actor);
            await Again(consultation, ct);
        }, ct);
    }

    List<(ConsultationReceiver To, SealedText Words)> Sealed(ConsultationView view, IReadOnlyList<ConsultationReceiver> receivers, string site, Actor actor) =>
        [.. receivers.Where(r => r.Mail is not null).Select(r => (r, post.Seal(ConsultationLetter.Asked(view, r.Consultee, site, actor.Name))))];

    Task<byte[]?> Text(ConsultationView view, CancellationToken ct) =>
        db.Set<AgreementText>().Where(t => t.Agreement == view.Agreement && t.Number == view.Version).Select(t => t.Pdf).SingleAsync(ct);

    // Their letters were sealed before those who are new had a row: a name is but once in a consultation.
    void Ask(Consultation consultation, ConsultationView view, List<(ConsultationReceiver To, SealedText Words)> letters, byte[]? text, Actor actor)
    {
        var until = clock.Now() + Holds;
        var paper = post.Enclose($"{SafeName.Of(view.Name)}, version {view.Version}.pdf", "application/pdf", text!, until);
        foreach (var (to, words) in letters)
        {
            var consultee = consultation.Consultees.Single(c => c.Name == to.Consultee.Name);
            consultee.Asked(clock.Now(), actor.Person, actor.Name, to.Mail!);
            post.Leave(Letter(to with { Consultee = to.Consultee with { Id = consultee.Id } }, actor.Person, ConsultationLetter.Subject(view.Name), until) with { Enclosures = [paper] }, words);
        }
    }

    /// <summary>Gives a consultee longer, and tells it by letter.</summary>
    public async Task<Refusal?> Extend(Guid id, Guid consultee, DateOnly? to, string? reason, string site, Actor actor, CancellationToken ct)
    {
        if (await views.One(id, actor, ct) is not { MayKeep: true } view || view.Consultees.FirstOrDefault(c => c.Id == consultee) is not { } row)
            return Permission.KeepAgreement.Refused;
        var receiver = (await Addressed([row], ct))[0];
        var words = receiver.Mail is null || to is null ? null : post.Seal(ConsultationLetter.Extension(view, row, to.Value, reason?.Trim() ?? "", site));
        return await work.Do(async () =>
        {
            await db.OneAtATime(ct);
            var consultation = await db.KeptConsultation(id, actor, ct);
            consultation.Extend(consultation.Consultees.Single(c => c.Id == consultee), to, reason, clock.Now(), actor.Person, actor.Name);
            if (words is not null)
                post.Leave(Letter(receiver, actor.Person, ConsultationLetter.ExtensionSubject(view.Name), clock.Now() + Holds), words);
            await Again(consultation, ct);
        }, ct);
    }

    /// <summary>Reminds some consultees, by hand.</summary>
    public async Task<Refusal?> Remind(Guid id, IReadOnlyCollection<Guid> consultees, string site, Actor actor, CancellationToken ct)
    {
        if (await views.One(id, actor, ct) is not { MayKeep: true } view)
            return Permission.KeepAgreement.Refused;
        if (view.State != ConsultationState.Open)
            return new("not-open", "Remissen är inte öppen.");
        var chosen = (await Receivers(view, reminding: true, ct)).Where(r => consultees.Contains(r.Consultee.Id) && r.Mail is not null).ToList();
        return chosen.Count == 0 ? new("nothing-chosen", "Välj minst en remissinstans.") : await Remind(view, chosen, site, actor.Person, actor, ct);
    }

    /// <summary>Reminds by rule those whose day has come, and notes that it is closed when it is. Called by the outbox, as often as it likes.</summary>
    internal async Task Look(Guid id, CancellationToken ct)
    {
        var consultation = await db.Set<Consultation>().Include(c => c.Consultees).SingleOrDefaultAsync(c => c.Id == id && c.OpenedAt != null && c.CompiledAt == null, ct);
        if (consultation is null)
            return;
        var due = consultation.Consultees.Where(c => c.RemindNext(consultation.LastDayOf(c)) is { } day && day <= clock.Today() && consultation.LastDayOf(c) >= clock.Today()).Select(c => c.Id).ToList();
        if (due.Count > 0)
        {
            var view = await views.Of(consultation, ct);
            Refusal.Heed(await Remind(view, [.. (await Addressed([.. view.Consultees.Where(c => due.Contains(c.Id))], ct)).Where(r => r.Mail is not null)], consultation.Site!, consultation.SentBy!.Value, null, ct));
        }
        await work.Must(async () =>
        {
            await db.OneAtATime(ct);
            var tracked = await db.Set<Consultation>().AsTracking().Include(c => c.Consultees).SingleAsync(c => c.Id == id, ct);
            tracked.NoteClosed(clock.Now());
            await Again(tracked, ct);
        }, ct);
    }

    async Task<Refusal?> Remind(ConsultationView view, List<ConsultationReceiver> chosen, string site, Guid sender, Actor? actor, CancellationToken ct)
    {
        var letters = chosen.ConvertAll(r => (To: r, Text: post.Seal(ConsultationLetter.Reminder(view, r.Consultee, site))));
        return await work.Do(async () =>
        {
            await db.OneAtATime(ct);
            var consultation = await db.Set<Consultation>().AsTracking().Include(c => c.Consultees).ThenInclude(c => c.Acts).SingleAsync(c => c.Id == view.Id, ct);
            foreach (var (to, words) in letters)
                // Who has answered meanwhile, or was just reminded, isn't.
                if (consultation.Consultees.Single(c => c.Id == to.Consultee.Id) is { HasAnswered: false } consultee && consultee.RemindedOn != clock.Today())
                {
                    consultee.Remind(clock.Today(), clock.Now(), actor?.Person, actor?.Name, to.Mail!);
                    consultation.Reminded(consultee, clock.Now(), actor?.Person);
                    post.Leave(Letter(to, sender, ConsultationLetter.ReminderSubject(view.Name), clock.Now() + Holds), words);
                }
            await Again(consultation, ct);
        }, ct);
    }

    async Task<IReadOnlyList<ConsultationReceiver>> Addressed(IReadOnlyList<ConsulteeRow> consultees, CancellationToken ct)
    {
        var known = await mailboxes.All(ct);
        List<ConsultationReceiver> receivers = [];
        foreach (var c in consultees)
            receivers.Add(new(c, c.Organisation is { } organisation ? known.GetValueOrDefault(organisation)
                : c.Body is { } body ? (await members.Standings(body, clock.Today(), ct)).Where(s => s.Kind == StandingKind.Secretary).Select(s => s.Mail).FirstOrDefault(m => m is not null) : c.Mail));
        return receivers;
    }

    static Letter Letter(ConsultationReceiver to, Guid by, string subject, DateTimeOffset until) =>
        new(LetterKind, to.Consultee.Id, by, to.Mail!, to.Consultee.Organisation is null ? to.Consultee.Name : $"{to.Consultee.Name}, officiell brevlåda", subject, until);

    // One row waits for each consultation, for the next day that matters; another day takes its place.
    async Task Again(Consultation consultation, CancellationToken ct)
    {
        await db.Set<OutboxRow>().Where(r => r.Kind == DayKind && r.About == consultation.Id && r.DoneAt == null).ExecuteDeleteAsync(ct);
        var reminders = consultation.Consultees.Select(c => c.RemindNext(consultation.LastDayOf(c)) is { } day && consultation.LastDayOf(c) > clock.Today() ? (DateOnly?)day : null).OfType<DateOnly>().Select(Letters);
        DateTimeOffset[] next = [.. reminders, .. consultation.ClosedAt is null ? [consultation.Until!.Value.AddDays(1).At(Night)] : Array.Empty<DateTimeOffset>()];
        if (next.Length > 0)
            db.Add(new OutboxRow(db.Area, DayKind, consultation.Id, next.Min().ToUniversalTime()));
    }

    // One whose day has been and that could not be sent is tried again tomorrow.
    DateTimeOffset Letters(DateOnly day)
    {
        var morning = day.At(Morning);
        return morning > clock.GetUtcNow() ? morning : clock.Today().AddDays(1).At(Morning);
    }
}
