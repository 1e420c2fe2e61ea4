namespace Samverk.Reading;

/// <summary>Finds days by which something must be done: remisser, tasks, decision rounds.</summary>
static class DeadlineReader
{
    static readonly Phrases Triggers = new("senast", "fram till", "innan", "före", "klar", "klart", "klara", "svarstid*", "remisstid*", "går ut", "sista", "deadline", "inkomma", "tillhanda", "beslutsrunda*", "för beslut", "fatta beslut", "remiss", "remissen", "synpunkter till", "svar till", "lämnas", "sista dag", "nytt förslag till", "redovisas", "slutföras", "slutfört", "färdig", "färdigt", "avslutas", "anmälan", "tidsfrist*", "ska in", "fattade", "ska finnas", "ska sedan upp", "ska vara", "fattar beslut", "vill ha svar", "vill ha in svar");
    static readonly Phrases NoDeadline = new("gick ut", "löper ut", "träder i kraft", "trädde i kraft", "gäller från", "gälla från", "skjuts upp", "skjuts fram", "bordläggs", "har varit", "togs", "är stängt", "fr.o.m", "gäller till", "slutar", "senast vi", "senaste", "återremiss*", "avtalet går ut", "avtal går ut", "*avtal går ut", "*avtalet går ut", "överenskommelsen går ut", "går ut i", "har gått ut");
    static readonly Phrases ToMeeting = new("till");

    public static void Read(ItemReading reading)
    {
        var meetings = NextMeetingReader.IsAbout(reading);
        foreach (var passage in reading.Passages)
        {
            var sentence = passage.Sentence;
            if (passage.Label is PassageLabel.Question or PassageLabel.NextItems or PassageLabel.NextMeeting || Triggers.Find(sentence.Words) is not { } trigger || meetings && HandIn.Find(sentence.Words) is null || NoDeadline.In(sentence.Words) || Decisions.KindOf(sentence.Words) == "deferral")
                continue;
            foreach (var date in sentence.Days)
                if (IsDeadline(sentence, date, NearestTrigger(sentence, date, trigger.At)) && date.Resolve(reading.Day) is { } iso && !DueDates.IsBehind(reading, date, iso))
                    Add(reading, iso, sentence, sentence.Start, sentence.End);
        }
    }

    /// <summary>What may have a last day among the dates of meetings.</summary>
    static readonly Phrases HandIn = new("senast", "tillhanda", "inlämnas", "anmälan", "skickas");

    static int NearestTrigger(Sentence sentence, WrittenDate date, int first)
    {
        var nearest = first;
        for (var i = first; i < sentence.Words.Length && sentence.Words[i].Start < date.Start; i++)
            if (Triggers.At(sentence.Words, i) > 0)
                nearest = i;
        return nearest;
    }

    static readonly Phrases Leads = new("senast", "till", "innan", "före", "den", "i", "under", "senast den", "är", "dag", "svar", "deadline", "ut", "och", "t.o.m", "inom", "tidigast");
    static readonly Phrases NotBefore = new("från", "sedan", "fr.o.m", "protokoll*", "mötet", "efter", "startar", "start");

    static bool IsDeadline(Sentence sentence, WrittenDate date, int trigger)
    {
        var before = DueDates.LastWordBefore(sentence, date.Start);
        if (before < 0 || date.Rule == DayRule.Last && sentence.Words[trigger].Start >= date.Start)
            return false;
        var word = sentence.Words[before].Lower;
        if (word is "från" && date.Day is null && sentence.Words[trigger].Lower is "fatta")
            return true;
        if (NotBefore.At(sentence.Words, before) > 0 || Leads.At(sentence.Words, before) == 0 && date.Day is null)
            return false;
        if (word is "i" or "under" && date.Day is null)
            return !(trigger > 0 && sentence.Words[trigger - 1].Lower is "är") && sentence.Words[trigger].Lower is "klar" or "klart" or "klara" or "för" or "fatta" or "redovisas" or "senast" or "före" or "innan" or "ska" && before - trigger is >= -1 and <= 5;
        return trigger < before + 3 || sentence.Words[trigger].Lower is "klart" or "klar" or "fatta" or "inkomma" or "tillhanda" or "för";
    }

    public static void Add(ItemReading reading, string iso, Sentence sentence, int start, int end)
    {
        if (!reading.Draft.IsNew("deadline", reading.Number, iso))
            return;
        reading.Draft.Deadlines.Add(new(reading.Number, iso, sentence.Block.Text[start..end], sentence.Block.Source(reading.Offsets, start, end)));
    }
}
