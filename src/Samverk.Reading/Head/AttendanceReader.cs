namespace Samverk.Reading;

/// <summary>Reads who was there, from the blocks before the first item (and, where there are none, elsewhere).</summary>
sealed class AttendanceReader
{
    readonly List<(AttendanceEntry Entry, HeadLabel Section)> found = [];
    readonly HashSet<string> names = new(StringComparer.Ordinal);
    readonly List<AttendanceEntry> pending = [];
    HeadLabel? section;
    string? organisation;
    AttendanceTable? table;
    readonly AttendanceMarks marks = new();
    List<(int Column, string? Organisation)> columns = [];
    bool trailing, digitalSection;
    bool dividesMembers, dividesDeputies;

    public static List<AttendanceEntry> Read(IReadOnlyList<Block> blocks)
    {
        var reader = new AttendanceReader();
        for (var i = 0; i < blocks.Count; i++)
            reader.Take(blocks, i);
        return reader.Finish();
    }

    static readonly Phrases Round = new("presentationsrunda", "presentation", "presentationer", "närvarande", "deltagare", "deltog", "med på mötet", "presenterade sig");
    static readonly Phrases Away = new("förhinder", "frånvaro", "frånvarande", "återbud");

    /// <summary>Where there is no list: a round of presentation in the first items names who was there.</summary>
    public static List<AttendanceEntry> ReadRound(IEnumerable<Item> items)
    {
        var reader = new AttendanceReader();
        foreach (var sentence in items.Take(2).SelectMany(i => i.Body).Where(b => b.Text.Length < Sentence.Longest).SelectMany(Sentences.Of))
        {
            var (round, away) = (Round.In(sentence.Words), Away.Find(sentence.Words));
            var from = away is { } a ? sentence.Words[a.At].End : sentence.Block.Text.IndexOf(": ", sentence.Start, sentence.End - sentence.Start, StringComparison.Ordinal) + 1;
            if (!round && away is null || from <= 0)
                continue;
            if (away is not null && sentence.Text.AsSpan(from - sentence.Start).TrimStart().StartsWith("har ", StringComparison.Ordinal))
                from += 4;
            reader.section = away is null ? HeadLabel.Present : HeadLabel.Absent;
            AttendanceLine.Read(sentence.Block, from).FindAll(e => e.Start < sentence.End).ForEach(reader.Add);
        }
        return reader.Finish();
    }

    void Take(IReadOnlyList<Block> blocks, int i)
    {
        var block = blocks[i];
        var first = block.Kind == BlockKind.Row ? block.Cut(block.Cells[0]) : block.Text;
        var from = 0;
        marks.Learn(block.Text);
        if (AttendanceTable.Begun(block, i + 1 < blocks.Count ? blocks[i + 1] : null) is { } begun)
        {
            table = begun;
            section ??= HeadLabel.Present;
            return;
        }
        table = block.Kind == BlockKind.Row ? table : null;
        if (block.Kind == BlockKind.Row && block.Cells.Count(c => c.End > c.Start) > 1 && block.Cells.Where(c => c.End > c.Start).All(c => HeadLabels.Parse(block.Cut(c)) is { } l && HeadLabels.IsAttendance(l.Label)))
        {
            Enter(HeadLabels.Parse(block.Cut(block.Cells[0]))?.Label ?? HeadLabel.Present, "");
            columns = block.Cells.Where(c => c.End > c.Start).Select(c => (c.Column, OrganisationIn(block.Cut(c)))).ToList();
            return;
        }
        if (HeadLabels.Parse(first) is { } label && !(label.Label == HeadLabel.Other && section is not null && IsRowWithPerson(block)))
        {
            from = label.From;
            if (HeadLabels.IsAttendance(label.Label))
                Enter(label.Label, first);
            else if (label.Label is HeadLabel.Chair or HeadLabel.Secretary or HeadLabel.ViceChair or HeadLabel.Adjusters && section is not null)
            {
                TakeOfficer(block, from, label.Label);
                return;
            }
            else if (!HeadLabels.IsColumn(first))
                section = null;
        }
        if (section is null && IsLedByOrganisation(block))
            Enter(HeadLabel.Present, "");
        if (section is null || block.Text.Length > Sentence.Longest || from >= block.Text.Length)
            return;
        if (block.Kind != BlockKind.Bullet && TakeProse(block, from))
            return;
        TakeEntries(block, from);
    }

