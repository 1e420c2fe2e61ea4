namespace Samverk.Reading;

/// <summary>A sentence of an item's body with the label that it stands under.</summary>
/// <param name="Label">The label above or before it, null for running text.</param>
/// <param name="Inline">It begins on the label's own line.</param>
/// <param name="Listed">It stands in a list under the label or its introduction.</param>
/// <param name="Introduction">It only introduces the list below ('Rådet beslutar att').</param>
sealed record Passage(Sentence Sentence, PassageLabel? Label, bool Inline, bool Listed, bool Introduction, int LabelAt);

/// <summary>Parts an item's blocks into passages.</summary>
sealed class Passages(Item item, OwnBody own)
{
    readonly List<Passage> found = [];
    PassageLabel? section;
    int sectionAt;
    bool listOnly;

    public static List<Passage> Of(Item item, OwnBody own)
    {
        var passages = new Passages(item, own);
        foreach (var block in item.Body)
            passages.Take(block);
        return passages.found;
    }

    void Take(Block block)
    {
        var from = 0;
        var listed = IsListed(block);
        if (PassageLabels.Of(block) is { } label && !(listed && !block.Text.Contains(':', StringComparison.Ordinal)))
        {
            (section, from, sectionAt) = (label.Label, label.From, found.Count);
            listOnly = false;
            if (from < block.Text.Length)
                TakeInline(block, from);
            return;
        }
        if (listOnly && !listed)
            section = null;
        var sentences = Parts(block);
        if (sentences.Count == 0)
            return;
        var introduces = !listed && block.Text.Length < 220 && Introduces(sentences[^1]);
        foreach (var sentence in sentences)
            found.Add(new(sentence, section, Inline: false, listed, introduces && sentence == sentences[^1], sectionAt));
        if (introduces)
            (section, listOnly, sectionAt) = (PassageLabel.Decision, true, found.Count);
        else if (section == PassageLabel.Decision && !listed && block.Text.EndsWith(':'))
            listOnly = true;
    }

    void TakeInline(Block block, int from)
    {
        var sentences = Sentences.Of(block, from, block.Text.Length);
        var introduces = sentences.Count > 0 && block.Text.Length < 220 && section == PassageLabel.Decision && Introduces(sentences[^1]);
        foreach (var sentence in sentences)
            found.Add(new(sentence, section, Inline: true, Listed: false, introduces && sentence == sentences[^1], sectionAt));
        listOnly = true;
    }

    List<Sentence> Parts(Block block)
    {
        if (block.Kind != BlockKind.Row)
            return Sentences.Of(block, block.TextStart, block.Text.Length);
        return block.Cells.Where(c => c.End > c.Start).SelectMany(c => Sentences.Of(block, c.Start, c.End)).ToList();
    }

    static bool IsListed(Block block) =>
        block.Kind is BlockKind.Bullet or BlockKind.Numbered || block.Text.StartsWith("att ", StringComparison.OrdinalIgnoreCase);

    /// <summary>'Rådet beslutar', 'Nätverket enas om att:' without saying what.</summary>
    bool Introduces(Sentence sentence)
    {
        var words = sentence.Words;
        if (words.Length is 0 or > 20 || !Decisions.Verbs.In(words) || !own.Speaks(sentence, 0, words.Length))
            return false;
        return words[^1].Lower is "att" or "följande" or "om" || sentence.Block.Text[sentence.End - 1] == ':' || Decisions.Verbs.At(words, words.Length - 1) > 0;
    }

    public Item Item => item;
}
