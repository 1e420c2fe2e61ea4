using Samverk.Shared;

namespace Samverk.Meetings.Desk;

/// <summary>A time at the meeting, in the room or remote; open while it lasts.</summary>
public sealed record Stay(DateTimeOffset From, DateTimeOffset? To, bool Digital);

/// <summary>Out for one item by conflict of interest (jäv).</summary>
public sealed record OutFor(Guid Item, string Reason);

/// <summary>Somebody who is expected at the meeting, or came: from when to when, in the room or remote, and for whom they serve.</summary>
internal sealed class Participant : IOwned
{
    Participant() { }

    public Participant(Meeting meeting, int position, ParticipantFacts facts)
    {
        (Area, Owner, Meeting, Position) = (meeting.Area, meeting.Owner, meeting.Id, position);
        (Person, Name, Organisation, OrganisationName, Role, Seat, SeatLabel) = (facts.Person, facts.Name, facts.Organisation, facts.OrganisationName, facts.Role, facts.Seat, facts.SeatLabel);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Meeting { get; private set; }
    public int Position { get; private set; }
    /// <summary>Null for a guest who is nobody in the area.</summary>
    public Guid? Person { get; private set; }
    public string Name { get; private set; } = "";
    public Guid? Organisation { get; private set; }
    public string? OrganisationName { get; private set; }
    public AttendanceRole Role { get; private set; }
    public Guid? Seat { get; private set; }
    public string? SeatLabel { get; private set; }
    /// <summary>The member whom a deputy serves for; entitled to decide only then.</summary>
    public Guid? ServesFor { get; private set; }
    /// <summary>Said beforehand that they can't come.</summary>
    public bool HasDeclined { get; private set; }
    public IReadOnlyList<Stay> Stays { get; private set; } = [];
    public IReadOnlyList<OutFor> Outs { get; private set; } = [];

    public bool IsHere => Stays.Count > 0 && Stays[^1].To is null;
    public bool IsDigital => Stays.Count > 0 && Stays[^1].Digital;
    public bool WasHere => Stays.Count > 0;

    /// <summary>Takes part in decisions: a member, the chair, or a deputy who serves for somebody.</summary>
    public bool MayDecide => Role is AttendanceRole.Chair or AttendanceRole.Member || ServesFor is not null;

    public void Arrive(DateTimeOffset at, bool digital)
    {
        if (IsHere && IsDigital == digital)
            return;
        Leave(at);
        Stays = [.. Stays, new(at, null, digital)];
    }

    public void Leave(DateTimeOffset at)
    {
        if (IsHere)
            // Came and went in the same moment: a slip of the hand, not a stay.
            Stays = Stays[^1].From >= at ? [.. Stays.SkipLast(1)] : [.. Stays.SkipLast(1), Stays[^1] with { To = at }];
    }

    /// <summary>The times as somebody corrects them afterwards.</summary>
    public void Correct(IReadOnlyList<Stay> stays) => Stays = [.. stays.OrderBy(stay => stay.From)];

    public void StepOut(Guid item, string reason)
    {
        Refusal.Heed(TextRules.Trimmed(reason) is null ? new("reason-missing", "Skäl saknas. Skriv varför personen är jävig.") : null);
        Outs = [.. Outs.Where(o => o.Item != item), new(item, reason.Trim())];
    }

    public void StepIn(Guid item) => Outs = [.. Outs.Where(o => o.Item != item)];

    public void ServeFor(Guid? member) => ServesFor = member;

    public void Decline(bool declined) => HasDeclined = declined;
}

/// <summary>Who somebody at a meeting is.</summary>
public sealed record ParticipantFacts(Guid? Person, string Name, Guid? Organisation, string? OrganisationName, AttendanceRole Role, Guid? Seat = null, string? SeatLabel = null);
