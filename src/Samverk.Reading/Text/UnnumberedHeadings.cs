using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>Headings without numbers: Markdown headings, bold lines, or short lines that stand alone above text.</summary>
static partial class UnnumberedHeadings
{
    const int Longest = 110;

    public static List<(int At, Item Item)> Find(List<Block> blocks)
    {
        var timed = Timed(blocks);
        if (timed.Count >= 3)
            return timed;
        var marked = Marked(blocks);
        var found = marked.Count >= 2 ? marked : Plain(blocks);
        return found.ConvertAll(i => (i, new Item { Heading = blocks[i], TitleEnd = blocks[i].Text.Length }));
    }

    [GeneratedRegex(@"^[0-9]{1,2}[.:][0-9][0-9](?:\s?[–-]\s?[0-9]{1,2}[.:][0-9][0-9])?\s+(?<title>\p{Lu}.*)$", RegexOptions.CultureInvariant, Matching.TimeLimit)]
    static partial Regex Clock { get; }

    /// <summary>'08.15 Incheckning', '09.00–09.20 Budget': the time that each item began.</summary>
    static List<(int At, Item Item)> Timed(List<Block> blocks)
    {
        var found = new List<(int, Item)>();
        for (var i = 0; i < blocks.Count; i++)
            if (blocks[i].Text.Length <= Longest && blocks[i].Kind is BlockKind.Paragraph or BlockKind.Row or BlockKind.Heading && char.IsDigit(blocks[i].Text.FirstOrDefault()) && blocks[i].Text[^1] is not '.' && Clock.Match(blocks[i].Text) is { Success: true } m)
                found.Add((i, new Item { Heading = blocks[i], TitleStart = m.Groups["title"].Index, TitleEnd = blocks[i].Text.Length }));
        return found;
    }

    static List<int> Marked(List<Block> blocks)
    {
        var found = new List<int>();
        for (var i = FirstBeyondTitle(blocks); i < blocks.Count; i++)
            if ((blocks[i].Depth > 0 || blocks[i].Bold) && blocks[i].Text.Length <= Longest && !HeadLabels.Is(blocks[i].Text) && !(i < 3 && IsDocumentTitle(blocks[i])))
                found.Add(i);
        var depths = found.Where(i => blocks[i].Depth > 0).GroupBy(i => blocks[i].Depth).OrderBy(g => g.Key).ToList();
        var depth = depths.FirstOrDefault(g => g.Count() >= 2)?.Key;
        return depth is null ? found : found.Where(i => blocks[i].Depth == depth).ToList();
    }

    /// <summary>A marked line above the place, the time or those present is the document's title, not an item.</summary>
    static int FirstBeyondTitle(List<Block> blocks)
    {
        var end = 0;
        for (var i = 0; i < blocks.Count && i < 60 && !IsOpening(blocks[i].Text) && !IsProse(blocks[i]); i++)
            if (HeadLabels.Parse(blocks[i].Kind == BlockKind.Row ? blocks[i].Cut(blocks[i].Cells[0]) : blocks[i].Text) is { Label: HeadLabel.Time or HeadLabel.Date or HeadLabel.Place or HeadLabel.TimeAndPlace or HeadLabel.Present or HeadLabel.Members or HeadLabel.Absent or HeadLabel.Chair or HeadLabel.Secretary or HeadLabel.Guests })
                end = i + 1;
        return end;
    }

    /// <summary>Running text: the head is over.</summary>
    static bool IsProse(Block block) =>
        block.Kind == BlockKind.Paragraph && block.Text.Length > 140 && block.Text.EndsWith('.') && !HeadLabels.Is(block.Text) && Sentences.Of(block).Count > 1 && AttendanceLine.Read(block, 0).Count < 3;

    static bool IsDocumentTitle(Block block) => HeadLabels.KindOf(block.Text) is not null || block.Depth == 1;

    static List<int> Plain(List<Block> blocks)
    {
        var found = new List<int>();
        var start = HeadEnd(blocks);
        for (var i = start; i < blocks.Count; i++)
            if (IsHeadingLine(blocks, i))
                found.Add(i);
        var lone = found.Count(i => blocks[i].BlankAfter);
        if (lone < 3 || lone * 2 < found.Count)
            return found;
        return Enumerable.Range(start, Math.Max(0, blocks.Count - start - 1)).Where(i => found.BinarySearch(i) >= 0 || IsLone(blocks, i)).ToList();
    }

    /// <summary>The head goes on to the last of its labels in the first part of the document.</summary>
    public static int HeadEnd(List<Block> blocks)
    {
        var end = 0;
        for (var i = 0; i < blocks.Count && i < 60; i++)
        {
            if (HeadLabels.Is(blocks[i].Text) || HeadLabels.KindOf(blocks[i].Text) is not null && i < 6)
                end = i + 1;
            else if (IsOpening(blocks[i].Text))
                return i;
        }
        return end;
    }

    static bool IsOpening(string text) => text.Length < 60 && HeadLabels.Opening.In(text);

    static bool IsHeadingLine(List<Block> blocks, int i)
    {
        var block = blocks[i];
        if (block.Kind is not BlockKind.Paragraph || block.Text.Length is < 3 or > Longest || block.Lines > 2 || !char.IsUpper(block.Text[0]))
            return false;
        if (block.Text[^1] is '.' or ':' or ',' or ';' or '-' || HeadLabels.Is(block.Text) || i < 8 && Dates.In(block.Text).Exists(d => d is { Year: not null, Day: not null }) || block.Label is not null && !MayHead.In(block.Text) || i + 1 >= blocks.Count)
            return false;
        var below = blocks[i + 1];
        if (IsOpening(block.Text))
            return true;
        return block.BlankBefore && below.Kind is not BlockKind.Row && !(Names.IsPerson(block.Text) && block.Text.Any(char.IsLower)) && (below.Text.Length > block.Text.Length / 2 || below.Kind == BlockKind.Bullet) && (!IsShortLine(below) || MayBe(block.Text));
    }

    /// <summary>Where headings stand alone between blank lines, any such short line is one.</summary>
    static bool IsLone(List<Block> blocks, int i)
    {
        var block = blocks[i];
        return block is { Kind: BlockKind.Paragraph, BlankBefore: true, BlankAfter: true, Lines: 1, Text.Length: > 3 and < 90 } && char.IsUpper(block.Text[0]) && char.IsLetter(block.Text[^1]) && blocks[i + 1] is { } below && !(below is { BlankBefore: true, BlankAfter: true, Lines: 1, Text.Length: < 60 } && below.Kind == BlockKind.Paragraph)
            && !HeadLabels.Is(block.Text) && (block.Label is null || block.Label?.Label is PassageLabel.Task or PassageLabel.NextItems || MayHead.In(block.Text)) && !Names.IsPerson(block.Text);
    }

    /// <summary>Words that label a passage in one document and head an item in another.</summary>
    static readonly Phrases MayHead = new("inledning", "övrigt", "övriga frågor", "information", "nästa möte", "kommande möten", "mötestider", "kommande möte", "nästa sammanträde", "frågor", "inspel", "synpunkter", "ekonomi", "dialog");

    public static bool MayBe(string title) => MayHead.In(title) || title is "Nästa" or "NÄSTA";

    static bool IsShortLine(Block block) => block.Kind == BlockKind.Paragraph && block.Text.Length < 60 && block.Text[^1] is not ('.' or ':' or '?' or '!');
}
