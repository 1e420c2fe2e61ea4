using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings;

/// <summary>Something that a body's minutes say and another room keeps: where it was said, and the place in the original.</summary>
public abstract class MeetingFact : Remembering, IOwned
{
    protected MeetingFact() { }

    /// <param name="item">The § it stands under; null where there is none.</param>
    protected MeetingFact(BodyInfo body, Guid meeting, DateOnly on, string? item, Span source) =>
        (Area, Owner, Body, Meeting, On, Item, Source) = (body.Area, body.Host, body.Id, meeting, on, item, source);

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Body { get; private set; }
    public Guid Meeting { get; private set; }
    /// <summary>The day of the meeting.</summary>
    public DateOnly On { get; private set; }
    public string? Item { get; private set; }
    public Span Source { get; private set; } = Span.None;
}
