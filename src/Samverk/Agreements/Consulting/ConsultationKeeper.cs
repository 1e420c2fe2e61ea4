using Microsoft.EntityFrameworkCore;
using Samverk.Agreements.Texts;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Consulting;

/// <summary>An answer that came by mail or on paper.</summary>
/// <param name="On">The day that it came.</param>
public sealed record ReceivedAnswer(WrittenAnswer Answer, AnswerFile? File, DateOnly? On);

/// <summary>What the responsible answers to one remark.</summary>
public sealed record WrittenReply(Guid Response, int Position, string? Words, ReplyOutcome Outcome);

/// <summary>What the keepers of an agreement do with its consultations, besides sending letters.</summary>
public sealed class ConsultationKeeper(SamverkDb db, Work work, TimeProvider clock)
{
    /// <summary>Prepares a consultation about a locked text.</summary>
    /// <returns>The consultation's id, when it went well.</returns>
    public async Task<(Guid? Id, Refusal? Refusal)> Create(Guid agreement, ConsultationFacts facts, IReadOnlyList<ProposedConsultee> consultees, Actor actor, CancellationToken ct)
    {
        Guid? id = null;
        var refusal = await work.Do(async () =>
        {
            var of = await db.Kept(agreement, actor, ct);
            Refusal.Heed(of.State is AgreementState.Expired or AgreementState.Terminated or AgreementState.Replaced or AgreementState.Fallen ? new("agreement-ended", $"Överenskommelsen {of.State.Value.Is()}. Då kan den inte skickas på remiss.") : null);
            id = db.Add(new Consultation(of, await Text(agreement, facts.Version, ct), facts, consultees, clock.Now(), actor.Person)).Entity.Id;
        }, ct);
        return (refusal is null ? id : null, refusal);
    }

    /// <param name="edition">What the writer had before them.</param>
    public Task<Refusal?> Change(Guid id, ConsultationFacts facts, IReadOnlyList<ProposedConsultee> consultees, int edition, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        var consultation = await db.KeptConsultation(id, actor, ct);
        var agreement = await db.Kept(consultation.Agreement!.Value, actor, ct);
        consultation.Change(agreement, await Text(agreement.Id, facts.Version, ct), facts, consultees, edition, clock.Now(), actor.Person);
    }, ct);

    /// <summary>Takes away one that has not been sent out.</summary>
    public Task<Refusal?> Discard(Guid id, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        await db.OneAtATime(ct);
        var consultation = await db.KeptConsultation(id, actor, ct);
        consultation.Discard(clock.Now(), actor.Person);
        db.Remove(consultation);
    }, ct);

    /// <summary>Writes down an answer that came by mail or on paper.</summary>
    public Task<Refusal?> Record(Guid id, Guid consultee, ReceivedAnswer received, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        await db.OneAtATime(ct);
        var consultation = await db.KeptConsultation(id, actor, ct);
        var of = consultation.Consultees.FirstOrDefault(c => c.Id == consultee) ?? throw new RefusedException(new("no-consultee", "Remissinstansen finns inte."));
        Refusal.Heed(consultation.State(clock.Today()) switch
        {
            ConsultationState.Draft => new("not-open", "Remissen är inte utskickad."),
            ConsultationState.Compiled => new Refusal("already-compiled", "Sammanställningen är klar. Fler svar kan inte läggas till."),
            _ => of.HasAnswered && received.On > consultation.LastDayOf(of) ? new("received-late", $"Svaret kom efter {consultation.LastDayOf(of).InWords()}, och det finns redan ett som kom i tid.") : null,
        });
        var number = await db.Set<Response>().Where(r => r.Consultee == consultee).MaxAsync(r => (int?)r.Number, ct) ?? 0;
        var response = db.Add(new Response(consultation, of, number + 1, clock.Now(), actor.Person)).Entity;
        response.Write(received.Answer, await db.PlacesOf(consultation, ct), null, clock.Now(), actor.Person);
        response.Receive(received.On, received.File is not null, clock.Now(), actor.Person);
        if (received.File is { } file)
            db.Add(new ResponseFile(response, file, clock.Now()));
        of.Follow(response, ConsulteeActKind.Recorded, clock.Now(), actor.Person, actor.Name, $"Kom {received.On!.Value.InWords()}: {SwedishText.Small(response.Stance!.Value.Words())}");
        consultation.Answered(of, response, clock.Now(), actor.Person);
    }, ct);

    /// <summary>Answers remarks, and says what they led to. Nothing is asked of what is left empty.</summary>
    public Task<Refusal?> Reply(Guid id, IReadOnlyList<WrittenReply> replies, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        var consultation = await db.KeptConsultation(id, actor, ct);
        Refusal.Heed(consultation.State(clock.Today()) switch
        {
            ConsultationState.Closed => null,
            ConsultationState.Compiled => new("already-compiled", "Sammanställningen är klar. Den ändras inte mer."),
            _ => new Refusal("still-open", "Remissen är öppen. Synpunkterna kommenteras när den är stängd, så att svaren inte ändras under tiden."),
        });
        var responses = replies.Select(r => r.Response).Distinct().ToList();
        var remarks = await db.Set<Response>().Where(r => r.Consultation == id && r.SentAt != null && responses.Contains(r.Id)).SelectMany(r => r.Remarks).Select(r => new { r.Response, r.Position }).ToListAsync(ct);
        var known = await db.Set<Reply>().AsTracking().Where(r => responses.Contains(r.Response)).ToDictionaryAsync(r => (r.Response, r.Position), ct);
        var changed = 0;
        foreach (var written in replies.Where(w => remarks.Exists(r => r.Response == w.Response && r.Position == w.Position)))
        {
            var isKnown = known.TryGetValue((written.Response, written.Position), out var reply);
            if (!isKnown && TextRules.Trimmed(written.Words) is null && written.Outcome == ReplyOutcome.Noted)
                continue;
            reply ??= db.Add(new Reply(consultation.Area, written.Response, written.Position)).Entity;
            changed += reply.Write(written.Words, written.Outcome, clock.Now(), actor.Person, actor.Name) ? 1 : 0;
        }
        if (changed > 0)
            consultation.Replied(changed, clock.Now(), actor.Person);
    }, ct);

    /// <summary>Says that the compilation is done: from then on nothing in it changes.</summary>
    public Task<Refusal?> Compile(Guid id, Actor actor, CancellationToken ct) => work.Do(async () => (await db.KeptConsultation(id, actor, ct)).Compile(clock.Now(), actor.Person), ct);

    async Task<AgreementText> Text(Guid agreement, int version, CancellationToken ct) =>
        await db.Set<AgreementText>().SingleOrDefaultAsync(t => t.Agreement == agreement && t.Number == version, ct) ?? throw new RefusedException(new("no-text", "Versionen finns inte. Välj en låst text."));
}

static class KeptConsultations
{
    /// <summary>The consultation itself with its consultees, to be changed by somebody who may.</summary>
    public static async Task<Consultation> KeptConsultation(this SamverkDb db, Guid id, Actor actor, CancellationToken ct)
    {
        var consultation = await db.Set<Consultation>().AsTracking().Include(c => c.Consultees).ThenInclude(c => c.Acts).SingleOrDefaultAsync(c => c.Id == id && c.Agreement != null, ct)
            ?? throw new RefusedException(new("no-consultation", "Remissen finns inte, eller sköts inte här."));
        Refusal.Heed(actor.May(Permission.KeepAgreement, new(Body: consultation.Body)));
        return consultation;
    }
}
