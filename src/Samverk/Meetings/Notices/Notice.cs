using Samverk.Shared;

namespace Samverk.Meetings.Notices;

/// <summary>As what somebody gets the notice.</summary>
public enum RecipientKind { Member, Deputy, Guest, Official }

public enum NoticeAnswer { Comes, Remote, Cannot }

/// <summary>The notice of a meeting: made when it is sent, changed by what happens to the meeting after that.</summary>
internal sealed class Notice : IOwned
{
    Notice() { }

    /// <param name="address">Where Samverk is reached, as the one who sends it reaches it: links in later letters begin so.</param>
    public Notice(Meeting meeting, string? words, int remindDays, string address, DateTimeOffset at, Guid by) =>
        (Area, Owner, Meeting, Told, Words, RemindDays, Address, SentAt, SentBy) = (meeting.Area, meeting.Owner, meeting.Id, meeting.When(), TextRules.Trimmed(words), remindDays, address, at, by);

    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Meeting { get; private set; }
    /// <summary>What the sender wrote in the letters, beside what they always say.</summary>
    public string? Words { get; private set; }
    /// <summary>So many days before the meeting those are reminded who haven't answered; 0 for never.</summary>
    public int RemindDays { get; private set; }
    public string Address { get; private set; } = "";
    public DateTimeOffset SentAt { get; private set; }
    public Guid SentBy { get; private set; }
    /// <summary>When, where and how, as those who got the notice were last told: moved and moved back, nothing has changed for them.</summary>
    public MeetingTime Told { get; private set; } = null!;
    /// <summary>When the meeting was last moved or called off: letters about it wait until it has been still for a minute.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }
    public DateTimeOffset? RemindedAt { get; private set; }

    public void Change(DateTimeOffset at) => ChangedAt = at;

    public void Tell(MeetingTime time) => Told = time;

    public void Remind(DateTimeOffset at) => RemindedAt = at;

    /// <summary>It has been sent once more, with another agenda.</summary>
    public void SendAgain(string? words, int remindDays, string address, Guid by) => (Words, RemindDays, Address, SentBy) = (TextRules.Trimmed(words), remindDays, address, by);
}

/// <summary>Somebody whom the notice goes to, what they have been told and what they have answered.</summary>
internal sealed class NoticeRecipient : IInArea
{
    public const int LongestNote = 500;

    NoticeRecipient() { }

    public NoticeRecipient(Meeting meeting, int position, Recipient of) =>
        (Area, Meeting, Position, Person, Name, Mail, Kind, Organisation, OrganisationName) = (meeting.Area, meeting.Id, position, of.Person, of.Name, of.Mail, of.Kind, of.Organisation, of.OrganisationName);

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Meeting { get; private set; }
    public int Position { get; private set; }
    /// <summary>Null for a mailbox, and for a guest who is nobody in the area.</summary>
    public Guid? Person { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>Null when none is known: nothing is sent, and the page says so.</summary>
    public string? Mail { get; private set; }
    public RecipientKind Kind { get; private set; }
    public Guid? Organisation { get; private set; }
    public string? OrganisationName { get; private set; }
    public NoticeAnswer? Answer { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public string? Note { get; private set; }
    /// <summary>The member whom a deputy has been called to serve for.</summary>
    public Guid? ServesFor { get; private set; }
    /// <summary>The latest letter to them.</summary>
    public Guid? Letter { get; private set; }
    /// <summary>The latest letter that put the meeting in their calendar; null when it isn't there.</summary>
    public Guid? InCalendarBy { get; private set; }
    /// <summary>The highest SEQUENCE that their calendar has been sent; null when it has been sent nothing.</summary>
    public int? CalendarSequence { get; private set; }
    /// <summary>Which state of the meeting they have been told of.</summary>
    public int Sequence { get; private set; }

    /// <summary>They are asked to come: members, guests, and deputies who have been called.</summary>
    public bool IsAsked => Kind is RecipientKind.Member or RecipientKind.Guest || ServesFor is not null;

    public void Reply(NoticeAnswer answer, string? note, DateTimeOffset at)
    {
        Refusal.Heed(note?.Length > LongestNote ? new("note-long", $"Meddelandet är längre än {LongestNote} tecken. Korta det.") : null);
        (Answer, Note, AnsweredAt) = (answer, TextRules.Trimmed(note), at);
    }

    public void Serve(Guid? member) => ServesFor = member;

    /// <summary>A letter was left for them.</summary>
    /// <param name="inCalendar">Whether their calendar shows the meeting when they have got it; null when the letter doesn't speak to calendars.</param>
    public void Told(Guid letter, bool? inCalendar, int sequence, int calendarSequence)
    {
        (Letter, Sequence) = (letter, sequence);
        if (inCalendar is { } shown)
            (InCalendarBy, CalendarSequence) = (shown ? letter : null, calendarSequence);
    }

    /// <summary>They have been told of the meeting as it is, without a letter: it has no address.</summary>
    public void Passed(int sequence) => Sequence = sequence;

    public void ReachedAt(string? mail) => Mail = mail;
}

/// <summary>Somebody to whom a notice is to go.</summary>
public sealed record Recipient(Guid? Person, string Name, string? Mail, RecipientKind Kind, Guid? Organisation, string? OrganisationName);

/// <summary>The Swedish words of notices.</summary>
public static class NoticeWords
{
    public static string Words(this RecipientKind kind) => kind switch
    {
        RecipientKind.Member => "Ledamot",
        RecipientKind.Deputy => "Ersättare",
        RecipientKind.Guest => "Inbjuden",
        RecipientKind.Official => "Officiell brevlåda",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Words(this NoticeAnswer answer) => answer switch
    {
        NoticeAnswer.Comes => "Kommer",
        NoticeAnswer.Remote => "Deltar på distans",
        NoticeAnswer.Cannot => "Kan inte",
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };
}
