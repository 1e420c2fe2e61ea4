using Samverk.Shared;

namespace Samverk.Meetings;

public sealed record MeetingPlanned(Guid Meeting, Guid Body, string BodyName, DateOnly On, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Mötet i {BodyName} {On.InWords()} planerades";
}

/// <summary>Minutes read from an original were confirmed; the meeting is in the record.</summary>
public sealed record MeetingRecorded(Guid Meeting, Guid Body, string BodyName, DateOnly On, Guid Document, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Protokollet från mötet i {BodyName} {On.InWords()} lästes in och bekräftades";
}

/// <summary>A recording was undone. Rooms that keep facts of the meeting withdraw theirs.</summary>
public sealed record MeetingWithdrawn(Guid Meeting, Guid Body, DateOnly On, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Inläsningen av mötet {On.InWords()} ångrades";
}
