namespace Samverk.Reading;

/// <summary>Whether a verb in the present tense says that somebody is to do something.</summary>
static class TaskVerbs
{
    public static bool Is(ItemReading reading, Sentence sentence, int i)
    {
        var words = sentence.Words;
        if (OpenVerbs.IsReport(words, i))
            return DoVerbs.Present.At(words, i) > 1 || OpenVerbs.IsToCome(words, i);
        if (OpenVerbs.IsMixed(words, i))
            return DoVerbs.Present.At(words, i) > 1 && words[i].Lower is not "tar" || IsTaking(words, i) || words[i].Lower is not "tar" && (DueDates.In(reading, sentence) is not null || OpenVerbs.IsToCome(words, i)) && NamedBeside(reading, sentence, i);
        return DoVerbs.Present.At(words, i) > 0 ? !SaysSo(words, i) : OpenVerbs.IsAct(words, i) && NamedBeside(reading, sentence, i);
    }

    /// <summary>'tar upp bristen på tolkar' tells what was said, 'tar upp det med ledningen' what will be done.</summary>
    static bool IsTaking(WordList words, int i) =>
        words[i].Lower is "tar" && DoVerbs.Present.At(words, i) > 1 && (i + 1 >= words.Length || words[i + 1].Lower is not "upp" || i + 2 < words.Length && words[i + 2].Lower is not ("att" or "om" or "hur" or "vad") && Onward.Find(words, i + 2, Math.Min(words.Length, i + 5)) is not null);

    static readonly Phrases Onward = new("med", "i", "vid", "till", "på nästa", "på mötet", "inom", "hos");

    /// <summary>'meddelar att', 'påminner om', 'anmäler en övrig fråga': what is said at the meeting.</summary>
    static bool SaysSo(WordList words, int i) =>
        words[i].Lower is "meddelar" or "svarar" or "anmäler" or "påminner" or "begär" or "efterfrågar" or "anmäler" && i + 1 < words.Length && words[i + 1].Lower is "att" or "om" or "en" or "ett" or "jäv" or "ordet" or "övrig" or "övriga" or "hur" or "vad";

    /// <summary>Any verb of doing counts only right beside the name of someone who was there.</summary>
    static bool NamedBeside(ItemReading reading, Sentence sentence, int verb) =>
        reading.People.In(sentence).Exists(p => p.Known && (p.To == verb && sentence.Words[verb].Start - sentence.Words[verb - 1].End == 1
            || p.From == verb + 1 && verb > 0 && OpenVerbs.MayInvert(sentence.Words) && sentence.Words[p.From].Start - sentence.Words[verb].End == 1));
}
