namespace Samverk.Reading;

/// <summary>An item of the agenda with the blocks that stand under it.</summary>
sealed class Item
{
    public string? Number { get; init; }
    public required Block Heading { get; init; }
    public int TitleStart { get; init; }
    public int TitleEnd { get; set; }
    public List<Block> Body { get; } = [];
    public List<string> Presenters { get; } = [];
    /// <summary>The presenters' names and all that they begin with: 'Anna' is known from 'Anna Ek'.</summary>
    public HashSet<string> PresenterNames { get; } = new(StringComparer.Ordinal);
    public string Title => Heading.Text[TitleStart..TitleEnd];
}

/// <summary>The parts of the document: what stands before the first item, the items, and what stands after them.</summary>
sealed class Outline
{
    public List<Block> Front { get; } = [];
    public List<Item> Items { get; } = [];
    /// <summary>Signatures and what follows them, without appendices.</summary>
    public List<Block> Tail { get; } = [];
    /// <summary>Where no heading was found: all the text after the head.</summary>
    public Item? Loose { get; private set; }

    public static Outline Of(List<Block> blocks)
    {
        var outline = new Outline();
        var headings = Headings.Find(blocks);
        var first = headings.Count == 0 ? blocks.Count : headings[0].At;
        if (headings.Count == 0 && blocks.Count > 0)
            first = outline.TakeLoose(blocks);
        outline.Front.AddRange(blocks.Take(first));
        for (var i = 0; i < headings.Count; i++)
        {
            var end = i + 1 < headings.Count ? headings[i + 1].At : blocks.Count;
            var item = headings[i].Item;
            outline.Items.Add(item);
            var body = headings[i].At + (ReferenceEquals(item.Heading, blocks[headings[i].At]) ? 1 : 2);
            var closing = i + 1 < headings.Count ? end : Closing.Start(blocks, body, end);
            item.Body.AddRange(blocks.Skip(body).Take(closing - body));
            outline.Tail.AddRange(Closing.WithoutAppendices(blocks, closing, end));
        }
        return outline;
    }

    int TakeLoose(List<Block> blocks)
    {
        var start = UnnumberedHeadings.HeadEnd(blocks);
        var end = Closing.Start(blocks, start, blocks.Count);
        Loose = new() { Heading = blocks[0] };
        Loose.Body.AddRange(blocks.Skip(start).Take(end - start));
        Tail.AddRange(Closing.WithoutAppendices(blocks, end, blocks.Count));
        return start;
    }
}
