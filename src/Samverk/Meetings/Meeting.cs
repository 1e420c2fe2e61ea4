using Samverk.Meetings.Publishing;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings;

/// <summary>Where a meeting stands (see <c>README.md</c>).</summary>
public enum MeetingState
{
    /// <summary>It has a day, nothing more.</summary>
    Planned,
    /// <summary>Its agenda has been sent to those who are to come.</summary>
    Called,
    /// <summary>It has been opened and not ended.</summary>
    Running,
    /// <summary>It has ended; its minutes are being written.</summary>
    Held,
    /// <summary>The text of its minutes is frozen and sent to those who adjust it.</summary>
    Adjusting,
    /// <summary>All who adjust have done so: the minutes are sealed and never change.</summary>
    Adjusted,
    /// <summary>Its minutes were read from an original and confirmed by a person.</summary>
    Recorded,
    /// <summary>Recorded or adjusted, and its minutes are public.</summary>
    Published,
    /// <summary>It was planned or called, and will not be held.</summary>
    Cancelled,
    /// <summary>The recording was undone; it is in no register.</summary>
    Withdrawn,
}

public enum MeetingFormat { Onsite, Digital, Hybrid }

/// <summary>One meeting of a body: planned, or recorded from minutes that were adjusted elsewhere.</summary>
internal sealed partial class Meeting : Remembering, IOwned
{
    readonly List<Attendance> attendance = [];
    readonly List<AgendaItem> items = [];
    readonly List<Decision> decisions = [];
    readonly List<Question> questions = [];
    readonly List<ProposedItem> proposedItems = [];
    readonly List<Attachment> attachments = [];

    Meeting() { }

