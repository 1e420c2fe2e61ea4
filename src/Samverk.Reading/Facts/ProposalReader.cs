namespace Samverk.Reading;

/// <summary>Finds the questions put forward for coming meetings.</summary>
static class ProposalReader
{
    static readonly Phrases Coming = new("nästa möte", "kommande möte", "kommande möten", "nästa möten", "framtida möten", "kommande sammanträden", "kommande sammanträde", "nästa sammanträde", "nästa gång", "kommande träffar", "nästa träff", "nästkommande möte", "kommande mötet", "nästa mötet", "ett senare möte");
    static readonly Phrases Matter = new("frågor", "fråga", "ärenden", "ärende", "punkter", "punkt", "förslag", "tema", "teman", "önskemål", "ämnen", "inspel", "agenda", "dagordning");
    static readonly Phrases Wish = new("önskar att", "önskar ta upp", "föreslår att frågan", "föreslår att", "vill ta upp", "vill prata", "vill att frågan", "vill lyfta", "önskemål om", "önskar få", "önskar en", "tema till", "tema för", "förslag till", "vill ha upp", "på agendan", "på dagordningen", "punkt till", "fråga till", "frågor till", "punkter till", "temat för", "önskar information", "vill att", "vill vi", "vill lyfta", "önskade", "efterfrågar");
    static readonly Phrases Nothing = new("inga", "inget", "ingen");

    static readonly Phrases Later = new("framöver", "framtida", "framåt", "kommande möten", "kommande möte", "att ta upp");
    static readonly Phrases Lead = new("till nästa möte", "till nästa gång", "till nästa träff", "till kommande möten", "till kommande möte", "inför nästa möte", "inför kommande möten", "inför kommande möte", "att ta upp", "på gång till nästa");

    public static bool IsAbout(string title) => title.Length < 120 && !title.Contains("protokoll", StringComparison.OrdinalIgnoreCase)
        && ((Coming.In(title) || Later.In(title)) && Matter.In(title) || Lead.Find(Sentence.Split(title, 0, title.Length)) is { At: 0 });

    public static void Read(ItemReading reading)
    {
        var about = IsAbout(reading.Item.Title);
        for (var i = 0; i < reading.Passages.Count; i++)
        {
            var passage = reading.Passages[i];
            if (about ? IsEntry(reading, passage) : passage.Label == PassageLabel.NextItems || IsWish(passage) || passage.Inline && IsLabelledWish(passage))
                Add(reading, passage.Sentence, about || passage.Label == PassageLabel.NextItems || IsLabelledWish(passage));
        }
    }

    static bool IsLabelledWish(Passage passage) => passage.Sentence.Text.IndexOf(':', StringComparison.Ordinal) is > 0 and < 60 and var colon && IsAbout(passage.Sentence.Text[..colon]);

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
        else if (whole && sentence.Text.Contains(',', StringComparison.Ordinal) && sentence.Text.Length < 240 && IsLabelled(sentence) && InlineList(sentence) is { Count: > 0 } parts)
            foreach (var (start, end) in parts)
                reading.Draft.ProposedItems.Add(new(block.Text[start..end], block.Source(reading.Offsets, start, end)));
        else
            reading.Draft.ProposedItems.Add(new(sentence.Text, block.Source(reading.Offsets, sentence.Start, sentence.End)));
    }

    /// <summary>'Förslag: a, b samt c.' holds three.</summary>
    static List<(int, int)> InlineList(Sentence sentence)
    {
        var parts = new List<(int, int)>();
        var text = sentence.Block.Text;
        var start = text.IndexOf(": ", sentence.Start, sentence.End - sentence.Start, StringComparison.Ordinal) is var colon and >= 0 ? colon + 2 : sentence.Start;
        for (var i = start; i <= sentence.End; i++)
        {
            var cut = i == sentence.End ? 0 : text[i] is ',' or ';' ? 1 : text.AsSpan(i, sentence.End - i).StartsWith(" samt ", StringComparison.Ordinal) ? 6 : text.AsSpan(i, sentence.End - i).StartsWith(" och ", StringComparison.Ordinal) ? 5 : -1;
            if (cut < 0)
                continue;
            var (from, to) = (start, i);
            while (from < to && text[from] == ' ')
                from++;
            while (to > from && text[to - 1] is '.' or ' ')
                to--;
            if (to > from)
                parts.Add((from, to));
            start = i + cut;
            i = Math.Max(i, start - 1);
        }
        return parts;
    }

    static bool IsLabelled(Sentence sentence) => sentence.Block.Text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < sentence.Start + 60;

    static string ListText(Block block) => block.Number is { } number && block.Text.StartsWith(number, StringComparison.Ordinal) ? block.Text[Math.Min(block.Text.Length, number.Length + 1)..].TrimStart(' ', '.', ')') : block.Text;
}
