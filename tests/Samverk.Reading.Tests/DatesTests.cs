namespace Samverk.Reading.Tests;

public sealed class DatesTests
{
    static readonly DateOnly Meeting = new(2020, 9, 11);

    [Theory]
    [InlineData("senast den 4 juni", "2021-06-04")]
    [InlineData("den 16 september", "2020-09-16")]
    [InlineData("16 september 2020", "2020-09-16")]
    [InlineData("tors 14/11", "2020-11-14")]
    [InlineData("20/11", "2020-11-20")]
    [InlineData("20/11-2021", "2021-11-20")]
    [InlineData("200131", "2020-01-31")]
    [InlineData("20200131", "2020-01-31")]
    [InlineData("2020-01-31", "2020-01-31")]
    [InlineData("klart i oktober", "2020-10")]
    [InlineData("i mars", "2021-03")]
    [InlineData("januari-april", "2021-04")]
    [InlineData("innan årsskiftet", "2020-12-31")]
    [InlineData("den 1:a maj", "2021-05-01")]
    public void A_date_gets_its_missing_year_from_the_meeting(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(Dates.In(text)).Resolve(Meeting));

    [Theory]
    [InlineData("senast sista februari", "2021-02-28")]
    [InlineData("före midsommar", "2021-06-25")]
    [InlineData("före påsk", "2021-04-04")]
    [InlineData("innan jul", "2020-12-24")]
    [InlineData("månadsskiftet mars/april", "2021-03-31")]
    [InlineData("före månadsskiftet", "2020-09-30")]
    [InlineData("till v 12", "2021-03-26")]
    [InlineData("vecka 53", "2021-01-01")]
    [InlineData("klart Q4", "2020-12-31")]
    [InlineData("första kvartalet 2022", "2022-03-31")]
    [InlineData("till oktobermötet", "2020-10")]
    [InlineData("den 2 oktober", "2020-10-02")]
    public void A_day_told_by_the_calendar_is_the_next_such_day(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(RelativeDates.In(text)).Resolve(Meeting));

    [Theory]
    [InlineData("vecka 99")]
    [InlineData("sista mötet")]
    [InlineData("kvartal 7")]
    public void What_is_told_by_no_calendar_is_no_day(string text) => Assert.Empty(RelativeDates.In(text));

    [Theory]
    [InlineData("Jan är anställd")]
    [InlineData("punkt 3/45")]
    [InlineData("vecka 99")]
    [InlineData("kl. 13.15")]
    [InlineData("019-602 70 00")]
    public void What_is_no_date_is_none(string text) => Assert.Empty(Dates.In(text));

    [Fact]
    public void A_day_that_does_not_exist_has_no_date() =>
        Assert.Null(Assert.Single(Dates.In("den 31 februari 2021")).Resolve(Meeting));

    [Theory]
    [InlineData("kl 9.45", "09:45", null)]
    [InlineData("kl. 9-12.00", "09:00", "12:00")]
    [InlineData("13.00 – 16.00", "13:00", "16:00")]
    [InlineData("klockan 9.30 till 12.00", "09:30", "12:00")]
    [InlineData("13-16", "13:00", "16:00")]
    public void Times_are_read_as_offices_write_them(string text, string from, string? to)
    {
        var time = Assert.Single(Dates.TimesIn(text, bare: true));
        Assert.Equal((from, to), (time.From, time.To));
    }

    [Fact]
    public void A_weekday_that_disagrees_leaves_a_note()
    {
        var draft = MinutesReader.Read(DocumentText.Of("Protokoll Samverkansrådet\n\nTid: Måndag den 11 september 2020\n\nNärvarande:\nAnna Ek, Askvik\n\n1. Mötet öppnas\n\n2. Mötet avslutas"));
        Assert.Equal("2020-09-11", draft.Date);
        var note = Assert.Single(draft.Notes);
        Assert.Equal("weekday-date", note.Code);
        Assert.Equal([new(2020, 9, 11), new(2020, 9, 14)], note.Days!);
    }

    [Fact]
    public void A_clean_document_leaves_no_note()
    {
        var draft = MinutesReader.Read(DocumentText.Of("Protokoll Samverkansrådet\n\nTid: Fredag den 11 september 2020\n\nNärvarande:\nAnna Ek, Askvik\n\n1. Mötet öppnas\n\nAnna Ek får i uppdrag att boka lokal senast den 2 oktober.\n\n2. Mötet avslutas"));
        Assert.Empty(draft.Notes);
        var task = Assert.Single(draft.Assignments);
        Assert.Equal(("Anna Ek", "2020-10-02"), (task.Assignee, task.Due));
    }
}
