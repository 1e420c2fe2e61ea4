using System.IO.Compression;

namespace Samverk.Import.Files;

/// <summary>Reading zip files that may be damaged or malicious.</summary>
static class ZipFaults
{
    /// <summary>A small file may unpack to this much whatever the ratio.</summary>
    const long Harmless = 4L << 20;
    /// <summary>Beyond the harmless size, more than this many times the packed size is taken for a bomb; Office XML stays below 60.</summary>
    const long Ratio = 200;

    /// <summary>Whether an exception is one that the zip library uses to say that the file is broken.</summary>
    public static bool Is(Exception e) =>
        e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException or ObjectDisposedException;

    /// <summary>The entry's bytes; null when there are more than <paramref name="limit"/> or the ratio is absurd, whatever its header claims.</summary>
    public static byte[]? ReadAtMost(ZipArchiveEntry entry, long limit)
    {
        limit = Math.Min(limit, Math.Max(Harmless, entry.CompressedLength * Ratio));
        using var packed = entry.Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = packed.Read(buffer)) > 0)
        {
            if (unpacked.Length + read > limit)
                return null;
            unpacked.Write(buffer, 0, read);
        }
        return unpacked.ToArray();
    }
}
