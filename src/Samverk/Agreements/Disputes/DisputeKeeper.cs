using Microsoft.EntityFrameworkCore;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Disputes;

/// <summary>
/// What is done with a dispute: raised, the parties' positions at each step, sent up, and how it ended. The letters about it
/// follow after the commit, by <see cref="DisputeDays"/>.
/// </summary>
public sealed class DisputeKeeper(SamverkDb db, Work work, AreaDirectory directory, MeetingsLists meetings, TimeProvider clock)
{
    static Refusal NoDispute { get; } = new("no-dispute", "Tvisten finns inte.");

    /// <summary>Raises a dispute at the lowest step of the agreement's ladder.</summary>
    /// <param name="site">Where Samverk is reached: links in the letters begin so.</param>
    /// <returns>The dispute's id, when it went well.</returns>
    public async Task<(Guid? Id, Refusal? Refusal)> Raise(Guid agreement, RaisedDispute raised, string site, Actor actor, CancellationToken ct)
    {
        Guid? id = null;
        var refusal = await work.Do(async () =>
        {
            await db.OneAtATime(ct);
            var of = await db.Set<Agreement>().SingleOrDefaultAsync(a => a.Id == agreement && a.KeptOn != null, ct) ?? throw new RefusedException(new("no-agreement", "Överenskommelsen finns inte, eller sköts inte här."));
            Refusal.Heed(raised.For is { } party ? actor.May(Permission.Dispute, new(Organisation: party)) : actor.May(Permission.KeepAgreement, new(Body: of.Body)));
            List<OrganisationInfo> between = [.. (await directory.Organisations(ct)).Where(o => raised.Parties.Contains(o.Id))];
            var dispute = db.Add(new Dispute(of, raised, (await db.LadderOf(agreement, ct))?.Steps ?? [], between, site, clock.Now(), actor.Person, actor.Name)).Entity;
            id = dispute.Id;
            await db.Again(dispute, clock, ct);
        }, ct);
        return (refusal is null ? id : null, refusal);
    }

    /// <summary>Writes a party's position at the step where the dispute is, and sends it.</summary>
    /// <param name="edition">What the writer had before them: 0 when nothing was written, null from a program.</param>
    public Task<Refusal?> Write(Guid id, Guid party, WrittenPosition written, bool isSent, int? edition, Actor actor, CancellationToken ct) => Do(id, async dispute =>
    {
        Refusal.Heed((dispute.Parties.Any(p => p.Organisation == party) ? null : new Refusal("not-a-party", "Organisationen är inte part i tvisten.")) ?? actor.May(Permission.Dispute, new(Organisation: party))
            ?? (dispute.Here.IsRunning ? null : new("dispute-ended", $"Tvisten {dispute.State.Is()}. Inget mer kan skrivas i den.")));
        var last = await db.Set<Position>().AsTracking().Where(p => p.Dispute == id && p.Step == dispute.Step && p.Organisation == party).OrderByDescending(p => p.Number).FirstOrDefaultAsync(ct);
        // What is sent stays: what is written then is another version, which the writer saw nothing of.
        var position = last is { SentAt: null } ? last : db.Add(new Position(dispute, party, (last?.Number ?? 0) + 1, clock.Now(), actor.Person)).Entity;
        position.Write(written, edition, clock.Now(), actor.Person);
        if (!isSent)
            return;
        position.Send(clock.Now(), actor.Person, actor.Name);
        dispute.Stated(position, clock.Now(), actor.Person);
    }, ct);

    /// <summary>Sends it up, or writes what came of it.</summary>
    /// <param name="seen">How many acts the doer had before them.</param>
    public Task<Refusal?> Act(Guid id, SaidAct said, int? seen, Actor actor, CancellationToken ct) => Do(id, async dispute =>
    {
        var sides = dispute.Sides();
        Refusal.Heed(actor.MayDo(said.Kind, sides)
            ?? (said.Meeting is { } meeting && (await meetings.Meeting(meeting, ct))?.Body != dispute.StepBody ? new("meeting-of-another", "Mötet är inte ett möte i organet där tvisten ligger. Välj i listan.") : null));
        dispute.Do(said, seen, clock.Now(), actor.Person, actor.Name, actor.For(said.Kind, sides));
    }, ct);

    Task<Refusal?> Do(Guid id, Func<Dispute, Task> verb, CancellationToken ct) => work.Do(async () =>
    {
        await db.OneAtATime(ct);
        var dispute = await db.Disputes().AsTracking().SingleOrDefaultAsync(d => d.Id == id, ct) ?? throw new RefusedException(NoDispute);
        await verb(dispute);
        await db.Again(dispute, clock, ct);
    }, ct);
}

static class DisputeQueries
{
    /// <summary>With their steps, parties and acts.</summary>
    public static IQueryable<Dispute> Disputes(this SamverkDb db) => db.Set<Dispute>().Include(d => d.Steps).Include(d => d.Parties).Include(d => d.Acts).AsSplitQuery();

    public static DisputeSides Sides(this Dispute dispute) => new(dispute.Body, dispute.RaisedFor, dispute.StepBody, [.. dispute.Parties.OrderBy(p => p.Name, Swedish.Names).Select(p => p.Organisation)]);

    /// <summary>The parties that have sent their position at the step where the dispute is.</summary>
    public static async Task<IReadOnlySet<Guid>> Stated(this SamverkDb db, Dispute dispute, CancellationToken ct) =>
        (await db.Set<Position>().Where(p => p.Dispute == dispute.Id && p.Step == dispute.Step && p.SentAt != null).Select(p => p.Organisation).ToListAsync(ct)).ToHashSet();
}
