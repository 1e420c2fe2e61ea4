using System.IO.Compression;
using System.Text;
using Samverk.Shared;

namespace Samverk.Import.Files;

/// <summary>What a file is, judged by its bytes.</summary>
enum FileKind
{
    Text, Markdown, Html, Docx, Pdf, Doc, Odt, Rtf,
    EncryptedOffice, DamagedZip,
    Zip, Spreadsheet, Presentation, Mail, Picture, Program, OtherArchive, OtherOffice, Unknown,
}

static class FileKinds
{
    static readonly (byte[] Start, FileKind Kind)[] Signatures =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], FileKind.Picture),
        ([0xFF, 0xD8, 0xFF], FileKind.Picture),
        ("GIF8"u8.ToArray(), FileKind.Picture),
        ([(byte)'I', (byte)'I', 0x2A, 0], FileKind.Picture),
        ([(byte)'M', (byte)'M', 0, 0x2A], FileKind.Picture),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], FileKind.Program),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], FileKind.OtherArchive),
        ("Rar!"u8.ToArray(), FileKind.OtherArchive),
        ([0x1F, 0x8B, 0x08], FileKind.OtherArchive),
        ([0xFF, (byte)'W', (byte)'P', (byte)'C'], FileKind.OtherOffice),
    ];

    public static FileKind Of(string fileName, byte[] content)
    {
        ReadOnlySpan<byte> bytes = content;
        foreach (var (start, kind) in Signatures)
        {
            if (bytes.StartsWith(start))
                return kind;
        }
        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8))
            return OfZip(content);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return OfCompoundFile(bytes);
        var head = bytes[..Math.Min(bytes.Length, 1024)];
        if (head.IndexOf("%PDF-"u8) >= 0)
            return FileKind.Pdf;
        return head.TrimStart(" \t\r\n\uFEFF"u8).StartsWith("{\\rtf"u8) ? FileKind.Rtf : OfText(fileName, bytes);
    }

    public static string InWords(FileKind kind) => kind switch
    {
        FileKind.Zip => "ett zip-arkiv",
        FileKind.Spreadsheet => "ett kalkylblad",
        FileKind.Presentation => "en presentation",
        FileKind.Mail => "ett e-postmeddelande eller en sparad webbsida",
        FileKind.Picture => "en bild",
        FileKind.Program => "ett program",
        FileKind.OtherArchive => "ett packat arkiv",
        FileKind.OtherOffice => "ett dokument i ett äldre eller ovanligt format",
        _ => "av okänt slag",
    };

    static FileKind OfText(string fileName, ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 4096)];
        if (!TextEncodings.LooksLikeText(head))
            return head.StartsWith("MZ"u8) ? FileKind.Program : FileKind.Unknown;
        var start = TextEncodings.Of(head).GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (start.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase) || start.StartsWith("Received:", StringComparison.Ordinal))
            return FileKind.Mail;
        if (start.StartsWith("<?xml", StringComparison.Ordinal) && !start.Contains("<html", StringComparison.OrdinalIgnoreCase))
            return FileKind.OtherOffice;
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (extension is ".html" or ".htm" or ".xhtml" || LooksLikeHtml(start))
            return FileKind.Html;
        return extension is ".md" or ".markdown" ? FileKind.Markdown : FileKind.Text;
    }

    static bool LooksLikeHtml(string start) =>
        start.StartsWith('<')
        && (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || start.Contains("<body", StringComparison.OrdinalIgnoreCase));

    static FileKind OfZip(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            var names = zip.Entries.Take(Archive.MaxEntries).Select(e => e.FullName.Replace('\\', '/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (zip.GetEntry("mimetype") is { Length: < 200 } mimetype)
                return OfOpenDocument(mimetype, zip);
            if (names.Any(n => n.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
                return FileKind.Docx;
            if (names.Any(n => n.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
                return FileKind.Spreadsheet;
            if (names.Any(n => n.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase)))
                return FileKind.Presentation;
            return names.Contains("[Content_Types].xml") ? FileKind.Docx : FileKind.Zip;
        }
        catch (Exception e) when (ZipFaults.Is(e))
        {
            return FileKind.DamagedZip;
        }
    }

    static FileKind OfOpenDocument(ZipArchiveEntry mimetype, ZipArchive zip)
    {
        var type = Encoding.ASCII.GetString(ZipFaults.ReadAtMost(mimetype, 200) ?? []).Trim();
        if (type.Contains("spreadsheet", StringComparison.Ordinal))
            return FileKind.Spreadsheet;
        if (type.Contains("presentation", StringComparison.Ordinal))
            return FileKind.Presentation;
        if (!type.StartsWith("application/vnd.oasis.opendocument.text", StringComparison.Ordinal))
            return FileKind.OtherOffice;
        var manifest = zip.GetEntry("META-INF/manifest.xml") is { } entry ? ZipFaults.ReadAtMost(entry, 1 << 20) : null;
        return manifest.AsSpan().IndexOf("encryption-data"u8) >= 0 ? FileKind.EncryptedOffice : FileKind.Odt;
    }

    /// <summary>Old Office files, and new ones under a password, share one container; the names of its streams tell them apart.</summary>
    static FileKind OfCompoundFile(ReadOnlySpan<byte> bytes)
    {
        if (HasStream(bytes, "EncryptedPackage"))
            return FileKind.EncryptedOffice;
        if (HasStream(bytes, "WordDocument"))
            return IsEncryptedWord(bytes) ? FileKind.EncryptedOffice : FileKind.Doc;
        if (HasStream(bytes, "Workbook") || HasStream(bytes, "Book"))
            return FileKind.Spreadsheet;
        if (HasStream(bytes, "PowerPoint Document"))
            return FileKind.Presentation;
        return HasStream(bytes, "__substg1.0_") ? FileKind.Mail : FileKind.OtherOffice;
    }

    static bool HasStream(ReadOnlySpan<byte> bytes, string name) => bytes.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;

    /// <summary>The header of a Word 97–2003 text starts a sector: its signature, and at offset 10 flags of which 0x0100 is "encrypted".</summary>
    static bool IsEncryptedWord(ReadOnlySpan<byte> bytes)
    {
        for (var sector = 512; sector + 12 <= bytes.Length; sector += 512)
        {
            if (bytes[sector] == 0xEC && bytes[sector + 1] == 0xA5)
                return (bytes[sector + 11] & 0x01) != 0;
        }
        return false;
    }
}
