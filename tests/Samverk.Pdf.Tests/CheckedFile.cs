using System.IO.Compression;
using System.Text;

namespace Samverk.Pdf.Tests;

/// <summary>A file opened by our own reader, with every object looked at.</summary>
sealed class CheckedFile
{
    readonly PdfFile file;
    readonly byte[] bytes;

    public CheckedFile(byte[] bytes)
    {
        this.bytes = bytes;
        file = PdfFile.Open(bytes);
        foreach (var number in file.Offsets.Keys)
            Follow(file.Object(number));
    }

    public PdfFile File => file;

    public IReadOnlyList<PdfDictionary> Pages => [.. file.Array(file.Dictionary(file.Root["Pages"])["Kids"]).Select(file.Dictionary)];

    public string Content(PdfDictionary page)
    {
        var number = PdfFile.Number(page["Contents"]);
        var length = (int)((PdfNumber)file.Dictionary(page["Contents"])["Length"]!).Value;
        var at = bytes.AsSpan(file.Offsets[number]).IndexOf("stream\n"u8) + file.Offsets[number] + 7;
        Assert.True(bytes.AsSpan(at + length).StartsWith("\nendstream"u8), "A stream is not as long as it says.");
        using var unfolded = new ZLibStream(new MemoryStream(bytes, at, length), CompressionMode.Decompress);
        using var reader = new StreamReader(unfolded, Encoding.ASCII);
        return reader.ReadToEnd();
    }

    // Every reference leads to an object.
    void Follow(PdfValue value)
    {
        switch (value)
        {
            case PdfReference reference: Assert.Contains(reference.Number, file.Offsets.Keys); break;
            case PdfArray array: foreach (var item in array.Items) Follow(item); break;
            case PdfDictionary dictionary: foreach (var item in dictionary.Entries.Values) Follow(item); break;
        }
    }
}
