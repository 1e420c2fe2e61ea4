using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Adjusting;
using Samverk.Organisations;
using Samverk.Pdf.Content;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Publishing;

/// <summary>Minutes that are public, in a list.</summary>
public sealed record PublishedRow(Guid Id, Guid Body, DateOnly On, TimeOnly? Start, TimeOnly? End, int Decisions, DateTimeOffset PublishedAt);

/// <summary>Minutes that are public, with all that is shown of them: what was decided to be hidden is hidden, and no name leads to a person.</summary>
public sealed record PublishedMinutes(MeetingView Meeting, DateTimeOffset PublishedAt)
{
    /// <summary>Their text was adjusted here, and can be had whole; else they were read from an original.</summary>
    public bool IsAdjustedHere { get; init; }
}

/// <summary>An item of minutes that are public.</summary>
/// <param name="Position">Its place among the items of the meeting; the first is 0.</param>
public sealed record PublishedItem(PublishedMinutes Minutes, int Position);

/// <summary>A decision of minutes that are public.</summary>
public sealed record PublishedDecision(DecisionRow Row, DateTimeOffset PublishedAt);

/// <summary>A coming meeting as everybody may know it: day, time, body, place.</summary>
/// <param name="Sequence">How many times its day, time or place has changed.</param>
public sealed record ComingMeeting(Guid Id, Guid Body, DateOnly On, TimeOnly? Start, TimeOnly? End, string? Place, int Sequence);

/// <summary>What public pages are narrowed to; null and empty do not narrow.</summary>
public sealed record PublishedFilter(IReadOnlyList<Guid>? Bodies = null, int? Year = null, DateOnly? From = null, bool HasPlace = false);

/// <summary>
/// All that is public of the current area. Every public page, feed and export goes through here and nowhere else: what
/// isn't published isn't found, and what is found is already masked, also for who got a protected identity since.
/// </summary>
public sealed class PublishedLists(SamverkDb db, ProtectedNames names, AreaMemory memory)
{
    public async Task<Listed<PublishedRow>> Meetings(PublishedFilter filter, int page, int size, CancellationToken ct)
    {
        var meetings = Narrowed(filter);
        var rows = from m in Newest(meetings).Skip((page - 1) * size).Take(size)
                   join p in db.Set<Publication>() on m.Publication equals p.Id
                   orderby m.On descending, m.Id
                   select new PublishedRow(m.Id, m.Body, m.On, m.Start, m.End, m.Decisions.Count, p.At);
        return new(await rows.ToListAsync(ct), await Count(meetings, filter, ct));
    }

    /// <summary>Minutes that were made public after an instant, the first first.</summary>
    public Task<List<PublishedRow>> Since(DateTimeOffset after, int most, CancellationToken ct) =>
        (from m in Published()
         join p in db.Set<Publication>() on m.Publication equals p.Id
         where p.At > after
         orderby p.At, m.Id
         select new PublishedRow(m.Id, m.Body, m.On, m.Start, m.End, m.Decisions.Count, p.At)).Take(most).ToListAsync(ct);

    public async Task<IReadOnlyList<Counted<int>>> Years(PublishedFilter filter, CancellationToken ct) =>
        await memory.Recall(Asked<Counted<int>>(filter with { Year = null }), () =>
            Narrowed(filter with { Year = null }).GroupBy(m => m.On.Year).OrderByDescending(g => g.Key).Select(g => new Counted<int>(g.Key, g.Count())).ToListAsync(ct), ct);

    /// <returns>Null when there are no such minutes, or they are not public.</returns>
    public async Task<PublishedMinutes?> Minutes(Guid meeting, CancellationToken ct) => (await Shown(Published().Where(m => m.Id == meeting), ct)).FirstOrDefault();

    /// <summary>The text of minutes that were adjusted here, as a document.</summary>
    /// <returns>Null when there are no such minutes, they are not public, or were read from an original.</returns>
    public async Task<(Document Document, DateTimeOffset PublishedAt)?> Document(Guid id, CancellationToken ct)
    {
        if (await Published().SingleOrDefaultAsync(m => m.Id == id, ct) is not { FrozenAs: { } frozen, InRecordSince: { } adjusted, Publication: { } act })
            return null;
        var text = await db.Set<FrozenText>().Where(t => t.Id == frozen).Select(t => t.Text).SingleAsync(ct);
        var publication = await db.Set<Publication>().Include(p => p.Masks).SingleAsync(p => p.Id == act, ct);
        var mask = new Mask([.. publication.Masks.OrderBy(m => m.Position).Select(m => new DecidedMask(m.Kind, m.Text, m.IsHidden))], text.People.Select(p => p.Name));
        return (PublicDocument.Of(text, mask, await names.Mask(ct), publication.At, adjusted), publication.At);
    }

    /// <summary>Whole minutes, newest meeting first.</summary>
    public Task<Listed<PublishedMinutes>> Minutes(PublishedFilter filter, int page, int size, CancellationToken ct) => Slice(filter, (page - 1) * size, size, ct);

