using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>Finds the coming meetings of this body.</summary>
static partial class NextMeetingReader
{
    const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    static readonly Phrases Titles = new("nästa möte*", "nästa sammanträde*", "nästa träff*", "nästa gång", "nästa au", "kommande au", "kommande möte", "kommande möten*", "kommande sammanträden", "mötestider", "mötestid", "mötesdatum", "mötesdagar", "möten", "sammanträdestider", "sammanträdesdagar", "sammanträdesdatum", "sammanträden", "mötesplan*", "nästkommande möte*", "kommande träffar", "kommande mötestider", "kommande mötesdatum", "nya mötestider", "träffar", "nästa möten", "nästa forum*", "nästa råd*", "nästa samråd*", "nästa nätverk*", "nästa styrgrupp*", "nästa ledningsgrupp*", "nästa beredning*", "nästa tillfälle", "nästa mötestillfälle", "nästa dialog*", "kommande samråd", "kommande forum", "mötesplanering", "nästa nämnd*", "nästa presidie*", "kommande tider", "möteskalend*", "mötestillfällen", "kalendarium", "nästa gånger", "nästa rådslag", "kommande rådslag");
    static readonly Phrases NotTitles = new("föregående", "frågor", "förslag", "punkter", "ärenden");
    static readonly Phrases Says = new("nästa möte", "nästa sammanträde", "nästa träff", "nästa gång", "nästkommande möte", "nästa nätverksträff", "nästa mötestillfälle", "vi ses", "nästa möten", "höstens möten", "vårens möten", "kommande möten", "nytt möte", "höstens sammanträden", "vårens sammanträden", "mötestider", "nästa rådsmöte", "nästa samråd", "nästa au", "sammanträdena i", "nästa gånger", "nästa forum", "nästa rådslag", "nästa dialogmöte", "nästa samverkansmöte");
    [GeneratedRegex(@"\b20[0-9][0-9]\b", Options, Matching.TimeLimit)]
    static partial Regex BareYear { get; }
    [GeneratedRegex(@"^(?:[\s,;.:()–-]|\b(?:kl|i|på|via|hos|samtliga|plats|lokal|samma tid|tid|båda|alla|och|hålls|äger rum|heldag|fm|em|är|dagar|preliminärt)\b)+", Options, Matching.TimeLimit)]
    static partial Regex PlaceLead { get; }
    [GeneratedRegex(@"[.;]|\s[–-]\s|,\s(?:då|med|där|om|och|som|kl|temat|tema|samma|samtliga|båda|den)\b|\b(?:måndag|tisdag|onsdag|torsdag|fredag)|\bkl\b", Options, Matching.TimeLimit)]
    static partial Regex PlaceEnd { get; }
    [GeneratedRegex(@"\b(?:samtliga|alla|båda|samma tid)\b", Options, Matching.TimeLimit)]
    static partial Regex SameTime { get; }

    [GeneratedRegex(@"^[\s.,;:]*(?:därefter|samma|sammanträdena|mötena|mötet|tiderna|obs|dessutom)\b", Options, Matching.TimeLimit)]
    static partial Regex NotPlace { get; }

    public static bool IsAbout(ItemReading reading) => (Titles.In(reading.Item.Title) || reading.Item.Title is "Nästa" or "NÄSTA") && !NotTitles.In(reading.Item.Title);

    public static void Read(ItemReading reading)
    {
        var about = IsAbout(reading);
        var first = reading.Draft.NextMeetings.Count;
        int? year = YearIn(reading.Item.Title);
        if (about)
            TakeAll(reading, reading.Item.Heading, reading.Item.TitleStart, reading.Item.Heading.Kind == BlockKind.Row ? reading.Item.TitleEnd : reading.Item.Heading.Text.Length, ref year);
        foreach (var block in reading.Item.Body.TakeWhile(b => !IsTaskList(b)))
            if (about)
                TakeAll(reading, block, 0, block.Text.Length, ref year);
            else if (block.Label is { Label: PassageLabel.NextMeeting } label)
                TakeAll(reading, block, label.From, block.Text.Length, ref year);
        if (about)
        {
            ShareTime(reading, first);
            return;
        }
        foreach (var passage in reading.Passages)
            if (passage.Label == PassageLabel.NextMeeting && !passage.Inline || Says.In(passage.Sentence.Words) && AssignmentReader.Doer(reading, passage.Sentence) is null && Decisions.KindOf(passage.Sentence.Words) != "deferral")
                TakeAll(reading, passage.Sentence.Block, passage.Sentence.Start, passage.Sentence.End, ref year);
    }

