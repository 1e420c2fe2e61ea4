using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Plans.PuttingOff;

/// <summary>What became of a decision that was put off.</summary>
public enum DeferralState
{
    /// <summary>It has not been taken up again.</summary>
    Waiting,
    /// <summary>A later meeting took it up.</summary>
    Returned,
    /// <summary>Later minutes of the body have been read in; whether they took it up, nobody has said.</summary>
    LaterRead,
}

/// <summary>A decision that a body put off: why, to when, and whether it came back.</summary>
internal sealed class Deferral : MeetingFact
{
    Deferral() { }

    /// <param name="matter">The entry of the body's backlog that it was taken from; null when it had none.</param>
    /// <param name="thread">The address that the backlog knows the matter by.</param>
    public Deferral(BodyInfo body, Guid meeting, DateOnly on, string? item, string what, string? why, DateOnly? to, Guid? matter, string thread, Span source) : base(body, meeting, on, item, source) =>
        (What, WhatFolded, Why, To, ToOrder, Matter, Thread) = (what, Swedish.Fold($"{what} {why}"), TextRules.Trimmed(why), to, to ?? DateOnly.MaxValue, matter, thread);

    public string What { get; private set; } = "";
    public string WhatFolded { get; private set; } = "";
    public string? Why { get; private set; }
    /// <summary>The day that it is to come back; null when none was said.</summary>
    public DateOnly? To { get; private set; }
    /// <summary>As lists sort by it: what has no day comes last.</summary>
    public DateOnly ToOrder { get; private set; }
    public Guid? Matter { get; private set; }
    public string Thread { get; private set; } = "";
    public DeferralState State { get; private set; }
    /// <summary>The meeting that took it up again, its day and the § there.</summary>
    public Guid? ReturnedTo { get; private set; }
    public DateOnly? ReturnedOn { get; private set; }
    public string? ReturnedAs { get; private set; }

    public void Return(Guid meeting, DateOnly on, string item) => (State, ReturnedTo, ReturnedOn, ReturnedAs) = (DeferralState.Returned, meeting, on, item);

    public void HasLater() => State = DeferralState.LaterRead;
}
