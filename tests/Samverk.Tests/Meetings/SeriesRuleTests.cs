using FsCheck;
using FsCheck.Fluent;
using Samverk.Meetings.Calendar;
using Samverk.Shared;

namespace Samverk.Tests.Meetings;

public sealed class SeriesRuleTests
{
    [Fact]
    public void The_second_Friday_of_each_month() => Assert.Equal(
        ["2027-01-08", "2027-02-12", "2027-03-12", "2027-04-09", "2027-05-14", "2027-06-11"],
        Days(new(SeriesKind.Monthly, DayOfWeek.Friday, 1, 2, new(2027, 1, 1), new(2027, 6, 30))));

    [Fact]
    public void The_last_Thursday_of_every_other_month() => Assert.Equal(
        ["2027-01-28", "2027-03-25", "2027-05-27"],
        Days(new(SeriesKind.Monthly, DayOfWeek.Thursday, 2, SeriesRule.LastOfMonth, new(2027, 1, 15), new(2027, 6, 30))));

    [Fact]
    public void Every_third_Tuesday_begins_on_the_first_Tuesday_of_the_period() => Assert.Equal(
        ["2027-02-02", "2027-02-23", "2027-03-16"],
        Days(new(SeriesKind.Weekly, DayOfWeek.Tuesday, 3, 1, new(2027, 1, 27), new(2027, 3, 31))));

    [Theory]
    [InlineData(SeriesKind.Weekly, 1, 1, "varje fredag")]
    [InlineData(SeriesKind.Weekly, 2, 1, "varannan fredag")]
    [InlineData(SeriesKind.Weekly, 6, 1, "var sjätte fredag")]
    [InlineData(SeriesKind.Monthly, 1, 2, "andra fredagen varje månad")]
    [InlineData(SeriesKind.Monthly, 3, 5, "sista fredagen var tredje månad")]
    public void It_has_words(SeriesKind kind, int every, int nth, string words) => Assert.Equal(words, new SeriesRule(kind, DayOfWeek.Friday, every, nth, new(2027, 1, 1), new(2027, 12, 31)).Words);

    [Theory]
    [InlineData("2027-02-01", "2027-01-01", 1, "days-reversed")]
    [InlineData("2027-01-01", "2030-01-02", 1, "series-long")]
    [InlineData("2027-01-01", "2027-12-31", 0, "every-odd")]
    [InlineData("2027-01-01", "2027-12-31", 13, "every-odd")]
    [InlineData("2027-01-02", "2027-01-03", 1, "series-empty")]
    [InlineData("2027-01-01", "2029-12-31", 1, "series-many")]
    public void What_makes_no_sense_is_refused(string from, string to, int every, string code) =>
        Assert.Equal(code, new SeriesRule(SeriesKind.Weekly, DayOfWeek.Friday, every, 1, DateOnly.Parse(from, Swedish.Culture), DateOnly.Parse(to, Swedish.Culture)).Fault()?.Code);

    [Fact]
    public void Any_rule_gives_its_own_weekday_within_its_days_once_and_in_order() => Prop.ForAll(Arb.From(Rules()), rule =>
    {
        var days = rule.Days();
        Assert.All(days, d => Assert.True(d.DayOfWeek == rule.Weekday && d >= rule.From && d <= rule.To));
        Assert.Equal(days.Order().Distinct(), days);
        if (rule.Kind == SeriesKind.Weekly)
            Assert.All(days.Zip(days.Skip(1)), pair => Assert.Equal(7 * rule.Every, pair.Second.DayNumber - pair.First.DayNumber));
        else
            Assert.All(days, d => Assert.True(rule.Nth == SeriesRule.LastOfMonth ? d.AddDays(7).Month != d.Month : (d.Day - 1) / 7 == rule.Nth - 1));
        return true;
    }).QuickCheckThrowOnFailure();

    static Gen<SeriesRule> Rules() =>
        from kind in Gen.Elements(Enum.GetValues<SeriesKind>())
        from weekday in Gen.Elements(Enum.GetValues<DayOfWeek>())
        from every in Gen.Choose(1, SeriesRule.MostEvery)
        from nth in Gen.Choose(1, SeriesRule.LastOfMonth)
        from start in Gen.Choose(0, 3000)
        from length in Gen.Choose(0, 1000)
        let first = new DateOnly(2024, 1, 1).AddDays(start)
        select new SeriesRule(kind, weekday, every, nth, first, first.AddDays(length));

    static IEnumerable<string> Days(SeriesRule rule) => rule.Days().Select(d => d.Iso());
}
