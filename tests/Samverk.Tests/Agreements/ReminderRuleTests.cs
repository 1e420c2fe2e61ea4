using Samverk.Agreements.Ledger;

namespace Samverk.Tests.Agreements;

public sealed class ReminderRuleTests
{
    /// <summary>Days of the story: asked on day 0, to be answered by day 90.</summary>
    [Theory]
    [InlineData(null, null, 0, 76)]
    [InlineData(null, 76, 1, 91)]
    [InlineData(null, 91, 2, 105)]
    [InlineData(null, 105, 3, 119)]
    [InlineData(null, 80, 1, 91)]
    [InlineData(null, 10, 1, 76)]
    [InlineData(null, 119, 6, null)]
    [InlineData(40, null, 0, 41)]
    [InlineData(40, 41, 1, 55)]
    [InlineData(120, 76, 1, 121)]
    [InlineData(120, 121, 2, 135)]
    public void The_next_day_follows_from_the_last_day_the_planned_day_and_the_last_reminder(int? planned, int? reminded, int reminders, int? next) =>
        Assert.Equal(Day(next), ReminderRule.Next(Day(0)!.Value, Day(90)!.Value, Day(planned), Day(reminded), reminders));

    static DateOnly? Day(int? day) => day is { } after ? new DateOnly(2026, 9, 1).AddDays(after) : null;
}
