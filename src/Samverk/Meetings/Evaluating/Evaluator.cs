using Microsoft.EntityFrameworkCore;
using Samverk.Mail;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Evaluating;

/// <summary>What somebody answers.</summary>
/// <param name="Ratings">By the question's key; null of one who doesn't know.</param>
public sealed record EvaluationReply(IReadOnlyDictionary<string, int?> Ratings, string? Text);

/// <summary>Opens a body's evaluation, takes the answers, and closes it.</summary>
public sealed class Evaluator(SamverkDb db, Work work, Post post, AreaDirectory directory, BodyMembers members, TimeProvider clock)
{
    internal const string CloseKind = "meetings.evaluation-close";
    public const string LetterKind = "evaluation";
    static readonly Refusal Missing = new("no-evaluation", "Utvärderingen finns inte. Läs om sidan.");
    static readonly Refusal Closed = new("evaluation-closed", "Utvärderingen är stängd.");

    /// <summary>Asks the body's members and those who chair it, by a letter to each.</summary>
    /// <param name="own">The body's own statements, beside the standing ones.</param>
    /// <param name="address">Where Samverk is reached.</param>
    public async Task<Refusal?> Open(Guid bodyId, DateOnly? lastDay, IReadOnlyList<string> own, string address, Actor actor, CancellationToken ct)
    {
        if (actor.May(Permission.Plan, new(Body: bodyId)) is { } no)
            return no;
        if (await directory.Body(bodyId, ct) is not { } body)
            return new("body-missing", "Organet finns inte. Läs om sidan.");
        if (lastDay is not { } last)
            return new("last-day-odd", "Sista dagen saknas. Välj den.");
        var asked = await Asked(bodyId, clock.Today(), ct);
        var letters = asked.Where(p => p.Mail is not null).Select(p => (To: p, Text: post.Seal(Letter(body, p.Name, last, address)))).ToList();
        return await work.Do(async () =>
        {
            await db.OneAtATime(ct);
            var year = clock.Today().Year;
            Refusal.Heed(await db.Set<Evaluation>().AnyAsync(e => e.Body == bodyId && e.Year == year, ct) ? new("evaluation-this-year", $"Organet är redan utvärderat {year}. Det görs en gång om året.") : null);
            var evaluation = db.Add(new Evaluation(body, last, [.. own.Select(text => text.Trim()).Where(text => text.Length > 0)], asked.Count, clock.Now(), actor.Person)).Entity;
            db.AddRange(asked.Select(p => new EvaluationInvitation(body.Area, evaluation.Id, p.Id)));
            foreach (var (to, text) in letters)
                post.Leave(new(LetterKind, to.Id, actor.Person, to.Mail!, to.Name, $"Utvärdera {body.ShortName} senast {last.InWords()}", last.AddDays(1).Begins()), text);
            db.Add(new OutboxRow(db.Area, CloseKind, evaluation.Id, last.AddDays(1).Begins()));
        }, ct);
    }

