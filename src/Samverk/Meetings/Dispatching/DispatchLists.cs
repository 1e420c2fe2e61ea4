using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Adjusting;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Dispatching;

/// <summary>A dispatch in a list.</summary>
public sealed record DispatchRow(Guid Id, string Number, Guid Meeting, Guid Body, DateOnly On, Guid Organisation, string OrganisationName, DispatchWay Way, DispatchState State, bool IsExtract, string? CaseNumber,
    DateTimeOffset QueuedAt, DateTimeOffset? SentAt, DateTimeOffset? ReceivedAt, DateTimeOffset? RegisteredAt, string? Problem, string? TheirCaseNumber)
{
    /// <summary>Days after which it is late that nobody has received it, and that nobody has registered it.</summary>
    public const int ReceivedWithin = 3, RegisteredWithin = 7;

    /// <summary>Why it is late; null when it isn't.</summary>
    public string? LateAt(DateTimeOffset now) => (State, SentAt) switch
    {
        (DispatchState.Sent, { } sent) when sent.AddDays(ReceivedWithin) < now => $"Inte mottaget på {SwedishText.Word(ReceivedWithin)} dagar",
        (DispatchState.Received, { } sent) when sent.AddDays(RegisteredWithin) < now => $"Inte registrerat på {SwedishText.Word(RegisteredWithin)} dagar",
        _ => null,
    };
}

public sealed record DispatchActRow(DispatchActKind Kind, DateTimeOffset At, string? ByName, string? Words);

/// <summary>A dispatch with its account.</summary>
/// <param name="Address">Null to those who neither send nor receive it.</param>
public sealed record DispatchView(DispatchRow Row, string? Address, bool MayRegister, bool MaySend, IReadOnlyList<DispatchActRow> Acts);

/// <summary>A principal that minutes may be sent to.</summary>
/// <param name="Mail">The official mailbox, or the functional address of SDK; null when it has none.</param>
/// <param name="IsConcerned">It has a seat in the body, or is its host.</param>
public sealed record DispatchReceiver(Guid Organisation, string Name, string? Mail, bool IsConcerned);

/// <summary>All that somebody who dispatches needs to see of one meeting's minutes.</summary>
/// <param name="IsExtract">Something in them is restricted: what is sent is an extract without it.</param>
public sealed record DispatchDesk(Guid Meeting, MinutesText Text, bool IsExtract, IReadOnlyList<DispatchReceiver> Receivers, IReadOnlyList<DispatchView> Sent);

/// <summary>Reads dispatches for those who may see them.</summary>
public sealed class DispatchLists
{
    const int MostWaiting = 20;

    readonly SamverkDb db;
    readonly AreaDirectory directory;
    readonly OrganisationsLists organisations;
    readonly DispatchRoads roads;
    readonly DispatchFiles files;

    internal DispatchLists(SamverkDb db, AreaDirectory directory, OrganisationsLists organisations, DispatchRoads roads, DispatchFiles files) =>
        (this.db, this.directory, this.organisations, this.roads, this.files) = (db, directory, organisations, roads, files);

    /// <returns>Null when the minutes aren't adjusted here, or aren't this person's to dispatch.</returns>
    public async Task<DispatchDesk?> Desk(Guid meetingId, Actor actor, CancellationToken ct)
    {
        var meeting = await db.Set<Meeting>().Live().SingleOrDefaultAsync(m => m.Id == meetingId, ct);
        if (meeting is not { InRecordSince: not null, FrozenAs: { } text } || meeting.MayDispatch(actor) is not null)
            return null;
        var minutes = await db.Set<FrozenText>().Where(t => t.Id == text).Select(t => t.Text).SingleAsync(ct);
        var sent = await db.Set<Dispatch>().Where(d => d.Meeting == meetingId).OrderBy(d => d.OrganisationSort).ThenBy(d => d.Running).ToListAsync(ct);
        var gone = sent.Select(d => d.Organisation).ToHashSet();
        return new(meetingId, minutes, minutes.HasRestricted, [.. (await Receivers(meeting, ct)).Where(r => !gone.Contains(r.Organisation))], [.. sent.Select(d => View(d, actor, maySend: true))]);
    }

