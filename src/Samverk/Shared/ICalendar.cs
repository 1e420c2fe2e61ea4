using System.Globalization;
using System.Text;

namespace Samverk.Shared;

/// <summary>What a calendar is to do with what it is sent (RFC 5546): show it, ask its owner to come, take it away.</summary>
public enum CalendarMethod { Publish, Request, Cancel }

public sealed record CalendarPerson(string Name, string Mail);

/// <summary>A meeting as calendars know it.</summary>
/// <param name="Uid">The same for the meeting's whole life.</param>
/// <param name="Stamp">When this was written, or the meeting became known: DTSTAMP.</param>
public sealed record CalendarEvent(string Uid, string Title, DateOnly On, TimeOnly? Start, TimeOnly? End, string? Place, DateTimeOffset Stamp)
{
    /// <summary>Raised when day, time or place changes, and when it is called off; a calendar that has a higher one keeps it.</summary>
    public int Sequence { get; init; }
    public bool IsCancelled { get; init; }
    /// <summary>Where it can be read about.</summary>
    public string? Address { get; init; }
    public string? Text { get; init; }
    /// <summary>Whom answers go to; with it the event is an invitation.</summary>
    public CalendarPerson? Organiser { get; init; }
    public IReadOnlyList<CalendarPerson> Attendees { get; init; } = [];

    /// <summary>The UID of a meeting by its id.</summary>
    public static string UidOf(Guid meeting) => $"{meeting:D}@samverk";
}

/// <summary>Meetings as iCalendar (RFC 5545), in Swedish time: what feeds publish and what notices ask.</summary>
public static class ICalendar
{
    public const string Type = "text/calendar; charset=utf-8";
    const int LongestLine = 75;

    // Summer time in the Union since 1996 (2000/84/EC): last Sundays of March and October, 01.00 UTC.
    static readonly string[] Stockholm =
    [
        "BEGIN:VTIMEZONE", "TZID:Europe/Stockholm",
        "BEGIN:STANDARD", "DTSTART:19961027T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
        "BEGIN:DAYLIGHT", "DTSTART:19960331T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
        "END:VTIMEZONE",
    ];

    /// <summary>A feed that calendars come back to.</summary>
    public static byte[] Feed(string name, IEnumerable<CalendarEvent> events) =>
        Write(CalendarMethod.Publish, [$"NAME:{Said(name)}", $"X-WR-CALNAME:{Said(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H"], events);

    /// <summary>What goes with a mail.</summary>
    public static byte[] Write(CalendarMethod method, CalendarEvent one) => Write(method, [], [one]);

    static byte[] Write(CalendarMethod method, IEnumerable<string> about, IEnumerable<CalendarEvent> events)
    {
        var text = new StringBuilder();
        IEnumerable<string> lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Samverk//Samverk//SV", "CALSCALE:GREGORIAN", $"METHOD:{Word(method)}", .. about, .. Stockholm,
            .. events.SelectMany(Event),
            "END:VCALENDAR",
        ];
        foreach (var line in lines)
            Fold(text, line);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>As in METHOD, and in the type of a mail's part.</summary>
    public static string Word(CalendarMethod method) => method switch
    {
        CalendarMethod.Publish => "PUBLISH",
        CalendarMethod.Request => "REQUEST",
        CalendarMethod.Cancel => "CANCEL",
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    static IEnumerable<string> Event(CalendarEvent e) =>
    [
        "BEGIN:VEVENT", $"UID:{e.Uid}", $"SEQUENCE:{e.Sequence.ToString(CultureInfo.InvariantCulture)}",
        $"DTSTAMP:{e.Stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
        .. When(e),
        $"SUMMARY:{Said(e.Title)}",
        .. Given("LOCATION", e.Place), .. Given("DESCRIPTION", e.Text),
        .. e.Address is null ? Array.Empty<string>() : [$"URL:{e.Address}"],
        .. e.Organiser is { } organiser ? [$"ORGANIZER;CN={Quoted(organiser.Name)}:mailto:{organiser.Mail}"] : Array.Empty<string>(),
        .. e.Attendees.Select(a => $"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN={Quoted(a.Name)}:mailto:{a.Mail}"),
        e.IsCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED", e.IsCancelled ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE", "END:VEVENT",
    ];

    static IEnumerable<string> When(CalendarEvent e)
    {
        var day = e.On.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        if (e.Start is not { } start)
            return [$"DTSTART;VALUE=DATE:{day}"];
        string Line(string name, TimeOnly time) => $"{name};TZID=Europe/Stockholm:{day}T{time.ToString("HHmmss", CultureInfo.InvariantCulture)}";
        return e.End > start ? [Line("DTSTART", start), Line("DTEND", e.End.Value)] : [Line("DTSTART", start)];
    }

    static IEnumerable<string> Given(string name, string? text) => text is null ? [] : [$"{name}:{Said(text)}"];

    static string Said(string text) =>
        new StringBuilder(text).Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\r\n", "\\n").Replace("\n", "\\n").Replace("\r", "\\n").ToString();

    /// <summary>A parameter's value in quotes, as RFC 6868 writes what can't stand there.</summary>
    static string Quoted(string text) =>
        $"\"{string.Concat(text.Replace("^", "^^", StringComparison.Ordinal).Replace("\"", "^'", StringComparison.Ordinal).Where(c => !char.IsControl(c)))}\"";

    /// <summary>At most 75 octets a line, never in the middle of a character (RFC 5545, 3.1).</summary>
    static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
