namespace Samverk.Reading;

/// <summary>What the reader was unsure of in the head, said to the person who confirms.</summary>
sealed class HeadNotes(HeadReader head, Outline outline, List<AttendanceEntry> attendance, Offsets offsets, List<DraftNote> notes)
{
    public void Add(DateOnly? day)
    {
        if (outline.Items.Count == 0 && head.Kind is null && attendance.Count == 0)
        {
            notes.Clear();
            notes.Add(new("not-minutes", "Texten ser inte ut som minnesanteckningar eller protokoll: är det rätt dokument?", null));
            return;
        }
        Date(day);
        if (head.Body is null)
            notes.Add(new("no-body", "Vilket organ möttes? Namnet hittades inte i dokumentets huvud.", null));
        if (head.Kind is null)
            notes.Add(new("no-kind", "Är detta ett protokoll, mötesanteckningar eller minnesanteckningar?", null));
        if (attendance.Count == 0)
            notes.Add(new("no-attendance", "Ingen närvarolista hittades: vilka var med?", null));
        if (outline.Items.Count == 0)
            notes.Add(new("no-items", "Inga punkter hittades: hur är dokumentet indelat?", null));
        SameNames();
    }

    void Date(DateOnly? day)
    {
        if (head.Date is not { } date || day is null)
        {
            notes.Add(new("no-date", "Vilken dag var mötet? Inget datum hittades i dokumentets huvud.", null));
            return;
        }
        var place = date.Block.Source(offsets, date.Date.Start, date.Date.End);
        if (date.Date.Year is null)
            notes.Add(new("year-guessed", $"Året står inte vid mötets datum: är det {day.Value.Year}?", place, LikelyDays.OfAnyYear(day.Value)));
        if (date.Date.Weekday is { } weekday && day.Value.DayOfWeek != weekday)
            notes.Add(new("weekday-date", $"Veckodagen stämmer inte med datumet {day:yyyy-MM-dd}: vilket är rätt?", place, LikelyDays.Of(day.Value, weekday)));
    }

    void SameNames()
    {
        foreach (var twice in attendance.GroupBy(a => a.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            notes.Add(new("same-name", $"{twice.Key} står flera gånger i närvarolistan: är det samma person?", twice.Last().Block.Source(offsets, twice.Last().Start, twice.Last().End)));
    }
}
