using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Plans.Working;

public sealed record CoworkerRow(Guid Id, Guid Person, string Name);

public sealed record AssignmentDocumentRow(Guid Id, string Name, int Size, DateTimeOffset AddedAt);

/// <summary>Who help with an assignment, and its files.</summary>
/// <param name="MayChange">Why this person may not change them; null when they may.</param>
public sealed record AssignmentWorkView(IReadOnlyList<CoworkerRow> Coworkers, IReadOnlyList<AssignmentDocumentRow> Documents, Refusal? MayChange);

/// <summary>
/// The work on an assignment: who help, and the files. Working material: for whoever has it, those who help, and those of
/// the body.
/// </summary>
public sealed class AssignmentWork(SamverkDb db, Work work, AssigneeFinder finder, ProtectedNames names, AreaDirectory directory, TimeProvider clock)
{
    const int MostCoworkers = 30, MostDocuments = 50;
    static readonly Refusal NoDocument = new("no-document", "Handlingen finns inte längre. Läs om sidan.");

    /// <returns>Null when it isn't for this reader.</returns>
    public async Task<AssignmentWorkView?> Of(Guid id, Actor actor, CancellationToken ct)
    {
        if (await db.Set<Assignment>().Live(db).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } assignment || !await IsOpenTo(assignment, actor, ct))
            return null;
        var helpers = await Helping(id).OrderBy(c => c.Id).Select(c => new { c.Id, c.Person }).ToListAsync(ct);
        var people = (await directory.People(ct)).ToDictionary(p => p.Id, p => p.Name);
        var documents = await Standing(id).OrderBy(d => d.Id).Select(d => new AssignmentDocumentRow(d.Id, d.Name, d.Size, d.AddedAt)).ToListAsync(ct);
        var mask = await names.Mask(ct);
        return new(helpers.ConvertAll(c => new CoworkerRow(c.Id, c.Person, people.GetValueOrDefault(c.Person, "–"))), documents.ConvertAll(d => d with { Name = mask.Of(d.Name) }), MayChange(assignment, actor, helpers.Exists(c => c.Person == actor.Person)));
    }

    /// <param name="who">A person, by name.</param>
    public async Task<Refusal?> AddCoworker(Guid id, string who, Actor actor, CancellationToken ct)
    {
        if (TextRules.Trimmed(who) is null || TextRules.OneLine(who, "Namnet") is not null || await finder.Find(who, null, ct) is not { Person: { } person } found)
            return new("coworker-unknown", "Skriv hela namnet på en person i området.");
        return await Change(id, actor, async assignment =>
        {
            var helping = await Helping(id).Select(c => c.Person).ToListAsync(ct);
            Refusal.Heed(helping.Contains(person) ? new("coworker-known", $"{found.Name} hjälper redan till.") : helping.Count >= MostCoworkers ? new("coworkers-many", $"Högst {MostCoworkers} kan hjälpa till.") : null);
            db.Add(new Coworker(assignment.Area, id, person, clock.Now(), actor.Person)).Entity.Join(found.Name);
        }, ct);
    }

    public Task<Refusal?> RemoveCoworker(Guid id, Guid coworker, Actor actor, CancellationToken ct) => Change(id, actor, async _ =>
    {
        var leaving = await Helping(id).AsTracking().SingleOrDefaultAsync(c => c.Id == coworker, ct) ?? throw new RefusedException(new("no-coworker", "Personen hjälper inte till längre. Läs om sidan."));
        leaving.Leave((await directory.People(ct)).FirstOrDefault(p => p.Id == leaving.Person)?.Name ?? "Någon", clock.Now(), actor.Person);
    }, ct);

    public Task<Refusal?> Attach(Guid id, string name, byte[] bytes, Actor actor, CancellationToken ct) => Change(id, actor, async assignment =>
    {
        Refusal.Heed(SentFile.Fault(bytes.Length) ?? (await Standing(id).CountAsync(ct) >= MostDocuments ? new("files-many", $"Uppdraget har redan {MostDocuments} handlingar.") : null));
        db.Add(new AssignmentDocument(assignment.Area, assignment.Owner, id, SafeName.Of(name), bytes, clock.Now(), actor.Person)).Entity.Add();
    }, ct);

    public Task<Refusal?> Remove(Guid id, Guid document, Actor actor, CancellationToken ct) => Change(id, actor, async _ =>
        (await Standing(id).AsTracking().SingleOrDefaultAsync(d => d.Id == document, ct) ?? throw new RefusedException(NoDocument)).Remove(clock.Now(), actor.Person), ct);

    /// <returns>Null when there is no such file, or it isn't for this reader.</returns>
    public async Task<(string Name, byte[] Bytes)?> Content(Guid id, Guid document, Actor actor, CancellationToken ct)
    {
        if (await db.Set<Assignment>().Live(db).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } assignment || !await IsOpenTo(assignment, actor, ct))
            return null;
        return await Standing(id).SingleOrDefaultAsync(d => d.Id == document, ct) is { } found ? (found.Name, found.Bytes) : null;
    }

    async Task<bool> IsOpenTo(Assignment assignment, Actor actor, CancellationToken ct) =>
        assignment.MayAct(actor) is null || actor.May(Permission.Follow, new(Body: assignment.Body)) is null || await Helping(assignment.Id).AnyAsync(c => c.Person == actor.Person, ct);

    static Refusal? MayChange(Assignment assignment, Actor actor, bool helps) => helps && actor.May(Permission.Read) is null ? null : assignment.MayAct(actor);

    Task<Refusal?> Change(Guid id, Actor actor, Func<Assignment, Task> act, CancellationToken ct) => work.Do(async () =>
    {
        await db.OneAtATime(ct);
        var assignment = await db.Assignment(id, ct);
        Refusal.Heed(MayChange(assignment, actor, await Helping(id).AnyAsync(c => c.Person == actor.Person, ct)));
        await act(assignment);
    }, ct);

    IQueryable<Coworker> Helping(Guid assignment) => db.Set<Coworker>().Where(c => c.Assignment == assignment && c.LeftAt == null);

    IQueryable<AssignmentDocument> Standing(Guid assignment) => db.Set<AssignmentDocument>().Where(d => d.Assignment == assignment && d.RemovedAt == null);
}
