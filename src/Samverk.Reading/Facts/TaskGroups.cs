namespace Samverk.Reading;

/// <summary>Finds the group, municipality or office that is to do something.</summary>
static class TaskGroups
{
    /// <summary>The group right before a verb, or the one that follows it.</summary>
    public static string? Before(ItemReading reading, Sentence sentence, int verb)
    {
        var words = sentence.Words;
        var head = verb - 1;
        while (head >= 0 && DoVerbs.Adverbs.At(words, head) > 0 && verb - head < 4)
            head--;
        if (head < 0)
            return words.Length > 1 ? After(reading, sentence, verb + 1) : null;
        if (DoVerbs.Groups.At(words, head) > 0 || IsPlace(reading, sentence, head))
            return sentence.After(head) == ':' || IsReported(reading, sentence, head) ? null : Name(reading, sentence, head);
        return After(reading, sentence, verb + 1);
    }

    /// <summary>'Kvarnberga kommun', 'Åsmyra, Dalsjö och Lindåsa', 'Region Bergslunda': a capital that opens the sentence belongs to the name.</summary>
    static bool IsProperName(ItemReading reading, Sentence sentence, int head) =>
        sentence.Words[head].Lower is "kommun" or "kommuns" || IsPlace(reading, sentence, head);

    public static bool IsPlace(ItemReading reading, Sentence sentence, int word) =>
        sentence.IsCapital(word) && (word > 0 && sentence.Words[word - 1].Lower is "region" || Places.Contains(sentence.Cut(word, word + 1)) || reading.People.Homes.Contains(sentence.Cut(word, word + 1)));

    static readonly Phrases Clause = new("att", "hur", "om", "vad", "när", "varför", "ifall");

    /// <summary>'Jasna föreslår att regionen tar fram en lista': what someone says of others, unless the meeting decides it.</summary>
    static bool IsReported(ItemReading reading, Sentence sentence, int head) =>
        Clause.Find(sentence.Words, 1, head + 1) is not null && sentence.Words[0].Lower is not "att" && Decisions.Stated(sentence, reading.Own) is null;

    public static string? After(ItemReading reading, Sentence sentence, int at)
    {
        var words = sentence.Words;
        return at > 1 && at < words.Length && DoVerbs.Groups.At(words, at) > 0 && words[at].Lower is not ("alla" or "samtliga" or "regionen" or "region" or "kommunerna" or "kommunen") && !sentence.Words[at].Lower.EndsWith("kommun", StringComparison.Ordinal)
            && words[at - 1].Lower is "ska" or "skall" or "att" && reading.Own.Is(words[at].Lower) ? Name(reading, sentence, at) : null;
    }

    static string Name(ItemReading reading, Sentence sentence, int head)
    {
        var words = sentence.Words;
        var from = head;
        while (from > 0 && head - from < 4 && (words[from - 1].Lower is "varje" or "respektive" or "alla" or "samtliga" or "den" or "de" or "övriga" or "regionens" or "kommunernas" or "båda" or "och" || sentence.IsCapital(from - 1) && (from - 1 > 0 || IsProperName(reading, sentence, head)) || words[from - 1].Lower.EndsWith('s') && words[from - 1].Lower.Length > 4))
            from--;
        while (from < head && words[from].Lower is "och")
            from++;
        while (from > 1 && words[from - 1].Lower is "och" or "i" or "inom" or "vid" && DoVerbs.Groups.At(words, from - 2) > 0)
            from -= 2;
        return sentence.Cut(from, head + 1);
    }
}
