using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Plans;

/// <summary>A day by which something is to have happened, as the minutes say.</summary>
internal sealed class Deadline : MeetingFact
{
    Deadline() { }

    public Deadline(BodyInfo body, Guid meeting, DateOnly on, RecordedDeadline d) : base(body, meeting, on, d.Item, d.Source) =>
        (What, WhatFolded, Date, DateLast) = (d.What, Swedish.Fold(d.What), d.Date.Text, d.Date.Last);

    public string What { get; private set; } = "";
    public string WhatFolded { get; private set; } = "";
    public string Date { get; private set; } = "";
    public DateOnly DateLast { get; private set; }
}

/// <summary>A meeting whose recording was undone: its assignments and deadlines are in no register.</summary>
internal sealed class WithdrawnMeeting(Guid area, Guid meeting, DateTimeOffset at, Guid? by) : IInArea
{
    public Guid Area { get; private set; } = area;
    public Guid Meeting { get; private set; } = meeting;
    public DateTimeOffset At { get; private set; } = at;
    public Guid? By { get; private set; } = by;
}
