using System.IO.Compression;
using System.Security.Cryptography;
using Samverk.Pdf;
using Samverk.Pdf.Tests;

namespace Samverk.Bench;

/// <summary>Minutes written as PDF, and sealed by two, against hashing and packing the same bytes.</summary>
static class DocumentBench
{
    // Ten pages and forty.
    static readonly int[] Items = [14, 67];

    public static async IAsyncEnumerable<Row> Run()
    {
        var at = Sample.Facts.Created;
        using var certificate = SealCertificate.Make("Samverk", "Region Bergslunda", at.AddDays(-1));
        var sealer = new PadesSealer(certificate);
        Approval[] approvals = [new("Gun-Britt Ekstam", "Justerat", at), new("Björn Åkerlind", "Justerat", at)];
        var (written, whole) = ((Row?)null, (Row?)null);
        foreach (var items in Items)
        {
            var document = Sample.Minutes(items);
            var file = PdfWriter.Write(document, Sample.Typeface);
            var size = $"{file.Pages} pages, {file.Bytes.Length / 1024:N0} kB";
            yield return written = Row.Of("Minutes written as PDF", size, "page", await Timing.Compare(() => { PdfWriter.Write(document, Sample.Typeface); }, () => Floor(file.Bytes)), file.Pages, written);
            yield return whole = Row.Of("Minutes written as PDF and sealed twice", size, "page", await Timing.Compare(() => sealer.Seal(PdfWriter.Write(document, Sample.Typeface).Bytes, approvals, CancellationToken.None), () => Task.Run(() => Floor(file.Bytes))), file.Pages, whole);
        }
    }

    static void Floor(byte[] bytes)
    {
        SHA256.HashData(bytes);
        using var packed = new ZLibStream(Stream.Null, CompressionLevel.Optimal);
        packed.Write(bytes);
    }
}
