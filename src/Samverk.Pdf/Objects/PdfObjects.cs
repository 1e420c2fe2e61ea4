using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Samverk.Pdf;

/// <summary>The numbered objects of a file, and the file that they make.</summary>
sealed class PdfObjects
{
    readonly List<byte[]> objects = [];

    /// <summary>A number to refer to before there is a content.</summary>
    public int Reserve()
    {
        objects.Add([]);
        return objects.Count;
    }

    public int Add(string content)
    {
        var number = Reserve();
        Set(number, content);
        return number;
    }

    public void Set(int number, string content) => objects[number - 1] = Encoding.Latin1.GetBytes(content);

    /// <param name="entries">What its dictionary says beside length and filter.</param>
    public int AddStream(string entries, ReadOnlySpan<byte> content, bool isDeflated = false, bool plain = false)
    {
        var packed = isDeflated || plain ? content : Deflated.Of(content);
        var filter = plain ? "" : " /Filter /FlateDecode";
        objects.Add([.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<<{entries}{filter} /Length {packed.Length}>>\nstream\n")), .. packed, .. "\nendstream"u8]);
        return objects.Count;
    }

    /// <summary>The whole file. Its identity is made of its content: the same objects make the same bytes.</summary>
    public byte[] File(int root, int info)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%"u8);
        // Four bytes above 127 tell programs that carry files that this one isn't text.
        file.Write([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var offsets = new long[objects.Count];
        for (var i = 0; i < objects.Count; i++)
        {
            offsets[i] = file.Position;
            Write(file, $"{i + 1} 0 obj\n");
            file.Write(objects[i]);
            file.Write("\nendobj\n"u8);
        }
        var start = file.Position;
        var id = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)start)).AsSpan(0, 16));
        Write(file, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            Write(file, $"{offset:D10} 00000 n \n");
        Write(file, $"trailer\n<</Size {objects.Count + 1} /Root {root} 0 R /Info {info} 0 R /ID [<{id}> <{id}>]>>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    static void Write(MemoryStream file, FormattableString text) => file.Write(Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture)));
}
