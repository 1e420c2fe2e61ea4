namespace Samverk.Reading;

/// <summary>Headings without numbers: Markdown headings, bold lines, or short lines that stand alone above text.</summary>
static class UnnumberedHeadings
{
    const int Longest = 110;

    public static List<(int At, Item Item)> Find(List<Block> blocks)
    {
        var marked = Marked(blocks);
        var found = marked.Count >= 2 ? marked : Plain(blocks);
        return found.ConvertAll(i => (i, new Item { Heading = blocks[i], TitleEnd = blocks[i].Text.Length }));
    }

    static List<int> Marked(List<Block> blocks)
    {
        var found = new List<int>();
        for (var i = 0; i < blocks.Count; i++)
            if ((blocks[i].Depth > 0 || blocks[i].Bold) && blocks[i].Text.Length <= Longest && !HeadLabels.Is(blocks[i].Text) && !(i < 3 && IsDocumentTitle(blocks[i])))
                found.Add(i);
        var depths = found.Where(i => blocks[i].Depth > 0).GroupBy(i => blocks[i].Depth).OrderBy(g => g.Key).ToList();
        var depth = depths.FirstOrDefault(g => g.Count() >= 2)?.Key;
        return depth is null ? found : found.Where(i => blocks[i].Depth == depth).ToList();
    }

    static bool IsDocumentTitle(Block block) => HeadLabels.KindOf(block.Text) is not null || block.Depth == 1;

    static List<int> Plain(List<Block> blocks)
    {
        var found = new List<int>();
        var start = HeadEnd(blocks);
        for (var i = start; i < blocks.Count; i++)
            if (IsHeadingLine(blocks, i))
                found.Add(i);
        return found;
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
        if (block.Text[^1] is '.' or ':' or ',' or ';' or '-' || HeadLabels.Is(block.Text) || block.Label is not null && !MayHead.In(block.Text) || i + 1 >= blocks.Count)
            return false;
        var below = blocks[i + 1];
        if (IsOpening(block.Text))
            return true;
        return block.BlankBefore && below.Kind is not BlockKind.Row && !(Names.IsPerson(block.Text) && block.Text.Any(char.IsLower)) && (below.Text.Length > block.Text.Length / 2 || below.Kind == BlockKind.Bullet) && (!IsShortLine(below) || MayHead.In(block.Text));
    }

    /// <summary>Words that label a passage in one document and head an item in another.</summary>
    static readonly Phrases MayHead = new("inledning", "övrigt", "övriga frågor", "information", "nästa möte", "kommande möten", "mötestider", "kommande möte", "nästa sammanträde", "frågor", "inspel", "synpunkter");

    static bool IsShortLine(Block block) => block.Kind == BlockKind.Paragraph && block.Text.Length < 60 && block.Text[^1] is not ('.' or ':' or '?' or '!');
}