    /// <summary>Answers, once. History is told nothing of it, and the answers are told nothing of who.</summary>
    public Task<Refusal?> Answer(Guid body, EvaluationReply reply, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        // One at a time: all answers are written anew.
        await db.OneAtATime(ct);
        var evaluation = await db.Set<Evaluation>().Where(e => e.Body == body).OrderByDescending(e => e.Year).FirstOrDefaultAsync(ct) ?? throw new RefusedException(Missing);
        Refusal.Heed(evaluation.IsOpen(clock.Today()) ? null : Closed);
        var invitation = await db.Set<EvaluationInvitation>().AsTracking().SingleOrDefaultAsync(i => i.Evaluation == evaluation.Id && i.Person == actor.Person, ct)
            ?? throw new RefusedException(new("not-asked", "Utvärderingen gick till dem som var ledamöter när den öppnades."));
        Refusal.Heed(invitation.HasAnswered ? new("already-answered", "Du har redan svarat. Svaren går inte att ändra, eftersom ingen vet vilka som är dina.") : null);
        var answers = Answers(evaluation, reply);
        invitation.Answer();
        var before = await db.Set<EvaluationAnswer>().Where(a => a.Evaluation == evaluation.Id).ToListAsync(ct);
        await db.Set<EvaluationAnswer>().Where(a => a.Evaluation == evaluation.Id).ExecuteDeleteAsync(ct);
        db.AddRange(before.Select(a => a.Anew()).Concat(answers).OrderBy(a => a.Id));
    }, ct);

    /// <summary>Closes it before its last day.</summary>
    public Task<Refusal?> Close(Guid body, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(actor.May(Permission.Plan, new(Body: body)));
        var evaluation = await db.Set<Evaluation>().AsTracking().Where(e => e.Body == body).OrderByDescending(e => e.Year).FirstOrDefaultAsync(ct) ?? throw new RefusedException(Missing);
        Refusal.Heed(evaluation.IsOpen(clock.Today()) ? null : Closed);
        evaluation.Close(clock.Now(), actor.Person);
        // Nothing is left to be done on its last day.
        await db.Set<OutboxRow>().Where(r => r.Kind == CloseKind && r.About == evaluation.Id).ExecuteDeleteAsync(ct);
    }, ct);

    /// <summary>Its last day has passed. Called by the outbox, as often as it likes.</summary>
    internal Task CloseByItself(Guid id, CancellationToken ct) => work.Must(async () =>
        (await db.Set<Evaluation>().AsTracking().SingleAsync(e => e.Id == id, ct)).Close(clock.Now(), null), ct);

    static List<EvaluationAnswer> Answers(Evaluation evaluation, EvaluationReply reply)
    {
        var questions = EvaluationQuestions.With(evaluation.Own);
        Refusal.Heed(questions.Any(q => !reply.Ratings.TryGetValue(q.Key, out var rating) || rating is < EvaluationQuestions.Lowest or > EvaluationQuestions.Highest)
            ? new("rating-missing", "Ta ställning till alla påståenden. Välj Vet inte om du inte vet.")
            : reply.Text?.Length > Evaluation.LongestText ? new("text-long", $"Texten är längre än {SwedishText.Figure(Evaluation.LongestText)} tecken. Korta den.") : null);
        List<EvaluationAnswer> answers = [.. questions.Select(q => new EvaluationAnswer(evaluation.Area, evaluation.Id, q.Key, reply.Ratings[q.Key], null))];
        if (TextRules.Trimmed(reply.Text) is { } text)
            answers.Add(new(evaluation.Area, evaluation.Id, EvaluationQuestions.Text, null, text));
        return answers;
    }

    // Members and those who chair; whoever only keeps the minutes isn't asked how the body works.
    async Task<List<(Guid Id, string Name, string? Mail)>> Asked(Guid body, DateOnly today, CancellationToken ct) =>
    [
        .. (await members.Members(body, today, ct)).Where(m => m.Role == MembershipRole.Member).Select(m => (m.Person, m.Name, m.Mail))
            .Concat((await members.Standings(body, today, ct)).Where(s => s.Kind != StandingKind.Secretary).Select(s => (s.Person, s.Name, s.Mail))).DistinctBy(p => p.Person),
    ];

    static string Letter(BodyInfo body, string name, DateOnly lastDay, string address) =>
        $"Hej {name}!\n\nHur arbetar {body.Name}? Svara på några påståenden senast {lastDay.InWords()}. Det tar ett par minuter:\n{address}{EvaluationPages.Of(body.Id)}\n\n"
        + $"Svaren sparas utan namn, tid och ordning. De visas för organet när utvärderingen är stängd, om minst {SwedishText.Word(Evaluation.Fewest)} har svarat.";
}

/// <summary>The address of a body's evaluation.</summary>
public static class EvaluationPages
{
    public static string Of(Guid body) => $"/organ/{body:D}/utvardering";
}
