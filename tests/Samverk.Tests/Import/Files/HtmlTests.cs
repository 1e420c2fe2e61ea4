using System.Text;

namespace Samverk.Tests.Import.Files;

public sealed class HtmlTests
{
    static async Task Gives(string html, string expected, string name = "a.html") =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), await Tools.Text(name, Encoding.UTF8.GetBytes(html)));

    [Fact]
    public async Task Blocks_become_lines_and_white_space_is_folded() =>
        await Gives("<!DOCTYPE html><title>Inte med</title><style>p{}</style><body><h1>Protokoll</h1><p>Gruppen\n  <b>god</b>känner&nbsp; f&ouml;rslaget<p>Utan sluttagg<br>ny rad<script>alert('nej')</script><h2>Övrigt</h2></body>", """
            Protokoll

            Gruppen godkänner förslaget

            Utan sluttagg
            ny rad

            Övrigt
            """);

    [Fact]
    public async Task Paragraphs_without_space_between_them_stand_together() =>
        await Gives("<html><p style='margin: 0cm'>Närvarande<p style='margin:0cm'>Aino Mäkelä<p>Beslut", "Närvarande\nAino Mäkelä\n\nBeslut");

    [Fact]
    public async Task Lists_have_their_numbers() =>
        await Gives("<html><ol><li>Öppnande<li>Val<ul><li>ordförande</li></ul><li value=7>Sju</ol><ol type=a start=3><li>c</li></ol>", """
            1. Öppnande
            2. Val
            - ordförande
            7. Sju
            c. c
            """);

    [Fact]
    public async Task Rows_are_lines_with_tabs_closed_or_not() =>
        await Gives("<html><table><tr><th>Namn<th>Kommun<tr><td>Aino Mäkelä<td>Askvik</table><table><tr><td>§ 4</td><td><p>Ekonomi</p><p>Beslut: godkänns</p><table><tr><td>inre</td><td>tabell</td></tr></table></td></tr></table>",
            "Namn\tKommun\nAino Mäkelä\tAskvik\n\n§ 4\tEkonomi\nBeslut: godkänns\ninre\ttabell");

    [Fact]
    public async Task Struck_out_and_hidden_are_seen_as_on_the_page() =>
        await Gives("<html><p><s>Aino Mäkelä</s>, <span style='text-decoration: line-through'>Yusuf <i>Demir</i></span>, Siv<p hidden>dold<div style='display: none'>dold <table><tr><td>dold<td>dold</table></div><noscript>nej</noscript>", "~~Aino Mäkelä~~, ~~Yusuf Demir~~, Siv");

    [Fact]
    public async Task A_web_page_that_is_called_doc_is_read_as_what_it_is() =>
        await Gives("<html xmlns:o='urn:schemas-microsoft-com:office:office'><body><p>Protokoll<o:p></o:p></p></body></html>", "Protokoll", "gammalt.doc");

    [Fact]
    public async Task The_encoding_that_a_page_declares_is_used() =>
        Assert.Equal("Örnsta på", await Tools.Text("a.html", Encoding.Latin1.GetBytes("<html><meta charset=\"iso-8859-1\"><p>Örnsta på")));

    [Theory]
    [InlineData("<b>", 400_000)]
    [InlineData("<table><tr><td>", 100_000)]
    [InlineData("<a href=x><p>", 100_000)]
    [InlineData("<p a b c d e f g h i j k l m n o p>", 20_000)]
    [InlineData("</p></div></table>", 100_000)]
    public async Task Markup_made_to_exhaust_a_browser_is_read(string piece, int times)
    {
        Assert.Null(await Tools.Problem("a.html", Encoding.UTF8.GetBytes("<html>" + new StringBuilder().Insert(0, piece, times) + "text")));
    }

    [Fact(Timeout = 300_000)]
    public async Task A_tag_with_attributes_without_end_is_read()
    {
        var attributes = string.Concat(Enumerable.Range(0, 50_000).Select(i => $" a{i}=1"));
        Assert.Equal("text", await Tools.Text("a.html", Encoding.UTF8.GetBytes($"<html><p{attributes}>text")));
    }
}
