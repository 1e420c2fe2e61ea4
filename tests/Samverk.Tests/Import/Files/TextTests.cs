using System.Text;
using Samverk.Import.Files;
using Samverk.Reading;

namespace Samverk.Tests.Import.Files;

public sealed class TextTests
{
    const string Swedish = "Närvarande: Åsa Öberg, Örjan Ek\nBeslut: att godkänna överenskommelsen på försök";

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", false }, { "utf-8", true }, { "utf-16", false }, { "utf-16", true }, { "utf-16BE", false }, { "utf-16BE", true },
        { "windows-1252", false }, { "iso-8859-1", false }, { "ibm850", false }, { "macintosh", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Text_from_any_office_is_read(string encoding, bool mark)
    {
        var encoder = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        byte[] content = [.. mark ? encoder.GetPreamble() : [], .. encoder.GetBytes(Swedish.ReplaceLineEndings("\r\n"))];
        Assert.Equal(Swedish, await Tools.Text("anteckningar.txt", content));
    }

    [Fact]
    public async Task Quotation_marks_do_not_make_Windows_text_another_encoding() =>
        Assert.Equal("Frågan ”om stöd” – och svar…", await Tools.Text("a.txt", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Frågan ”om stöd” – och svar…")));

    [Fact]
    public async Task A_damaged_byte_does_not_cost_the_letters_of_a_whole_text()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes("på försök i Björkfors "), 0xE5, .. Encoding.UTF8.GetBytes(" och Åsmyra")];
        Assert.Equal("på försök i Björkfors \uFFFD och Åsmyra", await Tools.Text("a.txt", content));
    }

    [Fact]
    public async Task Letters_made_of_two_signs_become_one_and_control_signs_go() =>
        Assert.Equal("Åsa\nnästa rad", await Tools.Text("a.txt", Encoding.UTF8.GetBytes("A\u030Asa\r\u0007na\u0308sta rad")));

    [Fact]
    public async Task Form_feeds_are_pages()
    {
        var extracted = await new TextExtraction().Extract("a.txt", "sida ett\f\fsida tre\f"u8.ToArray(), CancellationToken.None);
        Assert.Equal([new PageText(1, "sida ett"), new PageText(2, ""), new PageText(3, "sida tre")], extracted.Text!.Pages);
    }

    [Fact]
    public async Task Text_without_pages_has_one_without_number()
    {
        var extracted = await new TextExtraction().Extract("a.txt", "en rad"u8.ToArray(), CancellationToken.None);
        Assert.Equal([new PageText(null, "en rad")], extracted.Text!.Pages);
    }

    [Fact]
    public async Task Markdown_tables_become_rows_and_escapes_go() =>
        Assert.Equal(
            "# Protokoll\n\n1. **Öppnande**\nNamn\tKommun\nAino Mäkelä\tAskvik\n5 * 3 \\*",
            await Tools.Text("a.md", Encoding.UTF8.GetBytes("# Protokoll\n\n1\\. **Öppnande**\n| Namn | Kommun |\n|------|:---:|\n| Aino Mäkelä | Askvik |\n5 * 3 \\*")));

    // The timeout tells a hang; how fast it is belongs to the bench.
    [Fact(Timeout = 300_000)]
    public async Task Fifty_megabytes_are_extracted()
    {
        var line = Encoding.UTF8.GetBytes("§ 7 Chefsgruppen beslutar att godkänna förslaget till överenskommelse.\n");
        var content = new byte[50 << 20];
        for (var i = 0; i < content.Length; i++)
            content[i] = line[i % line.Length];
        Assert.Null(await Tools.Problem("a.txt", content));
    }
}
