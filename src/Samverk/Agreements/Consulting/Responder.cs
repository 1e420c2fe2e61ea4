using Microsoft.EntityFrameworkCore;
using Samverk.Agreements.Texts;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Consulting;

/// <summary>What is done with an answer, besides writing it.</summary>
public enum AnswerStep { Keep, Submit, Send }

/// <summary>
/// What a consultee does with its answer: by page, by a link in a mail, by another program. Written and kept as a draft,
/// handed in for approval, approved and sent by somebody else there; by the same person when there is nobody else.
/// </summary>
public sealed class Responder(SamverkDb db, Work work, PlaceLists places, BodyMembers members, TimeProvider clock)
{
    static Refusal NoConsultee { get; } = new("no-consultee", "Remissen finns inte, eller är inte skickad till er.");

    /// <summary>Writes the answer, and hands it in or sends it.</summary>
    /// <param name="edition">What the writer had before them: 0 when nothing is written, null from a program.</param>
    public Task<Refusal?> Write(Guid consultee, WrittenAnswer answer, AnswerFile? file, AnswerStep step, int? edition, Actor actor, CancellationToken ct) => Do(consultee, actor, async (consultation, of) =>
    {
        var response = await Writable(consultation, of, actor, ct);
        response.Write(answer, await db.PlacesOf(consultation, ct), edition, clock.Now(), actor.Person);
        if (file is not null)
            db.Add(new ResponseFile(response, file, clock.Now()));
        var hasFile = file is not null || await db.Set<ResponseFile>().AnyAsync(f => f.Response == response.Id, ct);
        if (step == AnswerStep.Submit)
            response.Submit(hasFile, clock.Now(), actor.Person);
        if (step == AnswerStep.Send)
            response.Send(hasFile, actor.IsSystem || await IsAlone(of, actor, ct), clock.Now(), actor.Person);
        Tell(consultation, of, response, step switch { AnswerStep.Submit => ConsulteeActKind.Submitted, AnswerStep.Send => ConsulteeActKind.Sent, _ => null }, actor);
    }, ct);

    /// <summary>Approves what a colleague has handed in, and sends it.</summary>
    /// <param name="edition">What the approver had before them.</param>
    public Task<Refusal?> Approve(Guid consultee, int edition, Actor actor, CancellationToken ct) => Do(consultee, actor, async (consultation, of) =>
    {
        var response = await Submitted(of, ct);
        Refusal.Heed(edition == response.Edition ? null : new("stale", "Svaret har ändrats sedan du läste det. Läs det igen och godkänn sedan."));
        response.Send(await db.Set<ResponseFile>().AnyAsync(f => f.Response == response.Id, ct), await IsAlone(of, actor, ct), clock.Now(), actor.Person);
        Tell(consultation, of, response, ConsulteeActKind.Sent, actor);
    }, ct);

    /// <summary>Hands it back to whoever wrote it, or takes back what one has handed in oneself.</summary>
    public Task<Refusal?> Return(Guid consultee, string? words, Actor actor, CancellationToken ct) => Do(consultee, actor, async (consultation, of) =>
    {
        var response = await Submitted(of, ct);
        response.Return(words, clock.Now());
        Tell(consultation, of, response, ConsulteeActKind.Returned, actor, words);
    }, ct);

    /// <summary>Begins another version of an answer that is sent.</summary>
    public Task<Refusal?> Supplement(Guid consultee, Actor actor, CancellationToken ct) => Do(consultee, actor, async (consultation, of) =>
    {
        var last = await Last(of, ct);
        Refusal.Heed(last?.SentAt is null ? new("response-not-sent", "Det finns inget skickat svar att komplettera.") : null);
        var next = db.Add(new Response(consultation, of, last!.Number + 1, clock.Now(), actor.Person)).Entity;
        next.BeginAs(last);
    }, ct);

    /// <summary>Whether nobody else at the consultee can approve what this person writes.</summary>
    public Task<bool> IsAlone(ConsulteeRow consultee, Actor actor, CancellationToken ct) => IsAlone(consultee.Organisation, consultee.Body, actor, ct);

    Task<bool> IsAlone(Consultee of, Actor actor, CancellationToken ct) => IsAlone(of.Organisation, of.Body, actor, ct);

    async Task<bool> IsAlone(Guid? organisation, Guid? body, Actor actor, CancellationToken ct)
    {
        var today = clock.Today();
        var people = organisation is not null ? (await places.Functions(organisation, today, ct)).Where(f => f.Kind is FunctionKind.Registrar or FunctionKind.Coordinator && f.From <= today).Select(f => f.Person)
            : (await members.Standings(body!.Value, today, ct)).Select(s => s.Person);
        return people.All(p => p == actor.Person);
    }

    Task<Refusal?> Do(Guid consultee, Actor actor, Func<Consultation, Consultee, Task> verb, CancellationToken ct) => work.Do(async () =>
    {
        await db.OneAtATime(ct);
        var consultation = await db.Set<Consultation>().AsTracking().Include(c => c.Consultees).ThenInclude(c => c.Acts).SingleOrDefaultAsync(c => c.OpenedAt != null && c.Consultees.Any(e => e.Id == consultee), ct) ?? throw new RefusedException(NoConsultee);
        var of = consultation.Consultees.Single(c => c.Id == consultee);
        Refusal.Heed(!actor.RespondsFor(of.Organisation, of.Body) ? Permission.Respond.Refused : MayAnswer(consultation.State(clock.Today()), consultation.LastDayOf(of), clock.Today()));
        await verb(consultation, of);
    }, ct);

    /// <summary>Why an answer isn't taken here any more; null when it is.</summary>
    public static Refusal? MayAnswer(ConsultationState state, DateOnly lastDay, DateOnly today) =>
        state == ConsultationState.Open && lastDay >= today ? null
        : new("consultation-closed", $"Sista dagen att svara var {lastDay.InWords()}. Be den som skickade remissen om längre tid.");

    async Task<Response> Writable(Consultation consultation, Consultee of, Actor actor, CancellationToken ct) =>
        await Last(of, ct) is { } last ? last : db.Add(new Response(consultation, of, 1, clock.Now(), actor.Person)).Entity;

    async Task<Response> Submitted(Consultee of, CancellationToken ct) =>
        await Last(of, ct) is { SubmittedAt: not null, SentAt: null } response ? response : throw new RefusedException(new("response-not-submitted", "Inget svar väntar på godkännande."));

    Task<Response?> Last(Consultee of, CancellationToken ct) => db.Set<Response>().AsTracking().Where(r => r.Consultee == of.Id).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);

    void Tell(Consultation consultation, Consultee of, Response response, ConsulteeActKind? act, Actor actor, string? words = null)
    {
        of.Follow(response, act, clock.Now(), actor.Person, actor.Name, words ?? (act == ConsulteeActKind.Sent ? response.Stance!.Value.Words() : null));
        if (act == ConsulteeActKind.Sent)
            consultation.Answered(of, response, clock.Now(), actor.Person);
    }
}

static class ConsultedTexts
{
    /// <summary>What can be remarked on in a consultation.</summary>
    public static async Task<IReadOnlyList<AnswerPlace>> PlacesOf(this SamverkDb db, Consultation consultation, CancellationToken ct) =>
        TextParts.Places(consultation.Questions, TextParts.Of(await db.Set<AgreementText>().Where(t => t.Agreement == consultation.Agreement && t.Number == consultation.Version).Select(t => t.Text).SingleAsync(ct)));
}
