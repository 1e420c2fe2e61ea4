using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings.Backlog;

/// <summary>Why a matter waits for a meeting.</summary>
public enum BacklogKind
{
    /// <summary>Another body asks, and gets the answer back.</summary>
    Sent,
    /// <summary>A member or a principal asks.</summary>
    Question,
    /// <summary>An assignment is to be reported.</summary>
    ReportBack,
    /// <summary>A meeting put it off.</summary>
    Deferred,
    /// <summary>A meeting said that it should be taken up.</summary>
    Proposed,
    Other,
}

/// <summary>A matter to be put in a body's backlog.</summary>
/// <param name="From">Who asks or proposes, as it is to be read.</param>
/// <param name="Source">Where in Samverk it comes from: an address, which with body and kind says which matter it is.</param>
/// <param name="DueOn">To be taken up at a meeting by then.</param>
public sealed record BacklogMatter(BacklogKind Kind, string Title, string? Text = null, string? From = null, string? Source = null, DateOnly? DueOn = null)
{
    /// <summary>A matter of a text that may be longer than a title.</summary>
    public static BacklogMatter Of(BacklogKind kind, string text, string? from, string? source) => text.Length <= BacklogEntry.LongestTitle
        ? new(kind, text, From: from, Source: source)
        : new(kind, $"{text[..(BacklogEntry.LongestTitle - 1)]}…", text[..Math.Min(text.Length, BacklogEntry.LongestText)], from, source);
}

/// <summary>
/// A matter that waits to be taken up by a body. It is open until it is taken to a meeting, withdrawn, or answered;
/// parked it is open, and out of the way. One that was sent to another body gets its answer back from there.
/// </summary>
internal sealed class BacklogEntry : Remembering, IOwned
{
    public const int LongestTitle = 300, LongestText = 4000;

    BacklogEntry() { }

