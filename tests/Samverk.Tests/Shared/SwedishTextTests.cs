using Samverk.Shared;

namespace Samverk.Tests.Shared;

public sealed class SwedishTextTests
{
    static readonly DateOnly Council = new(2026, 9, 11);

    [Fact]
    public void A_date_is_written_one_way_in_tables_and_another_in_text()
    {
        Assert.Equal("2026-09-11", SwedishText.Iso(Council));
        Assert.Equal("11 september 2026", SwedishText.InText(Council));
        Assert.Equal("Fredag 11 september 2026", SwedishText.WithWeekday(Council));
    }

    [Fact]
    public void Hours_have_no_leading_zero() =>
        Assert.Equal("9.30–12.05", SwedishText.Clock(new(9, 30), new(12, 5)));

    [Theory]
    [InlineData(999, "999")]
    [InlineData(1240500, "1\u202F240\u202F500")]
    [InlineData(-2114, "-2\u202F114")]
    public void Figures_are_grouped_thinly(long number, string written) => Assert.Equal(written, SwedishText.Figure(number));

    [Theory]
    [InlineData(2, "två")]
    [InlineData(12, "tolv")]
    [InlineData(13, "13")]
    [InlineData(-1, "-1")]
    public void Numbers_up_to_twelve_are_words(int number, string written) => Assert.Equal(written, SwedishText.Word(number));

    [Fact]
    public void A_sentence_may_begin_with_a_letter_of_ours() => Assert.Equal("Åtta", SwedishText.Capital(SwedishText.Word(8)));
}
