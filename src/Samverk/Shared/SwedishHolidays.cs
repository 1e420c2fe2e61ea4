namespace Samverk.Shared;

/// <summary>A day when nobody meets.</summary>
/// <param name="IsPublic">A holiday by law (1989:253); the eves are not, though everything is closed.</param>
public sealed record Holiday(DateOnly Day, string Name, bool IsPublic);

/// <summary>The public holidays of Sweden, and the three eves that are kept as such, for any year of the Gregorian calendar.</summary>
public static class SwedishHolidays
{
    /// <summary>National Day became a public holiday in 2005, and Whit Monday ceased to be one.</summary>
    const int NationalDaySince = 2005;

    /// <returns>Null on any other day; an ordinary Sunday is no holiday here.</returns>
    public static Holiday? On(DateOnly day) => Of(day.Year).FirstOrDefault(h => h.Day == day);

    /// <summary>Those of a year, in order.</summary>
    public static IReadOnlyList<Holiday> Of(int year)
    {
        var (easter, midsummer) = (Easter(year), Saturday(new(year, 6, 20)));
        List<Holiday> all =
        [
            new(new(year, 1, 1), "Nyårsdagen", IsPublic: true),
            new(new(year, 1, 6), "Trettondedag jul", IsPublic: true),
            new(easter.AddDays(-2), "Långfredagen", IsPublic: true),
            new(easter, "Påskdagen", IsPublic: true),
            new(easter.AddDays(1), "Annandag påsk", IsPublic: true),
            new(new(year, 5, 1), "Första maj", IsPublic: true),
            new(easter.AddDays(39), "Kristi himmelsfärdsdag", IsPublic: true),
            new(easter.AddDays(49), "Pingstdagen", IsPublic: true),
            year >= NationalDaySince ? new(new(year, 6, 6), "Sveriges nationaldag", IsPublic: true) : new(easter.AddDays(50), "Annandag pingst", IsPublic: true),
            new(midsummer.AddDays(-1), "Midsommarafton", IsPublic: false),
            new(midsummer, "Midsommardagen", IsPublic: true),
            new(Saturday(new(year, 10, 31)), "Alla helgons dag", IsPublic: true),
            new(new(year, 12, 24), "Julafton", IsPublic: false),
            new(new(year, 12, 25), "Juldagen", IsPublic: true),
            new(new(year, 12, 26), "Annandag jul", IsPublic: true),
            new(new(year, 12, 31), "Nyårsafton", IsPublic: false),
        ];
        // Two may fall on one day, as Ascension and the first of May in 2008: both are told.
        return [.. all.GroupBy(h => h.Day).OrderBy(g => g.Key).Select(g => new Holiday(g.Key, string.Join(" och ", g.Select(h => h.Name)), g.Any(h => h.IsPublic)))];
    }

    /// <summary>Easter Sunday by the Gregorian reckoning (Meeus, Jones and Butcher).</summary>
    public static DateOnly Easter(int year)
    {
        var (golden, century, ofCentury) = (year % 19, year / 100, year % 100);
        var (leap, rest) = (century / 4, century % 4);
        var moon = ((19 * golden) + century - leap - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var toSunday = (32 + (2 * rest) + (2 * (ofCentury / 4)) - moon - (ofCentury % 4)) % 7;
        var late = (golden + (11 * moon) + (22 * toSunday)) / 451;
        var sum = moon + toSunday - (7 * late) + 114;
        return new(year, sum / 31, (sum % 31) + 1);
    }

    static DateOnly Saturday(DateOnly from) => from.AddDays(((int)DayOfWeek.Saturday - (int)from.DayOfWeek + 7) % 7);
}
