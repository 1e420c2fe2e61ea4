namespace Samverk.Reading;

/// <summary>A sentence of an item's body with the label that it stands under.</summary>
/// <param name="Label">The label above or before it, null for running text.</param>
/// <param name="Inline">It begins on the label's own line.</param>
/// <param name="Listed">It stands in a list under the label or its introduction.</param>
/// <param name="Introduction">It only introduces the list below ('Rådet beslutar att').</param>
sealed record Passage(Sentence Sentence, PassageLabel? Label, bool Inline, bool Listed, bool Introduction, int LabelAt)
{
    /// <summary>Who and when, where the cells beside say so.</summary>
    public string? Who { get; init; }
    public string? When { get; init; }
}

/// <summary>Parts an item's blocks into passages.</summary>
sealed class Passages(Item item, OwnBody own, ActionTable? first, People people)
{
    ActionTable? table = first;
    readonly List<Passage> found = [];
    PassageLabel? section;
    int sectionAt;
    bool listOnly;

    public static List<Passage> Of(Item item, OwnBody own, ActionTable? table, People people)
    {
        var passages = new Passages(item, own, table, people);
        if (item.Heading.Kind == BlockKind.Row)
            passages.TakeRow(item.Heading, item.TitleEnd);
        for (var i = 0; i < item.Body.Count; i++)
            passages.Take(item.Body[i], i + 1 < item.Body.Count && item.Body[i + 1].Text.StartsWith("att ", StringComparison.Ordinal));
        return passages.found;
    }

    void Take(Block block, bool thats)
    {
        if (table is { Stacked: true } && ActionTable.IsWho(block, people))
        {
            Assign(found.Count - 1, block.Text);
            return;
        }
        if (table is { Stacked: true } && found.Count > 0 && found[^1].Who is not null && block.Text.Length < 24 && Dates.In(block.Text).Count == 1)
        {
            found[^1] = found[^1] with { When = block.Text };
            return;
        }
        if (ActionTable.Heads(block) is { } begun)
        {
            table = begun;
            return;
        }
        if (ListTable.Heads(block) is not null)
        {
            table = null;
            return;
        }
        if (block.Kind == BlockKind.Row && table is { Stacked: false })
        {
            TakeRow(block, 0);
            return;
        }
        var from = 0;
        var listed = IsListed(block);
        if (block.Label is { } label && !(listed && !block.Text.Contains(':', StringComparison.Ordinal)))
        {
            (section, from, sectionAt) = (label.Label, label.From, found.Count);
            listOnly = false;
            if (from < block.Text.Length)
                TakeInline(block, from, thats);
            return;
        }
        if (listOnly && !listed)
            section = null;
        var sentences = Parts(block);
        if (sentences.Count == 0)
            return;
        var introduces = !listed && block.Text.Length < 220 && Introduces(sentences[^1], thats);
        foreach (var sentence in sentences)
            found.Add(new(sentence, section, Inline: false, listed, introduces && sentence == sentences[^1], sectionAt));
        if (introduces)
            (section, listOnly, sectionAt) = (PassageLabel.Decision, true, found.Count);
        else if (section == PassageLabel.Decision && !listed && block.Text.EndsWith(':'))
            listOnly = true;
    }

    /// <summary>What stands before a name that fills its cell is that person's task.</summary>
    void Assign(int last, string who)
    {
        if (last >= 0 && !found[last].Inline)
            found[last] = found[last] with { Who = who, Label = found[last].Label ?? PassageLabel.Task, Inline = true };
    }

    void TakeRow(Block block, int after)
    {
        for (var i = 0; i < block.Cells.Count; i++)
        {
            var cell = block.Cells[i];
            if (cell.End <= cell.Start || cell.Start < after || table is not null && (i == table.Responsible || i == table.Due))
                continue;
            var (start, label) = (cell.Start, (PassageLabel?)null);
            if (PassageLabels.Parse(block.Cut(cell)) is { } named)
                (start, label) = (cell.Start + named.From, named.Label);
            if (table is not null && i == table.Action && block.Cells.Any(c => Finished.At(Sentence.Split(block.Text, c.Start, c.End), 0) > 0))
                continue;
            var (who, when) = table is not null && i == table.Action ? table.Of(block) : ("", null);
            var at = found.Count;
            foreach (var sentence in Sentences.Of(block, start, cell.End))
                found.Add(new(sentence, label, label is not null, Listed: false, Introduction: false, at));
            if (who.Length > 0 && found.Count > at && label != PassageLabel.Decision)
                found[at] = found[at] with { Who = who, When = when, Label = PassageLabel.Task, Inline = true };
        }
    }

    /// <summary>What a status cell says of a task that is done.</summary>
    static readonly Phrases Finished = new("klart", "klar", "avförs", "utfört", "utförd", "genomfört", "genomförd", "avslutad", "avslutat", "färdigt", "åtgärdat");

    void TakeInline(Block block, int from, bool thats)
    {
        var sentences = Sentences.Of(block, from, block.Text.Length);
        var introduces = sentences.Count > 0 && block.Text.Length < 220 && section == PassageLabel.Decision && Introduces(sentences[^1], thats);
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
    bool Introduces(Sentence sentence, bool thats)
    {
        var words = sentence.Words;
        if (words.Length is 0 or > 20 || !Decisions.Verbs.In(words) || !own.Speaks(sentence, 0, words.Length))
            return false;
        return thats && char.IsLetter(sentence.Block.Text[sentence.End - 1]) || words[^1].Lower is "att" or "följande" or "om" || sentence.Block.Text[sentence.End - 1] == ':' || Decisions.Verbs.At(words, words.Length - 1) > 0;
    }

    public Item Item => item;
}
