using Samverk.Shared;

namespace Samverk.Meetings;

public enum AttendanceRole { Chair, Secretary, Member, Deputy, Guest, Participant }

public enum Presence { Present, Absent, Partial }

/// <summary>What a decision is. Recorded 'approval' about an agreement is an endorsement.</summary>
public enum DecisionOutcome { Approval, Endorsement, Decision, Election, Recommendation, Deferral, ReferralBack }

/// <summary>Somebody who was, or was not, at the meeting. A name that nobody has matched stays a name.</summary>
internal sealed class Attendance : IInArea
{
    Attendance() { }

    internal Attendance(Meeting meeting, int position, RecordedAttendance a)
    {
        (Area, Meeting, Position, Name, NameSort) = (meeting.Area, meeting.Id, position, a.Name, Swedish.SortKey(a.Name));
        (Person, OrganisationName, Organisation, Role, Presence, Digital, Note, Source) = (a.Person, a.OrganisationName, a.Organisation, a.Role, a.Presence, a.Digital, a.Note, a.Source);
        Items = [.. a.Items];
    }

    public Guid Area { get; private set; }
    public Guid Meeting { get; private set; }
    public int Position { get; private set; }
    public string Name { get; private set; } = "";
    public byte[] NameSort { get; private set; } = [];
    public Guid? Person { get; private set; }
    public string? OrganisationName { get; private set; }
    public Guid? Organisation { get; private set; }
    public AttendanceRole Role { get; private set; }
    public Presence Presence { get; private set; }
    public bool Digital { get; private set; }
    /// <summary>The only items attended, where the minutes say so.</summary>
    public List<string> Items { get; private set; } = [];
    public string? Note { get; private set; }
    public Span Source { get; private set; } = Span.None;
}

/// <summary>A matter on the agenda; its number is the § of the minutes.</summary>
internal sealed class AgendaItem : IInArea
{
    AgendaItem() { }

    internal AgendaItem(Meeting meeting, int position, RecordedItem item) =>
        (Area, Meeting, Position, Number, Title, TitleFolded, Presenters, Source) = (meeting.Area, meeting.Id, position, item.Number, item.Title, Swedish.Fold(item.Title), [.. item.Presenters], item.Source);

    public Guid Area { get; private set; }
    public Guid Meeting { get; private set; }
    public int Position { get; private set; }
    public string? Number { get; private set; }
    public string Title { get; private set; } = "";
    public string TitleFolded { get; private set; } = "";
    public List<string> Presenters { get; private set; } = [];
    public Span Source { get; private set; } = Span.None;
}

/// <summary>What a body decided.</summary>
internal sealed class Decision : IOwned
{
    Decision() { }

    internal Decision(Meeting meeting, int position, string bodyCode, int running, RecordedDecision d)
    {
        (Area, Owner, Meeting, Body, On, Position) = (meeting.Area, meeting.Owner, meeting.Id, meeting.Body, meeting.On, position);
        (Running, TextFolded) = (running, Swedish.Fold(d.Text));
        (Number, Item, Text, Outcome, Source) = ($"{bodyCode} {meeting.On.Year}:{running}", d.Item, d.Text, d.Outcome, d.Source);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Meeting { get; private set; }
    public Guid Body { get; private set; }
    public DateOnly On { get; private set; }
    public int Position { get; private set; }
    /// <summary>1, 2, 3 … within the body and year, in the order of recording.</summary>
    public int Running { get; private set; }
    /// <summary>'{body code} {year}:{running number}', unique in the area.</summary>
    public string Number { get; private set; } = "";
    /// <summary>The § it was taken under.</summary>
    public string? Item { get; private set; }
    public string Text { get; private set; } = "";
    /// <summary>The text folded for searching, alike on both databases.</summary>
    public string TextFolded { get; private set; } = "";
    public DecisionOutcome Outcome { get; private set; }
    public Span Source { get; private set; } = Span.None;
}

/// <summary>A question put at the meeting with its answers and comments.</summary>
internal sealed class Question : IOwned
{
    Question() { }

    internal Question(Meeting meeting, int position, RecordedQuestion q)
    {
        (Area, Owner, Meeting, Body, On, Position, Item) = (meeting.Area, meeting.Owner, meeting.Id, meeting.Body, meeting.On, position, q.Item);
        (Text, Answers, Comments, Source) = (q.Text, [.. q.Answers], [.. q.Comments], q.Source);
        TextFolded = Swedish.Fold(string.Join(' ', [q.Text ?? "", .. q.Answers, .. q.Comments]));
        IsAnswered = q.Answers.Count > 0;
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Meeting { get; private set; }
    public Guid Body { get; private set; }
    public DateOnly On { get; private set; }
    public int Position { get; private set; }
    public string? Item { get; private set; }
    public string? Text { get; private set; }
    public bool IsAnswered { get; private set; }
    /// <summary>Question, answers and comments, folded for searching.</summary>
    public string TextFolded { get; private set; } = "";
    public List<string> Answers { get; private set; } = [];
    public List<string> Comments { get; private set; } = [];
    public Span Source { get; private set; } = Span.None;
}

/// <summary>A question put forward for a coming meeting of the body.</summary>
internal sealed class ProposedItem : IInArea
{
    ProposedItem() { }

    internal ProposedItem(Meeting meeting, int position, RecordedText p) =>
        (Area, Meeting, Position, Text, Source) = (meeting.Area, meeting.Id, position, p.Text, p.Source);

    public Guid Area { get; private set; }
    public Guid Meeting { get; private set; }
    public int Position { get; private set; }
    public string Text { get; private set; } = "";
    public Span Source { get; private set; } = Span.None;
}

/// <summary>Something that the minutes say was attached.</summary>
internal sealed class Attachment : IInArea
{
    Attachment() { }

    internal Attachment(Meeting meeting, int position, RecordedAttachment a) =>
        (Area, Meeting, Position, Item, Name, Source) = (meeting.Area, meeting.Id, position, a.Item, a.Name, a.Source);

    public Guid Area { get; private set; }
    public Guid Meeting { get; private set; }
    public int Position { get; private set; }
    public string? Item { get; private set; }
    public string Name { get; private set; } = "";
    public Span Source { get; private set; } = Span.None;
}