    public BacklogEntry(BodyInfo body, BacklogMatter matter, DateTimeOffset at, Guid? by)
    {
        Refusal.Heed(Fault(matter));
        (Area, Owner, Body, Kind, PutAt, PutBy) = (body.Area, body.Host, body.Id, matter.Kind, at, by);
        (Title, Text, From, Source, DueOn) = (matter.Title.Trim(), TextRules.Trimmed(matter.Text), TextRules.Trimmed(matter.From), matter.Source, matter.DueOn);
        Remember(new BacklogPut(Id, Body, Title, body.ShortName, at, by));
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Body { get; private set; }
    public BacklogKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    /// <summary>The question, or what the matter is about.</summary>
    public string? Text { get; private set; }
    public string? From { get; private set; }
    public string? Source { get; private set; }
    public DateOnly? DueOn { get; private set; }
    public DateTimeOffset PutAt { get; private set; }
    public Guid? PutBy { get; private set; }
    public DateTimeOffset? ParkedAt { get; private set; }
    /// <summary>It is no longer parked from that day; null parks it until somebody takes it up.</summary>
    public DateOnly? ParkedUntil { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? WithdrawnFor { get; private set; }
    /// <summary>The meeting whose agenda it is on.</summary>
    public Guid? Meeting { get; private set; }
    public Guid? Item { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public string? Answer { get; private set; }
    /// <summary>Where the answer was given.</summary>
    public string? AnsweredIn { get; private set; }
    /// <summary>The entry of the body that asks.</summary>
    public Guid? AskedBy { get; private set; }
    /// <summary>The body that this one has been sent to, with the entry that it became there.</summary>
    public Guid? SentTo { get; private set; }
    public Guid? SentAs { get; private set; }

    public bool IsOpen => WithdrawnAt is null && Meeting is null && (AnsweredAt is null || SentTo is not null);

    public bool IsParked(DateOnly today) => ParkedAt is not null && (ParkedUntil is null || ParkedUntil > today);

    public static Refusal? Fault(BacklogMatter matter) =>
        TextRules.Trimmed(matter.Title) is not { } title ? new("title-missing", "Rubrik saknas. Skriv vad ärendet gäller.")
        : title.Length > LongestTitle ? new("title-long", $"Rubriken är längre än {LongestTitle} tecken. Korta den.")
        : matter.Text?.Length > LongestText ? new("text-long", $"Texten är längre än {SwedishText.Figure(LongestText)} tecken. Korta den.")
        : TextRules.OneLine(matter.From, "Vem som frågar");

    public void Park(DateOnly? until, DateOnly today, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(NotOpen() ?? (until <= today ? new("parked-past", "Dagen har redan varit. Välj en senare, eller lämna tomt för tills vidare.") : null));
        (ParkedAt, ParkedUntil) = (at, until);
        Remember(new BacklogParked(Id, until is { } day ? $"till {day.InWords()}" : "tills vidare", at, by));
    }

    public void Unpark(DateTimeOffset at, Guid by)
    {
        if (ParkedAt is null)
            return;
        (ParkedAt, ParkedUntil) = (null, null);
        Remember(new BacklogUnparked(Id, at, by));
    }

    public void Withdraw(string reason, DateTimeOffset at, Guid? by)
    {
        Refusal.Heed(NotOpen() ?? TextRules.OneLine(reason, "Skälet") ?? (TextRules.Trimmed(reason) is null ? new("reason-missing", "Skäl saknas. Skriv varför ärendet tas bort.") : null));
        (WithdrawnAt, WithdrawnFor) = (at, reason.Trim());
        Remember(new BacklogWithdrawn(Id, WithdrawnFor, at, by));
    }

    /// <summary>It stands on the agenda of a meeting.</summary>
    public void TakeTo(Guid meeting, Guid item, DateOnly on, DateTimeOffset at, Guid? by)
    {
        Refusal.Heed(NotOpen());
        (Meeting, Item, ParkedAt, ParkedUntil) = (meeting, item, null, null);
        Remember(new BacklogTaken(Id, meeting, on, at, by));
    }

    /// <summary>It was taken off the agenda, or the meeting was called off: it waits again.</summary>
    public void PutBack(DateTimeOffset at, Guid? by)
    {
        if (Meeting is null || AnsweredAt is not null)
            return;
        (Meeting, Item) = (null, null);
        Remember(new BacklogPutBack(Id, at, by));
    }

    /// <summary>The meeting took it up and put it off.</summary>
    public void PutOff(DateOnly? to, DateTimeOffset at, Guid? by)
    {
        DueOn = to ?? DueOn;
        PutBack(at, by);
    }

    /// <summary>Asks another body; the answer comes back here.</summary>
    /// <param name="to">The entry that it becomes there.</param>
    public void Sent(BodyInfo receiver, BacklogEntry to, DateTimeOffset at, Guid by)
    {
        (SentTo, SentAs) = (receiver.Id, to.Id);
        to.AskedBy = Id;
        Remember(new BacklogSent(Id, receiver.Id, receiver.ShortName, at, by));
    }

    /// <summary>Why it can't be sent to another body; null when it can.</summary>
    public Refusal? MayBeSent() => NotOpen() ?? (SentTo is null ? null : new("already-sent", "Ärendet är redan skickat. Vänta på svaret."));

    /// <summary>What came of it; of one that was asked by another body that body's own entry gets the same.</summary>
    public void GetAnswer(string answer, string? where, DateTimeOffset at, Guid? by)
    {
        Refusal.Heed(WithdrawnAt is not null ? new("withdrawn", "Ärendet är borttaget.")
            : TextRules.Trimmed(answer) is null ? new("answer-missing", "Svaret saknas. Skriv det.")
            : answer.Length > LongestText ? new("text-long", $"Svaret är längre än {SwedishText.Figure(LongestText)} tecken. Korta det.") : null);
        if (Answer == answer.Trim() && AnsweredIn == where)
            return;
        (AnsweredAt, Answer, AnsweredIn, ParkedAt, ParkedUntil) = (at, answer.Trim(), where, null, null);
        Remember(new BacklogAnswered(Id, Answer, at, by));
    }

    Refusal? NotOpen() =>
        WithdrawnAt is not null ? new("withdrawn", "Ärendet är redan borttaget.")
        : Meeting is not null ? new("taken", "Ärendet står på en dagordning. Ta bort det därifrån först.")
        : IsOpen ? null : new("answered", "Ärendet är redan besvarat.");
}
