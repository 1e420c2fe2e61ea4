using Samverk.Organisations;

namespace Samverk.Plans;

/// <summary>How an assignment went, long ago.</summary>
public sealed record LoadedReport(DateTimeOffset At, Guid By, string Text);

/// <summary>What a meeting's minutes say of assignments and deadlines, as rows for <see cref="Storage.BulkLoad"/>.</summary>
public static class LoadedPlans
{
    public static IEnumerable<object> Of(BodyInfo body, Guid meeting, DateOnly on, IEnumerable<(RecordedAssignment Given, LoadedReport? Report)> assignments, IEnumerable<RecordedDeadline> deadlines)
    {
        foreach (var (given, report) in assignments)
        {
            var assignment = new Assignment(body, meeting, on, given);
            var act = report is null ? null : assignment.WasReported(report.At, report.By, report.Text);
            yield return assignment;
            if (act is not null)
                yield return act;
        }
        foreach (var deadline in deadlines)
            yield return new Deadline(body, meeting, on, deadline);
    }
}
