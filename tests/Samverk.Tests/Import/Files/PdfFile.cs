using System.Globalization;
using System.Text;

namespace Samverk.Tests.Import.Files;

/// <summary>A tiny PDF writer for tests: Courier in WinAnsi, one text line after another, one content stream per page.</summary>
sealed class PdfFile
{
    static readonly Encoding WinAnsi = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    readonly List<string[]> pages = [];

    /// <summary>Extra entries of the trailer.</summary>
    public string Trailer { get; init; } = "";

    public PdfFile Page(params string[] lines)
    {
        pages.Add(lines);
        return this;
    }

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Write(file, "%PDF-1.4\n");
        var kids = string.Join(' ', Enumerable.Range(0, pages.Count).Select(i => $"{4 + (2 * i)} 0 R"));
        Add(file, offsets, "<< /Type /Catalog /Pages 2 0 R >>");
        Add(file, offsets, $"<< /Type /Pages /Kids [{kids}] /Count {pages.Count} >>");
        Add(file, offsets, "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>");
        for (var i = 0; i < pages.Count; i++)
        {
            var content = Content(pages[i]);
            Add(file, offsets, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + (2 * i)} 0 R >>");
            Add(file, offsets, $"<< /Length {WinAnsi.GetByteCount(content)} >>\nstream\n{content}\nendstream");
        }
        var start = file.Position;
        Write(file, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            Write(file, string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        Write(file, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R {Trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    static string Content(string[] lines)
    {
        var content = new StringBuilder("BT /F1 10 Tf 12 TL 50 790 Td\n");
        foreach (var line in lines)
            content.Append('(').Append(line.Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)")).Append(") Tj T*\n");
        return content.Append("ET").ToString();
    }

    static void Add(MemoryStream file, List<long> offsets, string body)
    {
        offsets.Add(file.Position);
        Write(file, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
    }

    static void Write(MemoryStream file, string text) => file.Write(WinAnsi.GetBytes(text));
}
