using Microsoft.EntityFrameworkCore;
using Samverk.Mail;
using Samverk.Meetings.Deciding;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Pdf;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Notices;

/// <summary>How a notice is to be sent.</summary>
/// <param name="Words">What the sender writes beside what letters always say.</param>
/// <param name="RemindDays">So many days before the meeting; 0 for never.</param>
/// <param name="Guests">Those who are invited besides the body's own: name and address.</param>
/// <param name="Address">Where Samverk is reached.</param>
public sealed record NoticeToSend(string? Words, int RemindDays, IReadOnlyList<(string Name, string Mail)> Guests, string Address);

/// <summary>
/// Sends notices, and keeps those who have got one told of what the meeting has become. Nothing is mailed before
/// somebody sends the notice. Every letter goes by the outbox: a mail server that is down delays it, and loses none.
/// </summary>
sealed class NoticeSender(SamverkDb db, Work work, Post post, NoticeRecipients recipients, NoticeMatters matters, Typeface typeface, TimeProvider clock)
{
    internal const string CatchUpKind = "meetings.notice-catch-up", RemindKind = "meetings.notice-remind", LetterKind = "meeting-notice";
    const int MostWords = 4000, MostRemindDays = 30, MostGuests = 50;
    /// <summary>How long a meeting must have stood still before letters tell of its change.</summary>
    internal static readonly TimeSpan Still = TimeSpan.FromMinutes(1);
    static readonly TimeOnly Morning = new(8, 0);

    /// <summary>Sends the notice to all whom it concerns; once sent, sends its changed agenda.</summary>
    public async Task<Refusal?> Send(Guid meetingId, NoticeToSend notice, Actor actor, CancellationToken ct)
    {
        if (Fault(notice) is { } fault)
            return fault;
        var draft = await Draft(meetingId, notice, actor, ct);
        return draft.Refusal ?? await work.Do(async () =>
        {
            await db.OneAtATime(ct);
            var meeting = await One(meetingId, actor, ct);
            Refusal.Heed(meeting.When() == draft.Matter!.Time && meeting.Sequence == draft.Matter.Sequence ? null : new("stale", "Mötet har ändrats medan du skrev. Läs om sidan och skicka sedan."));
            var version = (await db.Set<AgendaVersion>().Where(v => v.Meeting == meetingId).MaxAsync(v => (int?)v.Version, ct) ?? 0) + 1;
            Refusal.Heed(version == draft.Version ? null : new("stale", "Någon annan har redan skickat kallelsen. Läs om sidan."));
            db.Add(new AgendaVersion(meeting, version, new(draft.Matter.Agenda), draft.Pdf, clock.Now(), actor.Person));
            if (await db.Set<Notice>().AsTracking().SingleOrDefaultAsync(n => n.Meeting == meetingId, ct) is { } known)
                known.SendAgain(notice.Words, notice.RemindDays, notice.Address, actor.Person);
            else
                db.Add(new Notice(meeting, notice.Words, notice.RemindDays, notice.Address, clock.Now(), actor.Person));
            foreach (var added in draft.Recipients.Where(r => db.Entry(r).State == EntityState.Detached && draft.New.Contains(r.Id)))
                db.Add(added);
            var enclosure = post.Enclose($"Kallelse {draft.Matter.Time.On.Iso()}.pdf", "application/pdf", draft.Pdf, Until(meeting));
            foreach (var letter in draft.Letters)
                await Leave(letter, meeting, enclosure, actor.Person, ct);
            meeting.Call(draft.Matter.Body, version, draft.Letters.Count, clock.Now(), actor.Person);
            RemindLater(meeting, notice.RemindDays);
        }, ct);
    }

