namespace Samverk.Reading;

/// <summary>A table of the kind Punkt, Diskussion, Beslut/åtgärd, Ansvarig, Klart: which column holds what.</summary>
sealed class ActionTable
{
    static readonly Phrases ActionWords = new("beslut", "åtgärd", "åtgärder", "uppdrag", "aktivitet", "att göra", "uppgift", "beslut/åtgärd", "åtgärd/beslut");
    static readonly Phrases TextWords = new("vad", "anteckning", "anteckningar", "ärende", "punkt", "fråga", "innehåll", "information", "diskussion");
    static readonly Phrases ResponsibleWords = new("ansvarig", "ansvariga", "ansvar", "vem", "utförare", "ansvarig/klart", "ansvarig/klar", "vem/när", "utförs");
    static readonly Phrases DueWords = new("klart", "klar", "senast", "när", "tidplan", "datum", "klart senast", "deadline", "ansvarig/klart", "ansvarig/klar", "vem/när", "tid");

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
            if (Heads(blocks[i]) is { } table)
                return table;
            if (blocks[i].Kind == BlockKind.Paragraph && blocks[i].Text.Length < 30 && i + 2 < blocks.Count && ResponsibleWords.In(blocks[i].Text)
                && Of(blocks.Skip(Math.Max(0, i - 3)).Take(5).Select(b => b.Text).ToList(), stacked: true) is { } stack)
                return stack;
        }
        return null;
    }

    /// <summary>The table that a heading row begins.</summary>
    public static ActionTable? Heads(Block block) =>
        block.Kind == BlockKind.Row && block.Text.Length < 160 ? Of(block.Cells.Select(block.Cut).ToList(), stacked: false) : null;

    /// <summary>Who and when of a row: the two may share a cell, 'Hillevi, 15 mars'.</summary>
    public (string Who, string? When) Of(Block row)
    {
        var who = Responsible < row.Cells.Count ? row.Cut(row.Cells[Responsible]).Trim(' ', '–', '-') : "";
        var when = who.Length > 0 && Due >= 0 && Due < row.Cells.Count ? row.Cut(row.Cells[Due]) : null;
        if (Due != Responsible && when is not null)
            return (who, when);
        var comma = who.LastIndexOf(',');
        return comma > 0 && (RelativeDates.In(who, comma).Count > 0 || who.AsSpan(comma).ContainsAnyInRange('0', '9') || who.Contains("nästa möte", StringComparison.OrdinalIgnoreCase)) ? (who[..comma].Trim(), who[(comma + 1)..].Trim()) : (who, when);
    }

    static ActionTable? Of(List<string> cells, bool stacked)
    {
        if (cells.Exists(c => c.Length > 30))
            return null;
        var action = cells.FindIndex(ActionWords.In);
        var table = new ActionTable { Action = action >= 0 || stacked ? action : cells.FindLastIndex(TextWords.In), Responsible = cells.FindIndex(ResponsibleWords.In), Due = cells.FindIndex(DueWords.In), Stacked = stacked };
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
