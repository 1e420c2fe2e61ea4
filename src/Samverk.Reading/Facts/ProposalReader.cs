namespace Samverk.Reading;

/// <summary>Finds the questions put forward for coming meetings.</summary>
static class ProposalReader
{
    static readonly Phrases Coming = new("nästa möte", "kommande möte", "kommande möten", "nästa möten", "framtida möten", "kommande sammanträden", "kommande sammanträde", "nästa sammanträde", "nästa gång", "kommande träffar", "nästa träff", "nästkommande möte", "kommande mötet", "nästa mötet", "ett senare möte");
    static readonly Phrases Matter = new("frågor", "fråga", "ärenden", "ärende", "punkter", "punkt", "förslag", "tema", "teman", "önskemål", "ämnen", "inspel", "agenda", "dagordning");
    static readonly Phrases Wish = new("önskar att", "önskar ta upp", "föreslår att frågan", "föreslår att", "vill ta upp", "vill prata", "vill att frågan", "vill lyfta", "önskemål om", "önskar få", "önskar en", "tema till", "tema för", "förslag till", "vill ha upp", "på agendan", "på dagordningen", "punkt till", "fråga till", "frågor till", "punkter till", "temat för", "önskar information", "vill att");
    static readonly Phrases Nothing = new("inga", "inget", "ingen");

    public static bool IsAbout(string title) => title.Length < 120 && Coming.In(title) && Matter.In(title) && !title.Contains("protokoll", StringComparison.OrdinalIgnoreCase);

    public static void Read(ItemReading reading)
    {
        var about = IsAbout(reading.Item.Title);
        for (var i = 0; i < reading.Passages.Count; i++)
        {
            var passage = reading.Passages[i];
            if (about ? IsEntry(reading, passage) : passage.Label == PassageLabel.NextItems || IsWish(passage))
                Add(reading, passage.Sentence, about || passage.Label == PassageLabel.NextItems);
        }
    }

    static bool IsWish(Passage passage) =>
        passage.Label is null or PassageLabel.Discussion or PassageLabel.Comment && Coming.In(passage.Sentence.Words) && Wish.In(passage.Sentence.Words) && Decisions.KindOf(passage.Sentence.Words) is not "deferral";

    static bool IsEntry(ItemReading reading, Passage passage) =>
        passage.Sentence.Words.Length > 0 && !(passage.Sentence.Words.Length < 5 && Nothing.At(passage.Sentence.Words, 0) > 0) && !passage.Sentence.Text.EndsWith(':') && passage.Label is null or PassageLabel.NextItems or PassageLabel.Discussion
        && !Dates.In(passage.Sentence.Text).Exists(d => d.Day is not null);

    /// <summary>A list entry is taken whole, also when it holds more than one sentence.</summary>
    static void Add(ItemReading reading, Sentence sentence, bool whole)
    {
        var block = sentence.Block;
        var list = whole && block.Kind is BlockKind.Bullet or BlockKind.Numbered;
        if (list && reading.Draft.ProposedItems.Count > 0 && reading.Draft.ProposedItems[^1].Text == ListText(block))
            return;
        if (list)
            reading.Draft.ProposedItems.Add(new(ListText(block), block.Source(reading.Offsets, block.Text.Length - ListText(block).Length, block.Text.Length)));
        else
            reading.Draft.ProposedItems.Add(new(sentence.Text, block.Source(reading.Offsets, sentence.Start, sentence.End)));
    }

    static string ListText(Block block) => block.Number is { } number && block.Text.StartsWith(number, StringComparison.Ordinal) ? block.Text[Math.Min(block.Text.Length, number.Length + 1)..].TrimStart(' ', '.', ')') : block.Text;
}
