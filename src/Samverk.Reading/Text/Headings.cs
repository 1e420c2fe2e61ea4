using System.Globalization;
using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>Finds the headings of the agenda's items among the blocks.</summary>
static partial class Headings
{
    const RegexOptions Options = RegexOptions.CultureInvariant;
    const int LongestTitle = 300;

    [GeneratedRegex(@"^(?:§§?|[Pp]unkt|PUNKT|[Pp]kt\.?|[ÄäAa]rende|ÄRENDE|[Pp]aragraf|(?<prefix>\p{Lu}{2,5})(?:\s?§)?)\s*(?::\s*)?(?<n>[0-9]{1,3}(?:\s?[a-d]\b|[:/-][0-9]{2,4}\b)?)\s*(?:(?:[.:)]|[–-]\s)\s*)?(?<title>(?:[\p{L}""”“(«*].*)?)$", Options, Matching.TimeLimit)]
    static partial Regex Marked { get; }
    [GeneratedRegex(@"^(?<n>[0-9]{1,3}(?:[a-d]\b)?)(?<dot>[.:)]?)\s*(?<title>[\p{L}0-9""”“(«].*)$", Options, Matching.TimeLimit)]
    static partial Regex Numbered { get; }
    [GeneratedRegex(@"^(?<n>(?:19|20)[0-9][0-9][:/][0-9]{1,3})[.:)]?\s+(?<title>\p{L}.*)$", Options, Matching.TimeLimit)]
    static partial Regex OfTheYear { get; }
    [GeneratedRegex(@"^(?<prefix>\p{Lu}\p{Ll}{1,6})\.?\s?(?<n>[0-9]{1,2})\s*(?:(?:[.:)]|[–-]\s)\s*)?(?<title>\p{Lu}.*)$", Options, Matching.TimeLimit)]
    static partial Regex Worded { get; }
    static readonly Phrases NoHeadingWord = new("fråga", "svar", "sida", "sid", "bilaga", "bil", "vecka", "kl", "kap", "rum", "plan", "sal", "tel", "box", "dag", "steg", "fas", "grupp", "avd", "etapp", "del", "nr", "maj", "juni", "juli", "mars", "april", "den", "bild", "tabell", "figur", "alt", "mål", "nivå", "prio", "punkt");
    [GeneratedRegex(@"^(?<n>[0-9]{1,3})[.)]?(?<title>)$", Options, Matching.TimeLimit)]
    static partial Regex Alone { get; }
    [GeneratedRegex(@"^(?:[(]?[Dd]nr\.?:?|DNR|[Dd]iarienr\.?:?|[Dd]iarienummer:?)\s*(?:\p{Lu}{1,6}\s+)?[^\s]*[0-9][^\s]*(?:\s*[)])?[\s,:.–-]*", Options, Matching.TimeLimit)]
    static partial Regex CaseNumber { get; }

    readonly record struct Candidate(int At, string Number, int Value, bool Sign, int TitleStart, double Weight);

    public static List<(int At, Item Item)> Find(List<Block> blocks)
    {
        var candidates = Candidates(blocks);
        var signed = candidates.Where(c => c.Sign).ToList();
        var chain = Chain(signed);
        if (chain.Count < 2)
            chain = Chain(candidates.Where(c => !c.Sign).ToList());
        var worded = signed.Count < 2 ? Chain(WithWord(blocks)) : [];
        if (worded.Count >= 3 && worded.Count > chain.Count)
            chain = worded;
        if (chain.Count is 0 or 1 && signed.Count == 1)
            chain = signed;
        var unnumbered = chain.Count < 2 ? UnnumberedHeadings.Find(blocks) : [];
        return chain.Count >= 2 || chain.Count > unnumbered.Count ? chain.ConvertAll(c => (c.At, ToItem(blocks, c))) : unnumbered;
    }

    /// <summary>'Dp 1. Inledning': the same short word before rising numbers.</summary>
    static List<Candidate> WithWord(List<Block> blocks)
    {
        var found = new List<Candidate>();
        var words = new List<string>();
        for (var i = 0; i < blocks.Count; i++)
            if (blocks[i].Text.Length < LongestTitle && blocks[i].Kind != BlockKind.Bullet && Worded.Match(blocks[i].Text) is { Success: true } m && !NoHeadingWord.In(m.Groups["prefix"].Value))
            {
                Add(blocks, i, m, sign: true, found);
                words.Add(m.Groups["prefix"].Value);
            }
        var common = words.GroupBy(w => w, StringComparer.Ordinal).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;
        return found.FindAll(c => blocks[c.At].Text.StartsWith(common!, StringComparison.Ordinal));
    }

