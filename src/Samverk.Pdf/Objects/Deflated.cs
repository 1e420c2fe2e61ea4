using System.IO.Compression;

namespace Samverk.Pdf;

static class Deflated
{
    public static byte[] Of(ReadOnlySpan<byte> content, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, level))
            stream.Write(content);
        return packed.ToArray();
    }
}
