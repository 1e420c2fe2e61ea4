namespace Samverk.Reading;

/// <summary>A table of the kind Punkt, Diskussion, Beslut/åtgärd, Ansvarig, Klart: which column holds what.</summary>
sealed class ActionTable
{
    static readonly Phrases ActionWords = new("beslut", "åtgärd", "åtgärder", "uppdrag", "aktivitet", "att göra", "uppgift", "beslut/åtgärd", "åtgärd/beslut");
    static readonly Phrases ResponsibleWords = new("ansvarig", "ansvariga", "ansvar", "vem", "utförare");
    static readonly Phrases DueWords = new("klart", "klar", "senast", "när", "tidplan", "datum", "klart senast", "deadline");

    public int Action { get; private init; } = -1;
    public int Responsible { get; private init; } = -1;
    public int Due { get; private init; } = -1;
    /// <summary>The cells stand one below the other instead of side by side.</summary>
    public bool Stacked { get; private init; }

    /// <summary>The first such table of a document.</summary>
    public static ActionTable? Find(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind == BlockKind.Row && Of(blocks[i].Cells.Select(blocks[i].Cut).ToList(), stacked: false) is { } table)
                return table;
            if (blocks[i].Kind == BlockKind.Paragraph && blocks[i].Text.Length < 30 && i + 2 < blocks.Count && ResponsibleWords.In(blocks[i].Text)
                && Of(blocks.Skip(Math.Max(0, i - 3)).Take(5).Select(b => b.Text).ToList(), stacked: true) is { } stack)
                return stack;
        }
        return null;
    }

    static ActionTable? Of(List<string> cells, bool stacked)
    {
        if (cells.Exists(c => c.Length > 30))
            return null;
        var table = new ActionTable { Action = cells.FindIndex(ActionWords.In), Responsible = cells.FindIndex(ResponsibleWords.In), Due = cells.FindIndex(DueWords.In), Stacked = stacked };
        return table is { Action: >= 0, Responsible: >= 0 } && table.Action != table.Responsible ? table : null;
    }

    /// <summary>A cell that only names who: known people, or all.</summary>
    public static bool IsWho(Block block, People people)
    {
        if (block.Kind != BlockKind.Paragraph || block.Text.Length > 60)
            return false;
        if (block.Text is "Alla" or "Samtliga" or "alla" or "samtliga")
            return true;
        var sentence = new Sentence(block, 0, block.Text.Length);
        var named = people.In(sentence);
        return named.Count > 0 && named.TrueForAll(p => p.Known) && named.Sum(p => p.To - p.From) + sentence.Words.Count(w => w.Lower is "och") == sentence.Words.Length;
    }
}