    static List<Candidate> Candidates(List<Block> blocks)
    {
        var found = new List<Candidate>();
        var prefixes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Text.Length > 600 || block.Kind == BlockKind.Bullet)
                continue;
            if (Marked.Match(block.Text) is { Success: true } marked)
            {
                if (marked.Groups["prefix"].Success)
                    prefixes[marked.Groups["prefix"].Value] = prefixes.GetValueOrDefault(marked.Groups["prefix"].Value) + 1;
                if (!IsMention(marked.Groups["title"].Value))
                    Add(blocks, i, marked, sign: true, found);
            }
            else if (OfTheYear.Match(block.Text) is { Success: true } running)
                Add(blocks, i, running, sign: true, found);
            else if (block.Text.Length <= 4 && Alone.Match(block.Text) is { Success: true } alone && i + 1 < blocks.Count && IsTitleBelow(blocks[i + 1]))
                Add(blocks, i, alone, sign: false, found);
            else if (char.IsDigit(block.Text.FirstOrDefault()) && Numbered.Match(block.Text) is { Success: true } numbered && IsTitle(block, numbered))
                Add(blocks, i, numbered, sign: false, found);
        }
        found.RemoveAll(c => c.Sign && Marked.Match(blocks[c.At].Text).Groups["prefix"] is { Success: true } p && prefixes[p.Value] < 2);
        return found;
    }

    static bool IsTitleBelow(Block below) => below.Text.Length is > 2 and < 160 && char.IsUpper(below.Text[0]) && below.Kind == BlockKind.Paragraph;

    /// <summary>'§ 4 i reglementet säger …' is running text.</summary>
    static bool IsMention(string title) => title.Length > 0 && char.IsLower(title[0]) && title.Contains(' ', StringComparison.Ordinal) && title.EndsWith('.');

    static bool IsTitle(Block block, Match m)
    {
        var title = m.Groups["title"].Value;
        if (m.Groups["dot"].Length == 0)
            return char.IsUpper(title[0]) && title.Length < 140 && !title.EndsWith('.') && m.Groups["n"].Length < 3 && !(char.IsDigit(title[0]));
        return title.Length < LongestTitle && !char.IsDigit(title[0]) && (title[0] != ' ' || block.Kind != BlockKind.Paragraph);
    }

    static void Add(List<Block> blocks, int at, Match m, bool sign, List<Candidate> found)
    {
        var number = m.Groups["n"].Value.Replace(" ", "", StringComparison.Ordinal);
        var own = m.Groups["n"].Length > 5 && number[4] is ':' or '/' ? number.AsSpan(5) : number;
        var digits = own[..(own.IndexOfAnyExceptInRange('0', '9') is >= 0 and var n ? n : own.Length)];
        var value = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        if (value > 0)
            found.Add(new(at, number, value, sign, m.Groups["title"].Index, Weight(blocks, at, m.Groups["title"].Value)));
    }

    /// <summary>How much a line looks like a heading that has a body, and not like an entry of a list.</summary>
    static double Weight(List<Block> blocks, int at, string title)
    {
        var block = blocks[at];
        var weight = 1.0;
        if (block.Bold || block.Depth > 0)
            weight += 0.6;
        if (block.BlankBefore)
            weight += 0.15;
        if (title.EndsWith('.') || title.EndsWith(';') || title.EndsWith(',') || title.Length > 200)
            weight -= 0.5;
        if (title.Length > 0 && char.IsLower(title[0]))
            weight -= 0.4;
        if (at + 1 < blocks.Count && StartsWithNumber(blocks[at + 1]))
            weight -= 0.3;
        else if (at + 1 < blocks.Count)
            weight += 0.3;
        return weight;
    }

    static bool StartsWithNumber(Block block) => block.Kind == BlockKind.Numbered || block.Text.Length > 0 && (char.IsDigit(block.Text[0]) || block.Text[0] == '§');

    /// <summary>
    /// The best rising sequence of numbers: a step of one earns more than a gap, so that lists inside an item, and the
    /// agenda before the items, lose against the items themselves.
    /// </summary>
    static List<Candidate> Chain(List<Candidate> candidates)
    {
        const double Step = 0.5;
        var best = new RisingBest(1000);
        var lastOf = new (double Score, int At)[1001];
        Array.Fill(lastOf, (double.NegativeInfinity, -1));
        var (previous, score) = (new int[candidates.Count], new double[candidates.Count]);
        var end = -1;
        for (var i = 0; i < candidates.Count; i++)
        {
            var value = Math.Min(candidates[i].Value, 999);
            var (gapScore, gapAt) = best.Below(value);
            var (stepScore, stepAt) = lastOf[value - 1];
            (score[i], previous[i]) = stepAt >= 0 && stepScore + Step >= gapScore ? (stepScore + Step, stepAt) : (gapScore, gapAt);
            score[i] += candidates[i].Weight + (value == 1 && previous[i] < 0 ? Step : 0);
            if (score[i] >= lastOf[value].Score)
                lastOf[value] = (score[i], i);
            best.Offer(value, score[i], i);
            if (end < 0 || score[i] >= score[end])
                end = i;
        }
        var chain = new List<Candidate>();
        for (; end >= 0; end = previous[end])
            chain.Add(candidates[end]);
        chain.Reverse();
        return chain;
    }

    static Item ToItem(List<Block> blocks, Candidate c)
    {
        var (block, start) = (blocks[c.At], c.TitleStart);
        if (start >= block.Text.Length && c.At + 1 < blocks.Count && blocks[c.At + 1] is { Text.Length: > 0 and < LongestTitle } below)
            (block, start) = (below, 0);
        var end = block.Kind == BlockKind.Row ? TitleCell(block, start) : block.Text.Length;
        start += CaseNumber.Match(block.Text[start..end]).Length;
        if (start >= end && c.At + 1 < blocks.Count && ReferenceEquals(block, blocks[c.At]) && blocks[c.At + 1] is { Text.Length: > 0 and < LongestTitle } title)
            (block, start, end) = (title, 0, title.Kind == BlockKind.Row ? TitleCell(title, 0) : title.Text.Length);
        start += TitleLabel.Match(block.Text[start..end]).Length;
        return new() { Number = c.Number, Heading = block, TitleStart = Math.Min(start, end), TitleEnd = BeforeDate(block, Math.Min(start, end), end) };
    }

    [GeneratedRegex(@"^(?:[Rr]ubrik|RUBRIK|[ÄäAa]rende(?:mening)?|[Tt]itel|[Ää]mne):\s+", Options, Matching.TimeLimit)]
    static partial Regex TitleLabel { get; }
    [GeneratedRegex(@"^(?:[Nn]ästa|NÄSTA) (?:möte|sammanträde|träff|MÖTE|gång)\b[\s:–-]*", Options, Matching.TimeLimit)]
    static partial Regex Coming { get; }

    /// <summary>'Nästa möte 26 april kl 8.30' is the heading 'Nästa möte' and its text in one line.</summary>
    static int BeforeDate(Block block, int start, int end)
    {
        var lead = Coming.Match(block.Text[start..end]);
        if (!lead.Success || Dates.In(block.Text, start, end) is not [{ Day: not null } date, ..] || date.Start > start + lead.Length + 12)
            return end;
        var cut = start + lead.Length;
        while (cut > start && block.Text[cut - 1] is ' ' or ':' or '–' or '-')
            cut--;
        return cut;
    }

    static int TitleCell(Block block, int start)
    {
        foreach (var cell in block.Cells)
            if (cell.End > start)
                return cell.End;
        return block.Text.Length;
    }
}

/// <summary>The best score among all smaller numbers, in logarithmic time.</summary>
sealed class RisingBest(int size)
{
    readonly (double Score, int At)[] tree = Enumerable.Repeat((0.0, -1), size + 1).ToArray();

    public (double Score, int At) Below(int value)
    {
        var best = (Score: 0.0, At: -1);
        for (var i = value - 1; i > 0; i -= i & -i)
            if (tree[i].Score > best.Score)
                best = tree[i];
        return best;
    }

    public void Offer(int value, double score, int at)
    {
        for (var i = value; i < tree.Length; i += i & -i)
            if (score > tree[i].Score)
                tree[i] = (score, at);
    }
}