    Meeting(BodyInfo body, DateOnly on) => (Area, Owner, Body, On) = (body.Area, body.Host, body.Id, on);

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Body { get; private set; }
    public DateOnly On { get; private set; }
    public TimeOnly? Start { get; private set; }
    public TimeOnly? End { get; private set; }
    public string? Place { get; private set; }
    public MeetingFormat? Format { get; private set; }
    /// <summary>What its minutes call themselves: protokoll, mötesanteckningar, minnesanteckningar.</summary>
    public string? MinutesKind { get; private set; }
    public string? CaseNumber { get; private set; }
    public string? Chair { get; private set; }
    public string? Secretary { get; private set; }
    public List<string> Adjusters { get; private set; } = [];
    public DateOnly? AdjustedOn { get; private set; }
    /// <summary>The original that it was recorded from; null while only planned.</summary>
    public Guid? Document { get; private set; }
    /// <summary>It is in the calendar only because minutes announced it; without them it goes.</summary>
    public bool IsAnnounced { get; private set; }
    /// <summary>The recorded meeting that took this planned one's place; the recording undone, it is planned again.</summary>
    public Guid? ReplacedBy { get; private set; }
    public Withdrawal? Withdrawal { get; private set; }
    /// <summary>When its minutes came into the record: they were read in and confirmed, or adjusted here; null before that.</summary>
    public DateTimeOffset? InRecordSince { get; private set; }
    /// <summary>Who chairs it or keeps its minutes, when others than the body's own do.</summary>
    public Guid? ActingChair { get; private set; }
    public Guid? ActingSecretary { get; private set; }
    public DateTimeOffset? CalledAt { get; private set; }
    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }
    /// <summary>The frozen text that is sent for adjustment, and then was adjusted; null while the minutes are written.</summary>
    public Guid? FrozenAs { get; private set; }
    /// <summary>The act by which its minutes are public; null while they are internal.</summary>
    public Guid? Publication { get; private set; }

    public IReadOnlyList<Attendance> Attendance => attendance;
    public IReadOnlyList<AgendaItem> Items => items;
    public IReadOnlyList<Decision> Decisions => decisions;
    public IReadOnlyList<Question> Questions => questions;
    public IReadOnlyList<ProposedItem> ProposedItems => proposedItems;
    public IReadOnlyList<Attachment> Attachments => attachments;

    public MeetingState State =>
        Withdrawal is not null ? MeetingState.Withdrawn
        : CancelledAt is not null ? MeetingState.Cancelled
        : Publication is not null ? MeetingState.Published
        : InRecordSince is not null ? (Document is null ? MeetingState.Adjusted : MeetingState.Recorded)
        : FrozenAs is not null ? MeetingState.Adjusting
        : EndedAt is not null ? MeetingState.Held
        : StartedAt is not null ? MeetingState.Running
        : CalledAt is not null ? MeetingState.Called
        : MeetingState.Planned;

    public static Meeting Plan(BodyInfo body, DateOnly on, TimeOnly? start, TimeOnly? end, string? place, bool isAnnounced, DateTimeOffset at, Guid? by)
    {
        var meeting = new Meeting(body, on) { Start = start, End = end, Place = place, IsAnnounced = isAnnounced };
        meeting.Remember(new MeetingPlanned(meeting.Id, body.Id, body.Name, on, at, by));
        return meeting;
    }

    /// <param name="lastRunning">The running number of the body's latest decision that year, 0 when it is the first.</param>
    public static Meeting Record(BodyInfo body, RecordedMinutes minutes, int lastRunning, DateTimeOffset at, Guid? by)
    {
        var meeting = new Meeting(body, minutes.On)
        {
            Start = minutes.Start,
            End = minutes.End,
            Place = minutes.Place,
            Format = minutes.Format,
            MinutesKind = minutes.Kind,
            CaseNumber = minutes.CaseNumber,
            Chair = minutes.Chair,
            Secretary = minutes.Secretary,
            Adjusters = [.. minutes.Adjusters],
            AdjustedOn = minutes.AdjustedOn,
            Document = minutes.Document,
            InRecordSince = at,
        };
        meeting.attendance.AddRange(minutes.Attendance.Select((a, i) => new Attendance(meeting, i, a)));
        meeting.items.AddRange(minutes.Items.Select((a, i) => new AgendaItem(meeting, i, a)));
        meeting.decisions.AddRange(minutes.Decisions.Select((d, i) => new Decision(meeting, i, body.Code, lastRunning + i + 1, d)));
        meeting.questions.AddRange(minutes.Questions.Select((q, i) => new Question(meeting, i, q)));
        meeting.proposedItems.AddRange(minutes.ProposedItems.Select((p, i) => new ProposedItem(meeting, i, p)));
        meeting.attachments.AddRange(minutes.Attachments.Select((a, i) => new Attachment(meeting, i, a)));
        meeting.Remember(new MeetingRecorded(meeting.Id, body.Id, body.Name, minutes.On, minutes.Document, at, by));
        return meeting;
    }

    /// <summary>What later minutes say of a planned meeting: the later word holds, and silence changes nothing.</summary>
    internal void Heed(Announcement said, DateTimeOffset at, Guid? by) => Moved(said.AnnouncedBy, at, by, () => Heed(said));

    /// <summary>Forgets what undone minutes said, and heeds those that are left, the earliest first.</summary>
    internal void HeedOnly(IReadOnlyList<Announcement> left, Guid undone, DateTimeOffset at, Guid? by) => Moved(undone, at, by, () =>
    {
        (Start, End, Place) = (null, null, null);
        foreach (var said in left)
            Heed(said);
    });

    void Heed(Announcement said) => (Start, End, Place) = (said.Start ?? Start, said.Start is null ? End : said.End, said.Place ?? Place);

    void Moved(Guid because, DateTimeOffset at, Guid? by, Action move)
    {
        var from = When();
        move();
        if (from.Clock == When().Clock && from.Place == Place)
            return;
        Sequence++;
        Remember(new MeetingMoved(Id, Body, because, from.Clock, When().Clock, from.Place, Place, at, by));
    }

    internal void Replace(Meeting recorded) => ReplacedBy = recorded.Id;

    internal void PlannedAgain() => ReplacedBy = null;

    /// <summary>Why its recording can't be undone now; null when it can.</summary>
    public Refusal? MayWithdraw() =>
        Withdrawal is not null ? new("already-withdrawn", "Mötet är redan borttaget ur registret.")
        : InRecordSince is not null && Document is null ? new("adjusted-stays", "Ett justerat protokoll kan inte tas bort, bara rättas.")
        : null;

    public void Withdraw(DateTimeOffset at, Guid? by)
    {
        Refusal.Heed(MayWithdraw());
        Withdrawal = new Withdrawal(Area, Id, at, by);
        Remember(new MeetingWithdrawn(Id, Body, On, at, by));
    }

    /// <summary>Why its minutes can't be made public now; null when they can.</summary>
    public Refusal? MayPublish() => State switch
    {
        MeetingState.Recorded or MeetingState.Adjusted => null,
        MeetingState.Published => new("already-published", $"Protokollet {On.InWords()} är redan publicerat."),
        _ => new("not-recorded", "Bara inlästa och justerade protokoll kan publiceras."),
    };

    public Publication Publish(string bodyName, IReadOnlyList<DecidedMask> masks, DateTimeOffset at, Guid? by)
    {
        Refusal.Heed(MayPublish());
        var publication = new Publication(this, masks, at, by);
        Publication = publication.Id;
        Remember(new MinutesPublished(Id, publication.Id, bodyName, On, masks.Count(m => m.IsHidden), at, by));
        return publication;
    }

    public void Unpublish(Publication publication, DateTimeOffset at, Guid? by)
    {
        Refusal.Heed(Publication == publication.Id ? null : new("not-published", "Protokollet är inte publicerat."));
        publication.Withdraw(at, by);
        Publication = null;
        Remember(new PublicationWithdrawn(Id, publication.Id, On, at, by));
    }
}

/// <summary>The undoing of a recording, as a row of its own.</summary>
internal sealed class Withdrawal(Guid area, Guid meeting, DateTimeOffset at, Guid? by) : IInArea
{
    public Guid Area { get; private set; } = area;
    public Guid Meeting { get; private set; } = meeting;
    public DateTimeOffset At { get; private set; } = at;
    public Guid? By { get; private set; } = by;
}