    /// <summary>Whole minutes, newest meeting first, from any place in the list.</summary>
    public async Task<Listed<PublishedMinutes>> Slice(PublishedFilter filter, int skip, int take, CancellationToken ct)
    {
        var meetings = Narrowed(filter);
        return new(take == 0 ? [] : await Shown(Newest(meetings).Skip(skip).Take(take), ct), await Count(meetings, filter, ct));
    }

    /// <summary>Whole minutes, the latest published first, as a feed has them.</summary>
    public async Task<Listed<PublishedMinutes>> Latest(PublishedFilter filter, int page, int size, CancellationToken ct)
    {
        var meetings = Narrowed(filter);
        var ids = await (from m in meetings join p in db.Set<Publication>() on m.Publication equals p.Id orderby p.At descending, m.On descending, m.Id select m.Id)
            .Skip((page - 1) * size).Take(size).ToListAsync(ct);
        var minutes = await Shown(Published().Where(m => ids.Contains(m.Id)), ct);
        return new([.. minutes.OrderBy(m => ids.IndexOf(m.Meeting.Id))], await Count(meetings, filter, ct));
    }

    public async Task<Listed<PublishedDecision>> Decisions(PublishedFilter filter, int page, int size, CancellationToken ct)
    {
        var decisions = from m in Narrowed(filter) from d in db.Set<Decision>() where d.Meeting == m.Id select new { d.Id, d.Meeting, m.On, d.Position };
        var ids = await decisions.OrderByDescending(d => d.On).ThenBy(d => d.Meeting).ThenBy(d => d.Position).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        var meetings = ids.Select(d => d.Meeting).Distinct().ToList();
        var minutes = (await Shown(Published().Where(m => meetings.Contains(m.Id)), ct)).ToDictionary(m => m.Meeting.Id);
        return new([.. ids.Where(d => minutes.ContainsKey(d.Meeting)).Select(d => Decision(minutes[d.Meeting], d.Id))], await Count(decisions, filter, ct));
    }

    /// <summary>The items of meetings, newest meeting first.</summary>
    public async Task<Listed<PublishedItem>> Items(PublishedFilter filter, int page, int size, CancellationToken ct)
    {
        var items = from m in Narrowed(filter) from i in db.Set<AgendaItem>() where i.Meeting == m.Id select new { i.Meeting, m.On, i.Position };
        var chosen = await items.OrderByDescending(i => i.On).ThenBy(i => i.Meeting).ThenBy(i => i.Position).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        var meetings = chosen.Select(i => i.Meeting).Distinct().ToList();
        var minutes = (await Shown(Published().Where(m => meetings.Contains(m.Id)), ct)).ToDictionary(m => m.Meeting.Id);
        return new([.. chosen.Where(i => minutes.ContainsKey(i.Meeting)).Select(i => new PublishedItem(minutes[i.Meeting], i.Position))], await Count(items, filter, ct));
    }

    /// <returns>Null when there is no such decision, or its minutes are not public.</returns>
    public async Task<PublishedDecision?> Decision(Guid id, CancellationToken ct) =>
        (await Shown(Published().Where(m => m.Decisions.Any(d => d.Id == id)), ct)).FirstOrDefault() is { } minutes ? Decision(minutes, id) : null;

    /// <summary>Planned meetings from a day on, the nearest first.</summary>
    public async Task<Listed<ComingMeeting>> Coming(DateOnly from, IReadOnlyList<Guid>? bodies, int page, int size, CancellationToken ct)
    {
        var coming = Planned().Where(m => m.On >= from);
        if (bodies is not null)
            coming = coming.Where(m => bodies.Contains(m.Body));
        var rows = await coming.OrderBy(m => m.On).ThenBy(m => m.Start).ThenBy(m => m.Id).Skip((page - 1) * size).Take(size)
            .Select(m => new ComingMeeting(m.Id, m.Body, m.On, m.Start, m.End, m.Place, m.Sequence)).ToListAsync(ct);
        var mask = await names.Mask(ct);
        return new(rows.ConvertAll(c => Shown(c, mask)), await coming.CountAsync(ct));
    }

    /// <returns>Null when there is no such planned meeting from the day on.</returns>
    public async Task<ComingMeeting?> Coming(Guid id, DateOnly from, CancellationToken ct) =>
        await Planned().Where(m => m.Id == id && m.On >= from).Select(m => new ComingMeeting(m.Id, m.Body, m.On, m.Start, m.End, m.Place, m.Sequence)).SingleOrDefaultAsync(ct) is { } coming
            ? Shown(coming, await names.Mask(ct)) : null;

    /// <summary>When something was last published or withdrawn; null when nothing ever was.</summary>
    public async Task<DateTimeOffset?> LastChange(CancellationToken ct)
    {
        var published = await db.Set<Publication>().OrderByDescending(p => p.At).Select(p => (DateTimeOffset?)p.At).FirstOrDefaultAsync(ct);
        var withdrawn = await db.Set<Publication>().Where(p => p.WithdrawnAt != null).OrderByDescending(p => p.WithdrawnAt).Select(p => p.WithdrawnAt).FirstOrDefaultAsync(ct);
        return withdrawn > published ? withdrawn : published;
    }

