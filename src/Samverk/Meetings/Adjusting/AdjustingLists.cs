using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Storage;

namespace Samverk.Meetings.Adjusting;

public sealed record ApprovalRow(Guid Person, string Name, string As, string Means, string Seal, DateTimeOffset At);

/// <param name="Reason">Null for those who may not read all of the text: the words may say what an item that is restricted does.</param>
public sealed record ObjectionRow(Guid Person, string Name, string? Reason, DateTimeOffset At);

/// <param name="Item">Null when it is about all of it.</param>
public sealed record CommentRow(Guid? Item, int Version, Guid Person, string Name, string Words, DateTimeOffset At);

public sealed record CorrectionRow(string? Item, string Words, string Name, string Means, DateTimeOffset At);

/// <summary>A frozen text with all that has been said and done about it.</summary>
/// <param name="Text">Of a restricted item, to others than those who may read it, only that it is there.</param>
/// <param name="ReadBefore">The text that the reader had read last, when it is an older one.</param>
public sealed record FrozenView(Guid Id, Guid Meeting, int Version, MinutesText Text, string Seal, DateOnly DueOn, bool InOrder, DateTimeOffset At, Guid By,
    IReadOnlyList<ApprovalRow> Approvals, IReadOnlyList<ObjectionRow> Objections, IReadOnlyList<CommentRow> Comments, MinutesText? ReadBefore, bool MayHavePdf, Shared.Refusal? MayApprove)
{
    public bool IsSigner(Guid person) => Text.IsSigner(person);
}

/// <summary>Adjusted minutes.</summary>
/// <param name="MayReadAll">The reader may read its restricted items too.</param>
public sealed record AdjustedView(Guid Meeting, Guid Body, MinutesText Text, string Seal, DateTimeOffset At, IReadOnlyList<ApprovalRow> Approvals, IReadOnlyList<CorrectionRow> Corrections, bool MayReadAll, bool MayWrite, bool IsPublished)
{
    /// <summary>What this reader may read of it: a restricted item is there without its matter.</summary>
    public MinutesText Shown => MayReadAll ? Text : Text.Open();
}

/// <summary>A text that waits for somebody's adjustment.</summary>
public sealed record WaitingText(Guid Meeting, Guid Body, DateOnly On, DateOnly DueOn);

/// <summary>Reads minutes that are being adjusted, for those who may see them, and adjusted ones.</summary>
public sealed class AdjustingLists(SamverkDb db)
{
    /// <returns>Null when the meeting's minutes aren't under adjustment, or aren't open to the reader.</returns>
    public async Task<FrozenView?> Frozen(Guid meetingId, Actor actor, CancellationToken ct)
    {
        var meeting = await db.Set<Meeting>().Live().SingleOrDefaultAsync(m => m.Id == meetingId, ct);
        if (meeting is not { State: MeetingState.Adjusting } || await db.Set<FrozenText>().SingleOrDefaultAsync(t => t.Id == meeting.FrozenAs, ct) is not { } frozen)
            return null;
        if (!IsOpen(meeting, frozen, actor))
            return null;
        var read = await db.Set<ReadText>().Where(r => r.Meeting == meetingId && r.Person == actor.Person && r.Version < frozen.Version).OrderByDescending(r => r.Version).Select(r => (int?)r.Version).FirstOrDefaultAsync(ct);
        var before = read is null ? null : await db.Set<FrozenText>().Where(t => t.Meeting == meetingId && t.Version == read).Select(t => t.Text).SingleOrDefaultAsync(ct);
        var comments = await db.Set<AdjustmentComment>().Where(c => c.Meeting == meetingId).OrderBy(c => c.At).Select(c => new CommentRow(c.Item, c.Version, c.Person, c.Name, c.Words, c.At)).ToListAsync(ct);
        var all = MayReadAll(meeting, frozen, actor);
        var hidden = !all && frozen.Text.HasRestricted;
        var objections = await db.Set<Objection>().Where(o => o.Text == frozen.Id).OrderBy(o => o.At).Select(o => new ObjectionRow(o.Person, o.Name, hidden ? null : o.Reason, o.At)).ToListAsync(ct);
        var restricted = all ? [] : frozen.Text.Items.Where(i => i.Restriction is not null).Select(i => (Guid?)i.Id).ToHashSet();
        return new(frozen.Id, meetingId, frozen.Version, all ? frozen.Text : frozen.Text.Open(), frozen.Seal, frozen.DueOn, frozen.InOrder, frozen.At, frozen.By, Rows(frozen), objections,
            [.. comments.Where(c => !restricted.Contains(c.Item))], all ? before : before?.Open(), !hidden, frozen.MayApprove(actor.Person));
    }

