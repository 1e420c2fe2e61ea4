using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Adjusting;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Publishing;

/// <summary>Recorded minutes that somebody may make public.</summary>
public sealed record ToPublish(Guid Meeting, Guid Body, DateOnly On, int Decisions);

/// <summary>Minutes that are to be public, with what must be decided first.</summary>
/// <param name="Fingerprint">Of the findings: decisions about others than these are not decisions about these.</param>
public sealed record Proposal(Guid Meeting, Guid Body, DateOnly On, IReadOnlyList<FoundMask> Found, string Fingerprint);

/// <summary>What was decided about the findings of one meeting, in their order; null where nothing was.</summary>
public sealed record MaskChoices(Guid Meeting, string Fingerprint, IReadOnlyList<bool?> Hide);

/// <summary>Makes recorded minutes public, one or many at a time, and takes them back.</summary>
public sealed class Publisher(SamverkDb db, Work work, AreaDirectory directory, ProtectedNames names, TimeProvider clock)
{
    /// <summary>The most that are made public in one act: each is looked through by a person.</summary>
    public const int Most = 50;

    static Refusal NoMeeting { get; } = new("no-meeting", "Mötet finns inte i registret.");

    /// <summary>Recorded minutes that are internal, of the bodies that the person keeps; newest first.</summary>
    public async Task<Listed<ToPublish>> Unpublished(Actor actor, Guid? body, int page, int size, CancellationToken ct)
    {
        var meetings = Kept(actor).Where(m => m.InRecordSince != null && m.Publication == null && (body == null || m.Body == body));
        var rows = meetings.OrderByDescending(m => m.On).ThenBy(m => m.Id).Skip((page - 1) * size).Take(size).Select(m => new ToPublish(m.Id, m.Body, m.On, m.Decisions.Count));
        return new(await rows.ToListAsync(ct), await meetings.CountAsync(ct));
    }

    /// <summary>How many of each body are internal, for choosing among them.</summary>
    public Task<List<Counted<Guid>>> UnpublishedBodies(Actor actor, CancellationToken ct) =>
        Kept(actor).Where(m => m.InRecordSince != null && m.Publication == null).GroupBy(m => m.Body).Select(g => new Counted<Guid>(g.Key, g.Count())).ToListAsync(ct);

    /// <summary>The latest that were made public, of the bodies that the person keeps.</summary>
    public async Task<IReadOnlyList<ToPublish>> Latest(Actor actor, int most, CancellationToken ct) =>
        await (from m in Kept(actor)
               join p in db.Set<Publication>() on m.Publication equals p.Id
               orderby p.At descending, m.On descending
               select new ToPublish(m.Id, m.Body, m.On, m.Decisions.Count)).Take(most).ToListAsync(ct);

    /// <summary>What must be decided before the minutes are public, those of each meeting for itself.</summary>
    public async Task<IReadOnlyList<Proposal>> Propose(IReadOnlyCollection<Guid> meetings, Actor actor, CancellationToken ct)
    {
        var rows = await Kept(actor).Where(m => meetings.Contains(m.Id) && m.InRecordSince != null && m.Publication == null).WithFacts().ToListAsync(ct);
        var (finder, texts) = (await Finder(ct), await Texts([.. rows.Select(m => m.FrozenAs).OfType<Guid>()], ct));
        return [.. rows.OrderBy(m => m.On).ThenBy(m => m.Id).Select(m => Propose(m, finder, texts))];
    }

