using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Adjusting;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Desk;

/// <summary>A meeting that is held here, as somebody of its body sees it.</summary>
/// <param name="MayWrite">They keep its minutes.</param>
/// <param name="MayReadRestricted">They read its restricted items.</param>
public sealed record HeldView(Guid Id, Guid Body, DateOnly On, TimeOnly? Start, TimeOnly? End, string? Place, MeetingFormat? Format, MeetingState State,
    DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, Guid? ActingChair, Guid? ActingSecretary, bool MayWrite, bool MayReadRestricted)
{
    /// <summary>'9.30–12.00'.</summary>
    public string Time => Dates.Span(Start, End);
}

/// <summary>An item as the agenda and the desk show it.</summary>
/// <param name="Begins">When it is expected to be taken up, after the budgets of those before it.</param>
/// <param name="IsHidden">It is restricted, and not for this reader: its title isn't told.</param>
public sealed record DraftItemRow(Guid Id, int Position, string Number, string Title, ItemKind Kind, string? Presenter, int? Minutes, string? Proposal, Restriction? Restriction,
    DateTimeOffset? OpenedAt, DateTimeOffset? ClosedAt, int Version, DateTimeOffset AddedAt, TimeOnly? Begins, bool IsHidden);

/// <param name="ByName">Who saved it last.</param>
public sealed record NoteRow(Guid Id, Guid Item, int Position, NoteContent Content, int Version, DateTimeOffset SavedAt, Guid SavedBy, bool IsRemoved, int? Running);

public sealed record ParticipantRow(Guid Id, Guid? Person, string Name, Guid? Organisation, string? OrganisationName, AttendanceRole Role, Guid? Seat, string? SeatLabel, Guid? ServesFor, bool HasDeclined,
    IReadOnlyList<Stay> Stays, IReadOnlyList<OutFor> Outs)
{
    public bool IsHere => Stays.Count > 0 && Stays[^1].To is null;
    public bool IsDigital => Stays.Count > 0 && Stays[^1].Digital;
    public bool WasHere => Stays.Count > 0;
    public bool MayDecide => Role is AttendanceRole.Chair or AttendanceRole.Member || ServesFor is not null;
}

/// <summary>Reads what is on the desk of a meeting, for those who may see it.</summary>
public sealed class DeskLists(SamverkDb db)
{
    /// <returns>Null when there is no such meeting here, or it isn't open to the reader.</returns>
    public async Task<HeldView?> Meeting(Guid id, Actor actor, CancellationToken ct) =>
        await db.Set<Meeting>().Live().SingleOrDefaultAsync(m => m.Id == id, ct) is { IsHeldHere: true } m && m.IsOpenTo(actor)
            ? new(m.Id, m.Body, m.On, m.Start, m.End, m.Place, m.Format, m.State, m.StartedAt, m.EndedAt, m.ActingChair, m.ActingSecretary, m.MayPrepare(actor) is null, m.MayReadRestricted(actor)) : null;

    /// <summary>The items in their order; of one that is restricted, to others than those who may read it, only that it is there.</summary>
    public async Task<IReadOnlyList<DraftItemRow>> Items(HeldView meeting, CancellationToken ct)
    {
        var items = await db.Set<DraftItem>().Where(i => i.Meeting == meeting.Id).OrderBy(i => i.Position).ToListAsync(ct);
        var begins = meeting.Start;
        List<DraftItemRow> rows = [];
        foreach (var i in items)
        {
            var hidden = i.Restriction is not null && !meeting.MayReadRestricted;
            rows.Add(new(i.Id, i.Position, i.Number, hidden ? "Sekretess" : i.Title, i.Kind, hidden ? null : i.Presenter, i.Minutes, hidden ? null : i.Proposal, i.Restriction, i.OpenedAt, i.ClosedAt, i.Version, i.AddedAt, begins, hidden));
            begins = begins?.AddMinutes(i.Minutes ?? 0);
        }
        return rows;
    }

    public Task<List<NoteRow>> Notes(Guid item, CancellationToken ct) => Rows(db.Set<Note>().Where(n => n.Item == item), ct);

    /// <returns>Null when the meeting has no such note.</returns>
    public async Task<NoteRow?> Note(Guid meeting, Guid id, CancellationToken ct) => (await Rows(db.Set<Note>().Where(n => n.Meeting == meeting && n.Id == id), ct)).FirstOrDefault();

    /// <summary>Every note of a meeting that stands.</summary>
    public Task<List<NoteRow>> AllNotes(Guid meeting, CancellationToken ct) => Rows(db.Set<Note>().Where(n => n.Meeting == meeting && n.RemovedAt == null), ct);

    static async Task<List<NoteRow>> Rows(IQueryable<Note> notes, CancellationToken ct) =>
        await notes.OrderBy(n => n.Position).ThenBy(n => n.Id).Select(n => new NoteRow(n.Id, n.Item, n.Position, n.Content, n.Version, n.SavedAt, n.SavedBy, n.RemovedAt != null, n.Running)).ToListAsync(ct);

    public async Task<IReadOnlyList<ParticipantRow>> Participants(Guid meeting, CancellationToken ct) =>
        [.. (await db.Set<Participant>().Where(p => p.Meeting == meeting).OrderBy(p => p.Position).ToListAsync(ct))
            .Select(p => new ParticipantRow(p.Id, p.Person, p.Name, p.Organisation, p.OrganisationName, p.Role, p.Seat, p.SeatLabel, p.ServesFor, p.HasDeclined, p.Stays, p.Outs))];
}