    static readonly Phrases TookPart = new("deltog", "deltar", "medverkade", "medverkar", "närvarade", "kom", "representerades");

    /// <summary>'Från Sundvika deltog socialchef Birgitta Ek och MAS Rezvan Ali.', 'Högskolan: Agda Ros. Kommunerna: Bo Ek.': a sentence per organisation.</summary>
    bool TakeProse(Block block, int from)
    {
        var sentences = Sentences.Of(block, from, block.Text.Length);
        if (!sentences.Exists(s => LeadOf(s) is not null) || sentences.Count < 2 && LeadOf(sentences[0]) is not { Verb: true })
            return false;
        foreach (var sentence in sentences)
        {
            var lead = LeadOf(sentence);
            organisation = lead?.Organisation ?? organisation;
            AttendanceLine.Read(block, lead?.From ?? sentence.Start).FindAll(e => e.Start < sentence.End).ForEach(Add);
        }
        return true;
    }

    static (string Organisation, int From, bool Verb)? LeadOf(Sentence sentence)
    {
        var text = sentence.Block.Text;
        if (sentence.Words.Length > 2 && sentence.Words[0].Lower is "från" or "för" && TookPart.Find(sentence.Words, 1, Math.Min(sentence.Words.Length, 8)) is { } verb && verb.At > 1)
            return (sentence.Cut(1, verb.At), sentence.Words[verb.At].End, true);
        var colon = text.IndexOf(": ", sentence.Start, sentence.End - sentence.Start, StringComparison.Ordinal);
        var lead = colon > sentence.Start && colon - sentence.Start < 50 ? text[sentence.Start..colon] : null;
        return lead is not null && !Names.IsPerson(lead) && !lead.Contains(',', StringComparison.Ordinal) && IsOrganisationHeading(lead) ? (TrimHeading(lead), colon + 1, false) : null;
    }

    /// <summary>'Region X: Torun, Wiktor' without a heading above.</summary>
    static bool IsLedByOrganisation(Block block) =>
        block.Kind == BlockKind.Paragraph && block.Text.IndexOf(": ", StringComparison.Ordinal) is > 3 and < 50 and var colon && !HeadLabels.Is(block.Text) && Names.IsOrganisation(block.Text[..colon]) && !Names.IsTitle(block.Text[..colon])
        && (AttendanceLine.ReadFirstNames(block, colon + 1).Count > 1 || AttendanceLine.Read(block, colon + 1).Count > 1);

    static bool IsRowWithPerson(Block block) => block.Kind == BlockKind.Row && block.Cells.Any(c => Names.IsPerson(block.Cut(c)));

    void Enter(HeadLabel label, string words)
    {
        (section, organisation, trailing) = (label, OrganisationIn(words), false);
        columns = [];
        pending.Clear();
        digitalSection = HeadLabels.IsRemote(words);
        dividesMembers |= label == HeadLabel.Members;
        dividesDeputies |= label == HeadLabel.Deputies;
    }

    /// <summary>'Närvarande för kommunerna' names who the people below stand for.</summary>
    static string? OrganisationIn(string words)
    {
        if (words.StartsWith("Från ", StringComparison.Ordinal) && words.Length is > 8 and < 50)
            return words[5..].Trim(' ', ':');
        foreach (var lead in new[] { " för ", " från " })
            if (words.IndexOf(lead, StringComparison.Ordinal) is > 0 and < 30 and var at && words.Length < 70)
                return words[(at + lead.Length)..].Trim(' ', ':');
        return null;
    }

    void TakeOfficer(Block block, int from, HeadLabel label)
    {
        foreach (var entry in AttendanceLine.Read(block, from))
        {
            entry.Role ??= label switch { HeadLabel.Chair => "chair", HeadLabel.Secretary => "secretary", _ => null };
            if (names.Add(entry.Name))
                found.Add((entry, section ?? HeadLabel.Present));
        }
    }

