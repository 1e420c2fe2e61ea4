using System.Text;
using Samverk.Import.Files;

namespace Samverk.Tests.Import.Files;

public sealed class OfficeTests
{
    static readonly byte[] Rtf = Encoding.Latin1.GetBytes(@"{\rtf1\ansi\ansicpg1252 Protokoll {\strike Aino M\'e4kel\'e4}\par Beslut: godk\'e4nns\par}");

    [Theory]
    [InlineData("doc")]
    [InlineData("odt")]
    public async Task Old_and_open_documents_are_read_through_LibreOffice(string format)
    {
        Tools.Need("soffice");
        var docx = new DocxFile().Definition(0, "decimal|§ %1").List(1, 0).P("Protokoll").Item(1, 0, "Öppnande").Item(1, 0, "Val").Table(["Yusuf Demir", "Askvik"]).Bytes();
        var made = await Tools.Convert(docx, "docx", format);
        Assert.Equal("Protokoll\n§ 1 Öppnande\n§ 2 Val\n\nYusuf Demir\tAskvik", await Tools.Text("utan-ändelse", made));
    }

    [Fact]
    public async Task Rtf_keeps_what_is_struck_out()
    {
        Tools.Need("soffice");
        Assert.Equal("Protokoll ~~Aino Mäkelä~~\nBeslut: godkänns", await Tools.Text("a.rtf", Rtf));
    }

    [Fact]
    public async Task Nothing_is_left_behind_even_when_time_runs_out()
    {
        Tools.Need("soffice");
        var before = Leftovers();
        Assert.Equal("timeout", await Tools.Problem("a.rtf", Rtf, new ExtractionLimits { OfficeTime = TimeSpan.FromMilliseconds(400) }));
        Assert.Equal(before, Leftovers());
        Assert.DoesNotContain(CommandLines(), line => line.Contains("soffice", StringComparison.Ordinal) && line.Contains("samverk-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_LibreOffice_the_words_say_what_to_do()
    {
        var extracted = await new TextExtraction(new ExtractionLimits { ToolPath = "" }).Extract("a.rtf", Rtf, CancellationToken.None);
        Assert.Equal("converter-missing", extracted.Problem!.Code);
        Assert.Contains("docx", extracted.Problem.Text, StringComparison.Ordinal);
    }

    // Other tests have folders of their own meanwhile; those of the converters hold a profile of LibreOffice.
    static string[] Leftovers() => [.. Directory.GetDirectories(Path.GetTempPath(), "samverk-*")
        .Where(folder => !Path.GetFileName(folder).StartsWith("samverk-test", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    static IEnumerable<string> CommandLines()
    {
        foreach (var process in Directory.GetDirectories("/proc").Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0])))
        {
            string line;
            try
            {
                line = File.ReadAllText(Path.Combine(process, "cmdline"));
            }
            catch (IOException)
            {
                continue;
            }
            yield return line;
        }
    }
}
