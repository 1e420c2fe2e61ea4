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

/// <summary>The notice was sent, or a changed one.</summary>
/// <param name="Version">Of the agenda, 1 for the first that was sent.</param>
[DisplayName("Kallelse skickad")]
public sealed record MeetingCalled(Guid Meeting, string BodyName, DateOnly On, int Version, int Recipients, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => Version == 1 ? $"Kallelsen till mötet i {BodyName} {On.InWords()} skickades till {SwedishText.Word(Recipients)} mottagare" : $"En ändrad kallelse skickades till {SwedishText.Word(Recipients)} mottagare";
}

[DisplayName("Möte öppnat")]
public sealed record MeetingOpened(Guid Meeting, DateOnly On, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Mötet {On.InWords()} öppnades";
}

[DisplayName("Möte avslutat")]
public sealed record MeetingEnded(Guid Meeting, DateOnly On, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Mötet {On.InWords()} avslutades";
}

[DisplayName("Möte återupptaget")]
public sealed record MeetingResumed(Guid Meeting, DateOnly On, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Mötet {On.InWords()} återupptogs";
}

/// <summary>Others than the body's own chair and secretary act at this meeting, or its own do again.</summary>
/// <param name="Chair">Null: the body's own.</param>
[DisplayName("Ordförande och sekreterare för ett möte")]
public sealed record MeetingActingChosen(Guid Meeting, DateOnly On, string? Chair, string? Secretary, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Vid mötet {On.InWords()} är {Chair ?? "organets egen"} ordförande och {Secretary ?? "organets egen"} sekreterare";
}

/// <summary>The text of the minutes was frozen and sent for adjustment.</summary>
/// <param name="Seal">SHA-256 of the PDF.</param>
/// <param name="Adjusters">How many are to adjust it.</param>
[DisplayName("Protokoll skickat för justering")]
public sealed record MinutesFrozen(Guid Meeting, Guid Text, int Version, string Seal, int Adjusters, DateOnly DueOn, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Protokollet låstes (version {Version}) och skickades för justering senast {DueOn.InWords()}";
}

[DisplayName("Protokoll öppnat för ändring")]
public sealed record MinutesReopened(Guid Meeting, int Version, string Reason, int Approvals, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Protokollet öppnades för ändring: {Reason}{(Approvals == 0 ? "" : $" ({SwedishText.Word(Approvals)} {(Approvals == 1 ? "justering" : "justeringar")} gäller inte längre)")}";
}

[DisplayName("Protokoll justerat av en person")]
public sealed record MinutesApproved(Guid Meeting, Guid Text, string Name, string Seal, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"{Name} justerade protokollet";
}

[DisplayName("Protokoll inte justerat av en person")]
public sealed record MinutesObjected(Guid Meeting, Guid Text, string Name, string Reason, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"{Name} justerade inte protokollet: {Reason}";
}

/// <summary>All who adjust have done so: the minutes are sealed and in the record. Rooms open what the minutes gave rise to.</summary>
/// <param name="Text">The frozen text that was adjusted; <see cref="MeetingsRecord"/> says what stands in it.</param>
[DisplayName("Protokoll justerat")]
public sealed record MinutesAdjusted(Guid Meeting, Guid Body, string BodyName, DateOnly On, Guid Text, string Seal, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"Protokollet från mötet i {BodyName} {On.InWords()} är justerat och förseglat";
}

[DisplayName("Protokoll rättat")]
public sealed record MinutesCorrected(Guid Meeting, string? Item, string Correction, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Meeting;
    public override string Words => $"En rättelse antecknades{(Item is null ? "" : $" vid § {Item}")}: {Correction}";
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
