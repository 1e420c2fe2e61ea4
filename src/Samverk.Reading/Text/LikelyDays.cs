namespace Samverk.Reading;

/// <summary>The days that a doubtful date may mean, likeliest first, for a person to choose between.</summary>
static class LikelyDays
{
    /// <summary>
    /// A weekday that disagrees with its date: the date as written, the nearest day with that weekday, and the date in
    /// a neighbouring year where the weekday fits (in January the old year is often written).
    /// </summary>
    public static IReadOnlyList<DateOnly> Of(DateOnly written, DayOfWeek weekday)
    {
        var later = ((int)weekday - (int)written.DayOfWeek + 7) % 7;
        var nearest = written.AddDays(later > 3 ? later - 7 : later);
        return [.. new[] { written, nearest, written.AddYears(-1), written.AddYears(1) }.Where((day, i) => i == 0 || day.DayOfWeek == weekday).Distinct()];
    }

    /// <summary>A day whose year was guessed: that year and its neighbours.</summary>
    public static IReadOnlyList<DateOnly> OfAnyYear(DateOnly guessed) => [guessed, guessed.AddYears(-1), guessed.AddYears(1)];
}
