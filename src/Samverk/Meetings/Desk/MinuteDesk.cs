using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Notices;
using Samverk.Meetings.Speaking;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Desk;

/// <summary>How a saving went.</summary>
/// <param name="Refusal">Why it wasn't saved.</param>
/// <param name="Saved">The note as it stands now, whoever saved it; null when it is gone.</param>
public sealed record Saving(Refusal? Refusal, SavedNote? Saved);

/// <param name="ByName">Who saved it last.</param>
public sealed record SavedNote(Guid Id, Guid Item, NoteContent Content, int Version, DateTimeOffset At, Guid By, string ByName);

/// <summary>Writes the minutes while the meeting is under way, and afterwards until they are frozen: note by note, each saved for itself.</summary>
public sealed class MinuteDesk(SamverkDb db, Work work, AreaDirectory directory, BodyMembers members, MeetingFollowers live, TimeProvider clock)
{
    static Refusal NoItem { get; } = new("no-item", "Punkten finns inte längre. Läs om sidan.");
    static Refusal NoNote { get; } = new("no-note", "Anteckningen finns inte längre. Läs om sidan.");
    internal static Refusal NotWritten(Meeting meeting) => meeting.State switch
    {
        MeetingState.Adjusting => new("frozen", "Protokollet är låst för justering. Öppna det för ändring först."),
        MeetingState.Adjusted or MeetingState.Published => new("sealed", "Protokollet är justerat. Det ändras aldrig, men kan rättas."),
        _ => new("not-open", "Mötet är inte öppnat. Öppna det först."),
    };

    /// <summary>Opens the meeting: those who are expected are on the list, and nobody is noted as present until somebody says so.</summary>
    public Task<Refusal?> Open(Guid meetingId, Actor actor, CancellationToken ct) => Do(meetingId, actor, async meeting =>
    {
        meeting.Open(clock.Now(), actor.Person);
        await Expect(meeting, ct);
        var first = await db.Set<DraftItem>().AsTracking().Where(i => i.Meeting == meetingId).OrderBy(i => i.Position).FirstOrDefaultAsync(ct);
        Refusal.Heed(first is null ? new("agenda-empty", "Dagordningen är tom. Lägg till minst en punkt innan mötet öppnas.") : null);
        first!.Open(clock.Now());
    }, ct);

    public Task<Refusal?> Close(Guid meetingId, Actor actor, CancellationToken ct) => Do(meetingId, actor, async meeting =>
    {
        await db.OneAtATime(ct);
        var now = clock.Now();
        meeting.Close(now, actor.Person);
        foreach (var here in (await Participants(meetingId, ct)).Where(p => p.IsHere))
            here.Leave(now);
        await Leave(await db.Set<DraftItem>().AsTracking().Where(i => i.Meeting == meetingId && i.OpenedAt != null && i.ClosedAt == null).ToListAsync(ct), now, ct);
    }, ct);

    public Task<Refusal?> GoOn(Guid meetingId, Actor actor, CancellationToken ct) => Do(meetingId, actor, meeting =>
    {
        meeting.GoOn(clock.Now(), actor.Person);
        return Task.CompletedTask;
    }, ct);

    /// <summary>Takes up an item: the one before it is done.</summary>
    public Task<Refusal?> TakeUp(Guid meetingId, Guid itemId, Actor actor, CancellationToken ct) => Written(meetingId, actor, async _ =>
    {
        // Nobody asks for the floor under an item while it is left.
        await db.OneAtATime(ct);
        var items = await db.Set<DraftItem>().AsTracking().Where(i => i.Meeting == meetingId).ToListAsync(ct);
        var item = items.Find(i => i.Id == itemId) ?? throw new RefusedException(NoItem);
        var now = clock.Now();
        await Leave(items.FindAll(i => i.Id != itemId && i is { OpenedAt: not null, ClosedAt: null }), now, ct);
        item.Open(now);
    }, ct);

