namespace Samverk.Reading;

/// <summary>Reads the people of one line: 'Anna Ek (S), Askvik', columns, or many names between commas.</summary>
static class AttendanceLine
{
    public static List<AttendanceEntry> Read(Block block, int from)
    {
        var entries = new List<AttendanceEntry>();
        foreach (var cell in CellsFrom(block, from))
            foreach (var (start, end) in Split(block.Text, cell.Start, cell.End, block.Text[cell.Start..cell.End].Contains(';', StringComparison.Ordinal) ? ";" : ","))
                ReadSegment(block, start, end, entries);
        return entries;
    }

    static IEnumerable<Cell> CellsFrom(Block block, int from)
    {
        if (block.Kind != BlockKind.Row)
            return [new(from, block.Text.Length, 0)];
        return block.Cells.Where(c => c.End > from).Select(c => c with { Start = Math.Max(c.Start, from) });
    }

    /// <summary>Parts at a sign or ' och ' outside brackets.</summary>
    static IEnumerable<(int Start, int End)> Split(string text, int from, int to, string sign)
    {
        var (start, depth) = (from, 0);
        for (var i = from; i < to; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' && depth > 0 ? -1 : 0;
            if (depth > 0 && i - start < 200)
                continue;
            var cut = text[i] == sign[0] ? 1 : At(text, i, to, " och ") || At(text, i, to, " samt ") ? text.AsSpan(i + 1).StartsWith("och", StringComparison.Ordinal) ? 5 : 6 : At(text, i, to, " – ") || At(text, i, to, " - ") ? 3 : 0;
            if (cut == 0 || cut is 5 or 6 && !IsNameAhead(text, i + cut, to))
                continue;
            yield return (start, i);
            start = i + cut;
            i = start - 1;
        }
        yield return (start, to);
    }

    static bool At(string text, int i, int to, string word) => i + word.Length <= to && text.AsSpan(i, word.Length).SequenceEqual(word);

    static bool IsNameAhead(string text, int from, int to) =>
        Names.LeadingName(text[from..Math.Min(to, from + 60)].Split([' ', ',', '('], StringSplitOptions.RemoveEmptyEntries)) >= 2;

    /// <summary>'Torun, Wiktor, Farah' or 'Jukka (Forsnäs), Anneli (Örnsta)': a line where people go by their first names.</summary>
    public static List<AttendanceEntry> ReadFirstNames(Block block, int from)
    {
        var entries = new List<AttendanceEntry>();
        foreach (var (start, end) in Split(block.Text, from, block.Text.Length, ",").SelectMany(s => SplitAnd(block.Text, s.Start, s.End)))
        {
            var text = block.Text[start..end].Trim(' ', '.', ':');
            var name = text.Split([' ', '('], 2)[0];
            var rest = text[name.Length..].Trim();
            if (!Names.IsNameWord(name) || Places.Contains(name) || name.Length < 2 || rest.Length > 0 && !(rest[0] == '(' && rest[^1] == ')'))
                return [];
            var at = block.Text.IndexOf(name, start, StringComparison.Ordinal);
            var entry = new AttendanceEntry { Name = name, Block = block, Start = at, End = at + name.Length };
            if (rest.Length > 2)
                entry.Bracket(rest[1..^1]);
            entries.Add(entry);
        }
        return entries;
    }

    static IEnumerable<(int Start, int End)> SplitAnd(string text, int from, int to)
    {
        var and = text.IndexOf(" och ", from, to - from, StringComparison.Ordinal);
        return and < 0 ? [(from, to)] : [(from, and), (and + 5, to)];
    }

