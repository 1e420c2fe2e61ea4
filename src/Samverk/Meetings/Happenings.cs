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

/// <summary>Somebody moved a coming meeting to another day, time or place.</summary>
[DisplayName("Möte flyttat")]
public sealed record MeetingReplanned(Guid Meeting, Guid Body, DateOnly OnBefore, DateOnly OnAfter, string? TimeBefore, string? TimeAfter, string? PlaceBefore, string? PlaceAfter,
    string? FormatBefore, string? FormatAfter, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => OnBefore == OnAfter ? $"Tid, plats eller form för mötet {OnAfter.InWords()} ändrades" : $"Mötet {OnBefore.InWords()} flyttades till {OnAfter.InWords()}";
    public override IReadOnlyList<Change> Changed =>
        [.. new[] { Change.Of("Dag", OnBefore.Iso(), OnAfter.Iso()), Change.Of("Tid", TimeBefore, TimeAfter), Change.Of("Plats", PlaceBefore, PlaceAfter), Change.Of("Form", FormatBefore, FormatAfter) }.OfType<Change>()];
}

[DisplayName("Möte inställt")]
public sealed record MeetingCancelled(Guid Meeting, Guid Body, DateOnly On, string Reason, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Mötet {On.InWords()} ställdes in: {Reason}";
    public override IReadOnlyList<Change> Changed => [new("Läge", "Planerat", "Inställt")];
}

[DisplayName("Mötesserie skapad")]
public sealed record SeriesMade(Guid Body, Guid Series, string Rule, int Meetings, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Body;
    public override string Words => $"{(Meetings == 1 ? "Ett möte" : $"{SwedishText.Capital(SwedishText.Word(Meetings))} möten")} planerades i en serie: {Rule}";
}
