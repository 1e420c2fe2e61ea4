namespace Samverk.Reading;

/// <summary>The day by which something is to be done, from its sentence or the one after it.</summary>
static class DueDates
{
    static readonly Phrases Before = new("senast", "till", "innan", "före", "under", "i", "klart", "klar", "inför", "fram till", "den", "senast den", "klart den", "vecka", "på");
    static readonly Phrases Reporting = new("redovisas", "återrapporteras", "återrapport", "återrapportering", "klart", "klar", "senast", "tidplan", "uppdraget ska", "uppdraget redovisas", "detta ska", "det ska", "rapporteras", "svar", "deadline", "återkoppling", "avrapporteras", "redovisning");
    static readonly Phrases NotDue = new("från den", "fr.o.m", "sedan", "gäller", "i kraft", "från", "protokoll*", "anteckningarna");

    /// <summary>'Redovisas den 6 februari.' tells when, not what.</summary>
    public static bool IsReport(Sentence sentence) => sentence.Words.Length is > 0 and < 8 && Reporting.At(sentence.Words, 0) > 0;

    public static string? Of(ItemReading reading, int i)
    {
        if (reading.Passages[i].When is { } when && RelativeDates.In(when) is [var written, ..])
            return written.Resolve(reading.Day);
        if (In(reading, reading.Passages[i].Sentence) is { } due)
            return due;
        for (var next = i + 1; next < reading.Passages.Count && next <= i + 2; next++)
        {
            var passage = reading.Passages[next];
            if (passage.Label == PassageLabel.Responsible)
                continue;
            if (passage.Label == PassageLabel.Due && passage.Inline || (Reporting.At(passage.Sentence.Words, 0) > 0 || IsFinish(passage.Sentence)) && AssignmentReader.Doer(reading, passage.Sentence) is null)
                return In(reading, passage.Sentence, any: true);
            if (!ReferenceEquals(passage.Sentence.Block, reading.Passages[i].Sentence.Block) || AssignmentReader.Doer(reading, passage.Sentence) is not null)
                break;
        }
        return null;
    }

    static readonly Phrases Finish = new("ska vara klar*", "ska vara färdig*", "ska redovisas", "ska lämnas", "ska finnas", "ska presenteras", "ska återrapporteras", "ska skickas", "redovisas senast", "meddelas", "klart till", "ska vara inne", "ska lämnas in", "tidplan", "ska vara framme", "ska behandlas", "ska in");

    /// <summary>'Förslaget ska vara klart den 31 mars.' dates the task of the sentence before.</summary>
    static bool IsFinish(Sentence sentence) => sentence.Words.Length is > 1 and < 14 && Finish.In(sentence.Words);

    public static string? In(ItemReading reading, Sentence sentence, bool any = false)
    {
        string? best = null;
        foreach (var date in sentence.Days)
        {
            var before = LastWordBefore(sentence, date.Start);
            if (!any && (before < 0 || Before.At(sentence.Words, before) == 0 && date.Day is null || NotDue.At(sentence.Words, before) > 0))
                continue;
            if (date.Resolve(reading.Day) is not { } iso || IsBehind(reading, date, iso))
                continue;
            if (best is null || before >= 0 && sentence.Words[before].Lower is "senast" or "före" or "innan")
                best = iso;
        }
        return best;
    }

    public static bool IsPast(ItemReading reading, WrittenDate date, string iso) =>
        date.Year is not null && reading.Day is { } day && string.CompareOrdinal(iso, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)[..iso.Length]) < 0;

    /// <summary>Before the meeting; a day without year that stood just before it is not next year's.</summary>
    public static bool IsBehind(ItemReading reading, WrittenDate date, string iso) =>
        IsPast(reading, date, iso) || date is { Year: null, Rule: DayRule.None, Day: not null } && reading.Day is { } day
        && DateOnly.TryParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var on) && on.DayNumber - day.DayNumber > LongestAhead;

    /// <summary>Days.</summary>
    const int LongestAhead = 290;

    public static int LastWordBefore(Sentence sentence, int at)
    {
        var word = -1;
        for (var i = 0; i < sentence.Words.Length && sentence.Words[i].End <= at; i++)
            word = i;
        return word;
    }
}
