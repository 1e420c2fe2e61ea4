namespace Samverk.Import;

/// <summary>Tells how far an import has come: a bar that is drawn over, or a line for each file where nothing can be drawn over.</summary>
sealed class ImportProgress(TextWriter errors, int total, bool showBar)
{
    const int Width = 30;

    int done;

    public void Told(ArchiveOutcome outcome)
    {
        done++;
        if (showBar)
            errors.Write($"\r[{new string('#', Width * done / Math.Max(total, 1)).PadRight(Width, '.')}] {done} av {total} ");
        else
            errors.WriteLine($"{done}/{total} {outcome.FileName}: {Words(outcome)}");
    }

    public Task End() => showBar && done > 0 ? errors.WriteLineAsync() : Task.CompletedTask;

    static string Words(ArchiveOutcome outcome)
    {
        var state = outcome.State switch
        {
            DocumentState.Waiting => "väntar på läsning",
            DocumentState.Read => "läst",
            DocumentState.Review => "behöver granskas",
            DocumentState.Confirmed => "bekräftad",
            DocumentState.Unreadable => "går inte att läsa",
            DocumentState.Undone => "ångrad",
            _ => throw new InvalidOperationException($"No words for {outcome.State}."),
        };
        return outcome.Words is null || outcome.State == DocumentState.Confirmed ? state : $"{state}, {outcome.Words}";
    }
}
