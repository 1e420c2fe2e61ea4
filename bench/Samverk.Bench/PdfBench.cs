using System.Diagnostics;
using System.Text;
using Samverk.Import.Files;
using Samverk.Reading;
using Samverk.Tests.Import.Files;

namespace Samverk.Bench;

/// <summary>A PDF's whole reading, from bytes to draft, against <c>pdftotext</c> alone on the same file, both from this warm process.</summary>
static class PdfBench
{
    const int LinesPerPage = 55;

    public static async IAsyncEnumerable<Row> Run()
    {
        if (Tool.Find("pdftotext", null) is not { } program)
            throw new InvalidOperationException("pdftotext is missing: install poppler-utils.");
        var world = Documents.World.Last(d => d.FileName.StartsWith("sr-", StringComparison.Ordinal));
        var (whole, text) = ((Row?)null, (Row?)null);
        foreach (var minutes in (string[])[Encoding.UTF8.GetString(world.Content), Documents.Long(20 * LinesPerPage), Documents.Long(200 * LinesPerPage)])
        {
            yield return text = await Of("A PDF's text", TextOnly, program, minutes, text);
            yield return whole = await Of("A PDF's whole reading", Whole, program, minutes, whole);
        }
    }

    static async Task<Row> Of(string what, Func<TextExtraction, byte[], Task> read, string program, string text, Row? smaller)
    {
        var pages = text.Split('\n').Chunk(LinesPerPage).ToList();
        var file = new PdfFile();
        foreach (var page in pages)
            file.Page([.. page.Select(WinAnsi)]);
        var pdf = file.Bytes();
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder["in.pdf"], pdf);
        var extraction = new TextExtraction();
        var compared = await Timing.Compare(() => read(extraction, pdf), () => Alone(program, folder["in.pdf"]));
        return Row.Of(what, $"{pages.Count} pages, {text.Split('\n').Length:N0} lines", "page", compared, pages.Count, smaller);
    }

    // A long line does not fit on the page; a tab has no width in a PDF.
    static string WinAnsi(string line) => (line.Length > 92 ? line[..92] : line).Replace('\t', ' ');

    static async Task TextOnly(TextExtraction extraction, byte[] pdf)
    {
        if ((await extraction.Extract("protokoll.pdf", pdf, CancellationToken.None)).Text is null)
            throw new InvalidOperationException("The PDF gave no text.");
    }

    static async Task Whole(TextExtraction extraction, byte[] pdf)
    {
        var extracted = await extraction.Extract("protokoll.pdf", pdf, CancellationToken.None);
        if (MinutesReader.Read(extracted.Text!).Items.Count == 0)
            throw new InvalidOperationException("The PDF has no items: it was not read.");
    }

    static async Task Alone(string program, string file)
    {
        using var process = Process.Start(new ProcessStartInfo(program, ["-layout", "-enc", "UTF-8", "-eol", "unix", file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 || output.Length == 0)
            throw new InvalidOperationException("pdftotext failed.");
    }
}
