using System.Text;

namespace Samverk.Import.Files;

/// <summary>Reads a PDF through poppler's <c>pdftotext</c> (docs/decisions/0006).</summary>
static class PdfText
{
    const long Memory = 1L << 30;

    public static async Task<Extracted> Read(byte[] content, ExtractionLimits limits, CancellationToken ct)
    {
        if (Tool.Find("pdftotext", limits.ToolPath) is not { } program)
            return UnreadableFile.ConverterMissing("pdftotext", "paketet poppler-utils", "docx eller text");
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder["in.pdf"], content, ct);
        var tool = new Tool(program, ["-layout", "-enc", "UTF-8", "-eol", "unix", folder["in.pdf"], "-"], limits.PdfTime, Memory, limits.TextBytes, folder.Path);
        var run = await tool.Run(ct);
        return run.End switch
        {
            ToolEnd.TimedOut => UnreadableFile.TimedOut("pdftotext"),
            ToolEnd.TooMuchOutput => UnreadableFile.TooMuchText,
            ToolEnd.NotStarted => UnreadableFile.ConverterMissing("pdftotext", "paketet poppler-utils", "docx eller text"),
            _ => Judge(run),
        };
    }

    static Extracted Judge(ToolRun run)
    {
        if (run.Errors.Contains("Incorrect password", StringComparison.Ordinal) || run.Errors.Contains("unsupported security handler", StringComparison.OrdinalIgnoreCase))
            return UnreadableFile.Encrypted;
        var text = Encoding.UTF8.GetString(run.Output);
        if (HasWords(text))
            return Extracted.Of(PdfLayout.Read(text));
        return run.ExitCode == 0 && text.Contains('\f', StringComparison.Ordinal) ? UnreadableFile.Scanned : UnreadableFile.Damaged("pdf");
    }

    /// <summary>Scanned pages often carry a stamp or a page number as text.</summary>
    static bool HasWords(string text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLetter(c) && ++letters >= 20)
                return true;
        }
        return false;
    }
}
