using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Organisations.Protection;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Backlog;

/// <summary>A matter that waits, as those of the body see it.</summary>
/// <param name="Id">Null for one that another room knows falls due, and that nobody has put in.</param>
/// <param name="ParkedUntil">The day that it comes back; with <paramref name="IsParked"/> and no day it waits for somebody.</param>
public sealed record BacklogRow(Guid? Id, Guid Body, BacklogKind Kind, string Title, string? Text, string? From, string? Source, DateOnly? DueOn, DateTimeOffset? PutAt,
    bool IsParked, DateOnly? ParkedUntil, string? Answer, string? AnsweredIn, Guid? SentTo, bool IsAsked, bool IsOpen, Guid? Meeting, string? WithdrawnFor);

/// <summary>What waits in bodies' backlogs. They are drafts: those of the body see them, and administrators.</summary>
public sealed class BacklogLists(SamverkDb db, ProtectedNames names, IEnumerable<DueSource> sources, IServiceProvider services, TimeProvider clock)
{
    /// <summary>More than anybody keeps; the page says when there are more.</summary>
    public const int Most = 300;
    /// <summary>How far ahead what falls due is foreseen.</summary>
    static readonly int DaysAhead = 60;

    /// <summary>All that waits for a body, with what falls due before long; soonest due first.</summary>
    public async Task<Listed<BacklogRow>> Waiting(Guid body, Actor actor, CancellationToken ct)
    {
        var entries = SeenBy(actor).Where(e => e.Body == body && e.WithdrawnAt == null && e.Meeting == null && (e.AnsweredAt == null || e.SentTo != null));
        var (rows, total, mask) = (await entries.OrderBy(e => e.DueOn == null).ThenBy(e => e.DueOn).ThenBy(e => e.Id).Take(Most).ToListAsync(ct), await entries.CountAsync(ct), await names.Mask(ct));
        var waiting = rows.ConvertAll(e => Row(e, mask));
        if (!MaySee(actor, body))
            return new(waiting, total);
        var known = await KnownSources(body, ct);
        var due = (await Due(body, ct)).Where(m => !known.Contains(m.Source)).Select(m => new BacklogRow(null, body, m.Kind, mask.Of(m.Title), mask.Of(m.Text), mask.Of(m.From), m.Source, m.DueOn, null,
            IsParked: false, null, null, null, null, IsAsked: false, IsOpen: true, null, null));
        return new([.. waiting.Concat(due)], total);
    }

    /// <returns>Null when there is no such entry, or none that they may see.</returns>
    public async Task<BacklogRow?> Entry(Guid id, Actor actor, CancellationToken ct) =>
        await SeenBy(actor).SingleOrDefaultAsync(e => e.Id == id, ct) is { } entry ? Row(entry, await names.Mask(ct)) : null;

    async Task<List<BacklogMatter>> Due(Guid body, CancellationToken ct)
    {
        List<BacklogMatter> due = [];
        foreach (var source in sources)
            due.AddRange(await source.Find(services, body, clock.Today().AddDays(DaysAhead), ct));
        return due;
    }

    // What stands on an agenda, or waits as an entry of its own, is not shown once more.
    async Task<HashSet<string?>> KnownSources(Guid body, CancellationToken ct) =>
        [.. await db.Set<BacklogEntry>().Where(e => e.Body == body && e.Source != null && e.WithdrawnAt == null && e.AnsweredAt == null).Select(e => e.Source).ToListAsync(ct)];

    static bool MaySee(Actor actor, Guid body) => actor.IsAdministrator || actor.MemberOf.Contains(body) || actor.Standings.Any(s => s.Body == body);

    IQueryable<BacklogEntry> SeenBy(Actor actor)
    {
        if (actor.IsAdministrator)
            return db.Set<BacklogEntry>();
        var bodies = actor.MemberOf.Union(actor.Standings.Select(s => s.Body)).ToList();
        return db.Set<BacklogEntry>().Where(e => bodies.Contains(e.Body));
    }

    BacklogRow Row(BacklogEntry e, NameMask mask) => new(e.Id, e.Body, e.Kind, mask.Of(e.Title)!, mask.Of(e.Text), mask.Of(e.From), e.Source, e.DueOn, e.PutAt, e.IsParked(clock.Today()), e.ParkedUntil,
        mask.Of(e.Answer), e.AnsweredIn, e.SentTo, e.AskedBy is not null, e.IsOpen, e.Meeting, mask.Of(e.WithdrawnFor));
}
