using System.IO.Compression;

namespace Samverk.Tests.Import.Files;

/// <summary>Damages documents the way mail, disks and malice do, repeatably for a seed.</summary>
sealed class Mutation(Random random)
{
    static readonly byte[][] Pieces =
    [
        "~~"u8.ToArray(), "\t"u8.ToArray(), "\f"u8.ToArray(), "\n\n§ 9 "u8.ToArray(), [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xED, 0xA0, 0x80],
        "<"u8.ToArray(), "</w:p>"u8.ToArray(), "<w:tbl><w:tr><w:tc>"u8.ToArray(), "<w:del>"u8.ToArray(), "&#x0;"u8.ToArray(), "&#xD800;"u8.ToArray(), "]]>"u8.ToArray(),
        "<!DOCTYPE a [<!ENTITY b 'c'>]>"u8.ToArray(), "<table><td><li>"u8.ToArray(), "</td></table>"u8.ToArray(), "<s>"u8.ToArray(),
        "endstream"u8.ToArray(), "/Kids [1 0 R]"u8.ToArray(), "999999999999"u8.ToArray(), "-1"u8.ToArray(), "%9%1"u8.ToArray(), "{\\rtf"u8.ToArray(),
    ];

    public byte[] Bytes(byte[] original)
    {
        var bytes = new List<byte>(original);
        for (var times = random.Next(1, 6); times > 0 && bytes.Count > 0; times--)
            Once(bytes);
        return [.. bytes];
    }

    /// <summary>Damages one part inside a zip, so that the container itself still opens.</summary>
    public byte[] Part(byte[] original)
    {
        using var source = new ZipArchive(new MemoryStream(original));
        using var made = new MemoryStream();
        var chosen = random.Next(source.Entries.Count);
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < source.Entries.Count; i++)
            {
                using var part = source.Entries[i].Open();
                using var content = new MemoryStream();
                part.CopyTo(content);
                using var entry = zip.CreateEntry(source.Entries[i].FullName).Open();
                entry.Write(i == chosen ? Bytes(content.ToArray()) : content.ToArray());
            }
        }
        return made.ToArray();
    }

    void Once(List<byte> bytes)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 200), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            case 4:
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
            case 5:
                var piece = Pieces[random.Next(Pieces.Length)];
                bytes.InsertRange(at, Enumerable.Repeat(piece, random.Next(1, 500)).SelectMany(p => p));
                break;
            default:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
        }
    }
}
