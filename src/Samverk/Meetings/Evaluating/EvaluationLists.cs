using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Evaluating;

/// <summary>An evaluation that waits for somebody's answer.</summary>
public sealed record WaitingEvaluation(Guid Body, DateOnly LastDay);

/// <summary>What was answered to one statement.</summary>
/// <param name="Counts">How many chose each number, from the lowest.</param>
public sealed record RatedQuestion(EvaluationQuestion Question, IReadOnlyList<int> Counts, int Unknown)
{
    /// <summary>Null when nobody knew.</summary>
    public double? Mean => Counts.Sum() is > 0 and var all ? Counts.Select((count, i) => count * (i + EvaluationQuestions.Lowest)).Sum() / (double)all : null;
}

/// <summary>How it goes for an evaluation, and when it is closed and enough have answered what they answered.</summary>
/// <param name="Rated">Empty until it can be shown.</param>
/// <param name="Texts">In the order of the alphabet, which tells nothing of who wrote when.</param>
public sealed record EvaluationView(Guid Id, int Year, DateOnly LastDay, bool IsOpen, int Asked, int Answered, IReadOnlyList<EvaluationQuestion> Questions, IReadOnlyList<RatedQuestion> Rated, IReadOnlyList<string> Texts)
{
    /// <summary>It is closed, and too few answered for anybody to be told what.</summary>
    public bool HasTooFew => !IsOpen && Answered < Evaluation.Fewest;
}

/// <summary>Evaluations as the body's own see them: nobody, whatever they may, sees an answer of one that is open.</summary>
public sealed class EvaluationLists(SamverkDb db, TimeProvider clock)
{
    /// <summary>Years that are shown beside each other.</summary>
    const int MostYears = 6;
    const int MostTexts = 500;

    /// <summary>The evaluations of a body, the latest first; none for who has no place there.</summary>
    public async Task<IReadOnlyList<EvaluationView>> Of(Guid body, Actor actor, CancellationToken ct)
    {
        if (actor.May(Permission.Ask, new(Body: body)) is not null)
            return [];
        var found = await db.Set<Evaluation>().Where(e => e.Body == body).OrderByDescending(e => e.Year).Take(MostYears).ToListAsync(ct);
        var ids = found.ConvertAll(e => e.Id);
        var asked = (await db.Set<EvaluationInvitation>().Where(i => ids.Contains(i.Evaluation)).GroupBy(i => i.Evaluation)
            .Select(g => new { g.Key, All = g.Count(), Answered = g.Count(i => i.HasAnswered) }).ToListAsync(ct)).ToDictionary(g => g.Key);
        var shown = found.Where(e => !e.IsOpen(clock.Today()) && asked[e.Id].Answered >= Evaluation.Fewest).Select(e => e.Id).ToList();
        var counts = (await db.Set<EvaluationAnswer>().Where(a => shown.Contains(a.Evaluation) && a.Text == null).GroupBy(a => new { a.Evaluation, a.Question, a.Rating })
            .Select(g => new { g.Key.Evaluation, g.Key.Question, g.Key.Rating, Count = g.Count() }).ToListAsync(ct)).ToLookup(g => (g.Evaluation, g.Question), g => (g.Rating, g.Count));
        var texts = (await db.Set<EvaluationAnswer>().Where(a => shown.Contains(a.Evaluation) && a.Text != null).Select(a => new { a.Evaluation, a.Text }).Take(MostTexts).ToListAsync(ct)).ToLookup(a => a.Evaluation, a => a.Text!);
        return found.ConvertAll(e =>
        {
            var questions = EvaluationQuestions.With(e.Own);
            return new EvaluationView(e.Id, e.Year, e.LastDay, e.IsOpen(clock.Today()), asked[e.Id].All, asked[e.Id].Answered, questions,
                shown.Contains(e.Id) ? [.. questions.Select(q => Rated(q, [.. counts[(e.Id, q.Key)]]))] : [], [.. texts[e.Id].Order(Swedish.Names)]);
        });
    }

    /// <summary>Whether somebody is asked and hasn't answered; null when they aren't asked.</summary>
    public Task<bool?> HasAnswered(Guid evaluation, Actor actor, CancellationToken ct) =>
        db.Set<EvaluationInvitation>().Where(i => i.Evaluation == evaluation && i.Person == actor.Person).Select(i => (bool?)i.HasAnswered).SingleOrDefaultAsync(ct);

    /// <summary>What somebody is asked to answer, the earliest last day first.</summary>
    public async Task<IReadOnlyList<WaitingEvaluation>> WaitingFor(Actor actor, CancellationToken ct)
    {
        var today = clock.Today();
        return await (from i in db.Set<EvaluationInvitation>()
                      join e in db.Set<Evaluation>() on i.Evaluation equals e.Id
                      where i.Person == actor.Person && !i.HasAnswered && e.ClosedAt == null && e.LastDay >= today
                      orderby e.LastDay, e.Id
                      select new WaitingEvaluation(e.Body, e.LastDay)).Take(20).ToListAsync(ct);
    }

    static RatedQuestion Rated(EvaluationQuestion question, List<(int? Rating, int Count)> counts) => new(question,
        [.. Enumerable.Range(EvaluationQuestions.Lowest, EvaluationQuestions.Highest).Select(rating => counts.Where(c => c.Rating == rating).Sum(c => c.Count))],
        counts.Where(c => c.Rating is null).Sum(c => c.Count));
}
