using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Speaking;

/// <summary>Somebody on the list.</summary>
/// <param name="IsHere">False of one who has left the meeting since they asked.</param>
public sealed record SpeechRow(Guid Id, Guid Participant, string Name, string? OrganisationName, SpeechKind Kind, DateTimeOffset AskedAt, DateTimeOffset? BeganAt, DateTimeOffset? EndedAt, bool IsHere)
{
    public bool IsSpeaking => BeganAt is not null && EndedAt is null;
}

/// <summary>The speakers' list of the item that is up, as somebody sees it.</summary>
/// <param name="Waiting">Those who wait, in their order.</param>
/// <param name="Spoken">Those who have spoken under the item, the latest last.</param>
/// <param name="Me">The reader's own row of those who are there; null of one who isn't on that list.</param>
/// <param name="MayAsk">Why the reader can't ask for the floor; null when they can.</param>
/// <param name="MayLead">The reader leads the list.</param>
public sealed record SpeakersView(Guid Item, string Number, SpeechRow? Speaking, IReadOnlyList<SpeechRow> Waiting, IReadOnlyList<SpeechRow> Spoken, Guid? Me, Refusal? MayAsk, bool MayLead, IReadOnlyList<ParticipantRow> Here)
{
    /// <summary>The reader's own place, in turn or as a rejoinder.</summary>
    public SpeechRow? Mine(SpeechKind kind) => Waiting.FirstOrDefault(s => s.Participant == Me && s.Kind == kind);

    public bool IsMySpeech => Speaking is not null && Speaking.Participant == Me;

    /// <summary>Somebody else speaks or has spoken, who can be answered.</summary>
    public bool MayRejoin => (Speaking is not null || Spoken.Count > 0) && !IsMySpeech;
}

/// <summary>Reads the speakers' list of a meeting.</summary>
public sealed class SpeakersLists(SamverkDb db, DeskLists desk)
{
    /// <returns>Null when no item is up.</returns>
    public async Task<SpeakersView?> Now(HeldView held, Actor actor, CancellationToken ct)
    {
        if (held.State != MeetingState.Running || await db.Set<DraftItem>().Where(i => i.Meeting == held.Id && i.OpenedAt != null && i.ClosedAt == null).OrderBy(i => i.Position).FirstOrDefaultAsync(ct) is not { } item)
            return null;
        var meeting = await db.Set<Meeting>().SingleAsync(m => m.Id == held.Id, ct);
        var me = await db.Set<Participant>().FirstOrDefaultAsync(p => p.Meeting == held.Id && p.Person == actor.Person, ct);
        var people = (await desk.Participants(held.Id, ct)).ToDictionary(p => p.Id);
        var rows = (await db.Set<Speech>().Where(s => s.Item == item.Id && s.LeftAt == null).ToListAsync(ct)).ConvertAll(s => (s.Position, Row: Row(s, people[s.Participant])));
        return new(item.Id, item.Number, rows.Find(s => s.Row.IsSpeaking).Row, [.. rows.Where(s => s.Row.BeganAt is null).OrderBy(s => s.Position).Select(s => s.Row)],
            [.. rows.Where(s => s.Row.EndedAt is not null).OrderBy(s => s.Row.BeganAt).Select(s => s.Row)], me?.Id,
            actor.May(Permission.Speak) ?? Speech.MayBe(meeting, item, me), meeting.MayLeadSpeakers(actor) is null, [.. people.Values.Where(p => p.IsHere)]);
    }

    static SpeechRow Row(Speech s, ParticipantRow who) => new(s.Id, who.Id, who.Name, who.SeatLabel ?? who.OrganisationName, s.Kind, s.AskedAt, s.BeganAt, s.EndedAt, who.IsHere);
}
