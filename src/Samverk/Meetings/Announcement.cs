using Samverk.Shared;

namespace Samverk.Meetings;

/// <summary>That the minutes of one meeting say when another will be, and what they say of it.</summary>
internal sealed class Announcement(Guid area, Guid meeting, Guid announcedBy, DateOnly announcedOn, TimeOnly? start, TimeOnly? end, string? place) : IInArea
{
    public Guid Area { get; private set; } = area;
    /// <summary>The coming meeting.</summary>
    public Guid Meeting { get; private set; } = meeting;
    /// <summary>The meeting whose minutes say so.</summary>
    public Guid AnnouncedBy { get; private set; } = announcedBy;
    /// <summary>Its day: of two that differ, the later is right.</summary>
    public DateOnly AnnouncedOn { get; private set; } = announcedOn;
    public TimeOnly? Start { get; private set; } = start;
    public TimeOnly? End { get; private set; } = end;
    public string? Place { get; private set; } = place;
}
