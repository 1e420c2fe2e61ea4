namespace Samverk.Reading;

/// <summary>Finds who presented an item.</summary>
static class PresenterReader
{
    static readonly Phrases Verbs = new("föredrog", "föredrar", "presenterade", "presenterar", "redovisade", "redovisar", "redogjorde", "redogör", "rapporterade", "rapporterar", "föredragande", "föredragare");
    static readonly Phrases By = new("föredrogs av", "föredras av", "presenterades av", "presenteras av", "redovisades av", "redovisas av");

    public static void Read(ItemReading reading)
    {
        Collect(reading);
        foreach (var name in reading.Item.Presenters.Where(n => !reading.People.Knows(n)))
            reading.Note("presenter-unknown", $"{name} finns inte bland de närvarande: stämmer namnet?", reading.Item.Heading, reading.Item.TitleStart, reading.Item.Heading.Text.Length);
    }

    static void Collect(ItemReading reading)
    {
        FromTitle(reading);
        foreach (var passage in reading.Passages)
        {
            var people = reading.People.In(passage.Sentence);
            if (passage.Label == PassageLabel.Presenter && passage.Inline)
                people.ForEach(p => Add(reading, p.Name));
            else if (people.Count > 0)
                FromSentence(reading, passage.Sentence, people);
        }
    }

    static void FromSentence(ItemReading reading, Sentence sentence, List<Mention> people)
    {
        var words = sentence.Words;
        if (By.Find(words) is { } by)
        {
            foreach (var person in people.Where(p => p.From >= by.At + by.Length))
                Add(reading, person.Name);
            return;
        }
        if (Verbs.Find(words) is not { } verb || verb.At > 0 && words[verb.At - 1].Lower is "som" or "att")
            return;
        var before = people.FindAll(p => p.To <= verb.At);
        if (words[verb.At].Lower.StartsWith("föredraga", StringComparison.Ordinal))
            before = people.FindAll(p => p.From > verb.At);
        foreach (var person in before.Where(p => p.Name != "Ordförande" && verb.At - p.From < 40))
            Add(reading, person.Name);
    }

    /// <summary>'– X' or '(X)' at a title's end.</summary>
    static void FromTitle(ItemReading reading)
    {
        var item = reading.Item;
        var title = item.Title;
        var cut = Math.Max(title.LastIndexOf('–'), Math.Max(title.LastIndexOf(" - ", StringComparison.Ordinal) + 1, Math.Max(title.LastIndexOf('('), title.LastIndexOf('/'))));
        if (cut <= 0)
            return;
        var sentence = new Sentence(item.Heading, item.TitleStart + cut + 1, item.TitleEnd);
        var people = reading.People.In(sentence);
        if (people.Count == 0 || people[0].From > 0 || !people.TrueForAll(p => p.Known || p.Name.Contains(' ', StringComparison.Ordinal)))
            return;
        people.ForEach(p => Add(reading, p.Name));
        item.TitleEnd = item.TitleStart + title[..cut].TrimEnd(' ', ',', '-', '–', '(').Length;
    }

    static void Add(ItemReading reading, string name)
    {
        if (reading.Item.PresenterNames.Contains(name))
            return;
        reading.Item.Presenters.Add(name);
        reading.Item.PresenterNames.UnionWith(People.Beginnings(name));
    }
}
