using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Samverk.Pdf.Tests;

public sealed class ParserTests
{
    [Theory]
    [InlineData("12 0 R", "PdfReference { Number = 12 }")]
    [InlineData("  -3.5", "PdfNumber { Value = -3.5 }")]
    [InlineData("% a remark\n/Name", "PdfName { Value = Name }")]
    [InlineData("true", "PdfKeyword { Value = true }")]
    public void A_value_is_read(string text, string expected) => Assert.Equal(expected, Read(text).ToString());

    [Fact]
    public void Values_within_values_are_read()
    {
        var dictionary = Assert.IsType<PdfDictionary>(Read("<</A [1 2 0 R /B] /C (a \\(b\\) (c)) /D <48 69 2>>>"));
        Assert.Equal([new PdfNumber(1), new PdfReference(2), new PdfName("B")], ((PdfArray)dictionary["A"]!).Items);
        Assert.Equal("a (b) (c)", Encoding.ASCII.GetString(((PdfString)dictionary["C"]!).Bytes));
        Assert.Equal("Hi ", Encoding.ASCII.GetString(((PdfString)dictionary["D"]!).Bytes));
    }

    [Theory]
    [InlineData("<</A 1")]
    [InlineData("<</A>>")]
    [InlineData("[1 2")]
    [InlineData("(no end")]
    [InlineData("<12")]
    [InlineData("<zz>")]
    [InlineData("")]
    [InlineData("]")]
    public void What_is_broken_is_a_fault_of_the_file(string text) => Assert.Throws<PdfSyntaxException>(() => Read(text));

    [Fact]
    public void Endless_nesting_ends() => Assert.Throws<PdfSyntaxException>(() => Read(new('[', 100_000)));

    [Fact]
    public void Seals_are_looked_for_in_any_bytes_without_exception()
    {
        var whole = PdfWriter.Write(Sample.Minutes(1), Sample.Typeface).Bytes;
        var tail = whole[^4000..];
        var damaged = from at in Gen.Choose(0, tail.Length - 1) from value in Gen.Choose(0, 255) from cut in Gen.Choose(0, 300) select (at, value, cut);
        Prop.ForAll(Arb.From(damaged), d =>
        {
            var copy = (byte[])whole.Clone();
            copy[copy.Length - tail.Length + d.at] = (byte)d.value;
            Assert.Empty(PdfSeals.Read(copy[..^d.cut]).Seals);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Assert.Empty(PdfSeals.Read(bytes ?? []).Seals)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
        Assert.Contains("astray", PdfSeals.Read(Encoding.ASCII.GetBytes("xref\n0 0\ntrailer\n<</Prev 0>>\nstartxref\n0\n%%EOF")).Problem, StringComparison.Ordinal);
    }

    static PdfValue Read(string text) => new PdfParser(Encoding.Latin1.GetBytes(text), 0).Read();
}