    /// <summary>Makes the minutes public, all or none of them.</summary>
    public Task<Refusal?> Publish(IReadOnlyList<MaskChoices> choices, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(choices.Count switch
        {
            0 => new("nothing-chosen", "Välj minst ett protokoll att publicera."),
            > Most => new("too-many", $"Publicera högst {Most} protokoll åt gången."),
            _ => null,
        });
        var finder = await Finder(ct);
        var bodies = (await directory.Bodies(ct)).ToDictionary(b => b.Id, b => b.Name);
        foreach (var choice in choices)
        {
            var meeting = await db.Set<Meeting>().AsTracking().Live().Where(m => m.Id == choice.Meeting).WithFacts().SingleOrDefaultAsync(ct);
            Refusal.Heed(meeting is null ? NoMeeting : actor.May(Permission.Publish, new(Body: meeting.Body)) ?? meeting.MayPublish());
            db.Add(meeting!.Publish(bodies[meeting.Body], Decided(Propose(meeting, finder, await Texts([.. new[] { meeting.FrozenAs }.OfType<Guid>()], ct)), choice), clock.Now(), actor.Person));
        }
    }, ct);

    /// <summary>Takes the minutes back: they are nowhere public from now on.</summary>
    public Task<Refusal?> Withdraw(Guid id, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        var meeting = await db.Set<Meeting>().AsTracking().Live().SingleOrDefaultAsync(m => m.Id == id, ct);
        Refusal.Heed(meeting is null ? NoMeeting : actor.May(Permission.Publish, new(Body: meeting.Body))
            ?? (meeting.Publication is null ? new("not-published", "Protokollet är inte publicerat.") : null));
        meeting!.Unpublish(await db.Set<Publication>().AsTracking().SingleAsync(p => p.Id == meeting.Publication, ct), clock.Now(), actor.Person);
    }, ct);

    static List<DecidedMask> Decided(Proposal proposal, MaskChoices choice)
    {
        Refusal.Heed(proposal.Fingerprint != choice.Fingerprint || proposal.Found.Count != choice.Hide.Count
            ? new("findings-changed", $"Förslagen för {proposal.On.InWords()} har ändrats sedan du läste dem. Gå igenom dem igen.") : null);
        List<DecidedMask> decided = [];
        foreach (var (found, hide) in proposal.Found.Zip(choice.Hide))
        {
            Refusal.Heed(hide is null ? new("mask-undecided", $"Bestäm om uppgiften i {found.Where} {proposal.On.InWords()} ska döljas eller visas.")
                : hide is false && !found.MayBeShown ? new("never-shown", "Personnummer och skyddade namn kan inte visas.") : null);
            decided.Add(new(found.Kind, found.Text, hide!.Value));
        }
        return decided;
    }

    /// <summary>The sealed texts of minutes that were adjusted here: more is shown of them than the facts in the registers.</summary>
    Task<Dictionary<Guid, MinutesText>> Texts(IReadOnlyCollection<Guid> frozen, CancellationToken ct) =>
        db.Set<FrozenText>().Where(t => frozen.Contains(t.Id)).Select(t => new { t.Id, t.Text }).ToDictionaryAsync(t => t.Id, t => t.Text, ct);

    static Proposal Propose(Meeting meeting, MaskFinder finder, Dictionary<Guid, MinutesText> texts)
    {
        var found = finder.Find(meeting.View(), meeting.FrozenAs is { } text && texts.TryGetValue(text, out var whole) ? PublicDocument.Texts(whole) : []);
        return new(meeting.Id, meeting.Body, meeting.On, found, Fingerprint(found));
    }

    static string Fingerprint(IReadOnlyList<FoundMask> found) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', found.Select(f => $"{f.Kind} {f.Text} {f.IsProposed}")))))[..16];

    async Task<MaskFinder> Finder(CancellationToken ct)
    {
        var named = (await directory.Organisations(ct)).Select(o => o.Name).Concat((await directory.Bodies(ct)).SelectMany(b => new[] { b.Name, b.ShortName }));
        var people = await directory.People(ct);
        return new(new NameFinder(
            named.SelectMany(n => Swedish.Fold(n).Split(' ')).Where(w => w.Length > 2).SelectMany(w => new[] { w, w.TrimEnd('s') }).ToHashSet(),
            people.Select(p => Swedish.Fold(p.Name.Split(' ')[0])).ToHashSet()), await names.Mask(ct));
    }

    IQueryable<Meeting> Kept(Actor actor)
    {
        var live = db.Set<Meeting>().Live();
        var bodies = actor.SecretaryOf.ToList();
        return actor.IsAdministrator ? live : live.Where(m => bodies.Contains(m.Body));
    }
}
