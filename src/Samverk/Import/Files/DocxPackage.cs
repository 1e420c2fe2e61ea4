using System.IO.Compression;
using System.Xml.Linq;

namespace Samverk.Import.Files;

/// <summary>The parts of a docx that make its text. Parts outside the file are never fetched.</summary>
sealed record DocxPackage(byte[] Document, byte[]? Styles, byte[]? Numbering, UnreadableFile? Problem)
{
    const long SmallPart = 16L << 20;

    public static DocxPackage Open(byte[] content, ExtractionLimits limits)
    {
        using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > Archive.MaxEntries)
            return Refused(UnreadableFile.ZipBomb);
        var main = Target(zip, "_rels/.rels", "/officeDocument", "") ?? "word/document.xml";
        if (zip.GetEntry(main) is not { } entry)
            return Refused(UnreadableFile.Damaged("docx"));
        var folder = main[..(main.LastIndexOf('/') + 1)];
        var relations = $"{folder}_rels/{main[folder.Length..]}.rels";
        if (ZipFaults.ReadAtMost(entry, limits.PartBytes) is not { } document)
            return Refused(UnreadableFile.ZipBomb);
        var styles = Target(zip, relations, "/styles", folder);
        var numbering = Target(zip, relations, "/numbering", folder);
        return new(document, Part(zip, styles), Part(zip, numbering), null);
    }

    static DocxPackage Refused(UnreadableFile problem) => new([], null, null, problem);

    /// <summary>Without its styles a document is still text, so a part that is missing or absurd is left out.</summary>
    static byte[]? Part(ZipArchive zip, string? name) =>
        name is not null && zip.GetEntry(name) is { } entry ? ZipFaults.ReadAtMost(entry, SmallPart) : null;

    static string? Target(ZipArchive zip, string relations, string type, string folder)
    {
        var relation = OoxmlReader.Load(Part(zip, relations)).Elements().FirstOrDefault(e => IsInside(e, type));
        var target = relation.Value("Target");
        if (string.IsNullOrEmpty(target))
            return null;
        return target.StartsWith('/') ? target[1..] : folder + target;
    }

    static bool IsInside(XElement relation, string type) =>
        relation.Value("Type")?.EndsWith(type, StringComparison.Ordinal) is true && relation.Value("TargetMode") != "External";
}
