namespace Samverk.Agreements.Ledger;

/// <summary>
/// When a party that has not answered is reminded: a fortnight before the last day, the day after it, then every fortnight.
/// One that has said when it decides is left alone until that day has passed. An answer ends it.
/// </summary>
static class ReminderRule
{
    public const int DaysBefore = 14, DaysBetween = 14, Most = 6;

    /// <param name="asked">The day that it was asked.</param>
    /// <param name="reminded">The day of the last reminder, by rule or by hand.</param>
    /// <returns>The next day; null when it is reminded no more by rule.</returns>
    public static DateOnly? Next(DateOnly asked, DateOnly answerBy, DateOnly? planned, DateOnly? reminded, int reminders)
    {
        if (reminders >= Most)
            return null;
        var last = reminded ?? asked;
        DateOnly[] days = planned is { } day ? [day.AddDays(1)] : [answerBy.AddDays(-DaysBefore), answerBy.AddDays(1)];
        var coming = days.Where(d => d > last).ToList();
        return coming.Count > 0 ? coming[0] : last.AddDays(DaysBetween);
    }
}
