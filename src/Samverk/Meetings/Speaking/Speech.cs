using Samverk.Meetings.Desk;
using Samverk.Shared;

namespace Samverk.Meetings.Speaking;

/// <summary>In turn, or a rejoinder (replik) to the one who speaks, which goes before all turns.</summary>
public enum SpeechKind { Turn, Rejoinder }

/// <summary>
/// A place on the speakers' list of one item: asked for, then spoken, or left. It says who had the floor and when, never
/// what was said. Working material: it goes when the minutes are adjusted.
/// </summary>
internal sealed class Speech : IOwned
{
    Speech() { }

    public Speech(DraftItem item, Participant who, SpeechKind kind, int position, DateTimeOffset at, Guid by) =>
        (Area, Owner, Meeting, Item, Participant, Kind, Position, AskedAt, AskedBy) = (item.Area, item.Owner, item.Meeting, item.Id, who.Id, kind, position, at, by);

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Meeting { get; private set; }
    public Guid Item { get; private set; }
    public Guid Participant { get; private set; }
    public SpeechKind Kind { get; private set; }
    /// <summary>The order among those who wait, the lowest first.</summary>
    public int Position { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    /// <summary>Who put them on the list: they themselves, or who leads it.</summary>
    public Guid AskedBy { get; private set; }
    public DateTimeOffset? BeganAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    /// <summary>When it was taken back or struck, or the list closed before their turn came.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    public bool Waits => BeganAt is null && LeftAt is null;

    public bool IsSpeaking => BeganAt is not null && EndedAt is null;

    /// <summary>Why somebody can't have a place on the list of an item now; null when they can.</summary>
    /// <param name="who">Null for somebody who isn't on the list of those who are expected or came.</param>
    public static Refusal? MayBe(Meeting meeting, DraftItem? item, Participant? who) =>
        meeting.State != MeetingState.Running || item is not { OpenedAt: not null, ClosedAt: null } ? SpeakersList.Closed
        : who is null ? new("not-listed", "Du står inte på närvarolistan. Säg till sekreteraren.")
        : !who.IsHere ? new("not-here", $"{who.Name} är inte noterad som närvarande. Säg till sekreteraren.")
        : who.Outs.Any(o => o.Item == item.Id) ? new("out-for-item", $"{who.Name} är ute under punkten på grund av jäv.")
        : null;

    public void Begin(DateTimeOffset at) => BeganAt ??= at;

    public void End(DateTimeOffset at)
    {
        if (IsSpeaking)
            EndedAt = at;
    }

    public void Leave(DateTimeOffset at)
    {
        if (Waits)
            LeftAt = at;
    }

    public void MoveTo(int position) => Position = position;
}