    /// <summary>A list of what is to be done may follow the last item.</summary>
    static bool IsTaskList(Block block) =>
        ActionTable.Heads(block) is not null || block.Label is { Label: PassageLabel.Task } task && task.From >= block.Text.Length;

    /// <summary>'Samtliga sammanträden börjar kl. 10' goes for all dates of the list.</summary>
    static void ShareTime(ItemReading reading, int first)
    {
        var meetings = reading.Draft.NextMeetings;
        if (meetings.Count - first < 2 || meetings.Skip(first).Any(m => m.Start is not null && m != meetings[^1]))
            return;
        var times = reading.Item.Body.Where(b => Starting.IsMatch(b.Text)).SelectMany(b => Dates.TimesIn(b.Text)).ToList();
        for (var i = first; times.Count == 1 && i < meetings.Count; i++)
            meetings[i] = meetings[i] with { Start = times[0].From, End = times[0].To };
    }

    [GeneratedRegex(@"\b(?:börjar|startar|samtliga|alla möten|alla|tid|klockan|följande dagar)\b", Options, Matching.TimeLimit)]
    static partial Regex Starting { get; }
    [GeneratedRegex(@"\b(?:ställs in|inställt|inställd|ställts in|utgår)\b", Options, Matching.TimeLimit)]
    static partial Regex Cancelled { get; }

    /// <summary>'Mötet 31 maj ställs in.'</summary>
    static bool IsCancelled(string text, WrittenDate date, int to)
    {
        if (Dates.In(text, date.End, to) is [var next, ..])
            to = Math.Min(to, next.Start);
        var end = text.IndexOf('.', date.End, Math.Max(0, Math.Min(to, date.End + 80) - date.End));
        return Cancelled.IsMatch(text[date.End..(end < 0 ? Math.Min(to, date.End + 80) : end)]);
    }

    static readonly Phrases Meets = new("träffas", "sammanträder", "ses", "är", "hålls", "möts", "äger", "träffades", "sammanträdde");
    static readonly Phrases Ours = new("nästa", "möte*", "sammanträd*", "träff*", "höstens", "vårens", "datum", "tider", "därefter", "sedan", "dessutom", "kommande", "preliminärt", "övriga", "följande", "andra", "första", "sista");

    static readonly Phrases LastDay = new("senast", "före", "innan", "senast den", "senaste");

    /// <summary>'AU träffas den 30 augusti', 'Mässan är 5–7 maj': someone else's day.</summary>
    static bool IsOthers(ItemReading reading, Block block, WrittenDate date)
    {
        if (block.Kind == BlockKind.Row || block.Text.Length > Sentence.Longest || Sentences.Of(block).Find(s => s.Start <= date.Start && date.Start < s.End) is not { } sentence)
            return false;
        if (DueDates.LastWordBefore(sentence, date.Start) is >= 0 and var before && LastDay.Find(sentence.Words, Math.Max(0, before - 1), before + 1) is not null)
            return true;
        if (Meets.Find(sentence.Words) is not { At: > 0 } verb || sentence.Words[verb.At].End > date.Start)
            return false;
        for (var i = 0; i < verb.At; i++)
            if (reading.Own.Is(sentence.Words[i].Lower) || Ours.At(sentence.Words, i) > 0)
                return false;
        return true;
    }

