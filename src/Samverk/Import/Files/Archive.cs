using System.IO.Compression;
using System.Text;

namespace Samverk.Import.Files;

/// <summary>A zip of documents, opened within limits. Folders, what macOS adds, and hidden files are left out.</summary>
sealed class Archive : IDisposable
{
    public const int MaxEntries = 5000;
    public const long MaxBytes = 2L << 30;

    readonly ZipArchive? zip;
    long unpacked;

    Archive(ZipArchive? zip, IReadOnlyList<ArchiveFile> files, UnreadableFile? problem) => (this.zip, Files, Problem) = (zip, files, problem);

    /// <summary>The documents in the order of the zip; empty when there is a <see cref="Problem"/>. An archive in the archive is a file like any other.</summary>
    public IReadOnlyList<ArchiveFile> Files { get; private set; }

    /// <summary>Why the whole archive is refused.</summary>
    public UnreadableFile? Problem { get; }

    /// <param name="stream">Seekable; stays open and is read until the archive is disposed.</param>
    public static Archive Open(Stream stream)
    {
        ZipArchive? opened = null;
        try
        {
            opened = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true, new ZipNameEncoding());
            if (opened.Entries.Count > MaxEntries)
                return Refuse(opened, UnreadableFile.TooManyFiles(MaxEntries));
            if (opened.Entries.Any(e => IsUnsafe(Slashes(e.FullName))))
                return Refuse(opened, UnreadableFile.UnsafePath);
            var archive = new Archive(opened, [], null);
            archive.Files = [.. opened.Entries.Where(IsDocument).Select(e => new ArchiveFile(archive, e, Slashes(e.FullName)))];
            return archive;
        }
        catch (Exception e) when (ZipFaults.Is(e))
        {
            return Refuse(opened, UnreadableFile.Damaged("zip"));
        }
    }

    public void Dispose() => zip?.Dispose();

    internal ArchiveContent Read(ZipArchiveEntry entry)
    {
        try
        {
            if (entry.IsEncrypted)
                return new(null, UnreadableFile.Encrypted);
            var limit = new ExtractionLimits().FileBytes;
            if (entry.Length > limit)
                return new(null, UnreadableFile.TooLarge(limit));
            var bytes = ZipFaults.ReadAtMost(entry, Math.Min(limit, MaxBytes - unpacked));
            unpacked += bytes?.LongLength ?? 0;
            return bytes is null ? new(null, UnreadableFile.ZipBomb) : new(bytes, null);
        }
        catch (Exception e) when (ZipFaults.Is(e))
        {
            return new(null, UnreadableFile.Damaged("zip"));
        }
    }

    static Archive Refuse(ZipArchive? opened, UnreadableFile problem)
    {
        opened?.Dispose();
        return new Archive(null, [], problem);
    }

    static string Slashes(string name) => name.Replace('\\', '/');

    static bool IsUnsafe(string name) =>
        name.StartsWith('/') || name.Contains('\0') || (name.Length > 1 && name[1] == ':') || name.Split('/').Contains("..", StringComparer.Ordinal);

    static bool IsDocument(ZipArchiveEntry entry)
    {
        var parts = Slashes(entry.FullName).Split('/');
        return parts[^1].Length > 0
            && !parts.Any(p => p is "__MACOSX" || p.StartsWith('.'))
            && parts[^1] is not ("Thumbs.db" or "desktop.ini")
            && !IsLink(entry);
    }

    /// <summary>Unix keeps the file type in the upper half of the attributes; 0xA000 is a symbolic link.</summary>
    static bool IsLink(ZipArchiveEntry entry) => ((entry.ExternalAttributes >> 16) & 0xF000) == 0xA000;
}

/// <summary>A document in an archive.</summary>
/// <param name="Name">Its path in the archive, with forward slashes.</param>
sealed record ArchiveFile(Archive Archive, ZipArchiveEntry Entry, string Name)
{
    /// <summary>Unpacks the document; what the archive says about its size is not believed.</summary>
    public ArchiveContent Read() => Archive.Read(Entry);
}

/// <summary>A document's bytes, or why there are none.</summary>
sealed record ArchiveContent(byte[]? Bytes, UnreadableFile? Problem);

/// <summary>Names in a zip that does not declare UTF-8: macOS writes UTF-8 all the same, Swedish Windows code page 850.</summary>
sealed class ZipNameEncoding : Encoding
{
    static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    static readonly Encoding Dos = CodePagesEncodingProvider.Instance.GetEncoding(850)!;

    public override int GetByteCount(char[] chars, int index, int count) => Utf8.GetByteCount(chars, index, count);
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => Utf8.GetBytes(chars, charIndex, charCount, bytes, byteIndex);
    public override int GetCharCount(byte[] bytes, int index, int count) => For(bytes.AsSpan(index, count)).GetCharCount(bytes, index, count);
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        For(bytes.AsSpan(byteIndex, byteCount)).GetChars(bytes, byteIndex, byteCount, chars, charIndex);
    public override int GetMaxByteCount(int charCount) => Utf8.GetMaxByteCount(charCount);
    public override int GetMaxCharCount(int byteCount) => Math.Max(Utf8.GetMaxCharCount(byteCount), byteCount);

    static Encoding For(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes) ? Utf8 : Dos;
}
