using Samverk.Agreements.Ledger;
using Samverk.Shared;

namespace Samverk.Agreements.Pages;

/// <summary>Reads a file that a party sends with its decision, or a consultee with its answer. What it is follows from its first bytes, not from what the browser says.</summary>
static class OwnPaperFile
{
    static readonly (byte[] Begins, string Type)[] Known = [("%PDF-"u8.ToArray(), "application/pdf"), ([0xFF, 0xD8, 0xFF], "image/jpeg"), ([0x89, (byte)'P', (byte)'N', (byte)'G'], "image/png")];

    // A Word file is a package, as any other.
    static readonly (byte[] Begins, string Type) Word = ("PK\u0003\u0004"u8.ToArray(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    /// <param name="withWord">Word files are taken too.</param>
    /// <returns>No paper when no file was chosen.</returns>
    public static async Task<(OwnPaper? Paper, Refusal? Refusal)> Read(HttpRequest request, string field, CancellationToken ct, bool withWord = false)
    {
        if ((await request.ReadFormAsync(ct)).Files[field] is not { Length: > 0 })
            return (null, null);
        var (file, no) = await SentFile.Of(request, field, ct);
        if (file is null)
            return (null, no);
        var type = Array.Find(withWord && file.Name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase) ? [.. Known, Word] : Known, k => file.Bytes.AsSpan().StartsWith(k.Begins)).Type;
        return type is null ? (null, new("file-odd", $"Filen är varken PDF{(withWord ? ", Word-fil" : "")} eller bild. Spara den som PDF och lägg in den igen.")) : (new(null, SafeName.Of(file.Name), type, file.Bytes), null);
    }
}
