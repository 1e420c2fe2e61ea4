using System.Text;
using Samverk.Shared;
using Samverk.Tests.Public;

namespace Samverk.Tests.Shared;

/// <summary>What calendars are sent, as a reader that others have written understands it.</summary>
public sealed class ICalendarTests
{
    static readonly CalendarEvent Event = new("0192f0c0-0000-7000-8000-000000000000@samverk", "Samverkansrådet, Åsmyra; \\ m.fl.", new(2027, 3, 12), new(9, 30), new(12, 0), "Rådhuset, plan 2", new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero))
    {
        Sequence = 2,
        Text = "Kallelse till Samverkansrådet.\nLäs dagordningen på https://samverk.bergslunda.example/moten/0192f0c0-0000-7000-8000-000000000000/kallelse?med=ett+langt+slut",
        Organiser = new("Samverkansrådet \"SR\"", "samverk@bergslunda.example"),
        Attendees = [new("Zoë Öst^berg", "zoe.ostberg@askvik.example")],
    };

    [Fact]
    public async Task An_invitation_says_when_in_Swedish_time_who_asks_and_who_is_to_answer()
    {
        var read = await Read.Bytes("ical", ICalendar.Write(CalendarMethod.Request, Event));
        Assert.Equal("REQUEST", read.GetProperty("method").GetString());
        Assert.Equal("Europe/Stockholm", read.GetProperty("zones").EnumerateArray().Single().GetString());
        var one = read.GetProperty("events").EnumerateArray().Single();
        string? Said(string name) => one.GetProperty(name).GetString();
        Assert.Equal((Event.Uid, Event.Title, Event.Place, Event.Text), (Said("uid"), Said("summary"), Said("location"), Said("description")));
        Assert.Equal(("2027-03-12T08:30:00.000Z", "2027-03-12T11:00:00.000Z", "CONFIRMED"), (Said("start"), Said("end"), Said("status")));
        Assert.Equal(2, one.GetProperty("sequence").GetInt32());
        Assert.Equal("mailto:samverk@bergslunda.example", Said("organiser"));
        var asked = one.GetProperty("attendees").EnumerateArray().Single();
        Assert.Equal(("mailto:zoe.ostberg@askvik.example", "TRUE", "NEEDS-ACTION"), (asked.GetProperty("mail").GetString(), asked.GetProperty("rsvp").GetString(), asked.GetProperty("answer").GetString()));
        Assert.StartsWith("Zoë Öst^", asked.GetProperty("name").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-03-27", "2027-03-27T08:30:00.000Z")] // The day before summer time.
    [InlineData("2027-03-28", "2027-03-28T07:30:00.000Z")]
    [InlineData("2027-10-30", "2027-10-30T07:30:00.000Z")]
    [InlineData("2027-10-31", "2027-10-31T08:30:00.000Z")]
    public async Task The_same_time_of_day_is_another_instant_in_summer(string day, string instant)
    {
        var read = await Read.Bytes("ical", ICalendar.Write(CalendarMethod.Request, Event with { On = DateOnly.Parse(day, Swedish.Culture) }));
        Assert.Equal(instant, read.GetProperty("events").EnumerateArray().Single().GetProperty("start").GetString());
    }

    [Fact]
    public async Task What_is_called_off_has_the_same_id_a_higher_number_and_says_so()
    {
        var read = await Read.Bytes("ical", ICalendar.Write(CalendarMethod.Cancel, Event with { Sequence = 3, IsCancelled = true }));
        var one = read.GetProperty("events").EnumerateArray().Single();
        Assert.Equal(("CANCEL", Event.Uid, 3, "CANCELLED"), (read.GetProperty("method").GetString(), one.GetProperty("uid").GetString(), one.GetProperty("sequence").GetInt32(), one.GetProperty("status").GetString()));
    }

    [Fact]
    public void Lines_end_as_they_should_and_none_is_too_long_or_broken_in_a_letter()
    {
        var bytes = ICalendar.Write(CalendarMethod.Request, Event with { Place = string.Concat(Enumerable.Repeat("Åäö€😀", 60)) });
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.Contains(string.Concat(Enumerable.Repeat("Åäö€😀", 60)), text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_can_not_begin_another_line() =>
        Assert.DoesNotContain("\r\nX-FUL", Encoding.UTF8.GetString(ICalendar.Write(CalendarMethod.Request, Event with { Title = "A\r\nX-FUL:1", Organiser = new("B\r\nX-FUL:2", "b@b.example") })), StringComparison.Ordinal);
}