    /// <summary>Tells those who have got the notice what the meeting has become since: moved, called off, a deputy called. Called by the outbox, as often as it likes.</summary>
    internal async Task CatchUp(Guid meetingId, CancellationToken ct)
    {
        var notice = await db.Set<Notice>().SingleOrDefaultAsync(n => n.Meeting == meetingId, ct);
        var meeting = await db.Set<Meeting>().Live().SingleOrDefaultAsync(m => m.Id == meetingId, ct);
        if (notice is null || meeting is null || !(meeting.IsBefore || meeting.State == MeetingState.Cancelled))
            return;
        var all = await db.Set<NoticeRecipient>().Where(r => r.Meeting == meetingId).OrderBy(r => r.Position).ToListAsync(ct);
        var matter = await matters.Of(meeting, notice, ct);
        List<PlannedLetter> letters = [];
        var isOff = meeting.State == MeetingState.Cancelled;
        var isStill = notice.ChangedAt is null || notice.ChangedAt + Still <= clock.Now();
        if (isStill && (isOff || matter.Time != notice.Told))
            letters.AddRange(all.Where(r => r.Sequence < meeting.Sequence).Select(r => Letter(isOff ? NoticeLetterKind.Cancelled : NoticeLetterKind.Moved, matter, r, null)));
        var servings = isOff ? Servings(all) : await matters.Servings(meeting, all, ct);
        foreach (var r in all)
        {
            var now = servings.FirstOrDefault(s => s.Deputy == r.Person)?.For;
            if (r.Kind != RecipientKind.Deputy || now == r.ServesFor)
                continue;
            var before = r.ServesFor;
            // The letter is written to them as they will be: asked to come, or no longer.
            r.Serve(now);
            letters.RemoveAll(l => l.To.Id == r.Id);
            letters.Add(now is { } member ? Letter(NoticeLetterKind.Called, matter, r, all.Find(a => a.Person == member)?.Name) : Letter(NoticeLetterKind.StoodDown, matter, r, null));
            r.Serve(before);
        }
        if (letters.Count > 0)
            await work.Must(async () =>
            {
                await db.OneAtATime(ct);
                if (isStill)
                    (await db.Set<Notice>().AsTracking().SingleAsync(n => n.Meeting == meetingId, ct)).Tell(matter.Time);
                foreach (var letter in letters)
                {
                    // Told by another in the meantime.
                    if (await db.Set<NoticeRecipient>().AnyAsync(r => r.Id == letter.To.Id && (r.Letter != letter.To.Letter || r.ServesFor != letter.To.ServesFor || r.Sequence != letter.To.Sequence), ct))
                        continue;
                    var to = await Leave(letter, meeting, null, notice.SentBy, ct);
                    if (letter.Kind is NoticeLetterKind.Called or NoticeLetterKind.StoodDown)
                        to.Serve(servings.FirstOrDefault(s => s.Deputy == to.Person)?.For);
                }
            }, ct);
    }

    /// <summary>Reminds those who are asked to come and haven't answered. Called by the outbox, as often as it likes.</summary>
    internal async Task Remind(Guid meetingId, CancellationToken ct)
    {
        var notice = await db.Set<Notice>().SingleOrDefaultAsync(n => n.Meeting == meetingId, ct);
        var meeting = await db.Set<Meeting>().Live().SingleOrDefaultAsync(m => m.Id == meetingId, ct);
        // Moved since, it is reminded of later: that is another row.
        if (notice is not { RemindedAt: null, RemindDays: > 0 } || meeting is not { IsBefore: true } || clock.Now() < RemindAt(meeting, notice.RemindDays))
            return;
        var matter = await matters.Of(meeting, notice, ct);
        var letters = (await db.Set<NoticeRecipient>().Where(r => r.Meeting == meetingId && r.Answer == null && r.Person != null).OrderBy(r => r.Position).ToListAsync(ct))
            .Where(r => r.IsAsked).Select(r => Letter(NoticeLetterKind.Reminder, matter, r, null)).ToList();
        await work.Must(async () =>
        {
            await db.OneAtATime(ct);
            var fresh = await db.Set<Notice>().AsTracking().SingleAsync(n => n.Meeting == meetingId, ct);
            if (fresh.RemindedAt is not null)
                return;
            fresh.Remind(clock.Now());
            foreach (var letter in letters)
                await Leave(letter, meeting, null, notice.SentBy, ct);
        }, ct);
    }

    /// <summary>Within the unit of work that moved it: letters follow when it has been still for a while, and the reminder moves along.</summary>
    internal async Task Changed(Guid meetingId, DateTimeOffset at, CancellationToken ct)
    {
        if (await db.Set<Notice>().AsTracking().SingleOrDefaultAsync(n => n.Meeting == meetingId, ct) is not { } notice)
            return;
        notice.Change(at);
        db.Add(new OutboxRow(db.Area, CatchUpKind, meetingId, at + Still));
        var meeting = db.Set<Meeting>().Local.FirstOrDefault(m => m.Id == meetingId) ?? await db.Set<Meeting>().SingleAsync(m => m.Id == meetingId, ct);
        RemindLater(meeting, notice.RemindDays);
    }

    sealed record PlannedLetter(NoticeLetterKind Kind, NoticeRecipient To, string Subject, SealedText? Sealed, bool? InCalendar, int Sequence, int CalendarSequence);

    sealed record Drafted(Refusal? Refusal, NoticeMatter? Matter, int Version, byte[] Pdf, IReadOnlyList<NoticeRecipient> Recipients, IReadOnlySet<Guid> New, IReadOnlyList<PlannedLetter> Letters);

