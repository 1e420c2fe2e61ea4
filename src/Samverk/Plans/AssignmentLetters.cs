using System.Text;
using Microsoft.EntityFrameworkCore;
using Samverk.Mail;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Plans;

/// <summary>
/// Letters about assignments: to whoever gets one and when its day comes near, and to the body's secretary when it has
/// passed. Called by the outbox, as often as it likes; each is sent once. Their links carry no authority.
/// </summary>
sealed class AssignmentLetters(SamverkDb db, Work work, Post post, AreaDirectory directory, BodyMembers members, OfficialMailboxes mailboxes, TimeProvider clock)
{
    internal const string TellKind = "plans.assignment-tell", RemindKind = "plans.assignment-remind", LateKind = "plans.assignment-late", LetterKind = "assignment";
    const int DaysBefore = 7, DaysOfLetter = 30, LongestSubject = 80;
    static readonly TimeOnly Morning = new(8, 0);

    /// <param name="About">The person or organisation.</param>
    sealed record Receiver(Guid About, string Name, string Mail);

    /// <summary>When letters about an assignment are due; none for days that have been.</summary>
    public static IEnumerable<OutboxRow> Times(Assignment assignment, DateTimeOffset now) => assignment.DueLast is not { } last ? [] :
        new[] { new OutboxRow(assignment.Area, RemindKind, assignment.Id, last.AddDays(-DaysBefore).At(Morning).ToUniversalTime()), new OutboxRow(assignment.Area, LateKind, assignment.Id, last.AddDays(1).At(Morning).ToUniversalTime()) }
            .Where(row => row.Due > now);

    public async Task Tell(Guid id, CancellationToken ct)
    {
        if (await Open(id, ct) is { ToldAt: null } assignment)
            await Send(assignment, await Owners(assignment, ct), "Du har fått ett uppdrag", a => a.ToldAt is null, a => a.Tell(clock.Now()), ct);
    }

    public async Task Remind(Guid id, CancellationToken ct)
    {
        if (await Open(id, ct) is { RemindedAt: null } assignment)
            await Send(assignment, await Owners(assignment, ct), "Snart dags att redovisa", a => a.RemindedAt is null, a => a.Remind(clock.Now()), ct);
    }

    public async Task TellLate(Guid id, CancellationToken ct)
    {
        if (await Open(id, ct) is not { LateToldAt: null } assignment)
            return;
        var secretaries = await Standing(assignment.Body, StandingKind.Secretary, ct);
        await Send(assignment, secretaries, "Försenat uppdrag", a => a.LateToldAt is null, a => a.TellLate(clock.Now()), ct);
    }

    Task<Assignment?> Open(Guid id, CancellationToken ct) => db.Set<Assignment>().Live(db).Where(PlanQueries.IsOpen).SingleOrDefaultAsync(a => a.Id == id, ct);

    async Task Send(Assignment assignment, IReadOnlyList<Receiver> to, string head, Func<Assignment, bool> isLeft, Action<Assignment> note, CancellationToken ct)
    {
        var body = (await directory.Body(assignment.Body, ct))!;
        var secretary = (await members.Standings(assignment.Body, clock.Today(), ct)).Find(s => s.Kind == StandingKind.Secretary);
        var subject = $"{head}: {(assignment.Text.Length <= LongestSubject ? assignment.Text : $"{assignment.Text[..LongestSubject]}…")}".ReplaceLineEndings(" ");
        var letters = to.Select(receiver => (Receiver: receiver, Text: post.Seal(Text(assignment, receiver, body, secretary?.Name)))).ToList();
        await work.Must(async () =>
        {
            await db.OneAtATime(ct);
            var fresh = await db.Set<Assignment>().AsTracking().SingleAsync(a => a.Id == assignment.Id, ct);
            if (!fresh.IsOpen || !isLeft(fresh))
                return;
            note(fresh);
            foreach (var (receiver, text) in letters)
                post.Leave(new(LetterKind, receiver.About, secretary?.Person ?? receiver.About, receiver.Mail, receiver.Name, subject, clock.Now().AddDays(DaysOfLetter)), text);
        }, ct);
    }

    async Task<IReadOnlyList<Receiver>> Owners(Assignment assignment, CancellationToken ct)
    {
        if (assignment.AssigneeRole is { } role)
            return await Standing(assignment.Body, role, ct);
        if (assignment.AssigneePerson is { } person)
            return (await directory.Mails([person], ct)).TryGetValue(person, out var mail) ? [new(person, assignment.Assignee!, mail)] : [];
        return assignment.AssigneeOrganisation is { } of && (await mailboxes.All(ct)).TryGetValue(of, out var mailbox) ? [new(of, assignment.Assignee!, mailbox)] : [];
    }

    async Task<IReadOnlyList<Receiver>> Standing(Guid body, StandingKind kind, CancellationToken ct) =>
        [.. (await members.Standings(body, clock.Today(), ct)).Where(s => s.Kind == kind && s.Mail is not null).Select(s => new Receiver(s.Person, s.Name, s.Mail!)).DistinctBy(r => r.About)];

    string Text(Assignment assignment, Receiver to, BodyInfo body, string? secretary)
    {
        var text = new StringBuilder($"Hej {to.Name}!\n\n");
        text.Append(assignment.Kind == AssignmentKind.Question ? $"{body.Name} {assignment.On.InWords()}: en fråga att svara på.\n\n" : $"{body.Name} {assignment.On.InWords()}: ett uppdrag.\n\n");
        text.Append(assignment.Text.Trim()).Append("\n\n");
        if (assignment.Assignee is { } who && who != to.Name)
            text.Append("Vem: ").Append(who).Append('\n');
        if (assignment.DueLast is { } last)
            text.Append("Redovisas senast: ").Append(last.InWords()).Append(last < clock.Today() ? ", det är försenat" : "").Append('\n');
        var page = $"{assignment.Address}{AssignmentPages.Of(assignment.Id)}";
        text.Append(assignment.Address is null ? "\nLogga in i Samverk, så står det på Idag." : $"\nTa emot det, redovisa eller skicka det vidare:\n{page}");
        return secretary is null || secretary == to.Name ? text.ToString() : text.Append("\n\nÄr det något du undrar över, fråga ").Append(secretary).Append('.').ToString();
    }
}
