using Microsoft.EntityFrameworkCore;
using Samverk.Mail;
using Samverk.Meetings.Adjusting;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Dispatching;

/// <summary>
/// Sends adjusted minutes to the principals' official mailboxes and keeps the account of what became of them. Every letter
/// goes by the outbox: a mail server that is down delays, and shows.
/// </summary>
public sealed class MinutesDispatcher
{
    internal const string LetterKind = "minutes-dispatch", FollowKind = "meetings.dispatch-follow";
    static readonly TimeSpan Holds = TimeSpan.FromDays(14), LookAgain = TimeSpan.FromSeconds(20);

    readonly SamverkDb db;
    readonly Work work;
    readonly Post post;
    readonly AreaDirectory directory;
    readonly DispatchRoads roads;
    readonly DispatchFiles files;
    readonly TimeProvider clock;

    internal MinutesDispatcher(SamverkDb db, Work work, Post post, AreaDirectory directory, DispatchRoads roads, DispatchFiles files, TimeProvider clock) =>
        (this.db, this.work, this.post, this.directory, this.roads, this.files, this.clock) = (db, work, post, directory, roads, files, clock);

    static Refusal NoDispatch { get; } = new("no-dispatch", "Expedieringen finns inte.");
    static Refusal NotAdjusted { get; } = new("not-adjusted", "Bara ett justerat protokoll kan expedieras.");

    /// <summary>Sends the minutes to some principals, all or none of them.</summary>
    /// <param name="address">Where Samverk is reached: links in the letters begin so.</param>
    public async Task<Refusal?> Send(Guid meetingId, IReadOnlyCollection<Guid> organisations, string address, Actor actor, CancellationToken ct)
    {
        if (await Sendable(meetingId, actor, ct) is var (meeting, body, file, no) && no is not null)
            return no;
        var (known, ways) = ((await directory.Organisations(ct)).Where(o => o.IsPrincipal).ToDictionary(o => o.Id), await roads.All(ct));
        if (organisations.Count == 0)
            return new("nothing-chosen", "Välj minst en huvudman.");
        if (organisations.Where(o => !known.ContainsKey(o) || !ways.ContainsKey(o)).Select(o => (Guid?)o).FirstOrDefault() is { } without)
            return new("mailbox-missing", $"{known.GetValueOrDefault(without)?.Name ?? "Mottagaren"} har ingen officiell brevlåda. Lägg till den på organisationens sida.");
        var next = (await db.Set<Dispatch>().Where(d => d.Meeting == meetingId).MaxAsync(d => (int?)d.Running, ct) ?? 0) + 1;
        List<(Dispatch Dispatch, SealedText Letter)> letters = [];
        foreach (var to in organisations.Distinct().OrderBy(o => known[o].Name, Swedish.Names))
        {
            var dispatch = new Dispatch(meeting!, body!, next++, file!.Text, file.IsExtract, file.Hash, to, known[to].Name, ways[to], address);
            letters.Add((dispatch, post.Seal(DispatchLetter.Text(dispatch, file.Text.Text, address, actor.Name))));
        }
        return await work.Do(async () =>
        {
            await db.OneAtATime(ct);
            Refusal.Heed(await db.Set<Dispatch>().Where(d => d.Meeting == meetingId).Select(d => new { d.Organisation, d.OrganisationName, d.Running }).ToListAsync(ct) is var before
                && before.Find(b => organisations.Contains(b.Organisation)) is { } twice ? new("already-dispatched", $"Protokollet är redan expedierat till {twice.OrganisationName}.")
                : before.Exists(b => b.Running >= letters[0].Dispatch.Running) ? new("stale", "Någon annan har just expedierat samma protokoll. Läs om sidan.") : null);
            var enclosure = Enclose(file!);
            foreach (var (dispatch, text) in letters)
            {
                db.Add(dispatch).Entity.Queue(text.Letter, clock.Now(), actor.Person, actor.Name);
                Leave(dispatch, text, file!.Text.Text, enclosure, actor);
            }
        }, ct);
    }