    /// <returns>Null when the meeting has no adjusted minutes here.</returns>
    public async Task<AdjustedView?> Adjusted(Guid meetingId, Actor actor, CancellationToken ct)
    {
        if (await db.Set<Meeting>().Live().SingleOrDefaultAsync(m => m.Id == meetingId, ct) is not { InRecordSince: { } at, FrozenAs: { } text } meeting)
            return null;
        var frozen = await db.Set<FrozenText>().SingleAsync(t => t.Id == text, ct);
        var corrections = await db.Set<Correction>().Where(c => c.Meeting == meetingId).OrderBy(c => c.At).Select(c => new CorrectionRow(c.Item, c.Words, c.Name, c.Means, c.At)).ToListAsync(ct);
        return new(meetingId, meeting.Body, frozen.Text, frozen.Seal, at, Rows(frozen), corrections, MayReadAll(meeting, frozen, actor), meeting.MayPrepare(actor) is null, meeting.Publication is not null);
    }

    /// <summary>The PDF that somebody may have: the frozen one while it is adjusted, then the sealed one. One that holds something restricted is only for those who may read that.</summary>
    /// <returns>Null when there is none for them.</returns>
    public async Task<byte[]?> Pdf(Guid meetingId, Actor actor, CancellationToken ct)
    {
        if (await db.Set<Meeting>().Live().SingleOrDefaultAsync(m => m.Id == meetingId, ct) is not { FrozenAs: { } id } meeting)
            return null;
        var frozen = await db.Set<FrozenText>().SingleAsync(t => t.Id == id, ct);
        if (frozen.Text.HasRestricted && !MayReadAll(meeting, frozen, actor))
            return null;
        if (meeting.InRecordSince is null)
            return IsOpen(meeting, frozen, actor) ? frozen.Pdf : null;
        return await db.Set<SealedMinutes>().Where(m => m.Meeting == meetingId).Select(m => m.Pdf).SingleOrDefaultAsync(ct);
    }

    /// <summary>Whether the minutes were adjusted here, so that there are sealed files of them.</summary>
    public Task<bool> AreSealed(Guid meetingId, CancellationToken ct) => db.Set<SealedMinutes>().AnyAsync(m => m.Meeting == meetingId, ct);

    /// <summary>The certificate of adjustment (justeringsbevis).</summary>
    public Task<byte[]?> Certificate(Guid meetingId, CancellationToken ct) => db.Set<SealedMinutes>().Where(m => m.Meeting == meetingId).Select(m => m.Certificate).SingleOrDefaultAsync(ct);

    /// <summary>The minutes that wait for a person's adjustment, the most urgent first.</summary>
    public async Task<IReadOnlyList<WaitingText>> WaitingFor(Guid person, CancellationToken ct) =>
        [.. (await (from m in db.Set<Meeting>().Live()
                    join t in db.Set<FrozenText>() on m.FrozenAs equals t.Id
                    where m.InRecordSince == null
                    orderby t.DueOn, m.Id
                    select new { m.Id, m.Body, m.On, Text = t }).ToListAsync(ct)).Where(r => r.Text.MayApprove(person) is null).Select(r => new WaitingText(r.Id, r.Body, r.On, r.Text.DueOn))];

    static bool IsOpen(Meeting meeting, FrozenText frozen, Actor actor) => meeting.IsOpenTo(actor) || frozen.Text.IsSigner(actor.Person);

    // Who adjusts must be able to read all of what they put their name to.
    static bool MayReadAll(Meeting meeting, FrozenText frozen, Actor actor) => meeting.MayReadRestricted(actor) || frozen.Text.IsSigner(actor.Person);

    internal static List<ApprovalRow> Rows(FrozenText text) => [.. text.Approvals.OrderBy(a => a.At).Select(a => new ApprovalRow(a.Person, a.Name, a.As, a.Means, a.Seal, a.At))];
}
