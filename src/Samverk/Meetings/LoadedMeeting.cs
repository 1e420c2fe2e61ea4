using Samverk.Organisations;

namespace Samverk.Meetings;

/// <summary>A meeting as rows for <see cref="Storage.BulkLoad"/>: as it is recorded, without asking what is known before.</summary>
public sealed record LoadedMeeting(Guid Id, IReadOnlyList<object> Rows)
{
    /// <param name="lastRunning">The running number of the body's latest decision that year, 0 when it is the first.</param>
    /// <param name="isPublic">Its minutes were published as they were recorded, nothing hidden.</param>
    public static LoadedMeeting Of(BodyInfo body, RecordedMinutes minutes, int lastRunning, bool isPublic, DateTimeOffset at)
    {
        var meeting = Meeting.Record(body, minutes, lastRunning, at, null);
        object[] publication = isPublic ? [meeting.Publish(body.Name, [], at, null)] : [];
        return new(meeting.Id, [meeting, .. publication, .. meeting.Attendance, .. meeting.Items, .. meeting.Decisions, .. meeting.Questions, .. meeting.ProposedItems, .. meeting.Attachments]);
    }

    /// <summary>A coming meeting that the minutes of an earlier one announced.</summary>
    public static LoadedMeeting Announced(BodyInfo body, RecordedNextMeeting next, Guid by, DateOnly on, DateTimeOffset at)
    {
        var meeting = Meeting.Plan(body, next.On, next.Start, next.End, next.Place, isAnnounced: true, at, null);
        return new(meeting.Id, [meeting, new Announcement(body.Area, meeting.Id, by, on, next.Start, next.End, next.Place)]);
    }
}
