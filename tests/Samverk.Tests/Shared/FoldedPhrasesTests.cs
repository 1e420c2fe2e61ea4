using Samverk.Shared;

namespace Samverk.Tests.Shared;

/// <summary>Phrases found in texts however they are written.</summary>
public sealed class FoldedPhrasesTests
{
    static readonly FoldedPhrases Names = new(["Eva-Lena Tjärnström", "marko petrovic", "Åhs"]);

    [Theory]
    [InlineData("Eva-Lena Tjärnström valdes", "X valdes")]
    [InlineData("EVA LENA TJÄRNSTRÖM valdes", "X valdes")]
    [InlineData("Tjärnström, Eva-Lena", "Tjärnström, Eva-Lena")]
    [InlineData("Eva-Lena\nTjärnströms förslag", "Xs förslag")]
    [InlineData("Marko Petrović, rektor, och Marko Petrovićs chef", "X, rektor, och Xs chef")]
    [InlineData("Åhs och Åhss, men inte Åhsen", "X och Xs, men inte Åhsen")]
    [InlineData("Marko P. Petrović", "Marko P. Petrović")]
    [InlineData("\\nEva-Lena\\\\tTjärnström\\n", "\\nX\\n")]
    [InlineData("", "")]
    public void They_are_replaced_as_whole_words(string text, string becomes) => Assert.Equal(becomes, Names.Replace(text, "X"));

    [Fact]
    public void Made_unreadable_the_text_keeps_its_length()
    {
        const string text = "Närvarande: Eva-Lena Tjärnström, Granåker";
        Assert.Equal("Närvarande: •••-•••• ••••••••••, Granåker", Names.Blank(text));
        Assert.True(Names.IsIn(text));
        Assert.False(Names.IsIn("Granåker"));
    }

    [Fact]
    public void None_change_nothing() => Assert.Same("Åhs", new FoldedPhrases(["", " - "]).Replace("Åhs", "X"));

    [Theory]
    [InlineData("../../etc/passwd", "_.._etc_passwd")]
    [InlineData("..\\..\\x.docx", "_.._x.docx")]
    [InlineData("/protokoll 3 § 7.docx", "_protokoll 3 _ 7.docx")]
    [InlineData(" .. ", "namnlös")]
    [InlineData("C:\\a", "C__a")]
    public void A_file_name_leads_nowhere_else(string name, string safe) => Assert.Equal(safe, SafeName.Of(name));
}
