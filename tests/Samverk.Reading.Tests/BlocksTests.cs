namespace Samverk.Reading.Tests;

public sealed class BlocksTests
{
    [Fact]
    public void Words_broken_over_a_line_end_are_joined_and_others_keep_their_hyphen()
    {
        const string Text = "Arbetet med hälso- och sjukvård i hem-\nmet fortsätter under våren, liksom hälso-\noch sjukvårdens och tandvårdens egna planer.";
        Assert.Equal("Arbetet med hälso- och sjukvård i hemmet fortsätter under våren, liksom hälso- och sjukvårdens och tandvårdens egna planer.", Assert.Single(Blocks.Of(Text)).Text);
    }

    [Fact]
    public void A_page_head_between_two_halves_of_a_paragraph_is_passed_over()
    {
        const string Head = "Samverkansrådet för vård\n\nTjänsteställe\nRegional utveckling\n\nSekreterare\nAnna Ek\n\n";
        var blocks = Blocks.Of(Head + "Undersökningen genomförs vart tredje år och var den sjätte i ordning-\n\n" + Head + "en. Resultatet kommer.");
        Assert.Contains(blocks, b => b.Text == "Undersökningen genomförs vart tredje år och var den sjätte i ordningen. Resultatet kommer.");
    }

    [Fact]
    public void Marks_are_removed_and_places_kept()
    {
        const string Text = "**Beslut:** Rådet *antar* <b>planen</b>.";
        var block = Assert.Single(Blocks.Of(Text));
        Assert.Equal("Beslut: Rådet antar planen.", block.Text);
        Assert.Equal(Text.IndexOf("planen", StringComparison.Ordinal), block.Origin(block.Text.IndexOf("planen", StringComparison.Ordinal)));
    }

    [Fact]
    public void Abbreviations_do_not_end_a_sentence()
    {
        var block = Assert.Single(Blocks.Of("Gruppen ses bl.a. den 3 maj kl. 9 i Askvik. Därefter träffas man t.ex. via Teams."));
        Assert.Equal(2, Sentences.Of(block).Count);
    }
}
