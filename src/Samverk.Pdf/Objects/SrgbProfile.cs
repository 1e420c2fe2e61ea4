using System.Buffers.Binary;
using System.Text;

namespace Samverk.Pdf;

/// <summary>An ICC profile of sRGB (IEC 61966-2-1), made from the standard's figures: it says what the file's colours mean.</summary>
static class SrgbProfile
{
    const int HeaderLength = 128, EntryLength = 12, CurvePoints = 1024;
    static readonly Lazy<byte[]> Made = new(Make);
    static readonly double[] WhitePoint = [0.9642, 1, 0.8249];

    public static byte[] Bytes => Made.Value;

    static byte[] Make()
    {
        var curve = Curve();
        // The primaries of sRGB as seen under D50, the white that profiles speak of.
        (string Name, byte[] Content)[] tags =
        [
            ("desc", Description("sRGB")), ("cprt", Element("text", Encoding.ASCII.GetBytes("No copyright, use freely\0"))),
            ("wtpt", Xyz(WhitePoint)), ("rXYZ", Xyz(0.4361, 0.2225, 0.0139)), ("gXYZ", Xyz(0.3851, 0.7169, 0.0971)), ("bXYZ", Xyz(0.1431, 0.0606, 0.7141)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ];
        var curveAt = HeaderLength + 4 + tags.Length * EntryLength;
        var profile = new byte[curveAt + tags.Where(t => t.Name is not ("gTRC" or "bTRC")).Sum(t => t.Content.Length)];
        BinaryPrimitives.WriteUInt32BigEndian(profile.AsSpan(HeaderLength), (uint)tags.Length);
        var (at, sharedAt) = (curveAt, 0);
        for (var i = 0; i < tags.Length; i++)
        {
            var (name, content) = tags[i];
            var isShared = name is "gTRC" or "bTRC";
            if (name == "rTRC")
                sharedAt = at;
            var entry = profile.AsSpan(HeaderLength + 4 + i * EntryLength);
            Encoding.ASCII.GetBytes(name, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], (uint)(isShared ? sharedAt : at));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)content.Length);
            if (isShared)
                continue;
            content.CopyTo(profile, at);
            at += content.Length;
        }
        WriteHeader(profile);
        return profile;
    }

    static void WriteHeader(Span<byte> profile)
    {
        const int Version2 = 0x02100000;
        BinaryPrimitives.WriteUInt32BigEndian(profile, (uint)profile.Length);
        BinaryPrimitives.WriteUInt32BigEndian(profile[8..], Version2);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", profile[12..]);
        // When it was made: a day in 2026, the same in every file.
        ushort[] day = [2026, 1, 1, 0, 0, 0];
        for (var i = 0; i < day.Length; i++)
            BinaryPrimitives.WriteUInt16BigEndian(profile[(24 + i * 2)..], day[i]);
        Encoding.ASCII.GetBytes("acsp", profile[36..]);
        for (var i = 0; i < WhitePoint.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(profile[(68 + i * 4)..], Fixed(WhitePoint[i]));
    }

    static byte[] Curve()
    {
        var points = new byte[4 + CurvePoints * 2];
        BinaryPrimitives.WriteInt32BigEndian(points, CurvePoints);
        for (var i = 0; i < CurvePoints; i++)
        {
            var x = i / (CurvePoints - 1.0);
            var linear = x <= 0.04045 ? x / 12.92 : Math.Pow((x + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(points.AsSpan(4 + i * 2), (ushort)Math.Round(linear * ushort.MaxValue));
        }
        return Element("curv", points);
    }

    static byte[] Description(string text)
    {
        const int MacintoshPart = 67;
        var content = new byte[4 + text.Length + 1 + 8 + 3 + MacintoshPart];
        BinaryPrimitives.WriteInt32BigEndian(content, text.Length + 1);
        Encoding.ASCII.GetBytes(text, content.AsSpan(4));
        return Element("desc", content);
    }

    static byte[] Xyz(params ReadOnlySpan<double> values)
    {
        var content = new byte[values.Length * 4];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(i * 4), Fixed(values[i]));
        return Element("XYZ ", content);
    }

    // Padded to a multiple of four, as every element begins on one.
    static byte[] Element(string type, ReadOnlySpan<byte> content)
    {
        var element = new byte[(8 + content.Length + 3) / 4 * 4];
        Encoding.ASCII.GetBytes(type, element);
        content.CopyTo(element.AsSpan(8));
        return element;
    }

    static int Fixed(double value) => (int)Math.Round(value * 65536);
}