    static void ReadSegment(Block block, int start, int end, List<AttendanceEntry> entries)
    {
        while (start < end && (block.Text[start] == ' ' || block.Text[start] == ':'))
            start++;
        while (end > start && block.Text[end - 1] is ' ' or '.')
            end--;
        if (start >= end)
            return;
        start += TitleLength(block.Text[start..end]);
        var text = block.Text[start..end];
        var length = NameLength(text);
        if (length == 0 || entries.Count > 0 && IsOrganisationName(text, length))
        {
            if (entries.Count > 0)
                Details(entries[^1], text, start, end);
            return;
        }
        var entry = new AttendanceEntry { Name = text[..length], Block = block, Start = start, End = start + length };
        if (block.IsStruck(start, start + length))
            entry.Presence = "absent";
        entries.Add(entry);
        Details(entry, text[length..], start + length, end);
    }

    /// <summary>'socialchef Birgitta Ek', 'MAS Rezvan Ali', 'Professor Agda Ros': the title before a name.</summary>
    static int TitleLength(string text)
    {
        var at = 0;
        for (var n = 0; n < 3; n++)
        {
            var space = text.IndexOf(' ', at);
            if (space < 0)
                return 0;
            var word = text[at..space];
            if (!(Names.IsTitle(word) && (char.IsLower(word[0]) || word.All(char.IsUpper)) || word is "Professor" or "Prof." or "Doc." or "Docent" or "Dr" or "Dr." or "och" or "samt"))
                return 0;
            at = space + 1;
            if (NameLength(text[at..]) > 0)
                return at;
        }
        return 0;
    }

    /// <summary>'Rädda Barnens lokalförening' after someone's name is where that person comes from.</summary>
    static bool IsOrganisationName(string text, int length)
    {
        var next = text[length..].Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return next.Length > 0 && length + 1 < text.Length && text[length] == ' ' && char.IsLower(next[0][0]) && Names.IsOrganisation(next[0]) && !Names.IsTitle(next[0]);
    }

    static int NameLength(string text)
    {
        var stop = text.AsSpan().IndexOfAny("([;,:");
        var head = (stop < 0 ? text : text[..stop]).TrimEnd();
        var parts = head.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var n = Names.LeadingName(parts);
        if (n > 2 && !char.IsLower(parts[n - 2][0]) && (Places.Contains(parts[n - 1]) && parts[n - 1] is not ("Berg" or "Lund" or "Mark" or "Nora" or "Sala" or "Falk") || n < parts.Length && Names.IsParty(parts[n - 1])))
            n--;
        if (n > 2 && n == parts.Length && parts[n - 1].Length <= 3 && Names.IsParty(parts[n - 1]))
            n--;
        if (n < 2 || n == 2 && Places.Contains(parts[0] + " " + parts[1]))
            return 0;
        var length = 0;
        for (var i = 0; i < n; i++)
            length = text.IndexOf(parts[i], length, StringComparison.Ordinal) + parts[i].Length;
        return length;
    }

    static void Details(AttendanceEntry entry, string text, int start, int end)
    {
        var at = 0;
        while (at < text.Length)
        {
            var open = text.AsSpan(at).IndexOfAny('(', '[');
            var close = open < 0 ? -1 : text.AsSpan(at + open).IndexOfAny(')', ']');
            if (close < 0)
            {
                Outside(entry, text[at..]);
                break;
            }
            Outside(entry, text.Substring(at, open));
            entry.Bracket(text.Substring(at + open + 1, close - 1).Trim());
            at += open + close + 1;
        }
        entry.End = Math.Max(entry.End, end);
    }

    static void Outside(AttendanceEntry entry, string text)
    {
        var trimmed = text.Trim(' ', ',', ':', '-', '–');
        var space = trimmed.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && Names.IsParty(trimmed[..space]))
            trimmed = trimmed[(space + 1)..];
        foreach (var sign in new[] { "kommun §", "kommun punkt ", "län §", "län punkt ", "kommun t.o.m", "kommun fr.o.m", "kommun till och", "kommun från och" })
            trimmed = trimmed.Replace(sign, sign.Replace(" ", ", ", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var part in trimmed.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            entry.Detail(part);
    }
}
