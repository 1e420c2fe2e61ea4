using System.Globalization;
using System.Text;
using Samverk.Shared;

namespace Samverk.Public.Feeds;

/// <summary>A meeting in a calendar.</summary>
/// <param name="Body">With the day it makes the id: planned, held and recorded it is the same meeting.</param>
/// <param name="KnownSince">When the meeting came into the calendar.</param>
/// <param name="Page">Where its minutes are read; null when they aren't.</param>
sealed record CalendarMeeting(Guid Body, string Title, DateOnly On, TimeOnly? Start, TimeOnly? End, string? Place, DateTimeOffset KnownSince, string? Page);

/// <summary>Meetings as iCalendar (RFC 5545), in Swedish time.</summary>
static class Calendar
{
    public const string Type = "text/calendar; charset=utf-8";
    const int LongestLine = 75;

    // Summer time in the Union since 1996 (2000/84/EC): last Sundays of March and October, 01.00 UTC.
    const string Stockholm = """
        BEGIN:VTIMEZONE
        TZID:Europe/Stockholm
        BEGIN:STANDARD
        DTSTART:19961027T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        TZNAME:CET
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:19960331T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        TZNAME:CEST
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        END:VTIMEZONE
        """;

    public static byte[] Write(string name, IEnumerable<CalendarMeeting> meetings)
    {
        var text = new StringBuilder();
        IEnumerable<string> lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Samverk//Samverk//SV", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", $"NAME:{Said(name)}", $"X-WR-CALNAME:{Said(name)}",
            "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H",
            .. Stockholm.ReplaceLineEndings("\n").Split('\n'),
            .. meetings.SelectMany(Event),
            "END:VCALENDAR",
        ];
        foreach (var line in lines)
            Fold(text, line);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static IEnumerable<string> Event(CalendarMeeting m)
    {
        yield return "BEGIN:VEVENT";
        yield return $"UID:{m.Body:D}-{m.On:yyyyMMdd}@samverk";
        yield return $"DTSTAMP:{m.KnownSince.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        if (m.Start is { } start)
        {
            yield return $"DTSTART;TZID=Europe/Stockholm:{m.On:yyyyMMdd}T{start:HHmmss}";
            if (m.End > start)
                yield return $"DTEND;TZID=Europe/Stockholm:{m.On:yyyyMMdd}T{m.End:HHmmss}";
        }
        else
            yield return $"DTSTART;VALUE=DATE:{m.On:yyyyMMdd}";
        yield return $"SUMMARY:{Said(m.Title)}";
        if (m.Place is not null)
            yield return $"LOCATION:{Said(m.Place)}";
        if (m.Page is not null)
            yield return $"URL:{m.Page}";
        yield return "STATUS:CONFIRMED";
        yield return "TRANSP:OPAQUE";
        yield return "END:VEVENT";
    }

    static string Said(string text) =>
        new StringBuilder(text).Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\r\n", "\\n").Replace("\n", "\\n").Replace("\r", "\\n").ToString();

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
