using Samverk.Meetings.Adjusting;
using Samverk.Organisations;
using Samverk.Pdf.Content;
using Samverk.Shared;

namespace Samverk.Meetings.Publishing;

/// <summary>
/// Minutes that were adjusted here as everybody may read them: the sealed text without what is restricted and without what
/// was decided to be hidden. It is made anew and bears no seal; the sealed file itself is never public.
/// </summary>
static class PublicDocument
{
    /// <summary>All text that would be shown, and where it stands, for the one who looks for what must be decided about.</summary>
    public static IEnumerable<(string Text, string Where)> Texts(MinutesText text) =>
        from item in text.Open().Items
        from said in MinutesDocument.Item(item, text.BodyName).SelectMany(Said)
        select (said, $"§ {item.Number}");

    public static Document Of(MinutesText text, Mask mask, NameMask hidden, DateTimeOffset publishedAt, DateTimeOffset adjustedAt)
    {
        var open = text.Open() with
        {
            People = [.. text.People.Select(p => p with { Name = hidden.Name(p.Person, p.Name) })],
            Signers = [.. text.Signers.Select(s => s with { Name = hidden.Name(s.Person, s.Name) })],
        };
        var whole = Masked(MinutesDocument.Of(open, publishedAt), t => mask.Text(hidden.Of(t)));
        var about = new Small($"Publik version av ett justerat protokoll, publicerad {publishedAt.InTime()}. Protokollet justerades {adjustedAt.InTime()}. Uppgifter inom hakparentes är dolda, och det som omfattas av sekretess är utelämnat. Det justerade originalet är förseglat och förvaras hos {text.Host ?? "organets huvudman"}.");
        return whole with { Blocks = [whole.Blocks[0], about, .. whole.Blocks.Skip(1)] };
    }

    static IEnumerable<string> Said(Block block) => block switch
    {
        Heading h => [h.Text],
        Paragraph p => [p.Text.Plain],
        Small s => [s.Text.Plain],
        Bullets b => b.Items.Select(i => i.Plain),
        Numbered n => n.Items.Select(i => i.Plain),
        Boxed b => b.Blocks.SelectMany(Said),
        Table t => t.Rows.SelectMany(r => r.Select(c => c.Plain)),
        Samverk.Pdf.Content.Facts f => f.Items.Select(i => i.Value.Plain),
        _ => [],
    };

    static Document Masked(Document of, Func<string, string> mask) =>
        new(of.Facts with { HeadRight = mask(of.Facts.HeadRight) }, [.. of.Blocks.Select(b => Masked(b, mask))]);

    static Block Masked(Block block, Func<string, string> mask) => block switch
    {
        Heading h => h with { Text = mask(h.Text) },
        Paragraph p => new Paragraph(Masked(p.Text, mask)),
        Small s => new Small(Masked(s.Text, mask)),
        Bullets b => new Bullets([.. b.Items.Select(i => Masked(i, mask))]),
        Numbered n => n with { Items = [.. n.Items.Select(i => Masked(i, mask))] },
        Boxed b => b with { Blocks = [.. b.Blocks.Select(x => Masked(x, mask))] },
        Table t => t with { Rows = [.. t.Rows.Select(r => (IReadOnlyList<Prose>)[.. r.Select(c => Masked(c, mask))])] },
        Samverk.Pdf.Content.Facts f => new Samverk.Pdf.Content.Facts([.. f.Items.Select(i => i with { Value = Masked(i.Value, mask) })]),
        Divider or PageBreak => block,
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "A block that nobody has said how to mask."),
    };

    static Prose Masked(Prose prose, Func<string, string> mask) => new([.. prose.Runs.Select(r => r with { Text = mask(r.Text) })]);
}
