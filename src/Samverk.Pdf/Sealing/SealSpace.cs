using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Samverk.Pdf;

/// <summary>
/// A file with an addition that holds a signature's room, still empty. All bytes but those of the room are final and are
/// what is signed.
/// </summary>
sealed class SealSpace
{
    // Digits enough for the largest file that the writer can make, so that filling in the range moves nothing.
    const string RangeFormat = "0000000000";
    readonly byte[] content;
    readonly int roomAt, roomEnd;

    SealSpace(byte[] file, int roomAt, int roomEnd) => (content, this.roomAt, this.roomEnd) = (file, roomAt, roomEnd);

    /// <summary>What is signed: everything before the room and everything after.</summary>
    public byte[] Covered => [.. content.AsSpan(0, roomAt), .. content.AsSpan(roomEnd)];

    /// <param name="room">Bytes of signature that there is room for.</param>
    public static SealSpace Append(byte[] pdf, Approval approval, int room)
    {
        var before = PdfFile.Open(pdf);
        var root = before.Root;
        var form = PdfFile.Number(root["AcroForm"]);
        var firstPage = PdfFile.Number(before.Array(before.Dictionary(root["Pages"])["Kids"])[0]);
        var annotations = PdfFile.Number(before.Dictionary(new PdfReference(firstPage))["Annots"]);
        var fields = before.Array(before.Dictionary(new PdfReference(form))["Fields"]);
        var field = before.Offsets.Keys.Max() + 1;

        using var file = new MemoryStream();
        file.Write(pdf);
        var offsets = new SortedDictionary<int, long>();
        Add(form, $"<</Fields [{References([.. fields, new PdfReference(field)])}] /SigFlags 3>>");
        Add(annotations, $"[{References([.. before.Array(new PdfReference(annotations)), new PdfReference(field)])}]");
        // Without extent, at the page's corner: not seen, and by PDF/UA not part of what is read. Locked, printed.
        Add(field, $"<</Type /Annot /Subtype /Widget /FT /Sig /T {PdfText.Literal($"Seal{fields.Count + 1}")} /TU {PdfText.Hex(Characters.OneLine(approval.Name))} /Rect [0 0 0 0] /F 132 /P {firstPage} 0 R /V {field + 1} 0 R>>");
        var (rangeAt, roomAt, roomEnd) = AddSignature();
        AddTable();
        return Complete(file.ToArray(), rangeAt, roomAt, roomEnd);

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));

        void Add(int number, string content)
        {
            offsets[number] = file.Position;
            Write($"{number} 0 obj\n{content}\nendobj\n");
        }

        (long Range, long Room, long RoomEnd) AddSignature()
        {
            offsets[field + 1] = file.Position;
            Write($"{field + 1} 0 obj\n<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name {PdfText.Hex(Characters.OneLine(approval.Name))} /Reason {PdfText.Hex(Characters.OneLine(approval.Reason))} /M {PdfText.Date(approval.At)} /ByteRange [0 ");
            var range = file.Position;
            Write($"{RangeFormat} {RangeFormat} {RangeFormat}] /Contents ");
            var at = file.Position;
            Write($"<{new string('0', room * 2)}>");
            var end = file.Position;
            Write(">>\nendobj\n");
            return (range, at, end);
        }

        void AddTable()
        {
            var start = file.Position;
            var identity = before.Array(before.Trailer["ID"]);
            var changed = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)start)).AsSpan(0, 16));
            Write("xref\n");
            foreach (var (number, offset) in offsets)
                Write(string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{offset:D10} 00000 n \n"));
            Write($"trailer\n<</Size {field + 2} /Root {References([before.Trailer["Root"]!])} /Info {References([before.Trailer["Info"]!])} /Prev {before.TableAt} /ID [<{Convert.ToHexString(((PdfString)identity[0]).Bytes)}> <{changed}>]>>\nstartxref\n{start}\n%%EOF\n");
        }
    }

    /// <summary>The file with the signature in its room.</summary>
    public byte[] Fill(byte[] signature)
    {
        var hex = Convert.ToHexString(signature);
        if (hex.Length > roomEnd - roomAt - 2)
            throw new InvalidOperationException($"The signature is {signature.Length} bytes, more than there is room for.");
        Encoding.ASCII.GetBytes(hex).CopyTo(content, roomAt + 1);
        return content;
    }

    static SealSpace Complete(byte[] file, long rangeAt, long roomAt, long roomEnd)
    {
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{roomAt:D10} {roomEnd:D10} {file.Length - roomEnd:D10}")).CopyTo(file, rangeAt);
        return new(file, (int)roomAt, (int)roomEnd);
    }

    static string References(IEnumerable<PdfValue> values) => string.Join(' ', values.Select(v => PdfText.Reference(PdfFile.Number(v))));
}
