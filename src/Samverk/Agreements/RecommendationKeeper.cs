using Microsoft.EntityFrameworkCore;
using Samverk.Agreements.Ledger;
using Samverk.Agreements.Texts;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements;

/// <summary>What every principal is asked to decide for itself, without a common text of agreement.</summary>
/// <param name="Body">The responsible body.</param>
/// <param name="Decision">What each is asked to decide.</param>
/// <param name="RecommendedBy">Who recommends it, outside the area: 'Sveriges Kommuner och Regioner'.</param>
/// <param name="AnswerBy">The last day to answer.</param>
/// <param name="ReportTo">The address that wants to know what they decided; null where nobody does.</param>
public sealed record RecommendationFacts(string Name, Guid Body, string Decision, string RecommendedBy, DateOnly? RecommendedOn, DateOnly? AnswerBy, string? ReportTo)
{
    internal Refusal? Fault(DateOnly today) =>
        TextRules.Name(Name, "Namnet")
        ?? (Body == Guid.Empty ? new Refusal("body-missing", "Välj det organ som ansvarar för rekommendationen.") : null)
        ?? (TextRules.Trimmed(Decision) is null ? new Refusal("text-missing", "Skriv vad varje huvudman ombeds besluta.") : null)
        ?? (TextRules.Trimmed(RecommendedBy) is null ? new Refusal("recommender-missing", "Skriv vem som rekommenderar.") : TextRules.OneLine(RecommendedBy, "Den som rekommenderar"))
        ?? (RecommendedOn is not { } on ? new Refusal("day-missing", "Skriv dagen för rekommendationen som 2026-11-24.") : on > today ? new Refusal("day-ahead", "Dagen är efter i dag. Skriv en dag som har varit.") : null)
        ?? (AnswerBy is not { } last || last <= today || last > today.AddDays(AgreementFacts.MostAnswerDays) ? new Refusal("deadline-odd", "Skriv en sista dag att svara, efter i dag.") : null)
        ?? Reach.MailFault(TextRules.Trimmed(ReportTo));
}

/// <summary>Asks the principals for decisions that need no common text: the same ledger, letters and reminders as an agreement's.</summary>
sealed class RecommendationKeeper(SamverkDb db, Work work, AreaDirectory directory, TextKeeper texts, RoundOpener rounds, TimeProvider clock)
{
    /// <summary>It holds for those who decide so, when everybody has answered: a no stands in nobody else's way.</summary>
    static EffectRule Rule { get; } = EffectRule.Default with { IfDeclined = IfDeclined.WithoutThem };

    /// <summary>Puts it up and asks the principals at once. No letter is sent by this.</summary>
    /// <returns>Its id, when it went well.</returns>
    public async Task<(Guid? Id, Refusal? Refusal)> Ask(RecommendationFacts facts, IReadOnlyList<ProposedParty> parties, Actor actor, CancellationToken ct)
    {
        Guid? id = null;
        var (now, today) = (clock.Now(), clock.Today());
        var refusal = await work.Do(async () =>
        {
            await db.OneAtATime(ct);
            Refusal.Heed(facts.Fault(today) ?? actor.May(Permission.KeepAgreement, new(Body: facts.Body)));
            var body = await directory.Body(facts.Body, ct) ?? throw new RefusedException(new("body-missing", "Organet finns inte. Välj i listan."));
            var folded = Agreement.FoldName(facts.Name);
            Refusal.Heed(await db.Set<Agreement>().AnyAsync(a => a.Folded == folded, ct) ? new("name-taken", "Det finns redan något med det namnet. Lägg till det som skiljer dem åt, till exempel året.") : null);
            var recommendation = db.Add(new Agreement(body, facts.Name.Trim(), now, actor.Person)).Entity;
            recommendation.Keep(new(facts.Name, facts.Body, null, null, null, null, null, null, null, facts.AnswerBy!.Value.DayNumber - today.DayNumber) { ReportTo = facts.ReportTo }, body, now, actor.Person, actor.Name, AgreementKind.Recommendation);
            recommendation.Bind(parties, Rule, hasOpenRound: false, recommendation.Edition, now, actor.Person);
            var text = db.Add(new AgreementText(recommendation, 1, facts.Decision, null, now, actor.Person)).Entity;
            texts.Lock(recommendation, text, body.Name, now, actor);
            await rounds.Open(recommendation, text, new(recommendation.Id, 1, null, null, facts.RecommendedBy.Trim(), facts.RecommendedOn!.Value, null, null), [], now, actor.Person, ct);
            id = recommendation.Id;
        }, ct);
        return (refusal is null ? id : null, refusal);
    }
}