    // All that is slow or makes keys is done before the unit of work that saves it.
    async Task<Drafted> Draft(Guid meetingId, NoticeToSend notice, Actor actor, CancellationToken ct)
    {
        Drafted No(Refusal why) => new(why, null, 0, [], [], new HashSet<Guid>(), []);
        var meeting = await db.Set<Meeting>().Live().SingleOrDefaultAsync(m => m.Id == meetingId, ct);
        if (meeting is null)
            return No(HeldMeetings.NoMeeting);
        if (MayNot(meeting, actor) is { } may)
            return No(may);
        if (!meeting.IsBefore)
            return No(new("not-before", "Mötet har redan börjat eller är inställt. Kallelsen skickas inte längre."));
        if (meeting.Start is null)
            return No(new("time-missing", "Skriv när mötet börjar innan du kallar."));
        var known = await db.Set<NoticeRecipient>().Where(r => r.Meeting == meetingId).OrderBy(r => r.Position).ToListAsync(ct);
        var fresh = (await recipients.Find(meeting, ct)).Concat(notice.Guests.Select(g => new Recipient(null, g.Name, g.Mail, RecipientKind.Guest, null, null)))
            .Where(r => !known.Exists(k => r.Person is null ? k.Person is null && (k.Organisation, k.Mail) == (r.Organisation, r.Mail) : k.Person == r.Person)).ToList();
        List<NoticeRecipient> added = [.. fresh.Select((r, i) => new NoticeRecipient(meeting, known.Count + i, r))];
        var matter = await matters.Of(meeting, notice.Words, notice.Address, actor.Name, ct);
        var version = (await db.Set<AgendaVersion>().Where(v => v.Meeting == meetingId).MaxAsync(v => (int?)v.Version, ct) ?? 0) + 1;
        var pdf = PdfWriter.Write(NoticeDocument.Of(matter.Body, matter.Time, matter.Words, matter.Agenda, clock.Now()), typeface).Bytes;
        return new(null, matter, version, pdf, [.. known, .. added], added.Select(a => a.Id).ToHashSet(),
            [.. added.Select(r => Letter(NoticeLetterKind.Notice, matter, r, null)), .. known.Select(r => Letter(NoticeLetterKind.Again, matter, r, null))]);
    }

    PlannedLetter Letter(NoticeLetterKind kind, NoticeMatter matter, NoticeRecipient to, string? serves)
    {
        var calendar = NoticeLetters.Calendar(kind, matter, to, clock.Now());
        var text = to.Mail is null ? null : post.Seal(NoticeLetters.Text(kind, matter, to, serves), calendar);
        return new(kind, to, NoticeLetters.Subject(kind, matter), text, calendar is null ? null : calendar.Method == CalendarMethod.Request, kind == NoticeLetterKind.Reminder ? to.Sequence : matter.Sequence, NoticeLetters.SequenceFor(matter, to));
    }

    async Task<NoticeRecipient> Leave(PlannedLetter letter, Meeting meeting, Guid? enclosure, Guid by, CancellationToken ct)
    {
        var to = db.Set<NoticeRecipient>().Local.FirstOrDefault(r => r.Id == letter.To.Id) ?? await db.Set<NoticeRecipient>().AsTracking().SingleAsync(r => r.Id == letter.To.Id, ct);
        if (letter.Sealed is not { } text)
        {
            to.Passed(letter.Sequence);
            return to;
        }
        post.Leave(new(LetterKind, to.Person ?? to.Id, by, to.Mail!, to.Name, letter.Subject, Until(meeting))
        {
            // What goes to one calendar goes in the order that it was said, and nothing is called off that nobody was asked to.
            After = letter.InCalendar is null ? null : to.InCalendarBy,
            OnlyIfSent = letter.InCalendar == false,
            Enclosures = enclosure is { } file ? [file] : [],
        }, text);
        to.Told(text.Letter, letter.InCalendar, letter.Sequence, letter.CalendarSequence);
        return to;
    }

    void RemindLater(Meeting meeting, int days)
    {
        if (days > 0 && RemindAt(meeting, days) is var at && at > clock.Now())
            db.Add(new OutboxRow(db.Area, RemindKind, meeting.Id, at.ToUniversalTime()));
    }

    static DateTimeOffset RemindAt(Meeting meeting, int days) => meeting.On.AddDays(-days).At(Morning);

    // A notice of what has been is of no use; what is called off may be told a day after.
    static DateTimeOffset Until(Meeting meeting) => meeting.On.AddDays(2).Begins();

    async Task<Meeting> One(Guid id, Actor actor, CancellationToken ct)
    {
        var meeting = await db.Set<Meeting>().AsTracking().Live().SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw new RefusedException(HeldMeetings.NoMeeting);
        Refusal.Heed(MayNot(meeting, actor));
        return meeting;
    }

    internal static Refusal? MayNot(Meeting meeting, Actor actor) => meeting.MayPrepare(actor) is null ? null : actor.May(Permission.Plan, new(Body: meeting.Body));

    static List<Serving> Servings(List<NoticeRecipient> all) => [.. all.Where(r => r.ServesFor is not null).Select(r => new Serving(r.Person!.Value, r.ServesFor!.Value))];

    static Refusal? Fault(NoticeToSend notice) =>
        notice.Words?.Length > MostWords ? new("text-long", $"Texten är längre än {SwedishText.Figure(MostWords)} tecken. Korta den.")
        : notice.RemindDays is < 0 or > MostRemindDays ? new("remind-odd", $"Påminnelsen skickas mellan 0 och {MostRemindDays} dagar före mötet.")
        : notice.Guests.Count > MostGuests ? new("guests-many", $"Högst {MostGuests} gäster kan bjudas in på en gång.")
        : notice.Guests.Select(g => TextRules.Name(g.Name, "Gästens namn") ?? Reach.MailFault(g.Mail)).FirstOrDefault(f => f is not null);
}
