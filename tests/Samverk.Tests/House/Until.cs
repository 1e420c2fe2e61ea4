namespace Samverk.Tests.House;

/// <summary>Waits for what another process or a background service does in its own time, and fails with words when it never does.</summary>
static class Until
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <param name="isSo">Asked again and again until it says yes.</param>
    /// <param name="otherwise">What to say when it never did.</param>
    public static async Task So(Func<Task<bool>> isSo, Func<string> otherwise)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, otherwise());
            await again.WaitForNextTickAsync();
        }
    }

    /// <summary>Does something at once, and again and again until a task has ended.</summary>
    public static async Task Ended(Task task, TimeSpan between, Func<Task> meanwhile)
    {
        using var again = new PeriodicTimer(between);
        while (!task.IsCompleted)
        {
            await meanwhile();
            await Task.WhenAny(task, again.WaitForNextTickAsync().AsTask());
        }
        await task;
    }
}
