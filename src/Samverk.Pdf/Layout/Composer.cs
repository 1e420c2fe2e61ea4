using Samverk.Pdf.Content;

namespace Samverk.Pdf;

/// <summary>Where on the page a block is set.</summary>
readonly record struct Frame(double Left, double Width)
{
    public Frame ForProse => this with { Width = Math.Max(Look.LeastWidth, Math.Min(Left + Width, Look.ProseRight) - Left) };

    /// <summary>Further in, unless it would become too narrow to read.</summary>
    public Frame Inside(double indent) => Width - indent < Look.LeastWidth ? this : new(Left + indent, Width - indent);
}

/// <summary>A heading and where it came to stand.</summary>
sealed record Bookmark(string Title, int Level, string? Anchor, int Page, double Top);

/// <summary>Turns blocks into pieces in their order, and builds the structure that is read.</summary>
sealed class Composer(DocumentFonts fonts)
{
    const double ShortBox = 170, FactGap = 14, ItemGap = 3;
    readonly List<Piece> pieces = [];
    readonly List<Bookmark> bookmarks = [];
    int headingLevel;

    public IReadOnlyList<Piece> Pieces => pieces;

    /// <summary>Filled when the pieces are drawn.</summary>
    public IReadOnlyList<Bookmark> Bookmarks => bookmarks;

    /// <param name="above">What they come after.</param>
    public void Add(IReadOnlyList<Block> blocks, StructureElement parent, Frame frame, Block? above = null)
    {
        foreach (var block in blocks)
        {
            var first = pieces.Count;
            Add(block, parent, frame);
            if (pieces.Count > first)
                pieces[first] = pieces[first] with { Before = Look.Between(above, block) };
            above = block;
        }
    }

    void Add(Block block, StructureElement parent, Frame frame)
    {
        switch (block)
        {
            case Heading heading: AddHeading(heading, parent, frame.ForProse); break;
            case Paragraph paragraph: AddLines(parent.Add("P"), paragraph.Text, frame.ForProse, Look.Body); break;
            case Small small: AddLines(parent.Add("P"), small.Text, frame.ForProse, Look.Small); break;
            case Bullets bullets: AddList(bullets.Items, _ => "•", "Disc", parent, frame.ForProse); break;
            case Numbered numbered: AddList(numbered.Items, i => $"{(long)numbered.First + i}.", "Decimal", parent, frame.ForProse); break;
            case Facts facts: AddFacts(facts, parent, frame.ForProse); break;
            case Table table: pieces.AddRange(new TableRows(fonts, table, parent, frame).Pieces()); break;
            case Boxed boxed: AddBoxed(boxed, parent, frame); break;
            case Divider: pieces.Add(new(Look.Hairline, (canvas, top) => canvas.Rule(frame.Left, top, frame.Left + frame.Width, top, Look.Hairline, Look.Pale))); break;
            case PageBreak: pieces.Add(new(0, (_, _) => { }) { StartsPage = true }); break;
            default: throw new ArgumentException($"A block of the kind {block.GetType().Name} can't be set.", nameof(block));
        }
    }

    void AddHeading(Heading heading, StructureElement parent, Frame frame)
    {
        // Levels are never skipped for who listens, whatever they look like.
        headingLevel = Math.Min(Math.Clamp(heading.Level, 1, 3), headingLevel + 1);
        var style = Look.HeadingStyle(heading.Level);
        var element = parent.Add($"H{headingLevel}");
        var (first, level) = (pieces.Count, headingLevel);
        AddLines(element, heading.Text, frame, style);
        for (var i = first; i < pieces.Count; i++)
            pieces[i] = pieces[i] with { KeepWithNext = true };
        var draw = pieces[first].Draw;
        pieces[first] = pieces[first] with
        {
            Draw = (canvas, top) =>
            {
                bookmarks.Add(new(Characters.OneLine(heading.Text, 300), level, heading.Anchor, canvas.Number, top));
                draw(canvas, top);
            },
        };
    }

    void AddLines(StructureElement element, Prose text, Frame frame, TextStyle style) =>
        pieces.AddRange(new Row([Cell(element, text, frame.Left, frame.Width, style)]).ByLine());

    void AddList(IReadOnlyList<Prose> items, Func<int, string> label, string numbering, StructureElement parent, Frame frame)
    {
        if (items.Count == 0)
            return;
        var list = parent.Add("L", $"/A <</O /List /ListNumbering /{numbering}>>");
        var widest = LineBreaker.WidestWord(fonts.Signs(label(items.Count - 1), Face.Regular)) * Look.Body.Size / 1000;
        var indent = Math.Max(Look.ListIndent, widest + 8);
        for (var i = 0; i < items.Count; i++)
        {
            var entry = list.Add("LI");
            AddEntry(entry.Add("Lbl"), label(i), entry.Add("LBody"), items[i], frame, Look.Body, indent, indent - 6, i == 0 ? 0 : ItemGap);
        }
    }

    void AddFacts(Facts facts, StructureElement parent, Frame frame)
    {
        if (facts.Items.Count == 0)
            return;
        var list = parent.Add("L", "/A <</O /List /ListNumbering /None>>");
        var widest = facts.Items.Max(f => fonts.Signs(f.Term, Face.Regular).Sum(s => s.Advance)) * Look.Term.Size / 1000 + FactGap;
        var indent = Math.Min(widest, frame.Width * 0.36);
        for (var i = 0; i < facts.Items.Count; i++)
        {
            var entry = list.Add("LI");
            AddEntry(entry.Add("Lbl"), facts.Items[i].Term, entry.Add("LBody"), facts.Items[i].Value, frame, Look.Term, indent, indent - FactGap / 2, i == 0 ? 0 : ItemGap);
        }
    }

    void AddEntry(StructureElement label, string labelText, StructureElement body, Prose text, Frame frame, TextStyle labelStyle, double indent, double labelWidth, double before)
    {
        var first = pieces.Count;
        pieces.AddRange(new Row([
            Cell(label, labelText, frame.Left, labelWidth, labelStyle),
            Cell(body, text, frame.Left + indent, frame.Width - indent, Look.Body)]).ByLine());
        pieces[first] = pieces[first] with { Before = before };
    }

    void AddBoxed(Boxed boxed, StructureElement parent, Frame frame)
    {
        var (box, first, inside, part) = (new Box(frame.Left + Look.BoxRule / 2), pieces.Count, frame.Inside(Look.BoxIndent), parent.Add("Div"));
        if (!string.IsNullOrWhiteSpace(boxed.Label))
            AddLines(part.Add("P"), boxed.Label, inside, Look.Label);
        var afterLabel = pieces.Count;
        Add(boxed.Blocks, part, inside);
        if (afterLabel > first && pieces.Count > afterLabel)
            pieces[afterLabel] = pieces[afterLabel] with { Before = 2 };
        var isShort = pieces.Skip(first).Sum(p => p.Before + p.Height) <= ShortBox;
        for (var i = first; i < pieces.Count; i++)
            pieces[i] = pieces[i] with
            {
                Boxes = [box, .. pieces[i].Boxes],
                KeepWithNext = pieces[i].KeepWithNext && i < pieces.Count - 1 || i < afterLabel && i < pieces.Count - 1 || isShort && i < pieces.Count - 1,
            };
    }

    Cell Cell(StructureElement element, Prose text, double left, double width, TextStyle style) =>
        new(element, LineBreaker.Break(fonts, fonts.Signs(text, style.Face), style.Size, width), left, width, style);
}