    // The speakers' lists of items that are left close with them.
    async Task Leave(List<DraftItem> items, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var item in items)
            item.Close(at);
        await SpeakersList.Close(db, items.ConvertAll(i => i.Id), at, ct);
    }

    /// <summary>Adds an empty note of a kind last under an item, or one that already says something.</summary>
    public async Task<(Guid Id, Refusal? Refusal)> AddNote(Guid meetingId, Guid itemId, NoteContent content, Actor actor, CancellationToken ct)
    {
        var id = Guid.Empty;
        var refusal = await Written(meetingId, actor, async _ =>
        {
            // Two that add at the same instant both get theirs, one after the other.
            await db.OneAtATime(ct);
            var item = await db.Set<DraftItem>().AsTracking().SingleOrDefaultAsync(i => i.Id == itemId && i.Meeting == meetingId, ct) ?? throw new RefusedException(NoItem);
            Refusal.Heed(Note.MayBe(content));
            var last = await db.Set<Note>().Where(n => n.Item == itemId).MaxAsync(n => (int?)n.Position, ct) ?? -1;
            var note = db.Add(new Note(item, last + 1, content, clock.Now(), actor.Person)).Entity;
            item.Touch();
            id = note.Id;
        }, ct);
        return (id, refusal);
    }

    /// <summary>Saves what somebody has written. Another's newer text is never overwritten: it comes back beside the refusal.</summary>
    /// <param name="version">The version that they wrote on.</param>
    public async Task<Saving> Save(Guid meetingId, Guid noteId, NoteContent content, int version, Actor actor, CancellationToken ct)
    {
        var refusal = await Written(meetingId, actor, async _ =>
        {
            var note = await Found(meetingId, noteId, ct);
            Refusal.Heed(note.Kind == content.Kind ? null : NoNote);
            var before = new NoteVersion(note);
            note.Save(content, version, clock.Now(), actor.Person);
            if (note.Version != before.Version)
                db.Add(before);
        }, ct);
        // Two that save at the same instant: the one that came second is told as if it had come later.
        return new(refusal is { Code: "stale" } ? Note.StaleNote : refusal, await Saved(meetingId, noteId, ct));
    }

    public Task<Refusal?> Remove(Guid meetingId, Guid noteId, Actor actor, CancellationToken ct) => Written(meetingId, actor, async _ => (await Found(meetingId, noteId, ct)).Remove(clock.Now(), actor.Person), ct);

    public Task<Refusal?> PutBack(Guid meetingId, Guid noteId, Actor actor, CancellationToken ct) => Written(meetingId, actor, async _ => (await Found(meetingId, noteId, ct)).PutBack(clock.Now(), actor.Person), ct);

    /// <param name="by">-1 up, 1 down.</param>
    public Task<Refusal?> Move(Guid meetingId, Guid noteId, int by, Actor actor, CancellationToken ct) => Written(meetingId, actor, async _ =>
    {
        var note = await Found(meetingId, noteId, ct);
        var notes = await db.Set<Note>().AsTracking().Where(n => n.Item == note.Item && n.RemovedAt == null).OrderBy(n => n.Position).ToListAsync(ct);
        var to = Math.Clamp(notes.IndexOf(note) + by, 0, notes.Count - 1);
        notes.Remove(note);
        notes.Insert(to, note);
        for (var i = 0; i < notes.Count; i++)
            notes[i].MoveTo(i);
    }, ct);

    /// <summary>Does something about who is there.</summary>
    internal Task<Refusal?> Attend(Guid meetingId, Guid participantId, Action<Participant, DateTimeOffset> act, Actor actor, CancellationToken ct) => Written(meetingId, actor, async _ =>
    {
        var participant = (await Participants(meetingId, ct)).Find(p => p.Id == participantId) ?? throw new RefusedException(new("no-participant", "Personen står inte på listan. Läs om sidan."));
        act(participant, clock.Now());
    }, ct);

    /// <summary>Somebody comes, in the room or remote.</summary>
    public Task<Refusal?> Arrive(Guid meetingId, Guid participantId, bool digital, Actor actor, CancellationToken ct) => Attend(meetingId, participantId, (p, at) => p.Arrive(at, digital), actor, ct);

    /// <summary>Those who are expected and have not been noted come all at once, in the room.</summary>
    public Task<Refusal?> AllArrive(Guid meetingId, Actor actor, CancellationToken ct) => Written(meetingId, actor, async _ =>
    {
        foreach (var p in (await Participants(meetingId, ct)).Where(p => !p.WasHere && !p.HasDeclined && p.Role is AttendanceRole.Chair or AttendanceRole.Member or AttendanceRole.Secretary))
            p.Arrive(clock.Now(), digital: false);
    }, ct);

    /// <summary>Somebody comes who wasn't expected: a guest, or a person of the area.</summary>
    public Task<Refusal?> AddParticipant(Guid meetingId, string? name, Guid? personId, bool digital, Actor actor, CancellationToken ct) => Written(meetingId, actor, async meeting =>
    {
        var person = personId is null ? null : (await directory.People(ct)).FirstOrDefault(p => p.Id == personId);
        Refusal.Heed(person is null ? TextRules.Name(name ?? "", "Namnet") : null);
        var all = await Participants(meetingId, ct);
        Refusal.Heed(person is not null && all.Exists(p => p.Person == person.Id) ? new("already-listed", $"{person.Name} står redan på listan.") : null);
        var added = new Participant(meeting, all.Count, new(person?.Id, person?.Name ?? name!.Trim(), person?.Organisation, person?.OrganisationName, AttendanceRole.Guest));
        added.Arrive(clock.Now(), digital);
        db.Add(added);
    }, ct);

    /// <summary>Puts those who belong to the body on the list. Chair and secretary are roles at the meeting: each person stands there once.</summary>
    internal async Task Expect(Meeting meeting, CancellationToken ct)
    {
        if (await db.Set<Participant>().AnyAsync(p => p.Meeting == meeting.Id, ct))
            return;
        var (places, standings) = (await members.Members(meeting.Body, meeting.On, ct), await members.Standings(meeting.Body, meeting.On, ct));
        var people = (await directory.People(ct)).ToDictionary(p => p.Id);
        var chair = meeting.ActingChair ?? standings.Find(s => s.Kind == StandingKind.Chair)?.Person;
        var secretary = meeting.ActingSecretary ?? standings.Find(s => s.Kind == StandingKind.Secretary)?.Person;
        var known = places.DistinctBy(p => p.Person).ToDictionary(p => p.Person);
        var order = new[] { chair, secretary }.OfType<Guid>().Concat(standings.Where(s => s.Kind == StandingKind.ViceChair).Select(s => s.Person)).Concat(places.Select(p => p.Person)).Distinct();
        List<Participant> expected = [.. order.Select((id, i) => new Participant(meeting, i, Facts(people[id], known.GetValueOrDefault(id), id == chair ? AttendanceRole.Chair : id == secretary ? AttendanceRole.Secretary : null)))];
        await HeedAnswers(meeting, expected, ct);
        db.AddRange(expected);
    }

    // As the notice was answered: who can't come, which deputy serves for whom, and guests that only the notice knows.
    async Task HeedAnswers(Meeting meeting, List<Participant> expected, CancellationToken ct)
    {
        var called = await db.Set<NoticeRecipient>().Where(r => r.Meeting == meeting.Id && r.Kind != RecipientKind.Official).OrderBy(r => r.Position).ToListAsync(ct);
        foreach (var guest in called.Where(r => r.Person is null))
            expected.Add(new(meeting, expected.Count, new(null, guest.Name, null, null, AttendanceRole.Guest)));
        foreach (var recipient in called.Where(r => r.Person is not null))
        {
            var participant = expected.Find(p => p.Person == recipient.Person);
            participant?.Decline(recipient.Answer == NoticeAnswer.Cannot);
            if (recipient.ServesFor is { } member)
                participant?.ServeFor(expected.Find(p => p.Person == member)?.Id);
        }
    }

    static ParticipantFacts Facts(PersonInfo person, MemberInfo? place, AttendanceRole? standing) =>
        new(person.Id, person.Name, place?.SeatOrganisation ?? person.Organisation, person.OrganisationName, standing ?? place?.Role switch
        {
            MembershipRole.Deputy => AttendanceRole.Deputy,
            MembershipRole.CoOpted or MembershipRole.Guest => AttendanceRole.Guest,
            _ => AttendanceRole.Member,
        }, place?.Seat, place?.SeatLabel);

    async Task<SavedNote?> Saved(Guid meetingId, Guid noteId, CancellationToken ct) =>
        await db.Set<Note>().AsNoTracking().Where(n => n.Id == noteId && n.Meeting == meetingId).SingleOrDefaultAsync(ct) is { } n
            ? new(n.Id, n.Item, n.Content, n.Version, n.SavedAt, n.SavedBy, (await directory.People(ct)).FirstOrDefault(p => p.Id == n.SavedBy)?.Name ?? "Någon") : null;

    async Task<Note> Found(Guid meetingId, Guid noteId, CancellationToken ct) =>
        await db.Set<Note>().AsTracking().SingleOrDefaultAsync(n => n.Id == noteId && n.Meeting == meetingId, ct) ?? throw new RefusedException(NoNote);

    Task<List<Participant>> Participants(Guid meeting, CancellationToken ct) => db.Set<Participant>().AsTracking().Where(p => p.Meeting == meeting).OrderBy(p => p.Position).ToListAsync(ct);

    Task<Refusal?> Written(Guid meetingId, Actor actor, Func<Meeting, Task> verb, CancellationToken ct) => Do(meetingId, actor, meeting =>
    {
        Refusal.Heed(meeting.IsWritten ? null : NotWritten(meeting));
        return verb(meeting);
    }, ct);

    async Task<Refusal?> Do(Guid meetingId, Actor actor, Func<Meeting, Task> verb, CancellationToken ct)
    {
        var refusal = await work.Do(async () => await verb(await db.Prepared(meetingId, actor, ct)), ct);
        if (refusal is null)
            live.Changed(meetingId);
        return refusal;
    }
}
