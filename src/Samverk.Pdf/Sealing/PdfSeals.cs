using System.Globalization;
using System.Text;

namespace Samverk.Pdf;

/// <summary>Finds the seals of a file and verifies each.</summary>
public static class PdfSeals
{
    /// <summary>Never throws, whatever the bytes are.</summary>
    public static SealReading Read(byte[] pdf)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        try
        {
            var file = PdfFile.Open(pdf);
            var fields = file.Root["AcroForm"] is { } form ? file.Array(file.Dictionary(form)["Fields"]) : [];
            var seals = fields.Select(file.Dictionary).Where(f => f["FT"] is PdfName { Value: "Sig" } && f["V"] is not null)
                .Select(f => Read(pdf, file.Dictionary(f["V"]))).OrderBy(s => s.Covers).ToList();
            return new(seals, null);
        }
        catch (PdfSyntaxException e)
        {
            return new([], e.Message);
        }
    }

    static Seal Read(byte[] pdf, PdfDictionary signature)
    {
        var (name, reason, at) = (Text(signature["Name"]), Text(signature["Reason"]), Time(signature["M"]));
        if (Range(pdf, signature) is not var (roomAt, roomEnd, end))
            return new(name, reason, at, [], 0, SealFault.Range);
        byte[] covered = [.. pdf.AsSpan(0, roomAt), .. pdf.AsSpan(roomEnd, end - roomEnd)];
        var (fault, certificate, subject, stamped) = CadesSignature.Verify(((PdfString)signature["Contents"]!).Bytes, covered, at);
        return new(name, reason, at, certificate, end, fault) { CoversWholeFile = end == pdf.Length, Subject = subject, StampedAt = stamped };
    }

    // Everything from the first byte to the addition's last one, except the signature's own room and nothing more than that.
    static (int RoomAt, int RoomEnd, int End)? Range(byte[] pdf, PdfDictionary signature)
    {
        if (signature["ByteRange"] is not PdfArray { Items: [PdfNumber { Value: 0 }, PdfNumber first, PdfNumber second, PdfNumber length] } || signature["Contents"] is not PdfString contents)
            return null;
        var (roomAt, roomEnd, end) = (first.Value, second.Value, second.Value + length.Value);
        if (roomAt < 1 || roomEnd <= roomAt + 2 || end <= roomEnd || end > pdf.Length)
            return null;
        var room = pdf.AsSpan((int)roomAt, (int)(roomEnd - roomAt));
        return room[0] == '<' && room[^1] == '>' && Encoding.ASCII.GetString(room[1..^1]).Equals(Convert.ToHexString(contents.Bytes), StringComparison.OrdinalIgnoreCase)
            ? ((int)roomAt, (int)roomEnd, (int)end)
            : null;
    }

    static string Text(PdfValue? value) => value is not PdfString { Bytes: var bytes } ? ""
        : bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2))
        : Encoding.Latin1.GetString(bytes);

    static DateTimeOffset? Time(PdfValue? value) =>
        DateTimeOffset.TryParseExact(Text(value), "'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
