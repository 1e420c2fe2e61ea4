using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Agreements;

/// <summary>That a meeting dealt with an agreement, and what that says of its state.</summary>
internal sealed class AgreementMention : MeetingFact
{
    AgreementMention() { }

    public AgreementMention(BodyInfo body, Guid agreement, Guid meeting, DateOnly on, RecordedAgreement m) : base(body, meeting, on, m.Item, m.Source) =>
        (Agreement, Name, State, NeedsRevision) = (agreement, m.Name, m.State, m.NeedsRevision);

    public Guid Agreement { get; private set; }
    /// <summary>As these minutes write it.</summary>
    public string Name { get; private set; } = "";
    /// <summary>Null where it was only mentioned.</summary>
    public AgreementState? State { get; private set; }
    public bool NeedsRevision { get; private set; }
}

/// <summary>A meeting whose recording was undone: its mentions and consultations are in no register.</summary>
internal sealed class WithdrawnMeeting(Guid area, Guid meeting, DateTimeOffset at, Guid? by) : IInArea
{
    public Guid Area { get; private set; } = area;
    public Guid Meeting { get; private set; } = meeting;
    public DateTimeOffset At { get; private set; } = at;
    public Guid? By { get; private set; } = by;
}