    void TakeEntries(Block block, int from)
    {
        from = from == 0 && block.Kind == BlockKind.Numbered ? block.TextStart : from;
        var colon = block.Text.IndexOf(": ", from, StringComparison.Ordinal);
        colon = colon < 0 && block.Text.EndsWith(':') ? block.Text.Length - 1 : colon;
        var heading = colon > from && colon - from < 60 ? block.Text[from..colon].Trim() : null;
        if (heading is not null && !Names.IsPerson(heading) && IsOrganisationHeading(heading))
        {
            organisation = TrimHeading(heading);
            from = colon + 1;
        }
        var mark = marks.Before(block.Text, from);
        var entries = AttendanceLine.Read(block, mark?.From ?? from);
        if (entries.Count > 0)
        {
            if ((mark?.Meaning ?? marks.After(block)) is { } meaning)
                AttendanceMarks.Apply(meaning, entries[0]);
            if (block.Kind == BlockKind.Row && from == 0 && entries.Count == 1 && entries[0].Organisation is null && block.Cells.Count > 1 && entries[0].Start > block.Cells[0].Start)
                entries[0].Detail(block.Cut(block.Cells[0]));
            foreach (var entry in entries)
            {
                table?.Apply(block, entry);
                if (columns.Count > 0)
                    entry.Organisation ??= columns.LastOrDefault(c => c.Column <= ColumnOf(block, entry) + 4).Organisation;
                Add(entry);
            }
            return;
        }
        if (from > 0 && block.Kind != BlockKind.Row && AttendanceLine.ReadFirstNames(block, from) is { Count: > 0 } first && (first.Count > 1 || first[0].Note is not null))
        {
            first.ForEach(Add);
            return;
        }
        var text = block.Text[from..].Trim(' ', ':');
        if (text.Length is 0 or > 80 || block.Kind == BlockKind.Row)
            return;
        if (pending.Count > 0 && trailing)
        {
            pending[0].Detail(text);
            if (pending[0].Organisation is not null)
                pending.RemoveAt(0);
        }
        else if (IsOrganisationHeading(text))
            organisation = TrimHeading(text);
    }

    void Add(AttendanceEntry entry)
    {
        trailing |= organisation is null && entry.Organisation is null;
        if (entry.Organisation is null && organisation is null)
            pending.Add(entry);
        else
            pending.Clear();
        entry.Organisation ??= organisation;
        if (digitalSection)
            entry.Mode = "digital";
        found.Add((entry, section ?? HeadLabel.Present));
        names.Add(entry.Name);
    }

    static int ColumnOf(Block block, AttendanceEntry entry) =>
        block.Kind == BlockKind.Row ? block.Cells.FirstOrDefault(c => c.Start <= entry.Start && entry.Start <= c.End).Column : block.Column;

    static bool IsOrganisationHeading(string text) =>
        text.Length > 1 && (Names.IsOrganisation(text) || Places.Contains(text) || char.IsUpper(text[0]) && text.Split(' ').Length <= 4) && !HeadLabels.Is(text) && !(Names.IsTitle(text) && !Names.IsOrganisation(text));

    static string TrimHeading(string text)
    {
        foreach (var prefix in new[] { "För ", "Från ", "Representanter för ", "Representanter från ", "Deltagare från ", "Närvarande från ", "Närvarande för " })
            if (text.StartsWith(prefix, StringComparison.Ordinal))
                return text[prefix.Length..];
        return text;
    }

    List<AttendanceEntry> Finish()
    {
        var divided = dividesMembers && dividesDeputies || found.Any(f => f.Entry.IsDeputy);
        foreach (var (entry, label) in found)
        {
            if (label == HeadLabel.Absent)
                entry.Presence = "absent";
            entry.Role ??= entry.IsDeputy ? "deputy"
                : label == HeadLabel.Deputies ? "deputy"
                : entry.IsMember && divided || label == HeadLabel.Members && divided ? "member"
                : label == HeadLabel.Guests ? "guest" : "participant";
        }
        var organised = found.Where(f => f.Entry.Organisation is not null).Select(f => f.Entry.Name).ToHashSet(StringComparer.Ordinal);
        return found.Select(f => f.Entry).Where(e => e.Organisation is not null || !organised.Contains(e.Name)).DistinctBy(e => (e.Name, e.Organisation)).ToList();
    }
}
