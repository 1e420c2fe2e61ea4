using Samverk.Import.Pages;

namespace Samverk.Tests.Import;

public sealed class MarkedTextTests
{
    static List<TextPiece> Pieces(string text, params TextMark[] marks) =>
        [.. MarkedText.Lay([(null, text)], marks).SelectMany(p => p.Blocks).SelectMany(b => b.Lines).SelectMany(l => l).SelectMany(c => c)];

    [Fact]
    public void A_mark_is_a_piece_of_its_own() =>
        Assert.Equal([("Tid: ", null), ("4 juni", "Date"), (" i Askvik", null)],
            Pieces("Tid: 4 juni i Askvik", new TextMark("Date", 5, 11)).Select(p => (p.Text, p.Mark?.Key)));

    [Fact]
    public void Overlapping_marks_are_cut_so_that_none_is_inside_another()
    {
        var pieces = Pieces("abcdef", new TextMark("x", 0, 4), new TextMark("y", 2, 6));
        Assert.Equal(["ab", "cd", "ef"], pieces.Select(p => p.Text));
        Assert.Equal([["x"], ["x", "y"], ["y"]], pieces.Select(p => p.In.Order().ToArray()));
    }

    [Fact]
    public void The_innermost_mark_is_the_one_to_follow()
    {
        var pieces = Pieces("Rådet beslutar nu", new TextMark("all", 0, 17), new TextMark("word", 6, 14));
        Assert.Equal(["all", "word", "all"], pieces.Select(p => p.Mark!.Key));
    }

    [Fact]
    public void Each_mark_is_an_anchor_exactly_once_even_over_lines_and_under_other_marks()
    {
        var pieces = Pieces("rad ett\nrad två", new TextMark("a", 0, 15), new TextMark("b", 0, 15), new TextMark("c", 4, 11));
        Assert.Equal(["a", "b", "c"], pieces.SelectMany(p => p.Opens).Order());
    }

    [Fact]
    public void Places_count_code_points()
    {
        var pieces = Pieces("😀 Kjell", new TextMark("who", 2, 7));
        Assert.Equal("Kjell", pieces.Single(p => p.Mark is not null).Text);
    }

    [Fact]
    public void Places_go_on_over_pages()
    {
        var pages = MarkedText.Lay([(1, "ett"), (2, "två")], [new TextMark("x", 4, 7)]);
        Assert.Equal("två", pages[1].Blocks.Single().Lines.Single().Single().Single(p => p.Mark is not null).Text);
        Assert.DoesNotContain(pages[0].Blocks.SelectMany(b => b.Lines).SelectMany(l => l).SelectMany(c => c), p => p.Mark is not null);
    }

    [Fact]
    public void Struck_words_lose_their_signs_and_keep_their_place()
    {
        var pieces = Pieces("~~Hans Lidvall~~ Örnsta", new TextMark("who", 0, 16));
        var struck = Assert.Single(pieces, p => p.Struck);
        Assert.Equal(("Hans Lidvall", "who"), (struck.Text, struck.Mark!.Key));
    }

    [Fact]
    public void Lines_with_tabs_are_a_table()
    {
        var block = Assert.Single(MarkedText.Lay([(null, "Aida\tBjörkfors\nKjell\tTallmora")], [])[0].Blocks);
        Assert.True(block.IsTable);
        Assert.Equal([2, 2], block.Lines.Select(l => l.Count));
    }

    [Fact]
    public void An_empty_line_divides_paragraphs() =>
        Assert.Equal([2, 1], MarkedText.Lay([(null, "ett\ntvå\n\ntre")], [])[0].Blocks.Select(b => b.Lines.Count));

    [Fact]
    public void Marks_beyond_the_text_are_left_out() =>
        Assert.All(Pieces("kort", new TextMark("x", 40, 50), new TextMark("y", -3, 2), new TextMark("z", 3, 3)), p => Assert.Null(p.Mark));

    [Fact]
    public void No_character_is_lost()
    {
        const string text = "a ~ b ~~c~~\nd\te\n\nf";
        var said = string.Concat(Pieces(text, new TextMark("x", 1, 9), new TextMark("y", 5, 16)).Select(p => p.Text));
        Assert.Equal("a ~ b cdef", said);
    }
}
