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
        Block? introduced = null;
        var list = false;
        foreach (var passage in reading.Passages)
        {
            var block = passage.Sentence.Block;
            list &= block.Kind is BlockKind.Bullet or BlockKind.Numbered;
            if (!about && IsIntroduction(passage.Sentence))
                list = true;
            else if (!about && WishStart(passage.Sentence) is { } start)
            {
                introduced = block;
                Add(reading, new(block, start, passage.Sentence.End), whole: true);
            }
            else if (about ? IsEntry(passage) : list || ReferenceEquals(introduced, block) || passage.Label == PassageLabel.NextItems || IsWish(passage))
                Add(reading, passage.Sentence, about || list || ReferenceEquals(introduced, block) || passage.Label == PassageLabel.NextItems);
        }
    }

    static readonly Phrases Ahead = new("längre fram", "framöver", "nästa möte", "nästa gång", "kommande möte", "kommande möten", "nästa sammanträde", "framtida möten", "nästa träff", "kommande sammanträden");

    /// <summary>'Följande bör tas upp längre fram:' above a list.</summary>
    static bool IsIntroduction(Sentence sentence) =>
        sentence.Block.Text.EndsWith(':') && sentence.End == sentence.Block.Text.Length && Ahead.In(sentence.Words) && (Matter.In(sentence.Words) || Wish.In(sentence.Words) || sentence.Words.Any(w => w.Lower is "tas" or "upp"));

    /// <summary>'Önskemål om punkter till nästa möte: …' – where what is wished for begins.</summary>
    static int? WishStart(Sentence sentence)
    {
        var colon = sentence.Block.Text.IndexOf(": ", sentence.Start, sentence.End - sentence.Start, StringComparison.Ordinal);
        return colon > 0 && colon - sentence.Start < 70 && IsAbout(sentence.Block.Text[sentence.Start..colon]) ? colon + 2 : null;
    }

    static bool IsWish(Passage passage) =>
        passage.Label is null or PassageLabel.Discussion or PassageLabel.Comment && Coming.In(passage.Sentence.Words) && Wish.In(passage.Sentence.Words) && Decisions.KindOf(passage.Sentence.Words) is not "deferral";

    static bool IsEntry(Passage passage) =>
        passage.Sentence.Words.Length > 0 && !(passage.Sentence.Words.Length < 5 && Nothing.At(passage.Sentence.Words, 0) > 0) && !passage.Sentence.EndsWith(':') && passage.Label is null or PassageLabel.NextItems or PassageLabel.Discussion
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
