using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Meetings;

[DisplayName("Möte planerat")]
public sealed record MeetingPlanned(Guid Meeting, Guid Body, string BodyName, DateOnly On, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Mötet i {BodyName} {On.InWords()} planerades";
}

/// <summary>Minutes read from an original were confirmed; the meeting is in the record.</summary>
[DisplayName("Protokoll inläst")]
public sealed record MeetingRecorded(Guid Meeting, Guid Body, string BodyName, DateOnly On, Guid Document, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Protokollet från mötet i {BodyName} {On.InWords()} lästes in och bekräftades";
}

/// <summary>A recording was undone. Rooms that keep facts of the meeting withdraw theirs.</summary>
[DisplayName("Inläsning ångrad")]
public sealed record MeetingWithdrawn(Guid Meeting, Guid Body, DateOnly On, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Inläsningen av mötet {On.InWords()} ångrades";
    public override IReadOnlyList<Change> Changed => [new("Läge", "I registret", "Ångrat")];
}

/// <summary>Minutes said another time or place of a coming meeting, or what they said was undone.</summary>
/// <param name="Because">The meeting whose minutes said so.</param>
[DisplayName("Mötes tid eller plats ändrad")]
public sealed record MeetingMoved(Guid Meeting, Guid Body, Guid Because, string? TimeBefore, string? TimeAfter, string? PlaceBefore, string? PlaceAfter, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => "Mötets tid eller plats ändrades efter vad protokoll säger";
    public override IReadOnlyList<Change> Changed => [.. new[] { Change.Of("Tid", TimeBefore, TimeAfter), Change.Of("Plats", PlaceBefore, PlaceAfter) }.OfType<Change>()];
}