    /// <summary>Sends it once more, to the address that the mailbox has now.</summary>
    public async Task<Refusal?> SendAgain(Guid id, string address, Actor actor, CancellationToken ct)
    {
        if (await db.Set<Dispatch>().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } known)
            return NoDispatch;
        if (await Sendable(known.Meeting, actor, ct) is var (_, _, file, no) && no is not null)
            return no;
        var road = (await roads.All(ct)).GetValueOrDefault(known.Organisation, new(known.Way, known.Address));
        var text = post.Seal(DispatchLetter.Text(known, file!.Text.Text, address, actor.Name));
        return await work.Do(async () =>
        {
            var dispatch = await One(id, ct);
            Refusal.Heed(dispatch.MaySendAgain());
            await post.TakeBack(LetterKind, id, ct);
            dispatch.SendAgain(text.Letter, road, address, clock.Now(), actor.Person, actor.Name);
            Leave(dispatch, text, file.Text.Text, Enclose(file), actor);
        }, ct);
    }

    /// <summary>Confirms, for the receiver, that it has come in.</summary>
    public Task<Refusal?> ConfirmReceived(Guid id, Actor actor, CancellationToken ct) => Answer(id, actor, d => d.Receive(clock.Now(), actor.Person, actor.Name), ct);

    /// <summary>Registers it, for the receiver, under the receiver's own case number.</summary>
    public Task<Refusal?> Register(Guid id, string? caseNumber, Actor actor, CancellationToken ct) => Answer(id, actor, d => d.Register(caseNumber, clock.Now(), actor.Person, actor.Name), ct);

    /// <summary>Notes what has become of the letter. Called by the outbox, as often as it likes; looks again while the letter waits.</summary>
    internal async Task Follow(Guid id, CancellationToken ct)
    {
        if (await db.Set<Dispatch>().SingleOrDefaultAsync(d => d.Id == id, ct) is not { SentAt: null, Way: DispatchWay.Mail, Letter: { } letter })
            return;
        var state = (await post.Of([letter], ct)).GetValueOrDefault(letter);
        await work.Must(async () =>
        {
            var dispatch = await One(id, ct);
            if (dispatch.Letter != letter)
                return;
            if (state?.SentAt is { } sent)
                dispatch.Leave(sent);
            else if (state is not { IsWaiting: true })
                dispatch.Fail(state?.Problem ?? "Brevet hann bli för gammalt utan att mejlservern tog emot det.", clock.Now());
            else if (state.Problem is { } problem)
                dispatch.Fail(problem, clock.Now());
            if (state is { IsWaiting: true })
                db.Add(new OutboxRow(db.Area, FollowKind, id, Later(state.NextTry)));
        }, ct);
    }

    // A moment after the letter's next try; not sooner than a while from now, since it may take its time.
    DateTimeOffset Later(DateTimeOffset? next) => (next is { } at && at > clock.Now() ? at : clock.Now()) + LookAgain;

    Task<Refusal?> Answer(Guid id, Actor actor, Action<Dispatch> verb, CancellationToken ct) => work.Do(async () =>
    {
        var dispatch = await One(id, ct);
        Refusal.Heed(actor.May(Permission.Register, new(Organisation: dispatch.Organisation)));
        verb(dispatch);
    }, ct);

    async Task<(Meeting? Meeting, BodyInfo? Body, DispatchedFile? File, Refusal? No)> Sendable(Guid meetingId, Actor actor, CancellationToken ct)
    {
        var meeting = await db.Set<Meeting>().Live().SingleOrDefaultAsync(m => m.Id == meetingId, ct);
        if (meeting is null || meeting.MayDispatch(actor) is not null)
            return (null, null, null, meeting?.MayDispatch(actor) ?? HeldMeetings.NoMeeting);
        return await files.Of(meetingId, ct) is { } file ? (meeting, await directory.Body(meeting.Body, ct), file, null) : (null, null, null, NotAdjusted);
    }

    Guid Enclose(DispatchedFile file) => post.Enclose(DispatchLetter.FileName(file.Text.Text, file.IsExtract), "application/pdf", file.Pdf, clock.Now() + Holds);

    void Leave(Dispatch dispatch, SealedText text, MinutesText minutes, Guid enclosure, Actor actor)
    {
        if (dispatch.Way == DispatchWay.Sdk)
        {
            db.Add(new OutboxRow(db.Area, SdkCourier.Kind, dispatch.Id, clock.Now()));
            return;
        }
        post.Leave(new(LetterKind, dispatch.Id, actor.Person, dispatch.Address, $"{dispatch.OrganisationName}, officiell brevlåda", DispatchLetter.Subject(minutes), clock.Now() + Holds) { Enclosures = [enclosure] }, text);
        db.Add(new OutboxRow(db.Area, FollowKind, dispatch.Id, clock.Now() + TimeSpan.FromSeconds(1)));
    }

    async Task<Dispatch> One(Guid id, CancellationToken ct) => await db.Set<Dispatch>().AsTracking().SingleOrDefaultAsync(d => d.Id == id, ct) ?? throw new RefusedException(NoDispatch);
}
