using System.Text;
using System.Text.Unicode;

namespace Samverk.Shared;

/// <summary>Finds the encoding of a text that does not say, among those that Swedish offices have used.</summary>
static class TextEncodings
{
    const int Sample = 1 << 20;
    static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    static readonly Encoding Dos = CodePagesEncodingProvider.Instance.GetEncoding(850)!;
    static readonly Encoding Mac = CodePagesEncodingProvider.Instance.GetEncoding(10000)!;

    /// <summary>å ä ö Å Ä Ö é ü in each single-byte encoding, most likely first.</summary>
    static readonly (Encoding Encoding, byte[] Letters)[] SingleByte =
    [
        (Windows, [0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6, 0xE9, 0xFC]),
        (Dos, [0x86, 0x84, 0x94, 0x8F, 0x8E, 0x99, 0x82, 0x81]),
        (Mac, [0x8C, 0x8A, 0x9A, 0x81, 0x80, 0x85, 0x8E, 0x9F]),
    ];

    /// <summary>The text without its byte order mark.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = Of(bytes).GetString(bytes);
        return text.StartsWith('\uFEFF') ? text[1..] : text;
    }

    public static Encoding Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Encoding.UTF8;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode;
        if (Utf16WithoutMark(bytes) is { } utf16)
            return utf16;
        return Utf8.IsValid(bytes) || MostlyUtf8(bytes) ? Encoding.UTF8 : BestSingleByte(bytes);
    }

    /// <summary>Whether bytes may be text at all: no more than a stray control character.</summary>
    public static bool LooksLikeText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || Utf16WithoutMark(head) is not null)
            return true;
        var odd = 0;
        foreach (var b in head)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0B or 0x0C or 0x1A or 0x1F or 0x07))
                odd++;
        }
        return odd * 50 <= head.Length;
    }

    /// <summary>Swedish text in UTF-16 has a zero in nearly every second byte.</summary>
    static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var length = Math.Min(bytes.Length, 2048) & ~1;
        int even = 0, odd = 0;
        for (var i = 0; i < length; i += 2)
        {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (length < 4 || Math.Min(even, odd) * 10 > length / 2)
            return null;
        if (odd * 10 > length / 2 * 7)
            return Encoding.Unicode;
        return even * 10 > length / 2 * 7 ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>A few bytes damaged in UTF-8 leave it UTF-8; read as Windows-1252 every å, ä and ö would be lost.</summary>
    static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        var rest = bytes[..Math.Min(bytes.Length, Sample)];
        while (!rest.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(rest, out _, out var used);
            if (status == System.Buffers.OperationStatus.Done)
                good += used > 1 ? 1 : 0;
            else
                bad++;
            rest = rest[Math.Max(used, 1)..];
        }
        return good > 2 * bad;
    }

    static Encoding BestSingleByte(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        var (best, most) = (Windows, 0);
        foreach (var (encoding, letters) in SingleByte)
        {
            var count = LettersInWords(sample, letters);
            if (count > most)
                (best, most) = (encoding, count);
        }
        return best;
    }

    /// <summary>Counts letters that stand beside a letter of the alphabet; the same byte is a quotation mark in another encoding.</summary>
    static int LettersInWords(ReadOnlySpan<byte> bytes, byte[] letters)
    {
        var count = 0;
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            if (letters.AsSpan().Contains(bytes[i]) && char.IsAsciiLetterLower((char)bytes[i + 1]))
                count++;
        }
        return count;
    }
}
