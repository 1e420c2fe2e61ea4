namespace Samverk.Reading;

/// <summary>A table that lists consultations ('Remiss | Svar senast | Svar till') or agreements ('Överenskommelse | Status'): which column holds what.</summary>
/// <param name="Day">Until when; -1 for none, as for the others.</param>
sealed record ListTable(int Subject, int Day, int To, int Status)
{
    static readonly Phrases Consultations = new("remiss", "remisser", "remissens", "samråd", "remissärende", "remissversion", "dokument på remiss");
    static readonly Phrases Matters = new("ärende", "ärenden", "förslag", "dokument", "underlag", "vad", "rubrik", "namn", "avser");
    static readonly Phrases Days = new("svar senast", "svaras senast", "svara senast", "senast", "sista svarsdag", "sista svarsdatum", "sista dag", "sista datum", "svarstid", "svarsdag", "svarsdatum", "remisstid", "svar önskas", "svar före", "svar inom", "till och med", "t.o.m");
    static readonly Phrases Recipients = new("svar till", "svaret till", "svara till", "svaras till", "svar lämnas", "svar skickas", "lämnas till", "skickas till", "mejlas till", "synpunkter till", "yttrande till");
    static readonly Phrases Answers = new("svar*", "remiss*", "yttrande*", "synpunkter");
    static readonly Phrases Agreements = new("överenskommelse", "överenskommelser", "avtal", "ök");
    static readonly Phrases Stands = new("status", "läge", "läget", "lägesrapport");

    /// <summary>The table that a heading row begins.</summary>
    public static ListTable? Heads(Block block)
    {
        if (block.Kind != BlockKind.Row || block.Text.Length > 120 || block.Cells.Count < 2 || block.Text.AsSpan().ContainsAnyInRange('0', '9'))
            return null;
        var cells = block.Cells.Select(block.Cut).ToList();
        return cells.Exists(c => c.Length > 30 || c.EndsWith('.')) ? null : OfConsultations(cells) ?? OfAgreements(cells);
    }

    static ListTable? OfConsultations(List<string> cells)
    {
        var (day, to) = (cells.FindIndex(Days.In), cells.FindIndex(Recipients.In));
        var subject = cells.FindIndex(c => Consultations.In(c) && !Days.In(c) && !Recipients.In(c));
        if (subject < 0 && cells.Exists(Answers.In))
            subject = cells.FindIndex(Matters.In);
        return subject >= 0 && day >= 0 && subject != day && subject != to ? new(subject, day, to == day ? -1 : to, -1) : null;
    }

    static ListTable? OfAgreements(List<string> cells)
    {
        var (subject, status) = (cells.FindIndex(Agreements.In), cells.FindIndex(Stands.In));
        return subject >= 0 && status >= 0 && subject != status ? new(subject, -1, -1, status) : null;
    }

    /// <summary>The rows of an item's tables of this kind.</summary>
    public static IEnumerable<(ListTable Table, Block Row)> Rows(Item item)
    {
        ListTable? table = null;
        foreach (var block in item.Body)
            if (block.Kind != BlockKind.Row || ActionTable.Heads(block) is not null)
                table = null;
            else if (Heads(block) is { } begun)
                table = begun;
            else if (table?.Cell(block, table.Subject) is not null)
                yield return (table, block);
    }

    /// <summary>A column's cell in a row; null where it is empty.</summary>
    public Cell? Cell(Block row, int column) =>
        column >= 0 && column < row.Cells.Count && row.Cells[column] is var cell && cell.End > cell.Start ? cell : null;
}
