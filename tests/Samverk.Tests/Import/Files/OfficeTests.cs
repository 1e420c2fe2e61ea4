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
        if (OperatingSystem.IsWindows())
            return;
        // Tells where it was told to work, and never ends.
        using var tools = new TemporaryFolder();
        await File.WriteAllTextAsync(tools["soffice"], $"""
            #!/bin/sh
            printf '%s' "$1" > '{tools["where"]}'
            '{Tool.Find("soffice", null)}' "$@" &
            exec sleep 600
            """);
        File.SetUnixFileMode(tools["soffice"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal("timeout", await Tools.Problem("a.rtf", Rtf, new ExtractionLimits { ToolPath = tools.Path, OfficeTime = TimeSpan.FromSeconds(2) }));
        var folder = Path.GetDirectoryName((await File.ReadAllTextAsync(tools["where"])).Replace("-env:UserInstallation=file://", "", StringComparison.Ordinal))!;
        Assert.StartsWith(Path.Combine(Path.GetTempPath(), "samverk-"), folder, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
        Assert.DoesNotContain(CommandLines(), line => line.Contains(folder, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_LibreOffice_the_words_say_what_to_do()
    {
        var extracted = await new TextExtraction(new ExtractionLimits { ToolPath = "" }).Extract("a.rtf", Rtf, CancellationToken.None);
        Assert.Equal("converter-missing", extracted.Problem!.Code);
        Assert.Contains("docx", extracted.Problem.Text, StringComparison.Ordinal);
    }

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