    /// <returns>Null when there is none.</returns>
    public async Task<DispatchView?> Dispatch(Guid id, Actor actor, CancellationToken ct)
    {
        if (await db.Set<Dispatch>().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } dispatch)
            return null;
        var meeting = await db.Set<Meeting>().SingleAsync(m => m.Id == dispatch.Meeting, ct);
        return View(dispatch, actor, meeting.MayDispatch(actor) is null);
    }

    /// <summary>What was sent: nothing restricted is in it.</summary>
    public async Task<byte[]?> File(Guid id, CancellationToken ct) =>
        await db.Set<Dispatch>().Where(d => d.Id == id).Select(d => (Guid?)d.Meeting).SingleOrDefaultAsync(ct) is { } meeting ? (await files.Of(meeting, ct))?.Pdf : null;

    /// <summary>Those that wait for this person to register them, the oldest first.</summary>
    public async Task<IReadOnlyList<DispatchRow>> WaitingFor(Actor actor, CancellationToken ct)
    {
        var own = actor.Functions.Where(f => f.Organisation is { } o && actor.May(Permission.Register, new(Organisation: o)) is null).Select(f => f.Organisation!.Value).Distinct().ToList();
        return own.Count == 0 ? [] : await db.Set<Dispatch>().Where(d => own.Contains(d.Organisation) && (d.State == DispatchState.Sent || d.State == DispatchState.Received)).OrderBy(d => d.QueuedAt).ThenBy(d => d.Id).Take(MostWaiting).Rows().ToListAsync(ct);
    }

    /// <summary>Adjusted minutes of those that a person dispatches that nobody has been sent, the latest first.</summary>
    public async Task<IReadOnlyList<MeetingRow>> NotDispatched(Actor actor, CancellationToken ct)
    {
        var bodies = actor.SecretaryOf.ToList();
        var kept = db.Set<Meeting>().Live().Where(m => m.FrozenAs != null && m.InRecordSince != null && !db.Set<Dispatch>().Any(d => d.Meeting == m.Id));
        if (!actor.IsAdministrator)
            kept = kept.Where(m => bodies.Contains(m.Body));
        return await kept.OrderByDescending(m => m.On).ThenBy(m => m.Id).Take(MostWaiting).Rows().ToListAsync(ct);
    }

    async Task<IReadOnlyList<DispatchReceiver>> Receivers(Meeting meeting, CancellationToken ct)
    {
        var seats = await organisations.Seats(meeting.Body, meeting.On, ct);
        // A seat that several share, 'kommunerna', concerns them all.
        var all = seats.Any(s => s is { Id: not null, Organisation: null });
        var concerned = seats.Select(s => s.Organisation).OfType<Guid>().Append(meeting.Owner).ToHashSet();
        var ways = await roads.All(ct);
        return [.. (await directory.Organisations(ct)).Where(o => o.IsPrincipal).Select(o => new DispatchReceiver(o.Id, o.Name, ways.GetValueOrDefault(o.Id)?.Address, all || concerned.Contains(o.Id)))];
    }

    static DispatchView View(Dispatch d, Actor actor, bool maySend)
    {
        var mayRegister = actor.May(Permission.Register, new(Organisation: d.Organisation)) is null;
        var own = maySend || mayRegister;
        return new(d.Row(), own ? d.Address : null, mayRegister, maySend,
            own ? [.. d.Acts.OrderBy(a => a.Position).Select(a => new DispatchActRow(a.Kind, a.At, a.ByName, a.Words))] : []);
    }
}

/// <summary>How dispatches are read.</summary>
static class DispatchQueries
{
    public static IQueryable<DispatchRow> Rows(this IQueryable<Dispatch> dispatches) => dispatches.Select(d => new DispatchRow(d.Id, d.Number, d.Meeting, d.Body, d.On, d.Organisation, d.OrganisationName, d.Way, d.State, d.IsExtract, d.CaseNumber,
        d.QueuedAt, d.SentAt, d.ReceivedAt, d.RegisteredAt, d.Problem, d.TheirCaseNumber));

    public static DispatchRow Row(this Dispatch d) => new(d.Id, d.Number, d.Meeting, d.Body, d.On, d.Organisation, d.OrganisationName, d.Way, d.State, d.IsExtract, d.CaseNumber,
        d.QueuedAt, d.SentAt, d.ReceivedAt, d.RegisteredAt, d.Problem, d.TheirCaseNumber);
}
