using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings;

/// <summary>When, where and how a meeting is to be held.</summary>
public sealed record MeetingTime(DateOnly On, TimeOnly? Start, TimeOnly? End, string? Place, MeetingFormat? Format)
{
    /// <summary>'9.30–12.00'; null when no time is set.</summary>
    public string? Clock => Start is null ? null : Dates.Span(Start, End);
}

/// <summary>A meeting before it is held: planned, moved, called off.</summary>
internal sealed partial class Meeting
{
    /// <summary>Why it was called off.</summary>
    public string? CancelledFor { get; private set; }
    /// <summary>How many times calendars have been given reason to change: a new day, time or place, or called off.</summary>
    public int Sequence { get; private set; }

    public static Meeting Plan(BodyInfo body, MeetingTime time, DateTimeOffset at, Guid? by)
    {
        var meeting = Plan(body, time.On, time.Start, time.End, time.Place, isAnnounced: false, at, by);
        meeting.Format = time.Format;
        return meeting;
    }

    /// <summary>When, where and how it is to be held, or was.</summary>
    public MeetingTime When() => new(On, Start, End, Place, Format);

    /// <summary>Why it can't be moved or called off; null when it can.</summary>
    public Refusal? MayReplan() => State switch
    {
        MeetingState.Planned or MeetingState.Called => null,
        MeetingState.Cancelled => new("cancelled", "Mötet är inställt."),
        _ => new("already-held", "Mötet har börjat eller hållits. Det kan inte flyttas eller ställas in."),
    };

    /// <summary>Somebody moves it to another day, time or place.</summary>
    public void Replan(MeetingTime to, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(MayReplan());
        var from = When();
        // What somebody has said by hand isn't taken back when minutes that announced it are undone.
        (On, Start, End, Place, Format, IsAnnounced) = (to.On, to.Start, to.End, to.Place, to.Format, false);
        if (from == to)
            return;
        Sequence++;
        Remember(new MeetingReplanned(Id, Body, from.On, to.On, from.Clock, to.Clock, from.Place, to.Place, from.Format?.Words(), to.Format?.Words(), at, by));
    }

    public void Cancel(string reason, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(MayReplan() ?? TextRules.OneLine(reason, "Skälet") ?? (TextRules.Trimmed(reason) is null ? new("reason-missing", "Skäl saknas. Skriv varför mötet ställs in.") : null));
        (CancelledAt, CancelledFor) = (at, reason.Trim());
        Sequence++;
        Remember(new MeetingCancelled(Id, Body, On, CancelledFor, at, by));
    }
}