    static int? YearIn(string text) => BareYear.Match(text) is { Success: true } m ? int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    static void TakeAll(ItemReading reading, Block block, int from, int to, ref int? year)
    {
        var dates = Dates.In(block.Text, from, to).FindAll(d => d.Day is not null && !IsCancelled(block.Text, d, to) && !IsOthers(reading, block, d));
        var times = Dates.TimesIn(block.Text, from, to, bare: true).FindAll(t => !dates.Exists(d => d.Start < t.End && t.Start < d.End));
        year = dates.Count == 0 ? YearIn(block.Text[from..Math.Min(to, from + 200)]) ?? year : YearIn(block.Text[from..dates[0].Start]) ?? year;
        var shared = times.Count == 1 && (SameTime.IsMatch(block.Text[from..to]) || dates.Count > 1 && times[0].Start > dates[^1].End) ? times[0] : (WrittenTime?)null;
        for (var i = 0; i < dates.Count; i++)
        {
            var end = i + 1 < dates.Count ? dates[i + 1].Start : to;
            var time = times.Find(t => t.Start >= dates[i].End && t.Start < end);
            if (time.From is null && shared is { } one)
                time = one;
            else if (time.From is null && i + 1 < dates.Count && Following(block, dates, times, i, to) is { From: not null } both)
                (time, end) = (both, to);
            else if (time.From is null && i == 0 && times.Find(t => t.End <= dates[0].Start) is { From: not null } before && dates.Count == 1)
                time = before;
            var iso = dates[i].Year is not null || year is null ? dates[i].Resolve(reading.Day) : dates[i].Iso(year.Value);
            if (iso is not null && !DueDates.IsPast(reading, dates[i], iso) && iso != reading.Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
                Add(reading, block, dates[i], time, iso, end);
        }
    }

    /// <summary>'25 september och 4 december, båda kl 9–12': the time of the last goes for those before it.</summary>
    static WrittenTime Following(Block block, List<WrittenDate> dates, List<WrittenTime> times, int i, int to)
    {
        for (var j = i + 1; j < dates.Count; j++)
        {
            var end = j + 1 < dates.Count ? dates[j + 1].Start : to;
            if (times.Find(t => t.Start >= dates[j].End && t.Start < end) is { From: not null } time)
                return SameTime.IsMatch(block.Text[dates[j].End..time.Start]) ? time : default;
        }
        return default;
    }

    static void Add(ItemReading reading, Block block, WrittenDate date, WrittenTime time, string iso, int end)
    {
        var last = time.From is not null && time.Start >= date.End && time.End <= end ? time.End : date.End;
        if (NotPlace.IsMatch(block.Text[last..Math.Min(end, last + 40)]))
            end = last;
        var place = PlaceAfter(block, last, end) ?? (last == time.End ? PlaceAfter(block, date.End, time.Start) : null);
        var stop = place?.End ?? last;
        if (!reading.Draft.IsNew("meeting", null, iso))
            return;
        reading.Draft.NextMeetings.Add(new(iso, time.From, time.To, place?.Text, block.Source(reading.Offsets, date.Start, Math.Max(stop, date.End))));
        NoteWeekday(reading, block, date, iso);
    }

    public static void NoteWeekday(ItemReading reading, Block block, WrittenDate date, string iso)
    {
        if (date.Weekday is { } weekday && DateOnly.TryParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) && day.DayOfWeek != weekday)
            reading.Note("weekday-date", $"Veckodagen stämmer inte med datumet {iso}: vilket är rätt?", block, date.Start, date.End, LikelyDays.Of(day, weekday));
    }

    /// <summary>What follows the full stop is no place but another sentence.</summary>
    static bool IsSentence(string text)
    {
        var stop = text.IndexOf(". ", StringComparison.Ordinal);
        var words = Sentence.Split(text, 0, stop < 0 ? text.Length : stop);
        return words.Length > 5 || words.Length > 2 && words[0].Lower is not ("plats" or "lokal" or "via" or "digitalt" or "i" or "på" or "hos") && Meets.In(words);
    }

    static (string Text, int End)? PlaceAfter(Block block, int from, int to)
    {
        if (from >= to)
            return null;
        var rest = block.Text[from..Math.Min(to, from + 120)];
        if (rest.StartsWith(". ", StringComparison.Ordinal) && IsSentence(rest[2..]))
            return null;
        var lead = PlaceLead.Match(rest).Length;
        var start = from + lead;
        rest = rest[lead..];
        var stop = PlaceEnd.Match(rest) is { Success: true, Index: > 0 } m ? m.Index : rest.Length;
        var closing = rest.IndexOf(')', StringComparison.Ordinal);
        stop = closing > 0 && !rest[..closing].Contains('(', StringComparison.Ordinal) ? Math.Min(stop, closing) : stop;
        var place = rest[..stop].Trim(' ', ',', '.', '–', '-', ':');
        if (place.EndsWith(" och", StringComparison.Ordinal) || place.EndsWith(" den", StringComparison.Ordinal))
            place = place[..^4].Trim(' ', ',');
        if (place.Length is < 3 or > 70 || !place.Any(char.IsUpper) && !place.Contains("digital", StringComparison.Ordinal))
            return null;
        return (place, start + place.Length);
    }
}
