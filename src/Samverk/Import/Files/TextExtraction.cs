using Samverk.Reading;

namespace Samverk.Import.Files;

/// <summary>
/// Turns the bytes of a file into text. What the bytes are decides, the file's name only where they say nothing.
/// Never throws on any content: what cannot be read comes back as an <see cref="UnreadableFile"/>.
/// </summary>
public sealed class TextExtraction(ExtractionLimits? limits = null)
{
    readonly ExtractionLimits limits = limits ?? new();

    public async Task<Extracted> Extract(string fileName, byte[] content, CancellationToken ct)
    {
        if (content.Length == 0)
            return UnreadableFile.Empty;
        if (content.LongLength > limits.FileBytes)
            return UnreadableFile.TooLarge(limits.FileBytes);
        var kind = FileKinds.Of(fileName, content);
        try
        {
            var extracted = await Read(kind, content, ct);
            return extracted.Text is { } text && string.IsNullOrWhiteSpace(text.Text) ? UnreadableFile.NoText : extracted;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The last fence: a single odd document must not stop an import of two hundred others.
            return UnreadableFile.Surprise(e.GetType().Name);
        }
    }

    async Task<Extracted> Read(FileKind kind, byte[] content, CancellationToken ct) => kind switch
    {
        FileKind.Text => Extracted.Of(PlainText.Read(content)),
        FileKind.Markdown => Extracted.Of(Markdown.Read(content)),
        FileKind.Html => Extracted.Of(DocumentText.Of(new HtmlText().Read(HtmlEncoding.Decode(content)))),
        FileKind.Docx => DocxText.Read(content, limits),
        FileKind.Pdf => await PdfText.Read(content, limits, ct),
        FileKind.Doc or FileKind.Odt or FileKind.Rtf => await OfficeText.Read(kind, content, limits, ct),
        FileKind.EncryptedOffice => UnreadableFile.Encrypted,
        FileKind.DamagedZip => UnreadableFile.Damaged("docx, odt eller zip"),
        _ => UnreadableFile.WrongType(FileKinds.InWords(kind)),
    };
}
