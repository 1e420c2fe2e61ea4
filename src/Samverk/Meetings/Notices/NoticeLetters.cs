using System.Text;
using Samverk.Mail;
using Samverk.Shared;

namespace Samverk.Meetings.Notices;

/// <summary>What a letter about a meeting says.</summary>
enum NoticeLetterKind
{
    Notice,
    /// <summary>The agenda has changed.</summary>
    Again,
    /// <summary>Day, time or place has changed.</summary>
    Moved,
    Cancelled,
    Reminder,
    /// <summary>A deputy is called to serve for a member.</summary>
    Called,
    /// <summary>The member comes after all.</summary>
    StoodDown,
}

/// <summary>All that letters about one meeting are written of.</summary>
/// <param name="Sender">Who answers what somebody wonders.</param>
/// <param name="From">The address that answers by mail land at; null when mail isn't set up.</param>
sealed record NoticeMatter(Guid Meeting, string Body, MeetingTime Time, int Sequence, string? Reason, string? Words, string Address, string Sender, string? From, IReadOnlyList<AgendaLine> Agenda)
{
    public string Day => SwedishText.WithWeekday(Time.On);
    public string Page => $"{Address}{HeldPages.Agenda(Meeting)}";
    public string AnswerPage => $"{Address}{HeldPages.Answer(Meeting)}";
    public string When => $"{Time.On.InWords()}{(Time.Start is { } start ? $" kl. {SwedishText.Clock(start)}" : "")}";
}

/// <summary>Writes the letters about a meeting, and what calendars are told.</summary>
static class NoticeLetters
{
    public static string Subject(NoticeLetterKind kind, NoticeMatter m) => kind switch
    {
        NoticeLetterKind.Notice => $"Kallelse: {m.Body} {m.When}",
        NoticeLetterKind.Again => $"Ändrad dagordning: {m.Body} {m.When}",
        NoticeLetterKind.Moved => $"Ändrat: {m.Body} {m.When}",
        NoticeLetterKind.Cancelled => $"Inställt: {m.Body} {m.When}",
        NoticeLetterKind.Reminder => $"Påminnelse: {m.Body} {m.When}",
        NoticeLetterKind.Called => $"Du tjänstgör: {m.Body} {m.When}",
        NoticeLetterKind.StoodDown => $"Du behöver inte tjänstgöra: {m.Body} {m.When}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <param name="serves">The name of the member whom a deputy serves for.</param>
    public static string Text(NoticeLetterKind kind, NoticeMatter m, NoticeRecipient to, string? serves)
    {
        var text = new StringBuilder();
        void Part(string? words)
        {
            if (!string.IsNullOrWhiteSpace(words))
                text.Append(words).Append("\n\n");
        }
        Part(to.Kind == RecipientKind.Official ? "Hej!" : $"Hej {to.Name}!");
        Part(First(kind, m, to, serves));
        Part(Facts(m));
        if (kind is NoticeLetterKind.Notice or NoticeLetterKind.Again)
        {
            Part(m.Words);
            Part(m.Agenda.Count == 0 ? null : $"Dagordning\n{string.Join('\n', m.Agenda.Select((line, i) => $"{i + 1}. {line.Title}"))}");
        }
        if (kind is not (NoticeLetterKind.Cancelled or NoticeLetterKind.StoodDown))
            Part(Asks(kind, m, to));
        text.Append("Är det något du undrar över, fråga ").Append(m.Sender).Append('.');
        return text.ToString();
    }

    /// <summary>What the recipient's calendar is told; null when nothing.</summary>
    public static LetterCalendar? Calendar(NoticeLetterKind kind, NoticeMatter m, NoticeRecipient to, DateTimeOffset now)
    {
        var method = Method(kind, to);
        if (method is not { } what || to.Mail is not { } mail)
            return null;
        return new(what, ICalendar.Write(what, new(CalendarEvent.UidOf(m.Meeting), m.Body, m.Time.On, m.Time.Start, m.Time.End, m.Time.Place, now)
        {
            Sequence = SequenceFor(m, to),
            IsCancelled = what == CalendarMethod.Cancel,
            Address = m.Page,
            Text = what == CalendarMethod.Cancel ? m.Reason : $"Svara om du kommer: {m.AnswerPage}",
            Organiser = m.From is { } from ? new(m.Body, from) : null,
            Attendees = [new(to.Name, mail)],
        }));
    }

    /// <summary>
    /// The meeting's own, and always higher than what this calendar has heard: a deputy is called and stands down while the
    /// meeting itself doesn't change.
    /// </summary>
    public static int SequenceFor(NoticeMatter m, NoticeRecipient to) => to.CalendarSequence is { } heard ? Math.Max(m.Sequence, heard + 1) : m.Sequence;

    /// <summary>Only those who are asked to come have the meeting in their calendars, and only they are told to take it away.</summary>
    static CalendarMethod? Method(NoticeLetterKind kind, NoticeRecipient to) => kind switch
    {
        NoticeLetterKind.Cancelled or NoticeLetterKind.StoodDown => to.InCalendarBy is null ? null : CalendarMethod.Cancel,
        NoticeLetterKind.Again or NoticeLetterKind.Reminder => null,
        _ => to.IsAsked ? CalendarMethod.Request : null,
    };

    static string First(NoticeLetterKind kind, NoticeMatter m, NoticeRecipient to, string? serves) => kind switch
    {
        NoticeLetterKind.Notice => to.Kind switch
        {
            RecipientKind.Member => $"Du kallas till möte i {m.Body}.",
            RecipientKind.Guest => $"Du är inbjuden till möte i {m.Body}.",
            RecipientKind.Deputy => $"{m.Body} möts. Du är ersättare och får kallelsen för kännedom. Ska du tjänstgöra får du ett mejl till.",
            _ => $"{m.Body} möts. Kallelsen skickas till er officiella brevlåda för kännedom och registrering.",
        },
        NoticeLetterKind.Again => $"Dagordningen för mötet i {m.Body} är ändrad. Den nya är bifogad.",
        NoticeLetterKind.Moved => $"Dag, tid eller plats för mötet i {m.Body} är ändrad. Nu gäller det här:",
        NoticeLetterKind.Cancelled => $"Mötet i {m.Body} är inställt. Skäl: {m.Reason}",
        NoticeLetterKind.Reminder => $"Du har inte svarat om du kommer till mötet i {m.Body}.",
        NoticeLetterKind.Called => $"{serves} kan inte komma till mötet i {m.Body}. Du kallas att tjänstgöra i stället.",
        NoticeLetterKind.StoodDown => $"Du behöver inte tjänstgöra vid mötet i {m.Body}.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    static string Facts(NoticeMatter m) => string.Join('\n', new[]
    {
        $"Dag: {m.Day}",
        m.Time.Clock is { } clock ? $"Tid: {clock}" : null,
        m.Time.Place is { } place ? $"Plats: {place}" : null,
        m.Time.Format is { } format ? $"Form: {format.Words()}" : null,
    }.OfType<string>());

    static string? Asks(NoticeLetterKind kind, NoticeMatter m, NoticeRecipient to) =>
        to.IsAsked && to.Person is not null ? $"Svara om du kommer:\n{m.AnswerPage}{(kind == NoticeLetterKind.Reminder ? "" : $"\n\nDagordning och handlingar:\n{m.Page}")}"
        : to.Person is not null ? $"Dagordning och handlingar:\n{m.Page}" : null;
}
