using FsCheck;
using FsCheck.Fluent;
using Samverk.Shared;

namespace Samverk.Tests.Shared;

public sealed class SwedishHolidaysTests
{
    [Theory]
    [InlineData("1818-03-22")] // The earliest that Easter can be, and beyond anybody's memory.
    [InlineData("1943-04-25")] // The latest.
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2024-03-31")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")]
    [InlineData("2285-03-22")]
    public void Easter_is_when_the_almanac_says(string day) => Assert.Equal(day, SwedishHolidays.Easter(int.Parse(day[..4], System.Globalization.CultureInfo.InvariantCulture)).Iso());

    // Gauss reckons otherwise than we do, with the two exceptions that he himself gave.
    [Fact]
    public void Easter_is_as_Gauss_reckons_it() => Prop.ForAll(Arb.From(Gen.Choose(1583, 4099)), year =>
    {
        var (a, b, c, k) = (year % 19, year % 4, year % 7, year / 100);
        var (p, q) = ((13 + (8 * k)) / 25, k / 4);
        var m = (15 - p + k - q) % 30;
        var n = (4 + k - q) % 7;
        var d = ((19 * a) + m) % 30;
        var e = ((2 * b) + (4 * c) + (6 * d) + n) % 7;
        var easter = d == 29 && e == 6 ? new DateOnly(year, 4, 19)
            : d == 28 && e == 6 && ((11 * m) + 11) % 30 < 19 ? new DateOnly(year, 4, 18)
            : new DateOnly(year, 3, 22).AddDays(d + e);
        return SwedishHolidays.Easter(year) == easter && easter.DayOfWeek == DayOfWeek.Sunday;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_year_has_these() => Assert.Equal(
        [
            "2027-01-01 Nyårsdagen", "2027-01-06 Trettondedag jul", "2027-03-26 Långfredagen", "2027-03-28 Påskdagen", "2027-03-29 Annandag påsk", "2027-05-01 Första maj",
            "2027-05-06 Kristi himmelsfärdsdag", "2027-05-16 Pingstdagen", "2027-06-06 Sveriges nationaldag", "2027-06-25 Midsommarafton", "2027-06-26 Midsommardagen",
            "2027-11-06 Alla helgons dag", "2027-12-24 Julafton", "2027-12-25 Juldagen", "2027-12-26 Annandag jul", "2027-12-31 Nyårsafton",
        ],
        SwedishHolidays.Of(2027).Select(h => $"{h.Day.Iso()} {h.Name}"));

    [Fact]
    public void Two_on_one_day_are_told_together_and_the_eves_are_no_holidays_by_law()
    {
        Assert.Equal(new Holiday(new(2008, 5, 1), "Första maj och Kristi himmelsfärdsdag", IsPublic: true), SwedishHolidays.On(new(2008, 5, 1)));
        Assert.Equal(["Julafton", "Midsommarafton", "Nyårsafton"], SwedishHolidays.Of(2026).Where(h => !h.IsPublic).Select(h => h.Name).Order());
        Assert.Equal("Annandag pingst", SwedishHolidays.On(new(2004, 5, 31))?.Name);
        Assert.Null(SwedishHolidays.On(new(2026, 5, 25)));
        Assert.Null(SwedishHolidays.On(new(2026, 11, 22)));
    }

    [Fact]
    public void Midsummer_and_all_saints_are_the_Saturdays_of_their_weeks_in_any_year() => Prop.ForAll(Arb.From(Gen.Choose(1953, 4000)), year =>
    {
        var days = SwedishHolidays.Of(year);
        var (midsummer, saints) = (days.Single(h => h.Name.Contains("Midsommardagen", StringComparison.Ordinal)).Day, days.Single(h => h.Name.Contains("Alla helgons", StringComparison.Ordinal)).Day);
        return midsummer is { Month: 6, Day: >= 20 and <= 26, DayOfWeek: DayOfWeek.Saturday }
            && saints.DayOfWeek == DayOfWeek.Saturday && saints >= new DateOnly(year, 10, 31) && saints <= new DateOnly(year, 11, 6)
            && days.Select(h => h.Day).SequenceEqual(days.Select(h => h.Day).Order().Distinct());
    }).QuickCheckThrowOnFailure();
}