    /// <summary>Planned meetings from a day on that will not be held: a calendar that has shown them takes them away.</summary>
    public async Task<IReadOnlyList<ComingMeeting>> Cancelled(DateOnly from, IReadOnlyList<Guid>? bodies, int most, CancellationToken ct)
    {
        var mask = await names.Mask(ct);
        return
        [
            .. (await db.Set<Meeting>().Live().Where(m => m.CancelledAt != null && m.On >= from && (bodies == null || bodies.Contains(m.Body))).OrderBy(m => m.On).ThenBy(m => m.Id).Take(most)
                .Select(m => new ComingMeeting(m.Id, m.Body, m.On, m.Start, m.End, m.Place, m.Sequence)).ToListAsync(ct)).Select(c => Shown(c, mask)),
        ];
    }

    /// <summary>The planned meetings whose place recorded ones took: calendars know the meeting by the first id that it had.</summary>
    public async Task<IReadOnlyDictionary<Guid, Guid>> PlannedAs(IReadOnlyList<Guid> recorded, CancellationToken ct) =>
        (await db.Set<Meeting>().Where(m => m.ReplacedBy != null && m.Withdrawal == null && recorded.Contains(m.ReplacedBy.Value)).OrderBy(m => m.Id).Select(m => new { m.Id, By = m.ReplacedBy!.Value }).ToListAsync(ct))
            .DistinctBy(m => m.By).ToDictionary(m => m.By, m => m.Id);

    // Anybody may ask, and to count goes through all that is published: it is counted once until something happens.
    Task<int> Count<T>(IQueryable<T> rows, PublishedFilter filter, CancellationToken ct) => memory.Recall(Asked<T>(filter), () => rows.CountAsync(ct), ct);

    static (Type Of, string Filter) Asked<T>(PublishedFilter filter) =>
        (typeof(T), string.Create(CultureInfo.InvariantCulture, $"{string.Join(',', filter.Bodies ?? [])} {filter.Bodies is null} {filter.Year} {filter.From:O} {filter.HasPlace}"));

    IQueryable<Meeting> Planned() => db.Set<Meeting>().Live().Where(m => m.InRecordSince == null && m.CancelledAt == null);

    IQueryable<Meeting> Published() => db.Set<Meeting>().Live().Where(m => m.Publication != null);

    IQueryable<Meeting> Narrowed(PublishedFilter filter)
    {
        var meetings = Published();
        if (filter.Bodies is { } bodies)
            meetings = meetings.Where(m => bodies.Contains(m.Body));
        if (filter.HasPlace)
            meetings = meetings.Where(m => m.Place != null);
        if (filter.From is { } from)
            meetings = meetings.Where(m => m.On >= from);
        if (filter.Year is { } year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            meetings = meetings.Where(m => m.On >= first && m.On <= last);
        }
        return meetings;
    }

    static IOrderedQueryable<Meeting> Newest(IQueryable<Meeting> meetings) => meetings.OrderByDescending(m => m.On).ThenBy(m => m.Id);

    static PublishedDecision Decision(PublishedMinutes minutes, Guid id)
    {
        var (m, d) = (minutes.Meeting, minutes.Meeting.Decisions.First(d => d.Id == id));
        return new(new(d.Id, d.Number, m.Id, m.Body, m.On, d.Item, m.Items.FirstOrDefault(i => d.Item is not null && i.Number == d.Item)?.Title, d.Text, d.Outcome), minutes.PublishedAt);
    }

    async Task<List<PublishedMinutes>> Shown(IQueryable<Meeting> meetings, CancellationToken ct)
    {
        var found = await meetings.WithFacts().ToListAsync(ct);
        var ids = found.ConvertAll(m => m.Publication!.Value);
        var publications = await db.Set<Publication>().Where(p => ids.Contains(p.Id)).Include(p => p.Masks).ToDictionaryAsync(p => p.Id, ct);
        var mask = await names.Mask(ct);
        return [.. found.OrderByDescending(m => m.On).ThenBy(m => m.Id).Select(m => Shown(m, publications[m.Publication!.Value], mask))];
    }

    static ComingMeeting Shown(ComingMeeting coming, NameMask mask) =>
        coming with { Place = coming.Place is null ? null : MaskFinder.WithoutNumbers(mask.Of(coming.Place)) };

    static PublishedMinutes Shown(Meeting meeting, Publication publication, NameMask mask) =>
        new(Projection.Of(meeting.View().Without(mask), [.. publication.Masks.OrderBy(m => m.Position).Select(m => new DecidedMask(m.Kind, m.Text, m.IsHidden))]), publication.At) { IsAdjustedHere = meeting.FrozenAs is not null };
}
