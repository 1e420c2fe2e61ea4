using System.Diagnostics;
using Samverk.Shared;

namespace Samverk.Tests.House;

/// <summary>The words of a PDF, as another program reads them.</summary>
static class PdfText
{
    /// <returns>With one space between words.</returns>
    public static async Task<string> Of(byte[] pdf)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Ids.Next():N}.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            using var reader = Process.Start(new ProcessStartInfo("pdftotext", [file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var text = await reader.StandardOutput.ReadToEndAsync();
            await reader.WaitForExitAsync();
            return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
